// SPDX-License-Identifier: GPL-3.0-or-later
// The bench works and names all its subjects; what it measures is no test's business.
#include <boost/json.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Outcome {
    int status = -1;
    std::string words;
};

Outcome runBench(const std::string& arguments) {
    // The script itself, as a person calls it; nothing of it comes from outside.
    FILE* pipe = ::popen((std::string {YICHUANG_BENCH_SCRIPT " "} + arguments + " 2>&1").c_str(), "r");
    Outcome outcome;
    if (pipe == nullptr)
        return outcome;
    std::array<char, 4096> chunk {};
    for (std::size_t size = 0; (size = std::fread(chunk.data(), 1, chunk.size(), pipe)) > 0;)
        outcome.words.append(chunk.data(), size);
    const int status = ::pclose(pipe);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

TEST(Bench, everySubjectIsMeasuredOnTheProductsOwnPaths) {
    const std::filesystem::path file
        = std::filesystem::temp_directory_path() / ("yichuang-bench-" + std::to_string(::getpid()) + ".json");
    const Outcome outcome = runBench("--quick --json " + file.string());
    ASSERT_EQ(outcome.status, 0) << outcome.words;
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    std::filesystem::remove(file);
    const auto rows = boost::json::parse(text.str()).as_array();
    std::set<std::string> subjects;
    for (const auto& row : rows) {
        const auto& object = row.as_object();
        EXPECT_EQ(object.size(), 6U);
        subjects.insert(std::string(object.at("subject").as_string()));
        EXPECT_GT(object.at("ours").to_number<double>(), 0.0) << outcome.words;
        EXPECT_GT(object.at("raw").to_number<double>(), 0.0) << outcome.words;
        EXPECT_GT(object.at("ratio").to_number<double>(), 0.0) << outcome.words;
        EXPECT_GE(object.at("spread").to_number<double>(), 0.0);
        EXPECT_FALSE(object.at("unit").as_string().empty());
        EXPECT_NE(outcome.words.find(object.at("subject").as_string().c_str()), std::string::npos);
    }
    EXPECT_EQ(rows.size(), 7U);
    EXPECT_EQ(
        subjects, (std::set<std::string> {"acceptance", "push", "pull", "search", "worklist", "memory", "arrival"}));
}

TEST(Bench, whoAsksForSomethingElseIsToldWhatThereIs) {
    const Outcome outcome = runBench("--faster");
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.words.find("--json FILE"), std::string::npos);
    const Outcome help = runBench("--help");
    EXPECT_EQ(help.status, 0);
    EXPECT_NE(help.words.find("Exit status"), std::string::npos);
}

} // namespace
