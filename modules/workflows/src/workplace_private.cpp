// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace_private.h"

#include "conclusions.h"
#include "dossier_json.h"
#include "hats.h"
#include "paper_contents.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/law.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/sync/sync_engine.h>
#include <yichuang/vault/tokens.h>

#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace yichuang {
namespace {

QList<DuePaper> papersOfAct(const CaseFile& file, const Registry& registry, const ActId& act) {
    QList<DuePaper> own;
    for (const DuePaper& due : papersCalledFor(timelineOf(file, registry))) {
        if (due.source.act == act)
            own.push_back(due);
    }
    return own;
}

/// What the act adds to the journal, before it is written.
void addTo(CaseFile& file, const NewAct& act) {
    for (std::size_t index = 0; index < act.entries.size(); ++index) {
        JournalEntry line = journalEntry(act.act.head, index, std::get<Entry>(act.entries[index].facts));
        line.particulars = act.entries[index].particulars;
        line.own = true;
        file.entries.push_back(std::move(line));
    }
}

/// Decides the commands on the case as the file has it and signs what comes out.
Result<NewAct> decideAndSign(ActDesk& desk, const ActRequest& request, const Pen& pen, Instant device,
    Instant corrected, bool flagged, PerformedAct& performed) {
    const StreamId stream = request.stream.empty() ? desk.newCase(toMilliseconds(corrected)) : request.stream;
    auto file = desk.file(stream);
    if (!file)
        return tl::unexpected<Error> {file.error()};
    CaseState state = std::move(file->state);
    const Registry& registry = desk.registry();

    std::vector<DraftEntry> drafts;
    bool aside = true;
    for (std::size_t index = 0; index < request.commands.size(); ++index) {
        Command command = request.commands[index];
        if (command.event == Event::Receive && request.takesNumber) {
            auto number = desk.takeNumber(static_cast<int>(command.date.year()));
            if (!number)
                return tl::unexpected<Error> {number.error()};
            command.facts.caseNo = *number;
        }
        aside = aside && standsAlone(command.event);
        auto decision = decideInAnyRole(registry, registry.calendar(), state, command);
        if (!decision) {
            std::map<std::string, std::string> arguments = decision.error().arguments;
            arguments.insert_or_assign("code", std::string {toText(decision.error().code)});
            return failure("law.refused", std::move(arguments));
        }
        for (Entry& entry : *decision) {
            state = evolve(std::move(state), entry);
            performed.entries.push_back(entry);
            drafts.push_back(DraftEntry {std::move(entry), request.particulars[index]});
        }
    }
    auto head = desk.head(pen.person, pen.key, toMilliseconds(device), toMilliseconds(corrected),
        std::vector<StreamId>(drafts.size(), stream), aside);
    if (!head)
        return tl::unexpected<Error> {head.error()};
    if (flagged)
        head->flag = "clock";
    performed.stream = stream;
    performed.caseNo = state.caseNo;
    performed.state = std::move(state);

    NewAct act;
    act.act = writeAct(std::move(*head), drafts, pen.signingKey, desk.randomness());
    act.entries = std::move(drafts);
    act.finishedDraft = request.draft.toStdString();
    performed.act = act.act.head.act;
    addTo(*file, act);
    performed.papers = papersOfAct(*file, registry, performed.act);
    return act;
}

/// In force or repealed: what else a mandate names is a department.
bool isItem(const Registry& registry, const std::string& named) {
    const ItemId id {named};
    if (registry.itemInForce(id))
        return true;
    const auto repealed = registry.itemsRepealed();
    return std::any_of(repealed.begin(), repealed.end(), [&id](const auto& item) { return item->id == id; });
}

bool startsWithAny(const std::vector<std::string>& candidates, const std::string& typed) {
    return std::any_of(candidates.begin(), candidates.end(),
        [&typed](const std::string& candidate) { return candidate.compare(0, typed.size(), typed) == 0; });
}

} // namespace

Instant Workplace::Private::correctedNow() const {
    return clock.now() + std::chrono::milliseconds {clockRecord.offset};
}

QString Workplace::Private::centreUrl() const {
    return settings.centreUrl.isEmpty() && enrolment ? toQString(enrolment->centreUrl) : settings.centreUrl;
}

bool Workplace::Private::keyLost() const {
    return enrolment && !storage->keys() && known.empty();
}

CivilDate Workplace::Private::today() const {
    return shanghaiDate(correctedNow());
}

PersonId Workplace::Private::person() const {
    return session && session->current() ? session->current()->id : PersonId {};
}

Onlooker Workplace::Private::onlooker() const {
    return Onlooker {person(), today()};
}

std::vector<std::string> Workplace::Private::departments() const {
    const auto& current = session->current();
    if (!current)
        return {};
    // A window clerk sees his own department; a chief what his mandates cover; everybody else what this window holds.
    const auto& roles = current->roles;
    if (roles == std::set<Role> {Role::WindowClerk})
        return {current->department.toStdString()};
    if (roles == std::set<Role> {Role::ChiefRepresentative}) {
        std::set<std::string> covered {current->department.toStdString()};
        for (const Mandate& mandate : registry->mandatesOf(current->id)) {
            for (const std::string& scope : mandate.scope) {
                if (scope == "*" || isItem(*registry, scope))
                    return {};
                covered.insert(scope);
            }
        }
        return {covered.begin(), covered.end()};
    }
    return {};
}

QString Workplace::Private::freshId() {
    SystemRandomness randomness;
    return toQString(makeUuid(toMilliseconds(correctedNow()), randomness));
}

QFuture<Result<PerformedAct>> Workplace::Private::write(ActRequest request) {
    if (!pen)
        return readyFuture<PerformedAct>(failure("session.locked"));
    if (clockQuestioned)
        return readyFuture<PerformedAct>(failure("clock.unconfirmed"));
    // A restored image or a clone signs nothing until it is enrolled anew.
    if (syncEngine && !syncEngine->maySign())
        return readyFuture<PerformedAct>(failure("chain.disputed"));
    const Instant device = clock.now();
    const Instant corrected = correctedNow();
    return storage->run([request = std::move(request), pen = pen, device, corrected, flagged = clockFlagged](
                            WorkstationStore& store) -> Result<PerformedAct> {
        PerformedAct performed;
        const auto written = store.journal().write([&](ActDesk& desk) {
            performed = PerformedAct {};
            return decideAndSign(desk, request, *pen, device, corrected, flagged, performed);
        });
        if (!written)
            return tl::unexpected<Error> {written.error()};
        return performed;
    });
}

std::string Workplace::Private::specimenNumber() const {
    const std::string centreDigits = enrolment ? enrolment->centre : std::string {"400"};
    return makeCaseNo(centreDigits, static_cast<int>(today().year()), 9999999);
}

std::optional<CivilDate> Workplace::Private::entrySetBy(
    const std::vector<Command>& commands, const std::function<std::optional<CivilDate>(const Entry&)>& reading) const {
    const auto decision = decideIntake(*registry, commands);
    if (!decision || decision->empty())
        return std::nullopt;
    return reading(decision->back());
}

std::optional<CivilDate> Workplace::Private::dueIfAcceptedToday(
    const std::shared_ptr<const Item>& item, bool* provisional) const {
    // As the law would see it: accepted today, nothing stopped or extended.
    CaseState accepted;
    accepted.stage = Stage::Accepted;
    accepted.dayZero = today();
    accepted.promised = Limit {item->promisedWorkdays, LimitUnit::Workday};
    accepted.statutory = item->statutory;
    const Dues dues = duesOf(accepted, LawContext {*item, registry->calendar()}, today());
    if (!dues.promised || (item->statutory && !dues.statutory))
        return std::nullopt;
    if (provisional)
        *provisional = dues.provisional;
    return dues.effective;
}

QFuture<Result<void>> Workplace::Private::saveDraft(
    const QString& id, const PersonId& author, const QJsonObject& content) {
    Draft draft;
    draft.id = id.toStdString();
    draft.author = author;
    draft.item = toId<ItemId>(content.value(QStringLiteral("item")).toString());
    draft.savedAt = toMilliseconds(correctedNow());
    draft.title
        = content.value(QStringLiteral("applicant")).toObject().value(QStringLiteral("name")).toString().toStdString();
    draft.content = compact(content).toStdString();
    return storage->run([draft = std::move(draft)](WorkstationStore& store) { return store.drafts().save(draft); });
}

QFuture<Result<void>> Workplace::Private::dropDraft(const QString& id) {
    return storage->run([id = id.toStdString()](WorkstationStore& store) { return store.drafts().discard(id); });
}

QFuture<Result<QList<DraftRow>>> Workplace::Private::drafts() {
    return storage->run([author = person(), registry = registry](WorkstationStore& store) -> Result<QList<DraftRow>> {
        auto drafts = store.drafts().of(author);
        if (!drafts)
            return tl::unexpected<Error> {drafts.error()};
        QList<DraftRow> rows;
        for (const Draft& draft : *drafts) {
            const auto item = registry->itemInForce(draft.item);
            rows.push_back(DraftRow {toQString(draft.id), item ? toQString(item->title) : toQString(draft.item),
                item ? toQString(item->titleEn) : QString {}, toQString(draft.title),
                toHallTime(fromMilliseconds(draft.savedAt))});
        }
        return rows;
    });
}

QFuture<Result<QJsonObject>> Workplace::Private::draft(const QString& id) {
    return storage->run([id = id.toStdString()](WorkstationStore& store) -> Result<QJsonObject> {
        auto draft = store.drafts().draft(id);
        if (!draft)
            return tl::unexpected<Error> {draft.error()};
        return QJsonDocument::fromJson(QByteArray::fromStdString(draft->content)).object();
    });
}

QFuture<Result<QList<KnownApplicant>>> Workplace::Private::knownApplicants(const QString& typed) {
    constexpr int casesLookedAt = 30;
    return storage->run([typed = typed.toStdString()](WorkstationStore& store) -> Result<QList<KnownApplicant>> {
        auto found = store.search().find(typed, casesLookedAt);
        if (!found)
            return tl::unexpected<Error> {found.error()};
        QList<KnownApplicant> offered;
        std::set<std::string> persons;
        for (const HeldCase& held : *found) {
            const auto file = store.journal().file(held.stream);
            if (!file)
                continue;
            Applicant applicant = applicantOf(*file);
            const std::string key = applicant.self.idNumber.isEmpty() ? applicant.self.name.toStdString()
                                                                      : applicant.self.idNumber.toStdString();
            if (key.empty() || !persons.insert(key).second)
                continue;
            // Whoever comes today may come himself, and shows his papers anew.
            applicant.agent.reset();
            applicant.identityChecked = false;
            offered.push_back(KnownApplicant {std::move(applicant), toHallTime(fromMilliseconds(held.openedAt))});
        }
        return offered;
    });
}

QList<FoundItem> Workplace::Private::findItems(const QString& typed) const {
    const std::string text = typed.trimmed().toStdString();
    const std::string lower = typed.trimmed().toLower().toStdString();
    const auto& current = session->current();
    QList<FoundItem> found;
    auto items = registry->itemsInForce();
    // Who asks for a repealed one is told so, and does not look for it any further.
    if (!text.empty()) {
        const auto repealed = registry->itemsRepealed();
        items.insert(items.end(), repealed.begin(), repealed.end());
    }
    for (const auto& item : items) {
        bool fits = text.empty() || item->title.find(text) != std::string::npos
            || item->implementationCode.compare(0, text.size(), text) == 0 || item->id.value() == text;
        if (!fits && !lower.empty()) {
            const Pinyin pinyin = pinyinOf(item->title);
            fits = startsWithAny(pinyin.initials, lower) || startsWithAny(pinyin.syllables, lower);
            QString english = toQString(item->titleEn);
            fits = fits || english.contains(typed.trimmed(), Qt::CaseInsensitive);
        }
        if (!fits)
            continue;
        FoundItem row;
        row.item = item;
        if (current) {
            IntakeFacts facts;
            facts.person = current->id;
            facts.window = current->window;
            facts.item = item;
            facts.today = today();
            facts.identityChecked = true;
            const auto taken = decideIntake(*registry, commandsOf(Conclusion::ReceiptOnly, facts, specimenNumber()));
            const auto accepted = decideIntake(*registry, commandsOf(Conclusion::Accept, facts, specimenNumber()));
            row.mayTakeIn = taken.has_value();
            row.mayAccept = accepted.has_value();
            if (!taken)
                row.whyNot = toQString(toText(taken.error().code));
            else if (!accepted)
                row.whyNot = toQString(toText(accepted.error().code));
        }
        row.dueIfAcceptedToday = dueIfAcceptedToday(item, &row.provisional);
        found.push_back(row);
    }
    std::stable_sort(found.begin(), found.end(), [](const FoundItem& left, const FoundItem& right) {
        return std::pair {!left.mayTakeIn, !left.mayAccept} < std::pair {!right.mayTakeIn, !right.mayAccept};
    });
    return found;
}

} // namespace yichuang
