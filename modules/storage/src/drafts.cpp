// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <yichuang/storage/desk.h>

#include <utility>

namespace yichuang {

namespace {

// Sealed together: length of the title in decimal, a colon, title, content.
std::string packed(const Draft& draft) {
    return std::to_string(draft.title.size()) + ':' + draft.title + draft.content;
}
bool unpack(std::string_view plain, Draft& draft, bool withContent) {
    const std::size_t colon = plain.find(':');
    if (colon == std::string_view::npos)
        return false;
    std::size_t size = 0;
    for (const char letter : plain.substr(0, colon)) {
        if (letter < '0' || letter > '9')
            return false;
        size = size * 10 + static_cast<std::size_t>(letter - '0');
    }
    plain.remove_prefix(colon + 1);
    if (size > plain.size())
        return false;
    draft.title = plain.substr(0, size);
    if (withContent)
        draft.content = plain.substr(size);
    return true;
}

} // namespace

class Drafts::Private {
public:
    explicit Private(Database& database_)
        : database(database_) { }

    Result<Draft> read(const Rows& rows, bool withContent) {
        const auto keys = database.unlocked();
        if (!keys)
            return passOn(keys);
        Draft draft;
        draft.id = rows.text(0);
        draft.author = PersonId {rows.text(1)};
        draft.item = ItemId {rows.text(2)};
        draft.savedAt = rows.number(3);
        const auto plain = unseal(rows.blob(4), "draft", (*keys)->dataKey());
        if (!plain || !unpack(*plain, draft, withContent))
            return failure("storage.damaged", {}, "a draft can't be unsealed");
        return draft;
    }

    Database& database;
    Statement save;
    Statement byAuthor;
    Statement byId;
    Statement remove;
    Statement takeOver;
};

Drafts::Drafts(Database& database)
    : m_d(std::make_unique<Private>(database)) { }
Drafts::~Drafts() = default;

Result<void> Drafts::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->save,
            "INSERT INTO drafts (id, author, item, saved, sealed) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " author = excluded.author, item = excluded.item, saved = excluded.saved, sealed = excluded.sealed"},
        {&m_d->byAuthor, "SELECT id, author, item, saved, sealed FROM drafts WHERE author = ? ORDER BY saved DESC, id"},
        {&m_d->byId, "SELECT id, author, item, saved, sealed FROM drafts WHERE id = ?"},
        {&m_d->remove, "DELETE FROM drafts WHERE id = ?"},
        {&m_d->takeOver, "UPDATE drafts SET author = ? WHERE id = ?"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<void> Drafts::save(const Draft& draft) {
    const auto keys = m_d->database.unlocked();
    if (!keys)
        return passOn(keys);
    const std::string sealed = seal(packed(draft), "draft", (*keys)->dataKey(), m_d->database.randomness());
    return m_d->database.transaction([&]() -> Result<void> {
        m_d->database.changes().drafts = true;
        return m_d->save.run(draft.id, draft.author, draft.item, draft.savedAt, Blob {sealed});
    });
}

Result<std::vector<Draft>> Drafts::of(const PersonId& author) const {
    auto rows = m_d->byAuthor.rows(author);
    if (!rows)
        return passOn(rows);
    std::vector<Draft> drafts;
    while (rows->next()) {
        auto draft = m_d->read(*rows, false);
        if (!draft)
            return passOn(draft);
        drafts.push_back(std::move(*draft));
    }
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    return drafts;
}

Result<Draft> Drafts::draft(std::string_view id) const {
    auto rows = m_d->byId.rows(id);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.unknown_draft");
    return m_d->read(*rows, true);
}

Result<void> Drafts::discard(std::string_view id) {
    return m_d->database.transaction([&]() -> Result<void> {
        m_d->database.changes().drafts = true;
        return m_d->remove.run(id);
    });
}

Result<void> Drafts::takeOver(std::string_view id, const PersonId& by) {
    return m_d->database.transaction([&]() -> Result<void> {
        const auto changed = m_d->takeOver.change(by, id);
        if (!changed)
            return passOn(changed);
        if (*changed == 0)
            return failure("storage.unknown_draft");
        m_d->database.changes().drafts = true;
        return {};
    });
}

} // namespace yichuang
