// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace yichuang::test {

/// What the person at a counter was told, on disk before anything else is done. Lines of words:
///   try <tag>                                      an intake is about to be concluded
///   intake <act> <stream> <case number> <tag>      it was, and the number was printed
///   step <act> <stream> <event>
///   print <act> <stream>
///   draft <id> <tag>                               it was set aside, and saved
class PersonLog {
public:
    /// Appends to `file`. Throws std::runtime_error.
    explicit PersonLog(const std::string& file);
    ~PersonLog();
    PersonLog(const PersonLog&) = delete;
    PersonLog& operator=(const PersonLog&) = delete;

    /// Durable when it returns.
    void write(const std::string& line);

private:
    int m_file = -1;
};

} // namespace yichuang::test
