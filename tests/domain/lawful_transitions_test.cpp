// Every cell of states × events × acts × roles. The table lawful-transitions.csv was written by hand from domain.md
// 2.3, 2.6 and 2.7; the code under test has no part in it.
#include "hall.h"

#include <deque>
#include <map>
#include <tuple>

namespace yichuang {
namespace {

using test::actorOf;

using Cell = std::tuple<Event, CommandAct, Stage>;
struct Lawful {
    std::set<Stage> to;
    std::set<Role> roles;
};

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream {text};
    std::vector<std::string> result;
    for (std::string word; stream >> word;) {
        result.push_back(word);
    }
    return result;
}

const std::map<Cell, Lawful>& table() {
    static const auto read = [] {
        std::map<Cell, Lawful> cells;
        auto rows = test::csvRows(YICHUANG_FIXTURES "/lawful-transitions.csv");
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

std::vector<Event> transitions() {
    std::vector<Event> events;
    for (const Event event : allEvents()) {
        if (event <= Event::DeclareInterest) {
            events.push_back(event);
        }
    }
    return events;
}

const std::vector<CommandAct> allActs {CommandAct::Do, CommandAct::Request, CommandAct::Approve, CommandAct::Decline};

std::vector<Role> allRoles() {
    std::vector<Role> roles;
    for (int role = 0; role <= static_cast<int>(Role::System); ++role) {
        roles.push_back(static_cast<Role>(role));
    }
    return roles;
}

/// What a careful officer might state, one after another: the law may allow any of them.
std::vector<CommandFacts> variants(const Item& item, Event event, CivilDate date) {
    std::vector<CommandFacts> result {test::goodFacts(item, event, date)};
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
std::vector<CivilDate> dates(const CaseState& state) {
    const CivilDate last = state.lastDate.value_or(test::on("2019-03-04"));
    return {last, addDays(last, 1), addDays(last, 60)};
}

struct Reached {
    CaseState state;
    const Item* item;
};

std::string keyOf(const Reached& reached) {
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
std::size_t mostRequests(const CaseState& state) {
    return state.requests.contains(Event::Suspend) || state.requests.contains(Event::StartSpecial) ? 2 : 1;
}

/// The actor somebody new; and, where the assignment matters, in the assigned reviewer's name.
std::vector<const char*> idsFor(Event event) {
    return event == Event::StartReview || event == Event::SubmitOpinion ? std::vector {"somebody", "reviewer"}
                                                                        : std::vector {"somebody"};
}

/// Cases in every state that lawful work leads to, found by trying everything.
const std::vector<Reached>& reachedCases() {
    static const std::vector<Item> items {test::itemOf(CaseType::Immediate),
        test::itemOf(CaseType::OneReviewOneApprove), test::itemOf(CaseType::Commitment)};
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
            const LawContext context {*reached.item, test::nationalCalendar()};
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

TEST(LawfulTransitions, lawfulWorkLeadsToEveryState) {
    std::set<Stage> stages;
    for (const Reached& reached : reachedCases()) {
        stages.insert(reached.state.stage);
    }
    EXPECT_EQ(stages.size(), allStages().size());
    RecordProperty("cases", static_cast<int>(reachedCases().size()));
    std::cout << reachedCases().size() << " cases\n";
}

TEST(LawfulTransitions, everyForbiddenCellIsRefusedAndEveryLawfulOneIsNot) {
    std::set<std::tuple<Event, CommandAct, Stage, Role>> allowed;
    std::map<Cell, std::set<Stage>> led;
    for (const Reached& reached : reachedCases()) {
        const LawContext context {*reached.item, test::nationalCalendar()};
        const Stage from = reached.state.stage;
        for (const Event event : transitions()) {
            for (const CommandAct act : allActs) {
                for (const Role role : allRoles()) {
                    for (const char* id : idsFor(event)) {
                        for (const CivilDate date : dates(reached.state)) {
                            for (const CommandFacts& facts : variants(*reached.item, event, date)) {
                                const Command command {event, act, date, actorOf(role, id), facts};
                                const auto decision = decide(reached.state, command, context);
                                if (!decision) {
                                    continue;
                                }
                                allowed.insert({event, act, from, role});
                                const CaseState after = evolve(reached.state, decision->front());
                                led[{event, act, from}].insert(after.stage);
                            }
                        }
                    }
                }
            }
        }
    }
    for (const Event event : transitions()) {
        for (const CommandAct act : allActs) {
            for (const Stage from : allStages()) {
                const auto row = table().find({event, act, from});
                for (const Role role : allRoles()) {
                    const bool lawful = row != table().end() && row->second.roles.contains(role);
                    EXPECT_EQ(allowed.contains({event, act, from, role}), lawful)
                        << toText(event) << ' ' << toText(act) << " from " << toText(from) << " by " << toText(role);
                }
                if (row != table().end()) {
                    EXPECT_EQ((led[{event, act, from}]), row->second.to)
                        << toText(event) << ' ' << toText(act) << " from " << toText(from);
                }
            }
        }
    }
}

/// What the screens offer is what the law allows: for each case and role, the same answer.
TEST(LawfulTransitions, theScreensOfferNothingThatTheTableForbids) {
    for (const Reached& reached : reachedCases()) {
        const LawContext context {*reached.item, test::nationalCalendar()};
        const CivilDate today = addDays(reached.state.lastDate.value_or(test::on("2019-03-04")), 1);
        for (const Role role : allRoles()) {
            const auto offered = possibilities(reached.state, actorOf(role, "somebody"), context, today);
            EXPECT_EQ(offered.size(), 41U);
            for (const Possibility& possibility : offered) {
                const auto row = table().find({possibility.event, possibility.act, reached.state.stage});
                const bool lawful = row != table().end() && row->second.roles.contains(role);
                EXPECT_TRUE(lawful || possibility.refusal)
                    << toText(possibility.event) << ' ' << toText(possibility.act) << " from "
                    << toText(reached.state.stage) << " by " << toText(role);
            }
        }
    }
}

} // namespace
} // namespace yichuang
