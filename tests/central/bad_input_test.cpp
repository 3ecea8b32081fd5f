// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator gives by mistake: told in a sentence, and the hall goes on as before.
#include <hall_database.h>

#include <filesystem>
#include <fstream>
#include <map>
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
const std::string items = resources + "/items/hengyang-sample.json";
const std::string calendar = resources + "/calendars/calendar-cn.csv";
const std::string staff = resources + "/demo/staff.json";
const std::string gbk = "\xB9\xFA\xC7\xEC\xBD\xDA"; ///< 国庆节

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string replaced(std::string text, const std::string& old, const std::string& fresh) {
    const std::size_t at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return at == std::string::npos ? text : text.replace(at, old.size(), fresh);
}

class BadInputTest : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override { ASSERT_EQ(run({"init", "--hall", "衡阳市政务服务中心"}).status, 0); }
    [[nodiscard]] ProgramRun run(std::vector<std::string> words, const std::string& input = {}) const {
        words.insert(words.end(), {"--database", database.address()});
        return runCentral(words, input);
    }
    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        const auto path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }
    [[nodiscard]] ProgramRun importCalendar(const std::string& text, const std::string& language = "zh") const {
        return run({"import", "calendar", write("calendar.csv", text), "--lang", language});
    }
    [[nodiscard]] ProgramRun addPerson(
        const std::string& id, const std::string& name, const std::string& department) const {
        return run({"user", "add", id, "--name", name, "--department", department, "--roles", "WC"}, "long-enough\n");
    }
    /// Everything that the hall holds can be read, and what is right is taken.
    void expectTheHallGoesOn() const {
        EXPECT_EQ(run({"verify"}).status, 0);
        for (const auto& [kind, file] :
            std::map<std::string, std::string> {{"items", items}, {"calendar", calendar}, {"staff", staff}}) {
            const ProgramRun good = run({"import", kind, file});
            EXPECT_EQ(good.status, 0) << good.err;
        }
        const ProgramRun person = addPerson("zhangsan", "张三", "公安局");
        EXPECT_EQ(person.status, 0) << person.err;
        EXPECT_EQ(run({"verify"}).status, 0);
    }

    kit::HallDatabase database {GetParam()};
    kit::TemporaryFolder folder;
};

TEST_P(BadInputTest, aCalendarThatIsNotUtf8IsRefusedAndTheHallGoesOn) {
    const ProgramRun refused = importCalendar("date,kind,name\n2018-05-01,holiday,x\n2018-10-01,holiday," + gbk + "\n");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("第 3 行不是 UTF-8 编码"));
    EXPECT_THAT(importCalendar("date,kind,name\n2018-10-01,holiday," + gbk + "\n", "en").err,
        HasSubstr("Save it as \"CSV UTF-8\""));
    EXPECT_THAT(importCalendar("date,kind,name\n2018-10-01,holiday,国\x07庆\n").err, HasSubstr("控制字符"));
    expectTheHallGoesOn();
}

TEST_P(BadInputTest, aPersonWhomNobodyCouldReadAgainIsNotAdded) {
    // A hall begins with its people: there is nothing yet to compare their department with.
    const ProgramRun first = addPerson("zhaoliu", "赵六", "公安局");
    EXPECT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.err, HasSubstr("还没有事项、窗口或人员属于“公安局”"));
    ASSERT_EQ(run({"import", "items", items}).status, 0);
    for (const std::string& id :
        {std::string(), std::string(300, 'a'), gbk, std::string("Li Si"), std::string("李四")}) {
        const ProgramRun refused = addPerson(id, "李四", "公安局");
        EXPECT_EQ(refused.status, 2) << id;
        EXPECT_THAT(refused.err, HasSubstr("人员编号不对")) << id;
    }
    for (const std::string& text : {std::string(), std::string(" \u3000"), std::string(300, 'a'), gbk}) {
        const ProgramRun name = addPerson("lisi", text, "公安局");
        EXPECT_EQ(name.status, 2) << text;
        EXPECT_THAT(name.err, HasSubstr("--name")) << text;
        const ProgramRun department = addPerson("lisi", "李四", text);
        EXPECT_EQ(department.status, 2) << text;
        EXPECT_THAT(department.err, HasSubstr("--department")) << text;
    }
    const ProgramRun unknown = addPerson("lisi", "李四", "公安");
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(unknown.err, HasSubstr("没有“公安”这个部门"));
    EXPECT_THAT(unknown.err, HasSubstr("、公安局、"));
    // The hall's own staff works on nobody's cases.
    const ProgramRun manager
        = run({"user", "add", "wangwu", "--name", "王五", "--department", "政务服务中心", "--roles", "HM,SV"},
            "long-enough\n");
    EXPECT_EQ(manager.status, 0) << manager.err;
    expectTheHallGoesOn();
}

TEST_P(BadInputTest, anItemWhoseIdTakesTooManyBytesIsRefused) {
    std::string id;
    for (int i = 0; i < 64; ++i) {
        id += "😀";
    }
    const ProgramRun refused
        = run({"import", "items", write("items.json", replaced(contentOf(items), "\"SAMPLE-001\"", '"' + id + '"'))});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("256 字节,最多 195 字节"));
    expectTheHallGoesOn();
}

TEST_P(BadInputTest, aHallHasANameThatCanBePrinted) {
    for (const std::string& name : {std::string(), std::string("  "), gbk, std::string("衡阳\n中心")}) {
        const auto file = "sqlite:" + (folder.path() / "other.sqlite").string();
        const ProgramRun refused = runCentral({"init", "--hall", name, "--database", file});
        EXPECT_EQ(refused.status, 2) << name;
        EXPECT_THAT(refused.err, HasSubstr("--hall"));
    }
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "other.sqlite"));
}

TEST_P(BadInputTest, aVersionForALaterDayIsImportedOnThatDay) {
    const std::string text = replaced(contentOf(items), "\"2018-09-01\"", "\"2099-03-01\"");
    const std::string file = write("items.json", text);
    const ProgramRun early = run({"import", "items", file, "--clock", "2099-02-28T23:59:59+08:00"});
    EXPECT_EQ(early.status, 1);
    EXPECT_THAT(early.err, HasSubstr("SAMPLE-001 从 2099-03-01 起生效"));
    EXPECT_THAT(early.err, HasSubstr("没有写入任何内容"));
    EXPECT_EQ(run({"verify"}).status, 0);
    const ProgramRun onTheDay = run({"import", "items", file, "--clock", "2099-03-01T00:00:01+08:00", "--lang", "en"});
    EXPECT_EQ(onTheDay.status, 0) << onTheDay.err;
    EXPECT_THAT(onTheDay.out, HasSubstr("28 written"));
    const ProgramRun changed
        = run({"import", "items", write("changed.json", replaced(text, "SAMPLE-003", "SAMPLE-903"))});
    EXPECT_EQ(changed.status, 0) << "what is published already needs no day: " << changed.err;
    EXPECT_THAT(run({"import", "items", items}).err, HasSubstr("请把 version 加一"));
}

TEST_P(BadInputTest, theNextYearsNoticeLeavesTheHolidaysOfThisYear) {
    const std::string notice = "date,kind,name\n2026-12-31,holiday,元旦\n2027-01-01,holiday,元旦\n";
    const ProgramRun early = importCalendar(notice);
    EXPECT_EQ(early.status, 1);
    EXPECT_THAT(early.err, HasSubstr("请先导入 2026 年的放假通知"));
    ASSERT_EQ(run({"import", "calendar", calendar}).status, 0);
    const ProgramRun taken = importCalendar(notice);
    EXPECT_EQ(taken.status, 0) << taken.err;
    EXPECT_THAT(taken.out, HasSubstr("2026 年只更新了 12 月 25 日以后的日子"));
    EXPECT_THAT(importCalendar(notice, "en").out, HasSubstr("0 written"));
    EXPECT_EQ(run({"verify"}).status, 0);
}

TEST_P(BadInputTest, aFileThatCannotBeReadIsToldForWhatItIs) {
    const ProgramRun absent = run({"import", "items", (folder.path() / "absent.json").string()});
    EXPECT_THAT(absent.err, HasSubstr("没有这个文件或文件夹"));
    EXPECT_THAT(run({"import", "calendar", folder.path().string()}).err, HasSubstr("这是文件夹,不是文件"));
    EXPECT_THAT(run({"import", "calendar", folder.path().string(), "--lang", "en"}).err, HasSubstr("it is a folder"));
    EXPECT_THAT(importCalendar("PK\x03\x04rest").err, HasSubstr("是 Excel 工作簿"));
    EXPECT_THAT(importCalendar("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "en").err, HasSubstr("is an Excel workbook"));
    EXPECT_THAT(importCalendar("date;kind;name\n").err, HasSubstr("表头 date,kind,name"));
    EXPECT_THAT(run({"import", "items", write("gbk.json", "{\"items\": \"" + gbk + "\"}")}).err,
        HasSubstr("不是 UTF-8 编码(多半是 GBK)"));
    const ProgramRun foreign = run({"import", "items", write("foreign.json", "{\"rows\": []}"), "--lang", "en"});
    EXPECT_THAT(foreign.err, HasSubstr("it should have at its top: items; it has: rows"));
}

TEST_P(BadInputTest, aPasswordInAnAddressIsNotRepeated) {
    for (const std::vector<std::string>& words :
        std::vector<std::vector<std::string>> {{"verify", "--database", "mysql://hall:secret-word@host/x"},
            {"verify", "postgresql://hall:secret-word@host/x"},
            {"verify", "--database", "postgresql://hall:sec@secret-word@host:x/x"},
            {"verify", "--database", "postgresql://host/x?password=secret-word&port=x"}}) {
        const ProgramRun refused = runCentral(words);
        EXPECT_NE(refused.status, 0);
        EXPECT_FALSE(refused.err.empty());
        EXPECT_THAT(refused.err, Not(HasSubstr("secret-word")));
    }
    EXPECT_THAT(runCentral({"init", "--database", "sqlite::memory:"}).err, HasSubstr("只存在于内存"));
}

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, BadInputTest, testing::ValuesIn(kit::databaseKinds()),
    [](const testing::TestParamInfo<std::string>& kind) { return kind.param; });

} // namespace
