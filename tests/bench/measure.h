// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace yichuang::bench {

using Ticks = std::chrono::steady_clock;

[[nodiscard]] inline double millisecondsSince(Ticks::time_point start) {
    return std::chrono::duration<double, std::milli>(Ticks::now() - start).count();
}
[[nodiscard]] double median(std::vector<double> values);
/// Nearest rank: `part` 0.99 of 40 values is the largest.
[[nodiscard]] double percentile(std::vector<double> values, double part);

/// How much is done. `quick` proves that the bench works; its figures say nothing.
struct Sizes {
    int runs = 5;
    int acceptances = 2'000; ///< a run; all of them are what is pushed and pulled
    int block = 100; ///< ours and raw take turns after so many
    int cases = 100'000; ///< in the file that is searched and listed
    int searches = 300; ///< a run
    int pages = 300; ///< a run
    int arrivals = 40; ///< a run
    [[nodiscard]] static Sizes quick() { return {2, 60, 20, 400, 20, 20, 3}; }
    [[nodiscard]] int offlineIntakes() const { return runs * acceptances; }
};

/// What one run brought: ours beside the raw limit measured in the same run.
struct Run {
    double ours = 0;
    double raw = 0;
    [[nodiscard]] double ratio() const { return raw > 0 ? ours / raw : 0; }
};

enum class Bound { RatioAtMost, RatioAtLeast, OursAtMost };

struct Subject {
    std::string name;
    std::string unit;
    Bound bound = Bound::RatioAtMost;
    double mark = 0;
    std::string against; ///< what the raw limit is
    std::vector<Run> runs {};

    [[nodiscard]] double ours() const;
    [[nodiscard]] double raw() const;
    [[nodiscard]] double ratio() const;
    /// (largest − smallest) / median over the runs, of what the mark is about.
    [[nodiscard]] double spread() const;
    [[nodiscard]] bool holds() const;
};

[[nodiscard]] std::string tableOf(const std::vector<Subject>& subjects);
[[nodiscard]] std::string jsonOf(const std::vector<Subject>& subjects);

} // namespace yichuang::bench
