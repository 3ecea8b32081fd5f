// SPDX-License-Identifier: GPL-3.0-or-later
// Every cell of states × events × acts × roles. The table lawful-transitions.csv was written by hand from domain.md
// 2.3, 2.6 and 2.7; the code under test has no part in it.
#include "reached_cases.h"

#include <iostream>

namespace yichuang {
namespace {

using namespace test;

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
        const LawContext context {*reached.item, nationalCalendar()};
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
        const LawContext context {*reached.item, nationalCalendar()};
        const CivilDate today = addDays(reached.state.lastDate.value_or(on("2019-03-04")), 1);
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
