// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/catalogue.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

namespace yichuang {

/// The bytes of a file among the resources, or of a fixture.
inline std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}
inline std::string resource(const std::string& name) {
    return bytesOf(std::string(YICHUANG_RESOURCES) + "/" + name);
}
inline std::string fixture(const std::string& name) {
    return bytesOf(std::string(YICHUANG_FIXTURES) + "/" + name);
}

inline std::string describe(const std::vector<ImportProblem>& problems) {
    std::string text;
    for (const auto& problem : problems) {
        text += (problem.severity == ProblemSeverity::Error ? "error " : "warning ") + problem.subject + " "
            + problem.field + " " + problem.rule;
        for (const auto& [name, value] : problem.arguments)
            text += " " + name + "=" + value;
        text += "\n";
    }
    return text;
}

inline std::vector<ImportProblem> errorsIn(const std::vector<ImportProblem>& problems) {
    std::vector<ImportProblem> errors;
    std::ranges::copy_if(problems, std::back_inserter(errors),
        [](const ImportProblem& problem) { return problem.severity == ProblemSeverity::Error; });
    return errors;
}

inline void PrintTo(const ImportProblem& problem, std::ostream* out) {
    *out << describe({problem});
}
inline void PrintTo(const ItemProblem& problem, std::ostream* out) {
    *out << describe({{{}, problem.field, problem.rule, problem.arguments, problem.severity}});
}

} // namespace yichuang
