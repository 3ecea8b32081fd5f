// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/law.h>

#include <gtest/gtest.h>

#include <set>

namespace yichuang::test {

[[nodiscard]] inline CivilDate on(std::string_view text) {
    const auto date = parseIsoDate(text);
    EXPECT_TRUE(date) << text;
    return date.value_or(CivilDate {});
}

[[nodiscard]] inline const Calendar& nationalCalendar() {
    static const Calendar calendar {*parseCalendarCsv(fileText(YICHUANG_RESOURCES "/calendars/calendar-cn.csv"))};
    return calendar;
}

inline constexpr const char* department = "卫生健康局";

/// An item that allows everything its kind of case can allow: three materials, the third tolerable.
[[nodiscard]] inline Item itemOf(CaseType type) {
    Item item;
    item.id = ItemId {"item-" + std::string {toText(type)}};
    item.title = "测试事项";
    item.department = department;
    item.caseType = type;
    item.statutory = Limit {20, LimitUnit::Workday};
    item.promisedWorkdays = type == CaseType::Immediate ? 1 : type == CaseType::OneReviewOneApprove ? 3 : 10;
    item.correctionNoticeDays = 5;
    item.hasExtensionRule = true;
    item.extensionMaxDays = 10;
    item.modes
        = {HandlingMode::Standard, HandlingMode::Tolerance, HandlingMode::NotifyAndCommit, HandlingMode::Simulated};
    item.specialProcedures = {
        {"专家评审", "行政许可法第四十五条", true, {}}, {"公示", "某法第三条", false, {}}, {"现场踏勘", "", true, {}}};
    item.result = "许可证";
    for (int seq = 1; seq <= 3; ++seq) {
        Material material;
        material.seq = seq;
        material.tolerable = seq == 3;
        item.materials.push_back(material);
    }
    const std::vector<int> limits = type == CaseType::Immediate ? std::vector<int> {1}
        : type == CaseType::OneReviewOneApprove                 ? std::vector<int> {2, 1}
                                                                : std::vector<int> {1, 6, 3};
    for (const int limit : limits) {
        item.steps.push_back(Step {static_cast<int>(item.steps.size()) + 1, {}, {}, limit, {}});
    }
    return item;
}

[[nodiscard]] inline Mandate mandateOf(MandateKind kind, std::vector<std::string> scope = {"*"}) {
    return Mandate {kind, on("2018-01-01"), on("2026-12-31"), std::move(scope), std::nullopt};
}

/// Somebody of the item's department with every mandate.
[[nodiscard]] inline Actor actorOf(Role role, const std::string& id) {
    return Actor {PersonId {id}, role, department,
        {mandateOf(MandateKind::Decide), mandateOf(MandateKind::Intake), mandateOf(MandateKind::Immediate)}};
}

/// Facts of which each event finds what it needs, as a careful officer would state them.
[[nodiscard]] inline CommandFacts goodFacts(const Item& item, Event event, CivilDate date) {
    CommandFacts facts;
    facts.identityChecked = true;
    facts.itemInForce = true;
    facts.caseNo = makeCaseNo("400", static_cast<int>(date.year()), 7);
    facts.item = item.id;
    facts.itemVersion = item.version;
    facts.curable = true;
    facts.fullList = true;
    facts.defects = {2, 3};
    facts.supplied = {2, 3};
    facts.inScope = true;
    facts.properForm = true;
    facts.decisionResult = "grant";
    if (event == Event::AcceptTolerant) {
        facts.missing = {3};
    }
    facts.promiseSigned = true;
    facts.ground = event == Event::Terminate ? "duplicate" : "not_competent";
    facts.confirmedBy = PersonId {"wu"};
    facts.confirmedByRole = Role::WindowClerk;
    facts.kind = "专家评审";
    facts.daysNeeded = 10;
    facts.resultOnFile = true;
    facts.basis = "工伤保险条例第二十条";
    facts.days = 5;
    facts.headApproved = true;
    facts.opinionGiven = true;
    facts.opinionDate = date;
    facts.reasonGiven = true;
    facts.remediesGiven = true;
    facts.sealed = true;
    facts.numberAssigned = true;
    facts.collectorIdentified = true;
    facts.way = "counter";
    facts.inWriting = true;
    facts.reviewer = PersonId {"reviewer"};
    return facts;
}

/// One case at the counter: asks the law, and folds what it allows.
class History {
public:
    explicit History(Item item, const Calendar& calendar = nationalCalendar())
        : m_item(std::move(item))
        , m_calendar(calendar) { }

    [[nodiscard]] const CaseState& state() const { return m_state; }
    [[nodiscard]] Item& item() { return m_item; }
    [[nodiscard]] LawContext context() const { return {m_item, m_calendar}; }
    [[nodiscard]] Dues dues(std::string_view date) const { return duesOf(m_state, context(), on(date)); }

    using Change = std::function<void(CommandFacts&)>;

    /// The reason of the refusal, empty if the law allows it. Folds nothing.
    [[nodiscard]] std::string asked(
        Event event, CommandAct act, const Actor& actor, std::string_view date,
        const Change& change = [](CommandFacts&) { }) const {
        const Decision decision = decide(m_state, command(event, act, actor, date, change), context());
        return decision ? std::string {} : std::string {toText(decision.error().code)};
    }

    /// As `asked`, and folds the entries.
    std::string says(
        Event event, CommandAct act, const Actor& actor, std::string_view date,
        const Change& change = [](CommandFacts&) { }) {
        const Decision decision = decide(m_state, command(event, act, actor, date, change), context());
        if (!decision) {
            return std::string {toText(decision.error().code)};
        }
        for (const Entry& entry : *decision) {
            m_last = entry;
            m_state = evolve(std::move(m_state), entry);
        }
        return {};
    }

    std::string does(
        Event event, const Actor& actor, std::string_view date, const Change& change = [](CommandFacts&) { }) {
        return says(event, CommandAct::Do, actor, date, change);
    }

    /// Request by one, approval by another, both that day.
    std::string both(
        Event event, const Actor& asker, const Actor& approver, std::string_view date,
        const Change& change = [](CommandFacts&) { }) {
        const std::string refusal = says(event, CommandAct::Request, asker, date, change);
        return refusal.empty() ? says(event, CommandAct::Approve, approver, date) : refusal;
    }

    [[nodiscard]] const Entry& last() const { return m_last; }
    void set(CaseState state) { m_state = std::move(state); }

private:
    [[nodiscard]] Command command(
        Event event, CommandAct act, const Actor& actor, std::string_view date, const Change& change) const {
        Command command {event, act, on(date), actor, goodFacts(m_item, event, on(date))};
        change(command.facts);
        return command;
    }

    Item m_item;
    const Calendar& m_calendar;
    CaseState m_state;
    Entry m_last;
};

} // namespace yichuang::test
