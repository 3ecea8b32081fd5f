// SPDX-License-Identifier: GPL-3.0-or-later
#include "law_commands.h"

#include <yichuang/contract/replay.h>

#include <boost/json.hpp>

#include <fstream>
#include <istream>
#include <ostream>

namespace yichuang::central {
namespace {

Text sentenceOfFault(const Error& fault) {
    if (fault.is("replay.json")) {
        return {"不是 JSON:{reason}", "no JSON: {reason}"};
    }
    return {"{field} 缺失或写法不对({reason})", "{field} is missing or not as it should be ({reason})"};
}

bool isBlank(const std::string& line) {
    return line.find_first_not_of(" \t\r") == std::string::npos;
}

/// One answer for every line; blank lines at the end are none.
int replay(std::istream& lines, const Calendar& calendar, Console& console) {
    int status = done;
    int number = 0;
    int blank = 0;
    const auto complain = [&](const Error& fault, int line) {
        const std::string sentence = console.sentence(sentenceOfFault(fault), fault.arguments);
        console.out() << boost::json::serialize(boost::json::object {{"error", sentence}, {"line", line}}) << '\n';
        status = failed;
    };
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (isBlank(line)) {
            ++blank;
            continue;
        }
        for (; blank > 0; --blank) {
            complain(Error {"replay.json", {{"reason", "-"}}, {}}, number - blank);
        }
        const auto answer = replayHistory(line, calendar);
        if (answer) {
            console.out() << *answer << '\n';
        } else {
            complain(answer.error(), number);
        }
    }
    console.out() << std::flush;
    return status;
}

int run(const Arguments& arguments, Console& console) {
    const auto calendar = calendarFor(arguments, console);
    if (!calendar) {
        return failed;
    }
    const std::string& path = arguments.operands[0];
    if (path == "-") {
        return replay(console.in(), *calendar, console);
    }
    std::ifstream file {path, std::ios::binary};
    // A folder opens like a file and fails at the first reading.
    if (!file || (file.peek(), file.bad())) {
        console.complain({"读不了文件 {file}。请检查路径和读取权限。",
                             "The file {file} can't be read. Check the path and your right to read it."},
            {{"file", path}});
        return failed;
    }
    file.clear();
    return replay(file, *calendar, console);
}

} // namespace

Command replayCommand() {
    return Command {"replay",
        {"按法律规则重放办件历史(每行一个 JSON),逐步给出结果。",
            "Shows what the law says to histories of commands, one JSON object a line."},
        {{"FILE", {"历史文件;“-”表示标准输入。", "File of histories; \"-\" is standard input."}}}, {calendarOption},
        run};
}

} // namespace yichuang::central
