// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>

namespace yichuang::central {

enum class Language { Chinese, English };

/// One sentence in both languages of the command line; {name} stands for an argument.
struct Text {
    std::string_view chinese;
    std::string_view english;
};

/// Exit statuses of every subcommand.
inline constexpr int done = 0;
inline constexpr int failed = 1; ///< it was understood and did not come out well
inline constexpr int misused = 2; ///< the command line itself was wrong

/// Where a subcommand reads and speaks: the streams of the process, or a test's own.
class Console {
public:
    Console(Language language, std::istream& in, std::ostream& out, std::ostream& err);

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] std::istream& in() { return m_in; }
    [[nodiscard]] std::ostream& out() { return m_out; }
    [[nodiscard]] std::ostream& err() { return m_err; }

    [[nodiscard]] std::string sentence(
        const Text& text, const std::map<std::string, std::string>& arguments = {}) const;
    /// A line on standard output, or on standard error.
    void say(const Text& text, const std::map<std::string, std::string>& arguments = {});
    void complain(const Text& text, const std::map<std::string, std::string>& arguments = {});

    /// A secret, from a terminal without echo after `prompt`, otherwise the first line of standard input. Never from
    /// the command line, where every user of the machine could read it.
    [[nodiscard]] std::string askSecret(const Text& prompt);

private:
    Language m_language;
    std::istream& m_in;
    std::ostream& m_out;
    std::ostream& m_err;
};

} // namespace yichuang::central
