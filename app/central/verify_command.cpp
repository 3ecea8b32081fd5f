// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_commands.h"

#include "configuration.h"
#include "database.h"
#include "sentences.h"

#include <algorithm>

namespace yichuang::central {
namespace {

std::optional<std::vector<SignedHead>> readHeads(const std::string& path, Console& console) {
    const auto text = readFile(path, console);
    if (!text) {
        return std::nullopt;
    }
    std::vector<SignedHead> heads;
    std::string_view rest = *text;
    int number = 0;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        const auto head = parseSignedHead(line);
        if (!head) {
            console.complain({"{file} 第 {line} 行不是签名的日志头(每行一个 JSON)。",
                                 "Line {line} of {file} is no signed head (one JSON object a line)."},
                {{"file", path}, {"line", std::to_string(number)}});
            return std::nullopt;
        }
        heads.push_back(*head);
    }
    return heads;
}

int run(const Arguments& arguments, Console& console) {
    std::vector<SignedHead> heads;
    if (const auto path = arguments.value("--heads")) {
        auto read = readHeads(*path, console);
        if (!read) {
            return misused;
        }
        heads = std::move(*read);
    }
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    const auto report = open->centre->verify(heads);
    if (!report) {
        complainOf(report.error(), console);
        return failed;
    }
    for (const std::string& entry : report->erased) {
        console.say({"已依令删除个人信息:{entry}", "Particulars erased by order: {entry}"}, {{"entry", entry}});
    }
    if (report->first) {
        console.complain({"记录不完好。发现的第一处:", "The records are not sound. The first that is wrong:"});
        complainOf(*report->first, console);
        return failed;
    }
    console.say({"记录完好:{acts} 件行为、{lines} 行日志,无改动、无缺失、无换序。",
                    "The records are sound: {acts} acts and {lines} lines, none altered, removed or reordered."},
        {{"acts", std::to_string(report->acts)}, {"lines", std::to_string(report->lines)}});
    return done;
}

} // namespace

Command verifyCommand() {
    return {"verify",
        {"核验全部记录没有被改动、删除或换序。", "Prove that no record was altered, removed or reordered."}, {},
        {databaseOption, configurationOption,
            {"--heads", OptionKind::Value, "FILE",
                {"另外保存的签名日志头(每行一个),可以看出末尾被截掉的记录。",
                    "Signed heads kept elsewhere, one a line: they show what was cut off the end."}},
            keyFileOption},
        run};
}

} // namespace yichuang::central
