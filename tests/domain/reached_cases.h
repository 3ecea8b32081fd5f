// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table of lawful transitions, written by hand from domain.md 2.3, 2.6 and 2.7, and cases in every state that
// lawful work leads to.
#include "hall.h"

#include <deque>
#include <map>
#include <sstream>
#include <tuple>

namespace yichuang::test {

using Cell = std::tuple<Event, CommandAct, Stage>;
struct Lawful {
    std::set<Stage> to;
    std::set<Role> roles;
};

inline std::vector<std::string> words(const std::string& text) {
    std::istringstream stream {text};
    std::vector<std::string> result;
    for (std::string word; stream >> word;) {
        result.push_back(word);
    }
    return result;
}

inline const std::map<Cell, Lawful>& table() {
    static const auto read = [] {
        std::map<Cell, Lawful> cells;
        auto rows = csvRows(YICHUANG_FIXTURES "/lawful-transitions.csv");
        rows.erase(rows.begin());
        for (const auto& row : rows) {
            Lawful lawful;
            for (const std::string& word : words(row.at(3))) {
                lawful.to.insert(stageFromText(word).value());
            }
            for (const std::string& word : words(row.at(4))) {
                lawful.roles.insert(roleFromText(word).value());
            }
            cells[{eventFromText(row.at(0)).value(), commandActFromText(row.at(1)).value(),
                stageFromText(row.at(2)).value()}]
                = lawful;
        }
        return cells;
    }();
    return read;
}

inline std::vector<Event> transitions() {
    std::vector<Event> events;
    for (const Event event : allEvents()) {
        if (event <= Event::DeclareInterest) {
            events.push_back(event);
        }
    }
    return events;
}

inline const std::vector<CommandAct> allActs {
    CommandAct::Do, CommandAct::Request, CommandAct::Approve, CommandAct::Decline};

inline std::vector<Role> allRoles() {
    std::vector<Role> roles;
    for (int role = 0; role <= static_cast<int>(Role::System); ++role) {
        roles.push_back(static_cast<Role>(role));
    }
    return roles;
}

/// What a careful officer might state, one after another: the law may allow any of them.
inline std::vector<CommandFacts> variants(const Item& item, Event event, CivilDate date) {
    std::vector<CommandFacts> result {goodFacts(item, event, date)};
    if (event == Event::RefuseAcceptance) {
        result.push_back(result.front());
        result.back().ground = "listed_defects_open";
    }
    if (event == Event::Accept || event == Event::DecideOnSpot) {
        result.push_back(result.front());
        result.back().commit = Commit {true, {1, 2, 3}};
    }
    if (event == Event::Resubmit) {
        result.push_back(result.front());
        result.back().supplied = {2}; // the third stays open, and is tolerable
    }
    return result;
}

/// The day itself, days inside every clock, and long after each of them.
inline std::vector<CivilDate> dates(const CaseState& state) {
    const CivilDate last = state.lastDate.value_or(on("2019-03-04"));
    return {last, addDays(last, 1), addDays(last, 60)};
}

struct Reached {
    CaseState state;
    const Item* item;
};

inline std::string keyOf(const Reached& reached) {
    const CaseState& state = reached.state;
    std::ostringstream key;
    key << toText(reached.item->caseType) << toText(state.stage) << toText(state.pausedFrom) << state.toleranceOpen
        << state.noticeGiven << state.resubmittedOn.has_value() << state.openDefects.size()
        << state.assignedReviewer.has_value() << state.decidedOnSpotBy.has_value();
    for (const auto& [event, request] : state.requests) {
        key << toText(event);
    }
    return key.str();
}

/// A request stands through a pause only if both were asked for before: two at once are tried where one of them pauses.
inline std::size_t mostRequests(const CaseState& state) {
    return state.requests.contains(Event::Suspend) || state.requests.contains(Event::StartSpecial) ? 2 : 1;
}

/// The actor somebody new; and, where the assignment matters, in the assigned reviewer's name.
inline std::vector<const char*> idsFor(Event event) {
    return event == Event::StartReview || event == Event::SubmitOpinion ? std::vector {"somebody", "reviewer"}
                                                                        : std::vector {"somebody"};
}

/// Cases in every state that lawful work leads to, found by trying everything.
inline const std::vector<Reached>& reachedCases() {
    static const std::vector<Item> items {
        itemOf(CaseType::Immediate), itemOf(CaseType::OneReviewOneApprove), itemOf(CaseType::Commitment)};
    static const std::vector<Reached> all = [] {
        std::vector<Reached> found;
        std::set<std::string> keys;
        std::deque<Reached> open;
        for (const Item& item : items) {
            open.push_back({CaseState {}, &item});
        }
        const std::vector<Actor> actors {actorOf(Role::WindowClerk, "clerk"), actorOf(Role::Reviewer, "reviewer"),
            actorOf(Role::ChiefRepresentative, "chief"), actorOf(Role::IssuingWindow, "issuer"),
            actorOf(Role::System, "centre")};
        while (!open.empty()) {
            const Reached reached = open.front();
            open.pop_front();
            if (!keys.insert(keyOf(reached)).second || reached.state.pauses.size() > 1
                || reached.state.requests.size() > mostRequests(reached.state)) {
                continue;
            }
            found.push_back(reached);
            const LawContext context {*reached.item, nationalCalendar()};
            for (const Event event : transitions()) {
                for (const CommandAct act : allActs) {
                    for (const Actor& actor : actors) {
                        for (const CivilDate date : dates(reached.state)) {
                            for (const CommandFacts& facts : variants(*reached.item, event, date)) {
                                const auto decision
                                    = decide(reached.state, Command {event, act, date, actor, facts}, context);
                                if (decision && event != Event::DeclareInterest) {
                                    open.push_back({evolve(reached.state, decision->front()), reached.item});
                                }
                            }
                        }
                    }
                }
            }
        }
        return found;
    }();
    return all;
}

} // namespace yichuang::test
