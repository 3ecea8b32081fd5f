// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/lists.h>

#include "projections.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace yichuang {

namespace {

struct ListSql {
    const char* where; ///< with one parameter for department or person
    const char* index;
    const char* column;
    bool newestFirst;
};
ListSql sqlOf(WorkList list) {
    switch (list) {
    case WorkList::Mine:
        return {"bucket = 1", "cases_mine", "handler", false};
    case WorkList::Department:
        return {"bucket = 1", "cases_department", "department", false};
    case WorkList::Stopped:
        return {"bucket = 2", "cases_stopped", "department", false};
    case WorkList::PendingDecision:
        return {"pending = 1", "cases_pending", "department", false};
    case WorkList::ToHandOver:
        return {"bucket = 3", "cases_to_hand_over", "department", false};
    case WorkList::Done:
        return {"bucket = 4", "cases_done", "department", true};
    }
    return {"bucket = 1", "cases_department", "department", false};
}
constexpr std::size_t listCount = 6;

/// Where a page ended: the last row's urgency and id.
struct Place {
    std::string urgency;
    std::int64_t id = 0;
};
Place placeOf(const std::string& text, bool newestFirst) {
    const std::size_t parted = text.find(' ');
    if (parted != std::string::npos) {
        Place place {text.substr(0, parted), 0};
        const char* const end = text.data() + text.size();
        if (std::from_chars(text.data() + parted + 1, end, place.id).ptr == end)
            return place;
    }
    return newestFirst ? Place {"9999-99-99", INT64_MAX} : Place {"", 0};
}

struct Key {
    std::string urgency;
    std::int64_t id;
};

} // namespace

class Worklist::Private {
public:
    Private(Database& database_, Projections& projections_)
        : database(database_)
        , projections(projections_) { }

    Result<std::vector<std::string>> groups(const ListQuery& query);
    Result<int> total(WorkList list, const std::vector<std::string>& groups);

    Database& database;
    Projections& projections;
    Statement keys[listCount];
    Statement totals[listCount];
    Statement departments[listCount];
    Statement row;
    Statement byStream;
    Statement drafts;
    Statement refused;
};

Worklist::Worklist(Database& database, Projections& projections)
    : m_d(std::make_unique<Private>(database, projections)) { }
Worklist::~Worklist() = default;

Result<void> Worklist::prepare() {
    for (std::size_t i = 0; i < listCount; ++i) {
        const ListSql sql = sqlOf(static_cast<WorkList>(i));
        const std::string from = std::string {" FROM cases INDEXED BY "} + sql.index + " WHERE " + sql.where + " AND "
            + sql.column + " = ?";
        const std::string keys = "SELECT urgency, id" + from
            + (sql.newestFirst ? " AND (urgency, id) < (?, ?) ORDER BY urgency DESC, id DESC LIMIT ?"
                               : " AND (urgency, id) > (?, ?) ORDER BY urgency, id LIMIT ?");
        if (auto prepared = m_d->keys[i].prepare(m_d->database.connection(), keys.c_str()); !prepared)
            return prepared;
        // One probe of the index for each department, however many cases there are.
        const std::string next
            = std::string {"SELECT min(department) FROM cases INDEXED BY "} + sql.index + " WHERE " + sql.where;
        const std::string departments = "WITH RECURSIVE one (department) AS (SELECT (" + next + ") UNION ALL SELECT ("
            + next + " AND department > one.department) FROM one WHERE one.department IS NOT NULL)"
            + " SELECT department FROM one WHERE department IS NOT NULL";
        if (static_cast<WorkList>(i) != WorkList::Mine) {
            if (auto prepared = m_d->departments[i].prepare(m_d->database.connection(), departments.c_str()); !prepared)
                return prepared;
        }
        if (auto prepared = m_d->totals[i].prepare(m_d->database.connection(), ("SELECT count(*)" + from).c_str());
            !prepared)
            return prepared;
    }
    const std::string row = std::string {"SELECT "} + Projections::heldColumns + " FROM cases WHERE id = ?";
    const std::string byStream = std::string {"SELECT "} + Projections::heldColumns + " FROM cases WHERE stream = ?";
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->row, row.c_str()},
        {&m_d->byStream, byStream.c_str()},
        {&m_d->drafts, "SELECT count(*) FROM drafts WHERE author = ?"},
        {&m_d->refused,
            "SELECT count(*) FROM acts INDEXED BY acts_told WHERE own > 0 AND verdict IS NOT NULL AND settled = 0"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<std::vector<std::string>> Worklist::Private::groups(const ListQuery& query) {
    if (query.list == WorkList::Mine)
        return std::vector<std::string> {query.person.value()};
    if (!query.departments.empty())
        return query.departments;
    auto rows = departments[static_cast<std::size_t>(query.list)].rows();
    if (!rows)
        return passOn(rows);
    std::vector<std::string> all;
    while (rows->next())
        all.push_back(rows->text(0));
    return all;
}

Result<int> Worklist::Private::total(WorkList list, const std::vector<std::string>& groups) {
    int sum = 0;
    for (const std::string& group : groups) {
        auto rows = totals[static_cast<std::size_t>(list)].rows(group);
        if (!rows)
            return passOn(rows);
        if (rows->next())
            sum += rows->integer(0);
    }
    return sum;
}

Result<ListPage> Worklist::page(const ListQuery& query) const {
    if (const auto unlocked = m_d->database.unlocked(); !unlocked)
        return passOn(unlocked);
    const auto list = static_cast<std::size_t>(query.list);
    const bool newestFirst = sqlOf(query.list).newestFirst;
    const int limit = std::clamp(query.limit, 1, 1000);
    const Place place = placeOf(query.after, newestFirst);
    const auto groups = m_d->groups(query);
    if (!groups)
        return passOn(groups);
    // Each department's list is an index of its own; the page is merged from their beginnings.
    std::vector<Key> keys;
    for (const std::string& group : *groups) {
        auto rows = m_d->keys[list].rows(group, place.urgency, place.id, limit + 1);
        if (!rows)
            return passOn(rows);
        while (rows->next())
            keys.push_back({rows->text(0), rows->number(1)});
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
    }
    std::sort(keys.begin(), keys.end(), [newestFirst](const Key& left, const Key& right) {
        const auto order = std::tie(left.urgency, left.id) <=> std::tie(right.urgency, right.id);
        return newestFirst ? order > 0 : order < 0;
    });
    ListPage page;
    const bool more = keys.size() > static_cast<std::size_t>(limit);
    if (more)
        keys.resize(static_cast<std::size_t>(limit));
    page.rows.reserve(keys.size());
    for (const Key& key : keys) {
        auto rows = m_d->row.rows(key.id);
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            continue;
        auto held = m_d->projections.heldOf(*rows);
        if (!held)
            return passOn(held);
        page.rows.push_back(std::move(*held));
    }
    if (more)
        page.next = keys.back().urgency + ' ' + std::to_string(keys.back().id);
    if (query.after.empty()) {
        const auto total = m_d->total(query.list, *groups);
        if (!total)
            return passOn(total);
        page.total = *total;
    }
    return page;
}

Result<ListCounts> Worklist::counts(const PersonId& person, const std::vector<std::string>& departments) const {
    ListQuery query;
    query.person = person;
    query.departments = departments;
    const auto total = [&](WorkList list) -> Result<int> {
        query.list = list;
        const auto groups = m_d->groups(query);
        if (!groups)
            return passOn(groups);
        return m_d->total(list, *groups);
    };
    ListCounts counts;
    for (const auto& [list, target] : std::vector<std::pair<WorkList, int*>> {{WorkList::Mine, &counts.mine},
             {WorkList::Department, &counts.department}, {WorkList::Stopped, &counts.stopped},
             {WorkList::PendingDecision, &counts.pendingDecision}, {WorkList::ToHandOver, &counts.toHandOver},
             {WorkList::Done, &counts.done}}) {
        const auto sum = total(list);
        if (!sum)
            return passOn(sum);
        *target = *sum;
    }
    {
        auto rows = m_d->drafts.rows(person);
        if (!rows)
            return passOn(rows);
        if (rows->next())
            counts.drafts = rows->integer(0);
    }
    auto rows = m_d->refused.rows();
    if (!rows)
        return passOn(rows);
    if (rows->next())
        counts.refused = rows->integer(0);
    return counts;
}

Result<HeldCase> Worklist::row(const StreamId& stream) const {
    const std::string packed = packedCase(stream);
    auto rows = m_d->byStream.rows(Blob {packed});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.unknown_case");
    return m_d->projections.heldOf(*rows);
}

} // namespace yichuang
