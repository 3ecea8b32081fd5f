// SPDX-License-Identifier: GPL-3.0-or-later
#include <hall_database.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace yichuang;
using kit::ProgramRun;
using kit::runCentral;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string resources = YICHUANG_RESOURCES;

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(CommandLineTest, aWrongWordIsToldInASentenceWithStatusTwo) {
    const ProgramRun command = runCentral({"serv"});
    EXPECT_EQ(command.status, 2);
    EXPECT_THAT(command.err, HasSubstr("没有“serv”这个子命令"));
    const ProgramRun option = runCentral({"verify", "--databse", "sqlite:x", "--lang", "en"});
    EXPECT_EQ(option.status, 2);
    EXPECT_THAT(option.err, HasSubstr("There is no option \"--databse\"."));
    const ProgramRun missing = runCentral({"enrol-code", "--database", "sqlite:x"});
    EXPECT_EQ(missing.status, 2);
    EXPECT_THAT(missing.err, HasSubstr("缺少参数 WINDOW"));
    EXPECT_EQ(runCentral({"verify"}).status, 2);
    EXPECT_EQ(runCentral({"verify", "--database"}).status, 2);
    EXPECT_EQ(runCentral({"verify", "--database", "sqlite:x", "more"}).status, 2);
    EXPECT_EQ(runCentral({"help", "--lang", "fr"}).status, 2);
}

TEST(CommandLineTest, helpNamesEveryCommandInChineseAndInEnglish) {
    const ProgramRun chinese = runCentral({"help"});
    const ProgramRun english = runCentral({"--help", "--lang", "en"});
    EXPECT_EQ(chinese.status, 0);
    EXPECT_EQ(english.status, 0);
    for (const std::string name :
        {"init", "import items", "import calendar", "import staff", "user add", "user password", "user disable",
            "enrol-code", "serve", "verify", "readings", "deadline", "identify", "replay"}) {
        EXPECT_THAT(chinese.out, HasSubstr("\n  " + name + "\n"));
        EXPECT_THAT(english.out, HasSubstr("\n  " + name + "\n"));
    }
    EXPECT_THAT(chinese.out, HasSubstr("用法"));
    EXPECT_THAT(english.out, HasSubstr("usage"));
    EXPECT_THAT(runCentral({"help", "serve"}).out, HasSubstr("--allow-plain-http"));
}

class CentralCommandsTest : public testing::TestWithParam<std::string> {
protected:
    [[nodiscard]] ProgramRun run(std::vector<std::string> words, const std::string& input = {}) const {
        words.insert(words.end(), {"--database", database.address()});
        return runCentral(words, input);
    }
    void init() const { ASSERT_EQ(run({"init", "--hall", "衡阳市政务服务中心"}).status, 0); }
    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        const auto path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }

    kit::HallDatabase database {GetParam()};
    kit::TemporaryFolder folder;
};

TEST_P(CentralCommandsTest, initPrintsTheRecoveryKeyOnceAndOnlyOnce) {
    const ProgramRun first = run({"init", "--hall", "衡阳市政务服务中心"});
    EXPECT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("恢复私钥"));
    EXPECT_THAT(first.out, testing::ContainsRegex("\n[0-9a-f]{64}\n"));
    const ProgramRun second = run({"init"});
    EXPECT_EQ(second.status, 1);
    EXPECT_THAT(second.err, HasSubstr("已经初始化过"));
    EXPECT_THAT(second.out, Not(HasSubstr("恢复私钥")));
    EXPECT_EQ(run({"init", "--centre", "4x0"}).status, 2);
}

TEST_P(CentralCommandsTest, importsAreWrittenOnceAndRepeatedWithoutHarm) {
    init();
    const std::string items = resources + "/items/hengyang-sample.json";
    const ProgramRun first = run({"import", "items", items, "--lang", "en"});
    EXPECT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("28 written, 0 unchanged."));
    EXPECT_THAT(run({"import", "items", items, "--lang", "en"}).out, HasSubstr("0 written, 28 unchanged."));
    const std::string calendar = resources + "/calendars/calendar-cn.csv";
    EXPECT_EQ(run({"import", "calendar", calendar}).status, 0);
    EXPECT_THAT(run({"import", "calendar", calendar, "--lang", "en"}).out, HasSubstr("0 written"));
    EXPECT_THAT(run({"import", "calendar", "--provisional", "2098", "--lang", "en"}).out, HasSubstr("1 written"));
    EXPECT_THAT(run({"import", "calendar", "--provisional", "2098", "--lang", "en"}).out, HasSubstr("0 written"));
    EXPECT_THAT(
        run({"import", "calendar", "--provisional", "2018", "--lang", "en"}).out, HasSubstr("has its notice already"));
    EXPECT_EQ(run({"import", "calendar", "--provisional", "soon"}).status, 2);
    EXPECT_EQ(run({"import", "calendar"}).status, 2);
    EXPECT_EQ(run({"import", "staff", resources + "/demo/staff.json"}).status, 0);
    EXPECT_EQ(run({"verify"}).status, 0);
}

TEST_P(CentralCommandsTest, anItemIsRepealedOnceAndPutBackByItsImport) {
    init();
    const std::string items = resources + "/items/hengyang-sample.json";
    ASSERT_EQ(run({"import", "items", items}).status, 0);
    const ProgramRun repealed = run({"item", "repeal", "SAMPLE-016", "--lang", "en"});
    EXPECT_EQ(repealed.status, 0) << repealed.err;
    EXPECT_THAT(repealed.out, HasSubstr("(SAMPLE-016) is repealed"));
    const ProgramRun again = run({"item", "repeal", "SAMPLE-016", "--lang", "en"});
    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.err, HasSubstr("repealed before"));
    EXPECT_EQ(run({"item", "repeal", "SAMPLE-999"}).status, 1);
    EXPECT_EQ(run({"item", "repeal"}).status, 2);
    EXPECT_THAT(run({"import", "items", items, "--lang", "en"}).out, HasSubstr("1 written, 27 unchanged."));
    EXPECT_EQ(run({"item", "repeal", "SAMPLE-016"}).status, 0);
    EXPECT_EQ(run({"verify"}).status, 0);
}

TEST_P(CentralCommandsTest, aForeignOrBrokenCatalogueIsToldAndNothingIsWritten) {
    init();
    const std::string whole = contentOf(resources + "/items/hengyang-sample.json");
    const ProgramRun cut = run({"import", "items", write("cut.json", whole.substr(0, whole.size() / 2))});
    EXPECT_EQ(cut.status, 1);
    EXPECT_THAT(cut.err, HasSubstr("truncated"));
    EXPECT_THAT(cut.err, HasSubstr("没有导入任何内容"));
    EXPECT_THAT(run({"import", "items", write("table.xlsx", "PK\x03\x04rest")}).err, HasSubstr("foreign_file"));
    EXPECT_THAT(
        run({"import", "items", write("page.json", "<!DOCTYPE html><html></html>")}).err, HasSubstr("foreign_file"));
    EXPECT_THAT(run({"import", "items", write("empty.json", "")}).err, HasSubstr("empty_file"));
    const ProgramRun absent = run({"import", "items", (folder.path() / "absent.json").string()});
    EXPECT_EQ(absent.status, 1);
    EXPECT_THAT(absent.err, HasSubstr("读不到文件"));
    EXPECT_EQ(run({"import", "calendar", write("calendar.csv", "date,kind,name\n2018-13-01,holiday,x\n")}).status, 1);
    EXPECT_EQ(run({"import", "staff", write("staff.json", "[]")}).status, 1);
    EXPECT_THAT(run({"import", "items", resources + "/items/hengyang-sample.json", "--lang", "en"}).out,
        HasSubstr("28 written"));
}

TEST_P(CentralCommandsTest, anErrorNamesItemFieldAndRule) {
    init();
    std::string text = contentOf(resources + "/items/hengyang-sample.json");
    // The first promised limit becomes longer than any law allows.
    const std::size_t at = text.find("\"department\"");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, 12, "\"apartment_\"");
    const ProgramRun run1 = run({"import", "items", write("broken.json", text)});
    EXPECT_EQ(run1.status, 1);
    EXPECT_THAT(run1.err, testing::ContainsRegex("错误 事项 [^ ]+ /items/0/department"));
    EXPECT_THAT(run1.err, HasSubstr("missing"));
}

TEST_P(CentralCommandsTest, peopleAreAddedGivenPasswordsAndDisabled) {
    init();
    const std::vector<std::string> add {
        "user", "add", "qianwei", "--name", "钱维", "--department", "公安局", "--roles", "WC,IC"};
    const ProgramRun shortWord = run(add, "short\n");
    EXPECT_EQ(shortWord.status, 1);
    EXPECT_THAT(shortWord.err, HasSubstr("至少 8 位"));
    EXPECT_EQ(run(add, "long-enough\n").status, 0);
    EXPECT_EQ(run(add, "long-enough\n").status, 1);
    EXPECT_EQ(run({"user", "password", "qianwei"}, "another-word\n").status, 0);
    EXPECT_EQ(run({"user", "password", "nobody"}, "another-word\n").status, 1);
    EXPECT_EQ(run({"user", "disable", "qianwei"}).status, 0);
    EXPECT_EQ(run({"user", "disable", "nobody"}).status, 1);
    EXPECT_EQ(
        run({"user", "add", "x", "--name", "x", "--department", "x", "--roles", "SYS"}, "long-enough\n").status, 2);
    EXPECT_EQ(
        run({"user", "add", "x", "--name", "x", "--department", "x", "--roles", "WC", "--password", "secret-word"})
            .status,
        2);
}

TEST_P(CentralCommandsTest, anEnrolmentCodeStandsAloneOnStandardOutput) {
    init();
    ASSERT_EQ(run({"import", "staff", resources + "/demo/staff.json"}).status, 0);
    const ProgramRun code = run({"enrol-code", "w3"});
    EXPECT_EQ(code.status, 0) << code.err;
    EXPECT_THAT(code.out, testing::MatchesRegex("[^ \n]+\n"));
    EXPECT_THAT(code.err, HasSubstr("只能用一次"));
    const ProgramRun unknown = run({"enrol-code", "w99"});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(unknown.err, HasSubstr("没有“w99”这个窗口"));
}

TEST_P(CentralCommandsTest, aDatabaseWithoutAHallIsTold) {
    if (GetParam() == "postgresql") {
        const ProgramRun empty = run({"verify"});
        EXPECT_EQ(empty.status, 1);
        EXPECT_THAT(empty.err, HasSubstr("还没有初始化"));
    }
    const auto path = folder.path() / "nowhere.sqlite";
    const ProgramRun absent = runCentral({"verify", "--database", "sqlite:" + path.string()});
    EXPECT_EQ(absent.status, 1);
    EXPECT_THAT(absent.err, HasSubstr("没有“" + path.string() + "”这个数据库文件"));
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_THAT(runCentral({"verify", "--database", "mysql://x"}).err, HasSubstr("数据库地址不对"));
    EXPECT_EQ(runCentral({"verify", "--database", "postgresql:///x?host=/nonexistent"}).status, 1);
}

TEST_P(CentralCommandsTest, aNewerDatabaseIsLeftAlone) {
    init();
    ASSERT_TRUE(database.meddle("INSERT INTO schema_version (version) VALUES (9999)"));
    for (const std::string command : {"serve", "verify"}) {
        const ProgramRun refused = run({command});
        EXPECT_EQ(refused.status, 1) << command;
        EXPECT_THAT(refused.err, HasSubstr("较新版本"));
        EXPECT_THAT(refused.err, HasSubstr("9999"));
    }
}

TEST_P(CentralCommandsTest, serveRefusesWhatWouldBeUnsafe) {
    init();
    const ProgramRun plain = run({"serve", "--listen", "0.0.0.0:0"});
    EXPECT_EQ(plain.status, 1);
    EXPECT_THAT(plain.err, HasSubstr("--allow-plain-http"));
    EXPECT_EQ(run({"serve", "--listen", "somewhere"}).status, 2);
    EXPECT_EQ(run({"serve", "--listen", "127.0.0.1:99999"}).status, 2);
    EXPECT_EQ(run({"serve", "--certificate", "x.pem"}).status, 2);
    EXPECT_EQ(run({"serve", "--clock", "yesterday"}).status, 1);
    EXPECT_EQ(run({"serve", "--certificate", "/nonexistent", "--key", "/nonexistent"}).status, 1);
}

TEST_P(CentralCommandsTest, alteredRecordsAreFoundAndNamed) {
    init();
    ASSERT_EQ(run({"import", "staff", resources + "/demo/staff.json"}).status, 0);
    const ProgramRun sound = run({"verify", "--lang", "en"});
    EXPECT_EQ(sound.status, 0);
    EXPECT_THAT(sound.out, HasSubstr("The records are sound"));
    ASSERT_TRUE(database.meddle("DELETE FROM scope_log WHERE position = 3"));
    const ProgramRun altered = run({"verify"});
    EXPECT_EQ(altered.status, 1);
    EXPECT_THAT(altered.err, HasSubstr("不完好"));
    EXPECT_EQ(run({"verify", "--heads", write("heads.json", "no head\n")}).status, 2);
}

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, CentralCommandsTest, testing::ValuesIn(kit::databaseKinds()),
    [](const testing::TestParamInfo<std::string>& kind) { return kind.param; });

} // namespace
