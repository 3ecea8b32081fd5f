// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_problems.h"

#include <ostream>
#include <utility>

namespace yichuang::central {
namespace {

/// Rules that an administrator meets by choosing a wrong or broken file, in a sentence; the others are told by name
/// with their figures, as resources/formats.md lists them.
constexpr std::pair<std::string_view, Text> sentences[] {
    {"foreign_file",
        {"这不是一窗的导入文件(看起来是 {kind})", "this is no file of this format (it looks like {kind})"}},
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
    {"promise_over_ceiling",
        {"承诺时限 {promised} 个工作日,超过这类办件的上限 {ceiling}",
            "{promised} working days are promised, the ceiling of this type is {ceiling}"}},
    {"promise_over_statutory",
        {"承诺时限 {promised} 长于法定时限 {statutory}",
            "{promised} days are promised, the statutory limit is {statutory}"}},
};

} // namespace

void tellProblems(
    const std::vector<ImportProblem>& problems, const Text& kind, std::string_view file, Console& console) {
    for (const ImportProblem& problem : problems) {
        std::map<std::string, std::string> words = problem.arguments;
        Text rule {};
        for (const auto& [name, text] : sentences) {
            if (problem.rule == name) {
                rule = text;
            }
        }
        std::string told = console.sentence(rule, words);
        if (told.empty() || told.find('{') != std::string::npos) {
            told.clear();
            for (const auto& [name, value] : problem.arguments) {
                told += (told.empty() ? "" : ", ") + name + "=" + value;
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
