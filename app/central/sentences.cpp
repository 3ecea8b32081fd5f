// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentences.h"

#include <ostream>
#include <utility>

namespace yichuang::central {
namespace {

constexpr std::pair<std::string_view, Text> sentences[] {
    {"usage.unknown_option", {"没有“{option}”这个选项。", "There is no option \"{option}\"."}},
    {"usage.missing_value", {"选项 {option} 后面缺少取值。", "The option {option} needs a value."}},
    {"usage.repeated", {"选项 {option} 写了两次。", "The option {option} is given twice."}},
    {"usage.unwanted_value", {"选项 {option} 不带取值。", "The option {option} takes no value."}},
    {"usage.missing_option", {"缺少选项 {option}。", "The option {option} is missing."}},
    {"usage.missing_operand", {"缺少参数 {operand}。", "The argument {operand} is missing."}},
    {"usage.too_many", {"多出了参数“{operand}”。", "\"{operand}\" is one argument too many."}},
    {"usage.bad_value",
        {"{option} 的取值“{value}”不对:应为 {expected}。",
            "\"{value}\" is no value for {option}: {expected} is expected."}},
    {"file.unreadable", {"读不到文件“{file}”:{reason}。", "The file \"{file}\" can't be read: {reason}."}},
    {"file.unwritable", {"写不了文件“{file}”:{reason}。", "The file \"{file}\" can't be written: {reason}."}},
    {"config.line",
        {"{file} 第 {line} 行读不懂:应为“选项名 = 值”。",
            "Line {line} of {file} is not understood: \"option = value\" is expected."}},
    {"config.unknown",
        {"{file} 第 {line} 行:没有“{setting}”这个选项。", "Line {line} of {file}: there is no option \"{setting}\"."}},
    {"config.repeated",
        {"{file} 第 {line} 行:“{setting}”写了两次。", "Line {line} of {file}: \"{setting}\" is given twice."}},
    {"config.yes_or_no",
        {"{file} 第 {line} 行:“{setting}”只能是 yes 或 no,不能是“{value}”。",
            "Line {line} of {file}: \"{setting}\" is yes or no, not \"{value}\"."}},
    {"store.address",
        {"数据库地址不对:应为 sqlite:文件 或 postgresql://…。",
            "This is no database address: sqlite:FILE or postgresql://… is expected."}},
    {"store.schema",
        {"这个数据库是较新版本的程序建立的(结构版本 {found},本程序只认到 {known}),没有改动它。请升级 "
         "yichuang-central。",
            "A newer release made this database (schema {found}, this program knows up to {known}). Nothing was "
            "changed; upgrade yichuang-central."}},
    {"store.unavailable", {"连不上数据库。", "The database can't be reached."}},
    {"store.busy", {"数据库正忙,请稍后再试。", "The database is busy; try again."}},
    {"store.damaged",
        {"数据库文件已损坏,或不是一窗的数据库。", "The database is damaged, or is no database of Yichuang."}},
    {"store.failed", {"数据库拒绝了操作。", "The database refused the operation."}},
    {"centre.not_initialised",
        {"这个数据库还没有初始化,请先运行:yichuang-central init。",
            "This database has not been set up yet: run yichuang-central init first."}},
    {"centre.uninitialised",
        {"这个数据库还没有初始化,请先运行:yichuang-central init。",
            "This database has not been set up yet: run yichuang-central init first."}},
    {"centre.initialised",
        {"这个数据库已经初始化过,没有改动它。", "This database is set up already; nothing was changed."}},
    {"window.unknown", {"没有“{window}”这个窗口。", "There is no window \"{window}\"."}},
    {"person.unknown", {"没有“{person}”这个人员。", "There is no person \"{person}\"."}},
    {"store.missing_file",
        {"没有“{file}”这个数据库文件。先运行 yichuang-central init 建立,或检查路径。",
            "There is no database file \"{file}\". Set it up with yichuang-central init, or check the path."}},
    {"store.key", {"封存密钥打不开中心的私钥。", "The sealing key does not open the centre's keys."}},
    {"person.exists",
        {"已有编号为“{person}”的人员,没有改动。", "There is a person \"{person}\" already; nothing was changed."}},
    {"calendar.csv",
        {"日历文件 {file} 第 {line} 行有误({reason})。", "Line {line} of the calendar {file} is wrong ({reason})."}},
    {"verify.act_altered", {"一件行为被改动过。", "An act was altered."}},
    {"verify.act_missing", {"一件行为不见了。", "An act is missing."}},
    {"verify.chain_broken",
        {"一个来源的链断开了:有行为被删除或换了次序。",
            "The chain of an origin is broken: acts were removed or reordered."}},
    {"verify.verdict_differs", {"一件行为的结论与日志不符。", "The verdict on an act differs from the log."}},
    {"verify.line_missing", {"日志缺了一行。", "A line of the log is missing."}},
    {"verify.line_altered", {"日志的一行被改动过或换了次序。", "A line of the log was altered or reordered."}},
    {"verify.head_unsigned", {"日志末尾的签名不对。", "The signature at the log's end does not hold."}},
    {"verify.stream_altered", {"一个案卷与其行为不符。", "A stream does not hold the acts that it should."}},
    {"verify.head_lost",
        {"另存的日志头在这里找不到:末尾的记录被截掉了。",
            "A head kept elsewhere is not here: records were cut off the end."}},
    {"verify.head_differs", {"另存的日志头与这里的不同。", "A head kept elsewhere differs from the one here."}},
    {"verify.key", {"中心的密钥被换过。", "A key of the centre was replaced."}},
    {"verify.reading_altered",
        {"查询申请人的记录被改动过,或缺了一次。",
            "The log of who asked for applicants was altered, or a reading is missing."}},
    {"verify.hall_unreadable", {"大厅的登记读不出来。", "The hall's registry can't be read."}},
    {"vault.unavailable", {"加密组件不能用。", "The cryptographic library does not work here."}},
    {"http.listen", {"不能在 {address} 上监听:{reason}。", "Can't listen on {address}: {reason}."}},
    {"http.plain",
        {"{address} 不是本机地址:没有证书的 HTTP 只允许在本机使用。请给出 --certificate 和 --key,或确认网络可信后加上 "
         "--allow-plain-http。",
            "{address} is not on loopback, and HTTP without a certificate is for loopback only: give "
            "--certificate and --key, or --allow-plain-http if that network is trusted."}},
    {"http.certificate",
        {"证书或私钥不能用({file}):{reason}。", "Certificate or key can't be used ({file}): {reason}."}},
};

} // namespace

Text sentenceOf(const Error& error) {
    for (const auto& [code, text] : sentences) {
        if (error.is(code)) {
            return text;
        }
    }
    return {};
}

void complainOf(const Error& error, Console& console) {
    Text text = sentenceOf(error);
    if (text.english.empty()) {
        text = {"未能完成。", "It failed."};
    }
    console.complain(text, error.arguments);
    // What the sentence does not say by itself is told beside it.
    std::string more
        = console.sentence(text) == console.sentence({"未能完成。", "It failed."}) ? error.code : std::string();
    for (const auto& [name, value] : error.arguments) {
        if (text.english.find('{' + name + '}') == std::string_view::npos) {
            more += (more.empty() ? "" : " ") + name + '=' + value;
        }
    }
    for (const std::string& line : {more, error.detail}) {
        if (!line.empty()) {
            console.err() << "  " << line << std::endl;
        }
    }
}

} // namespace yichuang::central
