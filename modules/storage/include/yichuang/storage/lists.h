// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/storage/case_file.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

class Database;
class Projections;

/// Lists of cases. A case stands in exactly one of Department, Stopped, ToHandOver, Done; Mine and PendingDecision are
/// parts of the first.
enum class WorkList {
    Mine, ///< before the decision, running, on this person's desk: the assigned reviewer's, else of whom took it in
    Department, ///< before the decision, running
    Stopped, ///< a pause is open
    PendingDecision, ///< waits for the chief: PendingDecision, or an approval was asked for
    ToHandOver, ///< decided, not handed over
    Done
};
struct ListQuery {
    WorkList list = WorkList::Department;
    PersonId person; ///< for Mine
    std::vector<std::string> departments; ///< empty = all that this workstation holds; Mine ignores it
    std::string after; ///< `next` of the page before; empty = from the top
    int limit = 100; ///< 1 to 1000
};
struct ListPage {
    std::vector<HeldCase> rows;
    std::string next; ///< empty at the end
    int total = -1; ///< of the whole list; counted for the first page only, else -1
};
struct ListCounts {
    int mine = 0;
    int department = 0;
    int stopped = 0;
    int pendingDecision = 0;
    int toHandOver = 0;
    int done = 0;
    int drafts = 0; ///< of that person
    int refused = 0; ///< not settled, of everybody here
};

/// Pages of lists, most urgent first (Done: newest first), by keyset: a page costs the same at any depth. Storage
/// thread; needs the data key.
class Worklist {
public:
    Worklist(Database& database, Projections& projections);
    ~Worklist();
    [[nodiscard]] Result<void> prepare();

    [[nodiscard]] Result<ListPage> page(const ListQuery& query) const;
    [[nodiscard]] Result<ListCounts> counts(const PersonId& person, const std::vector<std::string>& departments) const;
    /// Error "storage.unknown_case".
    [[nodiscard]] Result<HeldCase> row(const StreamId& stream) const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// Search as typed, over blind tokens: in the case's row at once, in the index after the next idle batch. Storage
/// thread; needs the data key.
class Search {
public:
    Search(Database& database, Projections& projections);
    ~Search();
    [[nodiscard]] Result<void> prepare();

    /// Newest first. Text that asks for nothing finds nothing.
    [[nodiscard]] Result<std::vector<HeldCase>> find(std::string_view typed, int limit) const;
    /// Brings up to `batch` new rows into the index, and those that changed; answers how many it brought.
    [[nodiscard]] Result<int> indexSome(int batch);
    /// Counts the rows outside the index, which takes the longer the more there are.
    [[nodiscard]] Result<int> notIndexed() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
