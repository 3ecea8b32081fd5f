// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL between any two statements of what the centre does: a process of its own does one thing and is killed before
// its n-th statement, for n = 1, 2, 3 … until it comes through. After each the database is whole, and the same thing
// done again has its whole effect.
#include "centre_fixture.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

namespace yichuang::test {
namespace {

/// "push <workstation> <file>", "silence", "recalendar", "join <stream> <scope>", "leave …", "erase <stream> <act>".
Result<void> perform(Centre& centre, const std::vector<std::string>& what) {
    const auto& name = what.front();
    const auto done = [](const auto& result) { return result ? Result<void> {} : tl::unexpected(result.error()); };
    if (name == "push") {
        std::ifstream file(what.at(2));
        std::ostringstream acts;
        acts << file.rdbuf();
        return done(centre.push(WorkstationId(what.at(1)), acts.str()));
    }
    if (name == "silence") {
        return done(centre.writeSilence());
    }
    if (name == "recalendar") {
        return done(centre.recalendar());
    }
    if (name == "join") {
        return centre.joinScope(StreamId(what.at(1)), ScopeId(what.at(2)));
    }
    if (name == "leave") {
        return centre.leaveScope(StreamId(what.at(1)), ScopeId(what.at(2)));
    }
    if (name == "erase") {
        return centre.erase(StreamId(what.at(1)), {{ActId(what.at(2)), 0}}, {{"order", "court"}});
    }
    return failure("test.unknown", {{"name", name}});
}

/// The killed process: <address> <clock, ms> <n> <what …>.
int killedProcess(const std::vector<std::string>& arguments) {
    int left = -1;
    StoreOptions options;
    options.probe = [&](std::string_view) -> Result<void> {
        if (left > 0 && --left == 0) {
            ::raise(SIGKILL);
        }
        return {};
    };
    auto store = CentralStore::open(arguments.at(0), options);
    if (!store) {
        return 3;
    }
    const SetClock clock(fromMilliseconds(std::stoll(arguments.at(1))));
    Centre centre(*store, clock);
    left = std::stoi(arguments.at(2));
    const auto done = perform(centre, {arguments.begin() + 3, arguments.end()});
    if (!done) {
        std::cerr << done.error().code << " " << done.error().detail << "\n";
        return 4;
    }
    return 0;
}

class Killed : public CentreTest {
protected:
    /// Kills the process at every statement of it. What `same` tells is the same before and after each kill, or as it
    /// is when all was done: nothing lies between.
    void killAtEveryStatement(const std::vector<std::string>& what, const std::function<std::string()>& told) {
        const auto before = told();
        std::set<std::string> seen;
        bool through = false;
        int kills = 0;
        for (int n = 1; n < 200 && !through; ++n) {
            const int status = run(n, what);
            through = status == 0;
            if (!through) {
                ASSERT_EQ(status, 128 + SIGKILL) << what.front() << " at statement " << n;
                ++kills;
            }
            EXPECT_EQ(firstFault(), "") << what.front() << " killed at statement " << n;
            seen.insert(told());
        }
        EXPECT_TRUE(through) << what.front();
        EXPECT_GT(kills, 2) << what.front();
        EXPECT_LE(seen.size(), 2U) << what.front() << " was half done";
        EXPECT_NE(told(), before) << what.front() << " did nothing";
    }
    std::string fileOf(const HandClient& client) {
        const auto path = std::filesystem::temp_directory_path()
            / ("yichuang-kill-" + std::to_string(::getpid()) + "-" + std::to_string(++m_files));
        std::ofstream file(path);
        for (const auto& act : const_cast<HandClient&>(client).outbox()) {
            file << act.bytes.wire();
        }
        m_paths.push_back(path);
        return path.string();
    }
    void TearDown() override {
        for (const auto& path : m_paths) {
            std::filesystem::remove(path);
        }
        CentreTest::TearDown();
    }
    /// How far every scope and chain has come.
    std::string ends() {
        std::ostringstream text;
        const auto transaction = store->begin(Access::Read).value();
        const auto scopes = transaction->scopes().value();
        for (const auto& scope : scopes) {
            text << scope.id.value() << " " << scope.position << " " << scope.hash << "\n";
        }
        const auto chains = transaction->chains().value();
        for (const auto& chain : chains) {
            text << chain.id << " " << chain.number << "\n";
        }
        return text.str();
    }

private:
    int run(int n, const std::vector<std::string>& what) {
        std::vector<std::string> arguments {
            "/proc/self/exe", "--killed", database.address(), std::to_string(clock.milliseconds()), std::to_string(n)};
        arguments.insert(arguments.end(), what.begin(), what.end());
        std::vector<char*> raw;
        for (auto& argument : arguments) {
            raw.push_back(argument.data());
        }
        raw.push_back(nullptr);
        const pid_t child = ::fork();
        if (child == 0) {
            ::execv("/proc/self/exe", raw.data());
            ::_exit(127);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    int m_files = 0;
    std::vector<std::filesystem::path> m_paths;
};

/// An admission, on both databases.
class KilledInAdmission : public Killed { };
/// The centre's own work, on SQLite: on PostgreSQL it stands in one transaction like an admission, and differs in
/// nothing that a kill could show.
class KilledInItsOwnWork : public Killed { };

TEST_P(KilledInAdmission, aPushOfNewCasesAndOfWorkOnThem) {
    auto counter = clientAt("w1", {"li"});
    counter->takeIn(caseNumbered(1), "licence", "li");
    counter->takeIn(caseNumbered(2), "licence", "li");
    counter->write({{caseNumbered(2), Event::Withdraw, "li"}});
    killAtEveryStatement({"push", counter->id().value(), fileOf(*counter)}, [this] { return ends(); });
    for (const auto& [act, verdict] : counter->push()) {
        EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
        EXPECT_TRUE(verdict.known);
    }
}

TEST_P(KilledInAdmission, aPushThatIsRefusedInItsMiddle) {
    auto counter = clientAt("w1", {"li"});
    const auto good = counter->takeIn(caseNumbered(1), "licence", "li");
    const auto bad = counter->takeIn(caseNumbered(2), "licence", "li");
    const auto next = counter->takeIn(caseNumbered(3), "licence", "li");
    forge(counter->outbox().at(1));
    killAtEveryStatement({"push", counter->id().value(), fileOf(*counter)}, [this] { return ends(); });
    const auto verdicts = counter->push();
    EXPECT_EQ(verdicts.at(good).verdict, Verdict::Admitted);
    EXPECT_EQ(verdicts.at(bad).verdict, Verdict::BadAct);
    EXPECT_EQ(verdicts.at(next).verdict, Verdict::Admitted);
}

TEST_P(KilledInItsOwnWork, silenceAndTheTimelyActThatTakesItBack) {
    auto counter = clientAt("w1", {"li"});
    counter->receive(caseA, "licence", "li");
    counter->push();
    counter->look();
    clock.setMorning("2018-11-23");
    counter->say();
    const auto acceptance = counter->write({{caseA, Event::Accept, "li"}});
    clock.setMorning("2018-11-30");
    killAtEveryStatement({"silence"}, [this] { return ends(); });
    auto reader = clientAt("w2", {});
    EXPECT_TRUE(reader->fetched(caseA).deemedAccepted);
    killAtEveryStatement({"push", counter->id().value(), fileOf(*counter)}, [this] { return ends(); });
    EXPECT_EQ(counter->push().at(acceptance).verdict, Verdict::Admitted);
    reader->look();
    EXPECT_EQ(reader->fetched(caseA).stage, Stage::Accepted);
    EXPECT_FALSE(reader->fetched(caseA).deemedAccepted);
    const auto entries = reader->entriesOf(caseA);
    EXPECT_EQ(std::count_if(
                  entries.begin(), entries.end(), [](const Entry& entry) { return entry.event == Event::AnnulDeemed; }),
        1);
}

TEST_P(KilledInItsOwnWork, aCaseThatJoinsAScopeAndLeavesIt) {
    auto counter = clientAt("w1", {"li"});
    counter->takeIn(caseA, "licence", "li");
    counter->push();
    const std::string scope = std::string("dept:") + marketDepartment;
    killAtEveryStatement({"join", caseA, scope}, [this] { return ends(); });
    killAtEveryStatement({"leave", caseA, scope}, [this] { return ends(); });
}

TEST_P(KilledInItsOwnWork, anOrderOfErasure) {
    auto counter = clientAt("w1", {"li"});
    const auto act = counter->takeIn(caseA, "licence", "li");
    counter->push();
    const auto particulars = [this, act] {
        const auto transaction = store->begin(Access::Read).value();
        return ends() + transaction->acts({act}).value().at(act).particulars;
    };
    killAtEveryStatement({"erase", caseA, act.value()}, particulars);
    EXPECT_EQ(particulars().find("曾测试"), std::string::npos);
}

CENTRE_TESTS(KilledInAdmission);
INSTANTIATE_TEST_SUITE_P(, KilledInItsOwnWork, testing::Values(std::string("sqlite")),
    [](const testing::TestParamInfo<std::string>& one) { return one.param; });

} // namespace

int killed(const std::vector<std::string>& arguments) {
    return killedProcess(arguments);
}

} // namespace yichuang::test

int main(int argc, char** argv) {
    if (argc > 2 && std::string_view(argv[1]) == "--killed") {
        return yichuang::test::killed({argv + 2, argv + argc});
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
