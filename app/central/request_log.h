// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>

#include <fstream>
#include <iosfwd>
#include <mutex>
#include <string>

namespace yichuang::central {

/// One line a request, with the time of the machine (not of the set clock). Any thread.
class RequestLog {
public:
    /// Into `file`, or to `otherwise` where that is empty.
    RequestLog(std::string file, std::ostream& otherwise);

    /// Opens the file, again after it was moved away. Error: "file.unwritable" (file, reason); lines go to `otherwise`
    /// until it succeeds.
    [[nodiscard]] Result<void> open();
    void write(const std::string& line);

private:
    const std::string m_path;
    std::ostream& m_otherwise;
    std::ofstream m_file;
    std::mutex m_mutex;
};

} // namespace yichuang::central
