// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_problems.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace yichuang::central {
namespace {

/// Rules that an administrator meets by choosing a wrong or broken file, in a sentence; the others are told by name
/// with their figures, as resources/formats.md lists them.
constexpr std::pair<std::string_view, Text> sentences[] {
    {"foreign_file", {"这不是一窗的导入文件:{kind}", "this is no file of this format: {kind}"}},
    {"foreign_file.json",
        {"这是别的系统的 JSON,最上层应有:{wanted};这里有:{members}",
            "this is JSON of another system; it should have at its top: {wanted}; it has: {members}"}},
    {"empty_file", {"文件是空的", "the file is empty"}},
    {"truncated",
        {"文件在第 {line} 行第 {column} 列处中断,没有写完", "the file breaks off in line {line}, column {column}"}},
    {"syntax",
        {"第 {line} 行第 {column} 列不是合法的 JSON({reason})", "line {line}, column {column} is no JSON ({reason})"}},
    {"too_large", {"文件太大", "the file is too large"}},
    {"too_deep", {"嵌套太深", "it is nested too deeply"}},
    {"no_items", {"文件里没有事项", "the file holds no items"}},
    {"format_version",
        {"格式版本 {found} 不认识(本程序认到 {known})",
            "format version {found} is unknown (this program reads up to {known})"}},
    {"count", {"应有 {stated} 项,实有 {found} 项", "{stated} are announced, {found} are there"}},
    {"missing", {"缺少这一项", "it is missing"}},
    {"wrong_type", {"类型不对:应为 {expected},实为 {found}", "wrong type: {expected} is expected, {found} is there"}},
    {"empty", {"不能为空", "it is empty"}},
    {"too_long", {"太长:{length},最多 {max}", "too long: {length}, at most {max}"}},
    {"out_of_range", {"{value} 超出范围", "{value} is out of range"}},
    {"not_in_list", {"“{value}”不在允许的取值内:{allowed}", "\"{value}\" is none of {allowed}"}},
    {"not_a_date", {"“{value}”不是日期", "\"{value}\" is no date"}},
    {"duplicate_member", {"同一个名称写了两次", "the member is there twice"}},
    {"duplicate_item", {"事项重复,前一次在 {first}", "the item is there twice, first at {first}"}},
    {"duplicate_id", {"编号重复,前一次在 {first}", "the id is used twice, first at {first}"}},
    {"unknown_member", {"不认识的名称,已略过", "an unknown member, passed over"}},
    {"unknown_department", {"没有“{department}”这个部门", "there is no department \"{department}\""}},
    {"unknown_person", {"没有“{person}”这个人员", "there is no person \"{person}\""}},
    {"bad_id",
        {"编号只能用 1 至 60 个小写字母、数字、“-”和“_”",
            "an id is 1 to 60 lower-case letters, digits, \"-\" and \"_\""}},
    {"code_length", {"太长:{length} 个字符,最多 {max} 个", "too long: {length} characters, at most {max}"}},
    {"code_length.bytes", {"太长:{length} 字节,最多 {max} 字节", "too long: {length} bytes, at most {max}"}},
    {"phones_equal", {"与咨询电话是同一个号码", "it is the same number as the one for enquiries"}},
    {"promise_over_ceiling",
        {"承诺时限 {promised} 个工作日,超过这类办件的上限 {ceiling}",
            "{promised} working days are promised, the ceiling of this type is {ceiling}"}},
    {"promise_over_statutory",
        {"承诺时限 {promised} 长于法定时限 {statutory}",
            "{promised} days are promised, the statutory limit is {statutory}"}},
};

/// What a foreign file is, and what to do with it.
constexpr std::pair<std::string_view, Text> fileKinds[] {
    {"xlsx", {"它是 Excel 工作簿(.xlsx)", "it is an Excel workbook (.xlsx)"}},
    {"xls", {"它是 Excel 工作簿(.xls)", "it is an Excel workbook (.xls)"}},
    {"html", {"它是网页", "it is a web page"}},
    {"pdf", {"它是 PDF 文件", "it is a PDF file"}},
    {"gzip", {"它是压缩文件(gzip),请先解压", "it is compressed (gzip); unpack it first"}},
    {"zstd", {"它是压缩文件(zstd),请先解压", "it is compressed (zstd); unpack it first"}},
    {"sqlite", {"它是 SQLite 数据库", "it is an SQLite database"}},
    {"utf16", {"它是 UTF-16 编码,请另存为 UTF-8", "it is UTF-16; save it as UTF-8"}},
    {"not_utf8",
        {"它不是 UTF-8 编码(多半是 GBK),请另存为 UTF-8", "it is not UTF-8 (most likely GBK); save it as UTF-8"}},
};

template <std::size_t size> Text textOf(const std::pair<std::string_view, Text> (&table)[size], std::string_view name) {
    const auto found = std::ranges::find(table, name, [](const auto& row) { return row.first; });
    return found == std::ranges::end(table) ? Text {} : found->second;
}

/// The arguments as a person reads them.
std::map<std::string, std::string> wordsOf(
    const ImportProblem& problem, std::string_view members, const Console& console) {
    std::map<std::string, std::string> words = problem.arguments;
    words["wanted"] = members;
    for (auto& [name, value] : words) {
        if (const Text text = textOf(fileKinds, value); name == "kind" && !text.english.empty()) {
            value = console.sentence(text);
        } else if (name == "members" && value.empty()) {
            value = console.sentence({"没有", "none"});
        }
    }
    return words;
}

/// A rule that has another sentence for JSON, or for bytes.
Text ruleOf(const ImportProblem& problem) {
    for (const char* which : {"kind", "unit"}) {
        const auto argument = problem.arguments.find(which);
        if (argument == problem.arguments.end()) {
            continue;
        }
        if (const Text text = textOf(sentences, problem.rule + '.' + argument->second); !text.english.empty()) {
            return text;
        }
    }
    return textOf(sentences, problem.rule);
}

} // namespace

void tellProblems(const std::vector<ImportProblem>& problems, const Text& kind, std::string_view members,
    std::string_view file, Console& console) {
    for (const ImportProblem& problem : problems) {
        const auto words = wordsOf(problem, members, console);
        const Text rule = ruleOf(problem);
        std::string told = console.sentence(rule, words);
        if (told.empty() || told.find('{') != std::string::npos) {
            told.clear();
            for (const auto& [name, value] : problem.arguments) {
                told.append(told.empty() ? "" : ", ").append(name).append("=").append(value);
            }
        }
        std::string line = console.sentence(
            problem.severity == ProblemSeverity::Error ? Text {"错误", "error"} : Text {"提示", "warning"});
        if (problem.subject.empty() && problem.field.empty()) {
            line += ' ' + std::string(file);
        } else {
            if (!problem.subject.empty()) {
                line += ' ' + console.sentence(kind) + ' ' + problem.subject;
            }
            if (!problem.field.empty()) {
                line += ' ' + problem.field;
            }
        }
        line += console.sentence({":", ": "}) + problem.rule;
        if (!told.empty()) {
            line += console.sentence({",", ", "}) + told;
        }
        console.err() << line << '\n';
    }
    console.err() << std::flush;
}

} // namespace yichuang::central
