// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentences.h"

#include <yichuang/domain/plain_text.h>

#include <algorithm>
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
    {"usage.text.empty", {"{option} 不能为空。", "{option} must not be empty."}},
    {"usage.text.not_utf8",
        {"{option} 的文字不是 UTF-8 编码:请把终端的字符编码改为 UTF-8 再试。",
            "The text of {option} is not UTF-8: set the terminal to UTF-8 and try again."}},
    {"usage.text.control_character",
        {"{option} 里有换行一类的控制字符,请去掉。", "{option} holds a control character, such as a line break."}},
    {"usage.text.too_long", {"{option} 太长:最多 {max} 个字。", "{option} is too long: at most {max} characters."}},
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
    {"store.memory",
        {"sqlite::memory: 只存在于内存,命令一结束就没有了。请写一个文件,例如 "
         "sqlite:/var/lib/yichuang/central.sqlite。",
            "sqlite::memory: is gone as soon as the command ends. Name a file, e.g. "
            "sqlite:/var/lib/yichuang/central.sqlite."}},
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
    {"person.id",
        {"人员编号不对:只能用 1 至 60 个小写字母、数字、“-”和“_”,例如 zhangsan。",
            "This is no id of a person: 1 to 60 lower-case letters, digits, \"-\" and \"_\", such as zhangsan."}},
    {"department.unknown",
        {"没有“{department}”这个部门。写法须与事项清单、人员文件一致;新部门请先导入。已有的部门:{known}。",
            "There is no department \"{department}\". Write it as the items and the staff file do, or import it first. "
            "Known: {known}."}},
    {"department.new",
        {"注意:还没有事项、窗口或人员属于“{department}”。如果写错了,请停用这个人员后重新添加。",
            "Note: no item, window or person is of \"{department}\" yet. If that is a slip, disable this person and "
            "add "
            "another."}},
    {"item.version_exists",
        {"事项 {item} 的第 {version} 版已经发布,而文件里的内容不同。请把 version 加一再导入。",
            "Version {version} of the item {item} is published already and differs from the file. Raise version by one "
            "and import it again."}},
    {"item.version_older",
        {"事项 {item} 现行的版本比文件里的第 {version} 版新。请把 version 改得比现行版本大。",
            "The version of the item {item} in force is newer than version {version} of the file. Give it a higher "
            "version."}},
    {"item.not_yet_valid",
        {"事项 {item} 从 {date} 起生效(valid_from),今天还没到。导入即生效,请在当日或以后导入。",
            "The item {item} is valid from {date} (valid_from), which is still to come. What is imported is in force "
            "at "
            "once: import it on or after that day."}},
    {"calendar.csv.xlsx",
        {"“{file}”是 Excel 工作簿,不是 CSV。请在表格程序里另存为“CSV UTF-8(逗号分隔)”再导入。",
            "\"{file}\" is an Excel workbook, no CSV file. Save it as \"CSV UTF-8\" and import that."}},
    {"calendar.csv.xls",
        {"“{file}”是 Excel 工作簿,不是 CSV。请在表格程序里另存为“CSV UTF-8(逗号分隔)”再导入。",
            "\"{file}\" is an Excel workbook, no CSV file. Save it as \"CSV UTF-8\" and import that."}},
    {"calendar.csv.pdf",
        {"“{file}”是 PDF 文件,不是 CSV。请把放假和调休的日子写成 CSV 再导入。",
            "\"{file}\" is a PDF file. Write its holidays and make-up days into a CSV file."}},
    {"calendar.csv.html",
        {"“{file}”是网页,不是 CSV。请把放假和调休的日子写成 CSV 再导入。",
            "\"{file}\" is a web page. Write its holidays and make-up days into a CSV file."}},
    {"calendar.csv.json",
        {"“{file}”是 JSON 文件,不是 CSV。日历用 CSV,第一行为 date,kind,name。",
            "\"{file}\" is a JSON file. A calendar is a CSV file whose first line is date,kind,name."}},
    {"calendar.csv.utf16",
        {"“{file}”是 UTF-16 编码。请另存为“CSV UTF-8(逗号分隔)”再导入。",
            "\"{file}\" is UTF-16. Save it as \"CSV UTF-8\" and import that."}},
    {"calendar.csv.not_utf8",
        {"日历文件 {file} 第 {line} 行不是 UTF-8 编码(多半是 GBK)。请另存为“CSV UTF-8(逗号分隔)”再导入。",
            "Line {line} of the calendar {file} is not UTF-8 (most likely GBK). Save it as \"CSV UTF-8\" and import "
            "that."}},
    {"calendar.csv.header",
        {"日历文件 {file} 第 {line} 行应为表头 date,kind,name,用英文逗号分开。",
            "Line {line} of the calendar {file} should be the header date,kind,name, with commas."}},
    {"calendar.csv.fields",
        {"日历文件 {file} 第 {line} 行有 {found} 列,应为三列:日期,holiday 或 workday,节日名。",
            "Line {line} of the calendar {file} has {found} columns. Three are expected: date, holiday or workday, "
            "name."}},
    {"calendar.csv.date",
        {"日历文件 {file} 第 {line} 行的日期“{value}”不对。请写成 2018-10-01 或 2018/10/1。",
            "\"{value}\" in line {line} of the calendar {file} is no date. Write 2018-10-01 or 2018/10/1."}},
    {"calendar.csv.kind",
        {"日历文件 {file} 第 {line} 行的“{value}”不对:放假写 holiday,调休上班写 workday。",
            "\"{value}\" in line {line} of the calendar {file} is neither holiday (a day off) nor workday (a make-up "
            "day)."}},
    {"calendar.csv.twice",
        {"日历文件 {file} 第 {line} 行的 {date} 在第 {first} 行已经有了。请删去一行。",
            "{date} in line {line} of the calendar {file} stands in line {first} already. Delete one of the two."}},
    {"calendar.csv.quotes",
        {"日历文件 {file} 第 {line} 行的双引号没有成对。",
            "Line {line} of the calendar {file} has a quotation mark without its partner."}},
    {"calendar.csv.control_character",
        {"日历文件 {file} 第 {line} 行有控制字符,请去掉。",
            "Line {line} of the calendar {file} holds a control character; take it out."}},
    {"calendar.csv.too_long",
        {"日历文件 {file} 第 {line} 行的文字太长。", "A text in line {line} of the calendar {file} is too long."}},
    {"calendar.csv.empty",
        {"日历文件 {file} 里没有日子。表头 date,kind,name 之下,每行写一天。",
            "The calendar {file} holds no day. Below the header date,kind,name each line is one day."}},
    {"calendar.version",
        {"{year} 年已有更新的日历(第 {version} 版),有人刚刚导入过。请再导入一次。",
            "A newer calendar of {year} (version {version}) was imported just now. Import yours again."}},
    {"calendar.only_late_december",
        {"文件里的 {year} 年只有 12 月 25 日以后的日子,而大厅还没有这一年的日历。请先导入 {year} 年的放假通知,"
         "或从文件中删去这几行。",
            "Of {year} the file has days from 25 December on only, and the hall has no calendar of that year. Import "
            "the notice for {year} first, or take these lines out."}},
    {"calendar.year_unknown",
        {"日历里没有 {year} 年。请导入这一年的放假通知,或先建立暂定日历(--provisional)。",
            "The calendar does not know the year {year}. Import its notice, or make a provisional one "
            "(--provisional)."}},
    {"hall.unreadable",
        {"这些内容写入后就再也读不出来,所以什么也没写。请检查文件中的文字和编号。",
            "Once written this could never be read again, so nothing was written. Check the texts and ids."}},
    {"centre.number", {"中心号“{centre}”不对:应为三位数字。", "\"{centre}\" is no centre: three digits are expected."}},
    {"centre.no_key", {"中心缺少 {scope} 的密钥。", "The centre has no key for {scope}."}},
    {"vault.password", {"这个密码不能用,请换一个。", "This password can't be used; choose another one."}},
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

/// What systems and libraries say of files and addresses.
constexpr std::pair<std::string_view, Text> reasons[] {
    {"No such file or directory", {"没有这个文件或文件夹", "there is no such file or folder"}},
    {"Is a directory", {"这是文件夹,不是文件", "it is a folder, no file"}},
    {"Not a directory", {"路径中有一段不是文件夹", "a part of the path is no folder"}},
    {"Permission denied", {"没有权限", "permission denied"}},
    {"Operation not permitted", {"没有权限", "permission denied"}},
    {"Read-only file system", {"磁盘是只读的", "the disk is read-only"}},
    {"No space left on device", {"磁盘已满", "the disk is full"}},
    {"File name too long", {"文件名太长", "the name is too long"}},
    {"Too many open files", {"打开的文件太多", "too many files are open"}},
    {"Input/output error", {"读写磁盘出错", "the disk failed"}},
    {"Address already in use", {"端口已被占用", "the port is in use already"}},
    {"Cannot assign requested address", {"这台机器没有这个地址", "this machine has no such address"}},
    {"Invalid argument", {"地址写得不对", "the address is not understood"}},
    {"Host not found", {"找不到这个主机名", "there is no such host"}},
    {"no start line", {"不是 PEM 文件", "it is no PEM file"}},
    {"key values mismatch", {"私钥与证书不配", "the key does not belong to the certificate"}},
};

const Text* findSentence(std::string_view code) {
    const auto found = std::ranges::find(sentences, code, [](const auto& row) { return row.first; });
    return found == std::ranges::end(sentences) ? nullptr : &found->second;
}

const Text* findSentenceOfReason(const Error& error) {
    const auto reason = error.arguments.find("reason");
    return reason == error.arguments.end() ? nullptr : findSentence(error.code + '.' + reason->second);
}

/// The arguments as a person reads them.
std::map<std::string, std::string> wordsOf(const Error& error, const Console& console) {
    std::map<std::string, std::string> words = error.arguments;
    for (auto& [name, value] : words) {
        value = withoutPassword(std::move(value));
        if (name == "reason") {
            for (const auto& [said, text] : reasons) {
                if (value.find(said) != std::string::npos) {
                    value = console.sentence(text);
                    break;
                }
            }
        }
    }
    return words;
}

} // namespace

Text sentenceOf(const Error& error) {
    const Text* text = findSentenceOfReason(error);
    text = text == nullptr ? findSentence(error.code) : text;
    return text == nullptr ? Text {} : *text;
}

void complainOf(const Error& error, Console& console) {
    const Text failure {"未能完成。", "It failed."};
    const Text text = sentenceOf(error);
    const auto words = wordsOf(error, console);
    console.complain(text.english.empty() ? failure : text, words);
    // What the sentence does not say by itself is told beside it.
    std::string more = text.english.empty() ? error.code : std::string();
    for (const auto& [name, value] : words) {
        if (findSentenceOfReason(error) == nullptr && text.english.find('{' + name + '}') == std::string_view::npos) {
            more.append(more.empty() ? "" : " ").append(name).append("=").append(value);
        }
    }
    for (const std::string& line : {more, withoutPassword(error.detail)}) {
        if (!line.empty()) {
            console.err() << "  " << line << '\n';
        }
    }
}

bool isPlainText(std::string_view option, std::string_view text, Console& console) {
    constexpr std::size_t longest = 100;
    const std::string_view fault = lineFault(text, longest);
    if (!fault.empty()) {
        complainOf(
            {"usage.text",
                {{"option", std::string(option)}, {"reason", std::string(fault)}, {"max", std::to_string(longest)}},
                {}},
            console);
    }
    return fault.empty();
}

std::string withoutPassword(std::string text) {
    constexpr std::string_view shown = "***";
    constexpr std::string_view ends = " \t\n\"'";
    // postgresql://user:password@host; a password may hold anything up to the last @.
    for (auto at = text.find("://"); at != std::string::npos; at = text.find("://", at)) {
        at += 3;
        const std::size_t end = std::min(text.find_first_of(ends, at), text.size());
        const auto host = text.rfind('@', end);
        const auto colon = text.find(':', at);
        if (host != std::string::npos && colon < host && host < end) {
            text.replace(colon + 1, host - colon - 1, shown);
        }
    }
    constexpr std::string_view parameter = "password=";
    for (auto at = text.find(parameter); at != std::string::npos; at = text.find(parameter, at)) {
        at += parameter.size();
        const std::size_t end = std::min(text.find_first_of("& \t\n\"", at), text.size());
        text.replace(at, end - at, shown);
    }
    return text;
}

} // namespace yichuang::central
