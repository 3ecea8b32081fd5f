// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace yichuang::test {

[[nodiscard]] inline std::string fileText(const std::string& path) {
    std::ifstream file {path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Rows of a CSV file with quoted fields ("" = a quote); the header is the first row.
[[nodiscard]] inline std::vector<std::vector<std::string>> csvRows(const std::string& path) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row {""};
    bool quoted = false;
    const std::string text = fileText(path);
    for (std::size_t index = 0; index < text.size(); ++index) {
        const char sign = text[index];
        if (quoted) {
            if (sign != '"') {
                row.back() += sign;
            } else if (index + 1 < text.size() && text[index + 1] == '"') {
                row.back() += '"';
                ++index;
            } else {
                quoted = false;
            }
        } else if (sign == '"') {
            quoted = true;
        } else if (sign == ',') {
            row.emplace_back();
        } else if (sign == '\n') {
            rows.push_back(row);
            row = {""};
        } else if (sign != '\r') {
            row.back() += sign;
        }
    }
    if (row.size() > 1 || !row[0].empty()) {
        rows.push_back(row);
    }
    return rows;
}

} // namespace yichuang::test
