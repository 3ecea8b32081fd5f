// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <iostream>
#include <istream>
#include <ostream>

#include <termios.h>
#include <unistd.h>

namespace yichuang::central {

Console::Console(Language language, std::istream& in, std::ostream& out, std::ostream& err)
    : m_language(language)
    , m_in(in)
    , m_out(out)
    , m_err(err) { }

std::string Console::sentence(const Text& text, const std::map<std::string, std::string>& arguments) const {
    const std::string_view pattern = m_language == Language::Chinese ? text.chinese : text.english;
    std::string result;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
        if (end != std::string_view::npos) {
            const auto argument = arguments.find(std::string(pattern.substr(at + 1, end - at - 1)));
            if (argument != arguments.end()) {
                result += argument->second;
                at = end + 1;
                continue;
            }
        }
        result += pattern[at++];
    }
    return result;
}

void Console::say(const Text& text, const std::map<std::string, std::string>& arguments) {
    m_out << sentence(text, arguments) << std::endl;
}

void Console::complain(const Text& text, const std::map<std::string, std::string>& arguments) {
    m_err << sentence(text, arguments) << std::endl;
}

std::string Console::askSecret(const Text& prompt) {
    const bool terminal = &m_in == &std::cin && ::isatty(STDIN_FILENO) != 0;
    termios before {};
    if (terminal) {
        m_err << sentence(prompt) << std::flush;
        ::tcgetattr(STDIN_FILENO, &before);
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    std::string line;
    std::getline(m_in, line);
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        m_err << std::endl;
    }
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    return line;
}

} // namespace yichuang::central
