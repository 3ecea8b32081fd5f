// SPDX-License-Identifier: GPL-3.0-or-later
#include "clerk.h"

#include "form_filling.h"

#include <yichuang/qtbridge/values.h>

#include <algorithm>
#include <array>

namespace yichuang::test {
namespace {

/// Refusals and waits that belong to a day's work; whatever else an action answers is a fault.
bool belongsToTheDay(const Error& error) {
    constexpr std::array known {"law.refused", "storage.set_aside", "paper.waits_for_centre", "paper.not_due",
        "lease.empty", "storage.unknown_draft"};
    return std::any_of(known.begin(), known.end(), [&error](const char* code) { return error.is(code); });
}

/// What the address ends in.
std::string tagIn(const Intake& draft) {
    const std::string address = draft.applicant().self.address.toStdString();
    const auto at = address.rfind(' ');
    if (at == std::string::npos)
        throw Trouble("a draft came back without what was typed into it");
    return address.substr(at + 1);
}

/// How often a step is taken where it may be: what ends a case or stops it comes seldom.
std::size_t weightOf(const CaseAction& action) {
    switch (action.event) {
    case Event::Withdraw:
    case Event::Terminate:
    case Event::Refuse:
    case Event::Suspend:
    case Event::StartSpecial:
    case Event::SendBack:
        return 1;
    case Event::DeclareInterest: // would leave nobody to decide
    case Event::Amend:
        return 0;
    default:
        return action.act == CommandAct::Request || action.act == CommandAct::Decline ? 1 : 4;
    }
}

} // namespace

Clerk::Clerk(Workplace& workplace, PersonLog& log, std::uint64_t seed)
    : m_workplace(workplace)
    , m_log(log)
    , m_lot(seed)
    , m_run("t" + std::to_string(seed)) { }

bool Clerk::chance(int percent) {
    return std::uniform_int_distribution<int>(0, 99)(m_lot) < percent;
}

std::size_t Clerk::below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_lot);
}

void Clerk::tell(const Error& error) {
    if (belongsToTheDay(error))
        return;
    std::string text = error.code + ' ' + error.detail;
    for (const auto& [name, value] : error.arguments)
        text += ' ' + name + '=' + value;
    throw Trouble(text);
}

void Clerk::doSomething() {
    if (chance(45))
        goOnWithACase();
    else if (chance(10))
        resumeDraft();
    else
        takeIn();
}

Applicant Clerk::someApplicant(const std::string& tag) {
    Applicant applicant;
    applicant.self.name = QStringLiteral("测试甲");
    applicant.self.idKind = QStringLiteral("resident_id");
    applicant.self.idNumber = QStringLiteral("430400198503120011");
    applicant.self.phone = QStringLiteral("13900000000");
    applicant.self.address = QStringLiteral("衡阳市某路 ") + toQString(std::string_view(tag));
    applicant.identityChecked = true;
    return applicant;
}

void Clerk::takeIn() {
    if (m_workplace.sync().status().numbersLeft == 0) {
        goOnWithACase();
        return;
    }
    auto items = m_workplace.intakes().find({});
    items.removeIf([](const FoundItem& found) { return !found.mayTakeIn; });
    if (items.isEmpty()) {
        goOnWithACase();
        return;
    }
    // Half of the work is of one department, so that its reviewer and chief have cases that go all the way.
    QList<FoundItem> preferred = items;
    preferred.removeIf([](const FoundItem& found) { return found.item->department != "文化旅游广电体育局"; });
    const auto& choice = !preferred.isEmpty() && chance(50) ? preferred : items;
    const std::string tag = m_run + '-' + std::to_string(++m_tags) + '.';
    const auto intake
        = filledIntake(choice.at(static_cast<qsizetype>(below(static_cast<std::size_t>(choice.size())))).item->id, tag);
    const auto rows = intake->materials();
    const bool lacking = chance(25) && !rows.isEmpty();
    const auto lacks = lacking ? below(static_cast<std::size_t>(rows.size())) : 0;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const bool missing = lacking && static_cast<std::size_t>(at) == lacks;
        intake->setMaterial(rows[at].material.seq,
            missing                                                  ? MaterialState::Missing
                : rows[at].material.necessity == Necessity::Required ? MaterialState::Here
                                                                     : MaterialState::NotApplicable,
            missing ? QStringLiteral("缺原件") : QString {});
    }
    if (chance(8)) {
        const std::string draft = intake->draftId().toStdString();
        if (const auto saved = answerOf(intake->setAside()); !saved)
            tell(saved.error());
        else
            m_log.write("draft " + draft + ' ' + tag);
        return;
    }
    conclude(*intake, tag);
}

void Clerk::conclude(Intake& intake, const std::string& tag) {
    QList<ConclusionOffer> offers = intake.offers();
    offers.removeIf([](const ConclusionOffer& offer) { return offer.refusal.has_value() || offer.blockedByFaults; });
    if (offers.isEmpty())
        throw Trouble("nothing can be done with an intake of " + intake.item().title);
    // The last that is offered is the rarest: a proposal not to accept.
    const std::size_t count = static_cast<std::size_t>(offers.size());
    const Conclusion conclusion
        = offers.at(static_cast<qsizetype>(count > 1 && chance(90) ? below(count - 1) : below(count))).conclusion;
    m_log.write("try " + tag);
    const auto concluded
        = answerOf(intake.conclude(conclusion, QStringLiteral("no_licence_needed"), QStringLiteral("不需要取得许可")));
    if (!concluded) {
        tell(concluded.error());
        return;
    }
    m_log.write("intake " + concluded->act.value() + ' ' + concluded->stream.value() + ' '
        + concluded->caseNo.toStdString() + ' ' + tag);
    ++m_acknowledged;
    printPapers(concluded->stream, concluded->papers);
}

void Clerk::resumeDraft() {
    const auto drafts = answerOf(m_workplace.intakes().drafts());
    if (!drafts) {
        tell(drafts.error());
        return;
    }
    if (drafts->isEmpty() || m_workplace.sync().status().numbersLeft == 0) {
        takeIn();
        return;
    }
    const auto row = drafts->at(static_cast<qsizetype>(below(static_cast<std::size_t>(drafts->size()))));
    const auto intake = answerOf(m_workplace.intakes().resume(row.id));
    if (!intake) {
        tell(intake.error());
        return;
    }
    conclude(**intake, tagIn(**intake));
}

CaseCommand Clerk::commandFor(const CaseView& view, const CaseAction& action) {
    CaseCommand command;
    command.stream = view.row.stream;
    command.event = action.event;
    command.act = action.act;
    CommandFacts& facts = command.facts;
    const QString reason = QStringLiteral("材料属实，符合条件。");
    command.particulars.insert(
        action.event == Event::SubmitOpinion ? QStringLiteral("opinion") : QStringLiteral("reason"), reason);
    facts.reasonGiven = true;
    switch (action.event) {
    case Event::FixOnSpot:
        facts.curable = true;
        break;
    case Event::Accept:
    case Event::DecideOnSpot:
    case Event::AcceptTolerant:
        facts.inScope = facts.properForm = facts.promiseSigned = true;
        if (action.event == Event::DecideOnSpot)
            facts.decisionResult = "grant";
        if (action.event == Event::AcceptTolerant && !view.state.openDefects.empty())
            facts.missing = view.state.openDefects;
        break;
    case Event::RequestCorrection:
        facts.fullList = true;
        if (!view.item->materials.empty())
            facts.defects = {view.item->materials.front().seq};
        break;
    case Event::Resubmit:
        facts.supplied = view.state.openDefects;
        break;
    case Event::CompleteTolerance:
        facts.supplied = view.state.promisedMaterials;
        break;
    case Event::RefuseAcceptance:
        facts.ground = view.state.openDefects.empty() ? "not_competent" : "listed_defects_open";
        break;
    case Event::Terminate:
        facts.ground = "duplicate";
        break;
    case Event::StartSpecial:
        if (!view.item->specialProcedures.empty())
            facts.kind = view.item->specialProcedures.front().type;
        facts.daysNeeded = 3;
        break;
    case Event::EndSpecial:
        facts.resultOnFile = true;
        break;
    case Event::Suspend:
        facts.basis = "force_majeure";
        break;
    case Event::Extend:
        facts.days = action.act == CommandAct::Request ? 1 : 0;
        facts.headApproved = action.act == CommandAct::Approve;
        break;
    case Event::SubmitOpinion:
        facts.opinionGiven = true;
        facts.opinionVerdict = "grant";
        facts.opinionDate = m_workplace.today();
        break;
    case Event::Refuse:
        facts.remediesGiven = true;
        break;
    case Event::IssueResult:
        facts.sealed = facts.numberAssigned = true;
        command.particulars.insert(QStringLiteral("result_number"), QStringLiteral("〔2018〕7"));
        break;
    case Event::Deliver:
        facts.collectorIdentified = true;
        facts.way = "counter";
        command.particulars.insert(QStringLiteral("collector"), QStringLiteral("测试甲"));
        break;
    case Event::Withdraw:
        facts.inWriting = true;
        break;
    case Event::Assign: {
        const auto reviewers = m_workplace.casework().reviewersFor(*view.item);
        if (!reviewers.isEmpty())
            facts.reviewer
                = reviewers.at(static_cast<qsizetype>(below(static_cast<std::size_t>(reviewers.size())))).first;
        break;
    }
    default:
        break;
    }
    return command;
}

void Clerk::goOnWithACase() {
    constexpr std::array lists {
        CaseList::Mine, CaseList::Department, CaseList::Stopped, CaseList::PendingDecision, CaseList::ToHandOver};
    const auto page = answerOf(m_workplace.casework().page(lists[below(lists.size())], {}, 40));
    if (!page) {
        tell(page.error());
        return;
    }
    if (page->rows.isEmpty())
        return;
    const StreamId stream
        = page->rows.at(static_cast<qsizetype>(below(static_cast<std::size_t>(page->rows.size())))).stream;
    const auto view = answerOf(m_workplace.casework().open(stream));
    if (!view) {
        tell(view.error());
        return;
    }
    std::vector<CaseAction> lot;
    for (const CaseAction& action : view->actions) {
        if (!action.refusal)
            lot.insert(lot.end(), weightOf(action), action);
    }
    CaseAction noting;
    noting.event = Event::Noted;
    if (lot.empty() || chance(5))
        lot.assign(1, noting);
    const CaseAction action = lot[below(lot.size())];
    CaseCommand command = commandFor(*view, action);
    if (action.event == Event::Noted)
        command.particulars = {{QStringLiteral("note"), QStringLiteral("已电话告知")}};
    const auto performed = answerOf(m_workplace.casework().perform(command));
    if (!performed) {
        tell(performed.error());
        return;
    }
    m_log.write("step " + performed->act.value() + ' ' + stream.value() + ' ' + std::string(toText(action.event)));
    ++m_acknowledged;
    printPapers(stream, performed->papers);
}

void Clerk::printPapers(const StreamId& stream, const QList<DuePaper>& papers) {
    for (const DuePaper& paper : papers) {
        if (!chance(40))
            printPaper(stream, paper);
    }
}

std::string Clerk::printPaper(const StreamId& stream, const DuePaper& paper) {
    const auto content = answerOf(m_workplace.papers().content(stream, paper));
    if (!content) {
        tell(content.error());
        return {};
    }
    constexpr std::size_t hashDigits = 66;
    std::string hash = "01";
    while (hash.size() < hashDigits)
        hash += "0123456789abcdef"[below(16)];
    const auto printed = answerOf(m_workplace.papers().printed(
        stream, paper, *content, toQString(std::string_view(hash)), QStringLiteral("laser")));
    if (!printed) {
        tell(printed.error());
        return {};
    }
    // The act is told by the case's own time line: the only entry with this paper's hash.
    const auto view = answerOf(m_workplace.casework().open(stream));
    if (!view) {
        tell(view.error());
        return {};
    }
    const auto entry = std::find_if(view->timeline.begin(), view->timeline.end(),
        [&hash](const TimelineEntry& line) { return line.entry.facts.contentHash == hash; });
    if (entry == view->timeline.end())
        throw Trouble("a printing that was acknowledged is not on the time line");
    m_log.write("print " + entry->id.act.value() + ' ' + stream.value());
    ++m_acknowledged;
    return content->caseNo;
}

ItemId Clerk::performanceLicence() {
    auto items = m_workplace.intakes().find({});
    items.removeIf([](const FoundItem& found) {
        return found.item->department != "文化旅游广电体育局" || found.item->caseType != CaseType::OneReviewOneApprove;
    });
    if (items.isEmpty())
        throw Trouble("no item can be accepted here");
    return items.front().item->id;
}

void Clerk::leaveDraft() {
    const std::string tag = m_run + '-' + std::to_string(++m_tags) + '.';
    const auto intake = filledIntake(performanceLicence(), tag);
    if (const auto saved = answerOf(intake->setAside()); !saved)
        throw Trouble("a draft is not saved: " + saved.error().code);
    m_log.write("draft " + intake->draftId().toStdString() + ' ' + tag);
}

int Clerk::readableDrafts() {
    const auto drafts = answerOf(m_workplace.intakes().drafts());
    if (!drafts)
        throw Trouble("no list of drafts: " + drafts.error().code);
    for (const auto& row : *drafts) {
        const auto intake = answerOf(m_workplace.intakes().resume(row.id));
        if (!intake)
            throw Trouble("a draft can't be opened: " + intake.error().code);
        static_cast<void>(tagIn(**intake));
    }
    return static_cast<int>(drafts->size());
}

Clerk::Accepted Clerk::accept() {
    const std::string tag = m_run + '-' + std::to_string(++m_tags) + '.';
    const auto intake = filledIntake(performanceLicence(), tag);
    for (const MaterialRow& row : QList<MaterialRow>(intake->materials())) {
        intake->setMaterial(row.material.seq,
            row.material.necessity == Necessity::Required ? MaterialState::Here : MaterialState::NotApplicable, {});
    }
    m_log.write("try " + tag);
    const auto concluded = answerOf(intake->conclude(Conclusion::Accept, {}, {}));
    if (!concluded)
        throw Trouble("not accepted: " + concluded.error().code);
    Accepted accepted;
    accepted.caseNo = concluded->caseNo.toStdString();
    m_log.write(
        "intake " + concluded->act.value() + ' ' + concluded->stream.value() + ' ' + accepted.caseNo + ' ' + tag);
    ++m_acknowledged;
    for (const DuePaper& paper : concluded->papers)
        accepted.printed = printPaper(concluded->stream, paper);
    return accepted;
}

std::unique_ptr<Intake> Clerk::filledIntake(const ItemId& item, const std::string& tag) {
    auto intake = m_workplace.intakes().begin(item);
    if (!intake)
        throw Trouble("no intake can be begun for " + item.value());
    intake->setApplicant(someApplicant(tag));
    intake->setValues(filledForm(intake->form(), m_workplace.today()));
    return intake;
}

} // namespace yichuang::test
