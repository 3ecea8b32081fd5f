// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "configuration.h"
#include "database.h"
#include "sentences.h"

#include <algorithm>
#include <ostream>

namespace yichuang::central {
namespace {

const Text usageLine {
    "用法:yichuang-central 子命令 [参数] [--lang zh|en]", "usage: yichuang-central COMMAND [ARGUMENTS] [--lang zh|en]"};

std::string usageOf(const Command& command) {
    std::string line = "yichuang-central " + std::string(command.name);
    for (const Operand& operand : command.operands) {
        line += operand.mayBeMissing ? " [" + std::string(operand.name) + ']' : ' ' + std::string(operand.name);
    }
    for (const Option& option : command.options) {
        std::string text(option.name);
        if (option.kind != OptionKind::Flag) {
            text += ' ' + std::string(option.placeholder);
        }
        line += option.kind == OptionKind::Required ? ' ' + text : " [" + text + ']';
    }
    return line;
}

void printHelp(const std::vector<Command>& commands, Console& console) {
    console.say({"一窗中心服务:政务服务大厅各窗口背后的中心。",
        "The central service behind the counters of a government service hall."});
    console.say(usageLine);
    console.out() << '\n';
    for (const Command& command : commands) {
        console.out() << "  " << command.name << "\n      " << console.sentence(command.summary) << '\n';
    }
    console.out() << '\n';
    console.say({"yichuang-central --version — 显示版本。", "yichuang-central --version tells the version."});
    console.say({"yichuang-central help 子命令 — 查看该子命令的参数。",
        "yichuang-central help COMMAND tells the arguments of one command."});
}

void printHelp(const Command& command, Console& console) {
    console.say(command.summary);
    console.out() << '\n' << usageOf(command) << '\n';
    for (const Operand& operand : command.operands) {
        console.out() << "  " << operand.name << "\n      " << console.sentence(operand.help) << '\n';
    }
    for (const Option& option : command.options) {
        console.out() << "  " << option.name;
        if (option.kind != OptionKind::Flag) {
            console.out() << ' ' << option.placeholder;
        }
        console.out() << "\n      " << console.sentence(option.help) << '\n';
    }
    console.out() << std::flush;
}

/// Takes the rows whose name the words begin with; two-word names first.
const Command* findCommand(const std::vector<Command>& commands, std::vector<std::string>& words) {
    for (const std::size_t parts : {std::size_t {2}, std::size_t {1}}) {
        if (words.size() < parts) {
            continue;
        }
        std::string name = words[0];
        if (parts == 2) {
            name += ' ' + words[1];
        }
        const auto found = std::find_if(
            commands.begin(), commands.end(), [&](const Command& command) { return command.name == name; });
        if (found != commands.end()) {
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(parts));
            return &*found;
        }
    }
    return nullptr;
}

/// Takes `name VALUE` and `name=VALUE` out of the words, wherever they stand. The last one counts.
std::optional<std::string> takeValue(std::vector<std::string>& words, const std::string& name) {
    std::optional<std::string> value;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t length = 1;
        if (words[at] == name && at + 1 < words.size()) {
            value = words[at + 1];
            length = 2;
        } else if (words[at].starts_with(name + '=')) {
            value = words[at].substr(name.size() + 1);
        } else {
            ++at;
            continue;
        }
        words.erase(
            words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(at + length));
    }
    return value;
}

/// Takes `--lang` out of the words. Empty for a language that is not spoken here.
std::optional<Language> takeLanguage(std::vector<std::string>& words) {
    const std::string value = takeValue(words, "--lang").value_or("zh");
    if (value != "zh" && value != "en") {
        return std::nullopt;
    }
    return value == "en" ? Language::English : Language::Chinese;
}

/// Takes `--config` out of the words and brings in what that file says. False after a complaint.
bool readConfiguration(
    std::vector<std::string>& words, const Command& command, const std::vector<Command>& commands, Console& console) {
    const bool reads = std::any_of(command.options.begin(), command.options.end(),
        [](const Option& option) { return option.name == configurationOption.name; });
    const auto path = reads ? takeValue(words, std::string(configurationOption.name)) : std::nullopt;
    if (!path) {
        return true;
    }
    const auto text = readFile(*path, console);
    if (!text) {
        return false;
    }
    auto whole = withConfiguration(*text, words, command, commands);
    if (!whole) {
        Error error = whole.error();
        error.arguments["file"] = *path;
        complainOf(error, console);
        return false;
    }
    words = std::move(*whole);
    return true;
}

} // namespace

int runCentral(std::vector<std::string> words, std::istream& in, std::ostream& out, std::ostream& err) {
    const auto language = takeLanguage(words);
    Console console(language.value_or(Language::Chinese), in, out, err);
    if (!language) {
        console.complain({"--lang 只能是 zh 或 en。", "--lang takes zh or en."});
        return misused;
    }
    const std::vector<Command> commands = allCommands();
    bool help = words.empty();
    if (!words.empty() && (words[0] == "help" || words[0] == "--help" || words[0] == "-h")) {
        help = true;
        words.erase(words.begin());
    }
    if (help && words.empty()) {
        printHelp(commands, console);
        return done;
    }
    if (words[0] == "--version") {
        console.out() << "yichuang-central " << YICHUANG_VERSION << std::endl;
        return done;
    }
    const std::string asked = words[0];
    const Command* command = findCommand(commands, words);
    if (command == nullptr) {
        console.complain({"没有“{command}”这个子命令。查看全部子命令:yichuang-central help",
                             "There is no command \"{command}\". All commands: yichuang-central help"},
            {{"command", asked}});
        return misused;
    }
    if (help || std::any_of(words.begin(), words.end(), [](const std::string& word) {
            return word == "--help" || word == "-h";
        })) {
        printHelp(*command, console);
        return done;
    }
    if (!readConfiguration(words, *command, commands, console)) {
        return misused;
    }
    const auto arguments = parseArguments(words, command->operands, command->options);
    if (!arguments) {
        complainOf(arguments.error(), console);
        console.complain({"用法:{usage}", "usage: {usage}"}, {{"usage", usageOf(*command)}});
        return misused;
    }
    return command->run(*arguments, console);
}

} // namespace yichuang::central
