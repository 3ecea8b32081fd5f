// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/centralstore/store.h>
#include <yichuang/contract/act.h>
#include <yichuang/domain/registry.h>
#include <yichuang/domain/result.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace yichuang {

/// The hall's own scope: staff, windows, items, calendars, keys.
[[nodiscard]] inline ScopeId hallScope() {
    return ScopeId("hall");
}

/// The registry up to a position of the `hall` log, with what `seen` and corrected times are judged by. Never changes
/// once made.
struct HallView {
    std::shared_ptr<const Registry> registry;
    std::int64_t position = 0;
    std::vector<HashText> links; ///< link hash of position i + 1
    std::vector<std::int64_t> times; ///< corrected time of position i + 1, never falling

    [[nodiscard]] Seen head() const;
    [[nodiscard]] bool knows(const Seen& seen) const;
    /// 0 before the first entry.
    [[nodiscard]] std::int64_t timeOf(std::int64_t position) const;
    /// The last position written at or before that time.
    [[nodiscard]] std::int64_t positionAt(std::int64_t time) const;
};

/// Folds `hall` once and then only what was added. Thread-safe; another instance rebuilds the same.
class HallCache {
public:
    [[nodiscard]] Result<std::shared_ptr<const HallView>> current(CentralTransaction& transaction);

private:
    std::mutex m_mutex;
    std::shared_ptr<const HallView> m_view;
};

/// The facts of a hall act with the names that travel as particulars.
[[nodiscard]] Result<std::vector<HallFact>> hallFactsOf(const ActRow& row);

} // namespace yichuang
