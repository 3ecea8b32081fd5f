// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/silence.h>

#include <algorithm>

namespace yichuang {
namespace {

Judgement refused(std::string reason, std::map<std::string, std::string> arguments = {}) {
    Judgement judgement;
    judgement.verdict = Verdict::Refused;
    judgement.reason = std::move(reason);
    judgement.arguments = std::move(arguments);
    return judgement;
}
Judgement refused(const Refusal& refusal) {
    return refused(std::string(toText(refusal.code)), refusal.arguments);
}

RefusingState refusingState(const StreamWork& stream) {
    RefusingState state;
    state.stream = stream.row.id;
    state.stage = toText(stream.state.stage);
    for (auto i = stream.entries.rbegin(); i != stream.entries.rend(); ++i) {
        if (!standsAlone(i->entry.event)) {
            state.lastEntry = i->id;
            state.lastType = toText(i->entry.event);
            if (i->entry.act != CommandAct::Do) {
                state.lastType += "." + std::string(toText(i->entry.act));
            }
            state.lastDate = isoDate(i->entry.date);
            state.lastPerson = i->entry.actor.id;
            break;
        }
    }
    return state;
}

bool isPauseEntry(const KnownEntry* known) {
    const auto event = known->entry.event;
    return event == Event::StartSpecial || event == Event::EndSpecial || event == Event::Suspend
        || event == Event::Resume;
}

/// The two that only look like conflicts (acts.md step 5).
bool onlyLooksLikeConflict(const Entry& entry, const CaseState& present, const std::vector<const KnownEntry*>& gained) {
    if (entry.event == Event::Extend) {
        return !gained.empty() && std::all_of(gained.begin(), gained.end(), isPauseEntry);
    }
    if (entry.event == Event::Resubmit) {
        return present.stage == Stage::Received && present.resubmittedOn
            && std::any_of(gained.begin(), gained.end(),
                [](const KnownEntry* known) { return known->entry.event == Event::Resubmit; });
    }
    return false;
}

/// The dates an extension prints are those of the day it was written; they fold anew where pauses came between.
bool sameFacts(Entry decided, const Entry& written, bool moved) {
    if (moved && written.event == Event::Extend) {
        decided.set.promisedDue = written.set.promisedDue;
        decided.set.statutoryDue = written.set.statutoryDue;
        decided.set.provisional = written.set.provisional;
    }
    return decided == written;
}

} // namespace

struct Judge::Question {
    const BatchAct& batchAct;
    Casebook& casebook;
    const Numbers& numbers;
    bool asOfReceipt = false;
    std::int64_t seenAt = 0; ///< position of `hall` for step 4
    std::int64_t heldAt = 0; ///< position of `hall` for step 5
    std::map<StreamId, Sides> sides {};
    std::optional<StreamId> opens {};
    std::string number {};
    Judgement judgement {};

    [[nodiscard]] const ActHead& head() const { return batchAct.act.head; }
};

bool judgedAsOfReceipt(const ActHead& head, const TimeOfAct& time, const HallView& hall) {
    const bool wentBack = head.correctedTime < time.lastTime || head.seen.position < time.lastSeen;
    const bool beforeSeen
        = !hall.knows(head.seen) || head.correctedTime < hall.timeOf(head.seen.position) - clockTolerance;
    const bool beforeContact = head.correctedTime < time.lastContact - clockTolerance;
    const bool afterReceipt = head.correctedTime > time.received + clockTolerance;
    const bool longUnheard = time.lastContact > 0 && time.received - time.lastContact > longestSilence;
    return wentBack || beforeSeen || beforeContact || afterReceipt || longUnheard;
}

Judge::Judge(std::shared_ptr<const HallView> hall, std::int64_t now)
    : m_hall(std::move(hall))
    , m_now(now)
    , m_calendarVersion(m_hall->registry->calendar().version()) { }

std::shared_ptr<const Calendar> Judge::calendarOf(const std::string& version) {
    if (const auto found = m_calendars.find(version); found != m_calendars.end()) {
        return found->second;
    }
    std::shared_ptr<const Calendar> calendar;
    if (auto known = m_hall->registry->calendarOfVersion(version)) {
        calendar = std::make_shared<const Calendar>(std::move(*known));
    }
    return m_calendars[version] = calendar;
}

Judgement Judge::judge(const BatchAct& batchAct, const TimeOfAct& time, Casebook& casebook, const Numbers& numbers) {
    Question question {batchAct, casebook, numbers};
    const auto& head = question.head();
    question.asOfReceipt = judgedAsOfReceipt(head, time, *m_hall);
    question.seenAt = m_hall->knows(head.seen) ? head.seen.position : m_hall->positionAt(head.correctedTime);
    question.heldAt = question.asOfReceipt ? m_hall->position : m_hall->positionAt(head.correctedTime);
    // What it had seen was so when it wrote, whatever the milliseconds between two clocks say.
    question.heldAt = std::max(question.heldAt, question.seenAt);
    for (std::size_t i = 0; i < batchAct.act.facts.size(); ++i) {
        if (auto verdict = judgeEntry(question, i)) {
            return std::move(*verdict);
        }
    }
    if (auto verdict = judgeNumber(question)) {
        return std::move(*verdict);
    }
    auto& judgement = question.judgement;
    judgement.number = question.number;
    const bool takenInOnly = question.opens && question.asOfReceipt
        && std::any_of(batchAct.act.facts.begin(), batchAct.act.facts.end(),
            [](const FactsBody& facts) { return !isFolded(std::get<Entry>(facts), receivedOnly); });
    if (takenInOnly) {
        judgement.reason = receivedOnly;
    }
    for (auto& [stream, sides] : question.sides) {
        judgement.after[stream] = std::move(sides.present);
    }
    if (takenInOnly) {
        judgement.after[*question.opens] = {};
        for (const auto& facts : batchAct.act.facts) {
            if (isFolded(std::get<Entry>(facts), receivedOnly)) {
                judgement.after[*question.opens]
                    = evolve(std::move(judgement.after[*question.opens]), std::get<Entry>(facts));
            }
        }
    }
    return std::move(judgement);
}

std::optional<Judgement> Judge::judgeEntry(Question& question, std::size_t index) {
    const auto& head = question.head().entries[index];
    const auto* entry = std::get_if<Entry>(&question.batchAct.act.facts[index]);
    if (entry == nullptr) {
        return refused(std::string(toText(RefusalCode::NotPermitted)), {{"type", head.type}});
    }
    if (entry->actor.id != question.head().person || entry->actor.role == Role::System) {
        return refused(Refusal {RefusalCode::NotPermitted, {{"role", std::string(toText(entry->actor.role))}}});
    }
    const auto day = shanghaiDate(fromMilliseconds(question.head().correctedTime));
    if (entry->date != day) {
        return refused(Refusal {RefusalCode::DateOrder, {{"date", isoDate(entry->date)}, {"last", isoDate(day)}}});
    }
    auto& stream = question.casebook.at(head.stream);
    const bool alone = standsAlone(entry->event);
    auto known = question.sides.find(head.stream);
    if (known == question.sides.end()) {
        auto view = question.casebook.writersView(stream, head);
        if (!view.fault.empty() && !alone) {
            auto verdict = refused(view.fault);
            verdict.states.push_back(refusingState(stream));
            return verdict;
        }
        if (!view.fault.empty()) {
            view.state = stream.state;
        }
        known
            = question.sides
                  .emplace(head.stream, Sides {std::move(view.state), stream.state, view.moved, std::move(view.gained)})
                  .first;
    }
    auto& sides = known->second;

    std::shared_ptr<const Calendar> named;
    const Calendar* calendar = nullptr;
    if (entry->set.calendarVersion.empty()) {
        calendar = &m_hall->registry->calendar(question.seenAt);
    } else {
        named = calendarOf(entry->set.calendarVersion);
        if (!named) {
            return refused(Refusal {RefusalCode::CalendarUnknown, {{"version", entry->set.calendarVersion}}});
        }
        calendar = named.get();
    }

    if (alone && sides.view.stage == Stage::Draft) {
        // The case it was printed for was not taken in; that it was printed is a fact all the same.
        sides.present = evolve(std::move(sides.present), *entry);
        return std::nullopt;
    }
    // Step 4: lawful for its writer.
    const auto command = commandOf(*entry, Actor {entry->actor.id, entry->actor.role, {}, {}});
    const auto lawful = decideInHall(*m_hall->registry, question.seenAt, *calendar, sides.view, command);
    if (!lawful || lawful->size() != 1 || !sameFacts(lawful->front(), *entry, false)) {
        auto verdict = lawful ? refused("facts_differ") : refused(lawful.error());
        verdict.states.push_back(refusingState(stream));
        return verdict;
    }
    sides.view = evolve(std::move(sides.view), *entry);
    if (alone) {
        sides.present = evolve(std::move(sides.present), *entry);
        return std::nullopt;
    }
    if (entry->event == Event::Receive) {
        if (!question.opens && sides.present.stage == Stage::Draft) {
            const auto* own = m_hall->registry->workstation(question.batchAct.workstation, question.seenAt);
            if (own == nullptr || own->window != entry->facts.window) {
                return refused(Refusal {RefusalCode::WrongWindow, {{"window", entry->facts.window.value()}}});
            }
            question.opens = head.stream;
            question.number = entry->facts.caseNo;
        }
    }
    return judgeNow(question, *entry, stream, sides);
}

std::optional<Judgement> Judge::judgeNow(Question& question, const Entry& entry, StreamWork& stream, Sides& sides) {
    // Where nothing has moved since, 4 and 5 are one question.
    const bool opening = question.opens == stream.row.id;
    if (!sides.moved && question.heldAt == question.seenAt && !question.asOfReceipt) {
        sides.present = evolve(std::move(sides.present), entry);
        return std::nullopt;
    }
    if (opening && question.asOfReceipt && !isFolded(entry, receivedOnly)) {
        return std::nullopt;
    }
    std::shared_ptr<const Calendar> named
        = entry.set.calendarVersion.empty() ? nullptr : calendarOf(entry.set.calendarVersion);
    const Calendar& calendar = named ? *named : m_hall->registry->calendar(question.seenAt);
    const auto askOn = [&](CaseState state) -> Decision {
        state.lastDate.reset(); // the order of dates was judged against `base`, in step 4
        auto command = commandOf(entry, Actor {entry.actor.id, entry.actor.role, {}, {}});
        if (question.asOfReceipt && !opening) {
            command.date = shanghaiDate(fromMilliseconds(m_now));
        }
        return decideInHall(*m_hall->registry, question.heldAt, calendar, state, std::move(command));
    };
    const auto holds = [&](const Decision& decision) {
        return decision && decision->size() == 1 && sameFacts(decision->front(), entry, sides.moved);
    };
    const auto present = askOn(sides.present);
    if (holds(present) || (!question.asOfReceipt && onlyLooksLikeConflict(entry, sides.present, sides.gained))) {
        sides.present = evolve(std::move(sides.present), entry);
        return std::nullopt;
    }
    const Refusal why = present ? Refusal {RefusalCode::BadState, {}} : present.error();
    if (opening) {
        if (!question.judgement.irregular) {
            question.judgement.irregular = {stream.row.id, why};
        }
        sides.present = evolve(std::move(sides.present), entry);
        return std::nullopt;
    }
    // Silence had spoken meanwhile, and nobody has built on it: it is taken back.
    const bool silenceSpoke = sides.present.silence
        && std::any_of(
            sides.gained.begin(), sides.gained.end(), [](const KnownEntry* known) { return isSilence(known->entry); });
    if (silenceSpoke && !question.asOfReceipt && !question.judgement.annulled) {
        Entry annulment;
        annulment.event = Event::AnnulDeemed;
        annulment.date = shanghaiDate(fromMilliseconds(m_now));
        auto without = evolve(sides.present, annulment);
        if (holds(askOn(without))) {
            question.judgement.annulled = stream.row.id;
            sides.present = evolve(std::move(without), entry);
            return std::nullopt;
        }
    }
    auto verdict = present ? refused("facts_differ") : refused(why);
    if (question.asOfReceipt) {
        verdict.arguments["judged"] = "receipt";
    }
    verdict.states.push_back(refusingState(stream));
    return verdict;
}

std::optional<Judgement> Judge::judgeNumber(const Question& question) const {
    if (!question.opens) {
        return std::nullopt;
    }
    const auto& number = question.number;
    const auto leases = question.numbers.leases.find(question.batchAct.workstation);
    const bool leased = leases != question.numbers.leases.end()
        && std::any_of(leases->second.begin(), leases->second.end(), [&](const Block& block) {
               return number.starts_with(block.centre) && yearOfCaseNo(number) == block.year
                   && serialOfCaseNo(number) >= block.first && serialOfCaseNo(number) <= block.last;
           });
    if (!leased) {
        return refused("number_not_leased", {{"number", number}});
    }
    if (question.numbers.used.contains(number)) {
        Judgement clash;
        clash.verdict = Verdict::NumberClash;
        clash.reason = toText(Verdict::NumberClash);
        clash.arguments = {{"number", number}};
        return clash;
    }
    return std::nullopt;
}

} // namespace yichuang
