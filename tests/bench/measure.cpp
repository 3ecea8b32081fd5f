// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>

namespace yichuang::bench {

namespace {

std::vector<double> each(const std::vector<Run>& runs, const std::function<double(const Run&)>& figure) {
    std::vector<double> figures;
    figures.reserve(runs.size());
    for (const Run& run : runs)
        figures.push_back(figure(run));
    return figures;
}

double rounded(double value) {
    constexpr double places = 1000;
    return std::round(value * places) / places;
}

std::string boundText(const Subject& subject) {
    std::array<char, 64> text {};
    switch (subject.bound) {
    case Bound::RatioAtMost:
        std::snprintf(text.data(), text.size(), "ratio <= %g", subject.mark);
        break;
    case Bound::RatioAtLeast:
        std::snprintf(text.data(), text.size(), "ratio >= %g", subject.mark);
        break;
    case Bound::OursAtMost:
        std::snprintf(text.data(), text.size(), "ours <= %g %s", subject.mark, subject.unit.c_str());
        break;
    }
    return text.data();
}

} // namespace

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile(std::vector<double> values, double part) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

double Subject::ours() const {
    return median(each(runs, [](const Run& run) { return run.ours; }));
}
double Subject::raw() const {
    return median(each(runs, [](const Run& run) { return run.raw; }));
}
double Subject::ratio() const {
    return median(each(runs, [](const Run& run) { return run.ratio(); }));
}

double Subject::spread() const {
    const auto figures
        = each(runs, [this](const Run& run) { return bound == Bound::OursAtMost ? run.ours : run.ratio(); });
    if (figures.empty())
        return 0;
    const auto [least, most] = std::minmax_element(figures.begin(), figures.end());
    const double middle = median(figures);
    return middle > 0 ? (*most - *least) / middle : 0;
}

bool Subject::holds() const {
    if (runs.empty())
        return false;
    switch (bound) {
    case Bound::RatioAtMost:
        return ratio() <= mark;
    case Bound::RatioAtLeast:
        return ratio() >= mark;
    case Bound::OursAtMost:
        return ours() <= mark;
    }
    return false;
}

std::string tableOf(const std::vector<Subject>& subjects) {
    std::string table;
    std::array<char, 256> line {};
    std::snprintf(line.data(), line.size(), "%-11s %10s %10s %-9s %7s %7s  %-16s %s\n", "subject", "ours", "raw",
        "unit", "ratio", "spread", "mark", "holds");
    table += line.data();
    for (const Subject& subject : subjects) {
        if (subject.runs.empty()) {
            table += subject.name + std::string(12 - std::min<std::size_t>(subject.name.size(), 11), ' ')
                + "could not be measured\n";
            continue;
        }
        std::snprintf(line.data(), line.size(), "%-11s %10.3f %10.3f %-9s %7.2f %6.0f%%  %-16s %s\n",
            subject.name.c_str(), subject.ours(), subject.raw(), subject.unit.c_str(), subject.ratio(),
            subject.spread() * 100, boundText(subject).c_str(), subject.holds() ? "yes" : "NO");
        table += line.data();
    }
    table += "raw:\n";
    for (const Subject& subject : subjects)
        table += "  " + subject.name + ": " + subject.against + "\n";
    return table;
}

std::string jsonOf(const std::vector<Subject>& subjects) {
    boost::json::array rows;
    for (const Subject& subject : subjects) {
        if (subject.runs.empty())
            continue;
        rows.push_back(boost::json::object {{"subject", subject.name}, {"ours", rounded(subject.ours())},
            {"raw", rounded(subject.raw())}, {"ratio", rounded(subject.ratio())}, {"unit", subject.unit},
            {"spread", rounded(subject.spread())}});
    }
    return boost::json::serialize(rows) + "\n";
}

} // namespace yichuang::bench
