// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "case_codec.h"
#include "database.h"
#include "registry_fold.h"
#include "subject.h"

#include <yichuang/storage/case_file.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace yichuang {

/// What giving an act its place in a case's journal came to.
enum class Placing { Now, Before, NotInJournal };

/// Which list a case stands in (column `bucket`).
enum class Bucket { None = 0, Running = 1, Stopped = 2, ToHandOver = 3, Done = 4 };
[[nodiscard]] Bucket bucketOf(Stage stage);

/// A row of `cases`, opened.
struct ProjectedCase {
    std::int64_t id = 0; ///< may be given to a new row before it is written
    bool stored = false;
    StreamId stream;
    /// What the opening named; shown where the opening was refused and the fold therefore knows nothing of it.
    std::string number;
    ItemId item;
    int itemVersion = 0;
    std::string department;
    std::int64_t opened = 0;
    std::int64_t changed = 0;
    bool own = false;
    int waiting = 0; ///< own acts without an answer
    int unplaced = 0; ///< own acts without their final place, refused ones left out
    bool setAside = false;
    bool likely = false;
    std::set<std::string> scopes;
    SealedRow sealed;
    std::vector<Token> tokens;
    std::vector<Token> indexed; ///< tokens as read from the file
};

/// An act on its way into a journal, with what of it is needed there.
struct StoredAct {
    std::int64_t id = 0; ///< 0 = not in the file
    std::int64_t own = 0;
    std::int64_t number = 0;
    Standing standing = Standing::Waiting;
    std::string cases;
};

/// The case rows and the fold behind them: the only place that writes `cases` and `journal`.
class Projections {
public:
    Projections(Database& database, RegistryFold& registry);
    [[nodiscard]] Result<void> prepare();
    /// After unlocking and after locking: forgets what was worked out with the keys.
    void forget();

    [[nodiscard]] RegistryFold& registry() { return m_registry; }

    [[nodiscard]] Result<std::optional<std::int64_t>> idOf(const StreamId& stream);
    [[nodiscard]] Result<StreamId> streamOf(std::int64_t caseId);
    /// The row, or an empty one with id 0.
    [[nodiscard]] Result<ProjectedCase> load(const StreamId& stream);
    [[nodiscard]] Result<ProjectedCase> load(std::int64_t caseId);
    /// An id for a row that is not written yet.
    [[nodiscard]] Result<std::int64_t> nextId();
    /// Works the clear columns out of the state and writes the row; gives a new one its id.
    [[nodiscard]] Result<void> save(ProjectedCase& row);
    /// Whole journal of a case, folded. Fold and marks are worked out here, not read from the row.
    [[nodiscard]] Result<CaseFile> file(std::int64_t caseId, const StreamId& stream);
    /// Judges waiting acts again on what has come, folds anew, writes the row. Answers whether one is newly unlikely to
    /// hold.
    [[nodiscard]] Result<bool> foldAnew(std::int64_t caseId, bool judgeWaiting);

    /// One entry on top of a row's state, without the journal.
    void evolveRow(ProjectedCase& row, const Entry& entry) const;
    /// Search tokens of a row, from what the application shows and the item's title.
    [[nodiscard]] std::vector<Token> tokensFor(const ProjectedCase& row, const std::vector<Token>& shown);

    [[nodiscard]] Result<void> addToJournal(
        std::int64_t caseId, std::int64_t actId, std::optional<std::int64_t> placed);
    [[nodiscard]] Result<Placing> place(std::int64_t caseId, std::int64_t actId, std::int64_t placed);
    /// The case, its journal, its tokens in the index and others' acts that belong to no other case. Own acts stay for
    /// as long as they are kept.
    [[nodiscard]] Result<void> purge(std::int64_t caseId);
    /// Removes particulars that an order of erasure names.
    [[nodiscard]] Result<void> erase(const std::vector<EntryId>& entries);

    /// Columns of `heldOf`, in its order, for every list's SELECT.
    static constexpr const char* heldColumns = "id, stream, number, item, item_version, department, opened, changed, "
                                               "own, waiting, set_aside, likely, sealed";
    [[nodiscard]] Result<HeldCase> heldOf(const Rows& rows);

    /// Up to which case id rows are in the search index.
    [[nodiscard]] Result<std::int64_t> indexedTo();
    [[nodiscard]] Result<void> setIndexedTo(std::int64_t caseId);
    [[nodiscard]] Result<void> index(std::int64_t caseId, const std::vector<Token>& tokens);

    [[nodiscard]] Result<std::optional<std::int64_t>> actId(const ActId& act);
    [[nodiscard]] Result<StoredAct> storedAct(std::int64_t id);
    [[nodiscard]] Result<ActBytes> bytesOf(std::int64_t actId);

private:
    [[nodiscard]] Result<ProjectedCase> rowOf(Rows& rows);
    [[nodiscard]] std::shared_ptr<const Item> itemOf(const CaseState& state) const;
    [[nodiscard]] std::string urgencyOf(const CaseState& state) const;
    [[nodiscard]] Result<void> unindex(std::int64_t caseId, const std::vector<Token>& tokens);
    [[nodiscard]] Result<bool> judge(CaseFile& file);

    Database& m_database;
    RegistryFold& m_registry;
    ItemTokens m_itemTokens;
    std::optional<std::int64_t> m_indexedTo;
    std::int64_t m_lastId = 0; ///< given out or written; only ever grows while the store is open

    Statement m_selectId;
    Statement m_selectLastId;
    Statement m_selectStream;
    Statement m_selectByStream;
    Statement m_selectById;
    Statement m_insert;
    Statement m_update;
    Statement m_delete;
    Statement m_journal;
    Statement m_addToJournal;
    Statement m_place;
    Statement m_inJournal;
    Statement m_actsOfCase;
    Statement m_deleteJournal;
    Statement m_selectAct;
    Statement m_selectStored;
    Statement m_selectBytes;
    Statement m_setCases;
    Statement m_setLikely;
    Statement m_setSealed;
    Statement m_deleteAct;
    Statement m_indexRow;
    Statement m_unindexRow;
    Statement m_again;
    Statement m_notAgain;
    Statement m_isAgain;
    Statement m_meta;
    Statement m_setMeta;
};

/// Adds a case's id to an act's list of cases, takes it out, reads it.
[[nodiscard]] std::string caseList(const std::vector<std::int64_t>& ids);
[[nodiscard]] std::vector<std::int64_t> caseIds(std::string_view list);

} // namespace yichuang
