// SPDX-License-Identifier: GPL-3.0-or-later
#include "projections.h"

#include <yichuang/storage/lists.h>

#include <algorithm>
#include <utility>

namespace yichuang {

namespace {

/// "(a AND b) OR (c)" in the index's words.
std::string expressionOf(const TokenQuery& query) {
    std::string text;
    for (const std::vector<Token>& group : query.alternatives) {
        if (group.empty())
            continue;
        text += text.empty() ? "(" : " OR (";
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (i > 0)
                text += " AND ";
            appendTokenWord(text, group[i]);
        }
        text += ')';
    }
    return text;
}

bool matches(const TokenQuery& query, const std::vector<Token>& sorted) {
    return std::any_of(
        query.alternatives.begin(), query.alternatives.end(), [&sorted](const std::vector<Token>& group) {
            return !group.empty() && std::all_of(group.begin(), group.end(), [&sorted](Token token) {
                return std::binary_search(sorted.begin(), sorted.end(), token);
            });
        });
}

} // namespace

class Search::Private {
public:
    Private(Database& database_, Projections& projections_)
        : database(database_)
        , projections(projections_) { }

    Database& database;
    Projections& projections;
    Statement match;
    Statement outside;
    Statement row;
    Statement some;
    Statement countAfter;
    Statement countAgain;
};

Search::Search(Database& database, Projections& projections)
    : m_d(std::make_unique<Private>(database, projections)) { }
Search::~Search() = default;

Result<void> Search::prepare() {
    const std::string row = std::string {"SELECT "} + Projections::heldColumns + " FROM cases WHERE id = ?";
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->match, "SELECT -rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?"},
        {&m_d->outside,
            "SELECT id, tokens FROM cases WHERE id > ? UNION ALL"
            " SELECT c.id, c.tokens FROM search_again a JOIN cases c ON c.id = a.case_id"},
        {&m_d->row, row.c_str()},
        {&m_d->some,
            "SELECT id, tokens FROM (SELECT id, tokens FROM cases WHERE id > ? ORDER BY id LIMIT ?) UNION"
            " SELECT c.id, c.tokens FROM search_again a JOIN cases c ON c.id = a.case_id"},
        {&m_d->countAfter, "SELECT count(*) FROM cases WHERE id > ?"},
        {&m_d->countAgain, "SELECT count(*) FROM search_again"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<std::vector<HeldCase>> Search::find(std::string_view typed, int limit) const {
    const auto keys = m_d->database.unlocked();
    if (!keys)
        return passOn(keys);
    const TokenQuery query = queryOf(typed, (*keys)->tokenKey());
    const std::string expression = expressionOf(query);
    if (expression.empty() || limit < 1)
        return std::vector<HeldCase> {};
    const auto upTo = m_d->projections.indexedTo();
    if (!upTo)
        return passOn(upTo);
    std::vector<std::int64_t> ids;
    {
        auto rows = m_d->match.rows(expression, limit);
        if (!rows)
            return passOn(rows);
        while (rows->next())
            ids.push_back(rows->number(0));
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
    }
    {
        auto rows = m_d->outside.rows(*upTo);
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            if (matches(query, tokensOfBytes(rows->blob(1))))
                ids.push_back(rows->number(0));
        }
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
    }
    std::sort(ids.begin(), ids.end(), std::greater {});
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.size() > static_cast<std::size_t>(limit))
        ids.resize(static_cast<std::size_t>(limit));
    std::vector<HeldCase> found;
    found.reserve(ids.size());
    for (const std::int64_t id : ids) {
        auto rows = m_d->row.rows(id);
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            continue;
        auto held = m_d->projections.heldOf(*rows);
        if (!held)
            return passOn(held);
        found.push_back(std::move(*held));
    }
    return found;
}

Result<int> Search::indexSome(int batch) {
    const auto upTo = m_d->projections.indexedTo();
    if (!upTo)
        return passOn(upTo);
    std::vector<std::pair<std::int64_t, std::vector<Token>>> cases;
    {
        auto rows = m_d->some.rows(*upTo, batch);
        if (!rows)
            return passOn(rows);
        while (rows->next())
            cases.emplace_back(rows->number(0), tokensOfBytes(rows->blob(1)));
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
    }
    if (cases.empty())
        return 0;
    // Newest first, so that row numbers rise within the batch, as the index likes it.
    std::sort(cases.begin(), cases.end(), [](const auto& left, const auto& right) { return left.first > right.first; });
    return m_d->database.transaction([&]() -> Result<int> {
        for (const auto& [id, tokens] : cases) {
            if (auto indexed = m_d->projections.index(id, tokens); !indexed)
                return passOn(indexed);
        }
        if (cases.front().first > *upTo) {
            if (auto set = m_d->projections.setIndexedTo(cases.front().first); !set)
                return passOn(set);
        }
        return static_cast<int>(cases.size());
    });
}

Result<int> Search::notIndexed() const {
    const auto upTo = m_d->projections.indexedTo();
    if (!upTo)
        return passOn(upTo);
    int count = 0;
    {
        auto rows = m_d->countAfter.rows(*upTo);
        if (!rows)
            return passOn(rows);
        if (rows->next())
            count += rows->integer(0);
    }
    auto rows = m_d->countAgain.rows();
    if (!rows)
        return passOn(rows);
    if (rows->next())
        count += rows->integer(0);
    return count;
}

} // namespace yichuang
