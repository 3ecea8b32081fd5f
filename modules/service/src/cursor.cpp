// SPDX-License-Identifier: GPL-3.0-or-later
#include "cursor.h"

#include <sodium.h>

#include <charconv>
#include <vector>

namespace yichuang {
namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view firstLine = "1";

std::vector<std::string_view> cut(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string toText(const Cursor& cursor) {
    std::string plain(firstLine);
    for (const auto& [scope, seen] : cursor.scopes) {
        plain += "\n" + scope.value() + "\t" + std::to_string(seen.position) + "\t" + seen.hash;
    }
    if (cursor.snapshot) {
        plain += "\n" + cursor.snapshot->scope.value() + "\t" + cursor.snapshot->after.value();
    }
    std::string text(sodium_base64_encoded_len(plain.size(), variant), '\0');
    sodium_bin2base64(
        text.data(), text.size(), reinterpret_cast<const unsigned char*>(plain.data()), plain.size(), variant);
    text.pop_back();
    return text;
}

Result<Cursor> cursorFromText(std::string_view text) {
    Cursor cursor;
    if (text.empty()) {
        return cursor;
    }
    std::string plain(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(plain.data()), plain.size(), text.data(), text.size(),
            nullptr, &size, nullptr, variant)
        != 0) {
        return failure("cursor.form");
    }
    plain.resize(size);
    const auto lines = cut(plain, '\n');
    if (lines.front() != firstLine) {
        return failure("cursor.form");
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto parts = cut(lines[i], '\t');
        if (parts.size() == 2 && i + 1 == lines.size()) {
            cursor.snapshot = Cursor::Snapshot {ScopeId(std::string(parts[0])), StreamId(std::string(parts[1]))};
            continue;
        }
        Seen seen;
        if (parts.size() != 3
            || std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), seen.position).ec != std::errc {}) {
            return failure("cursor.form");
        }
        seen.hash = parts[2];
        cursor.scopes[ScopeId(std::string(parts[0]))] = seen;
    }
    return cursor;
}

} // namespace yichuang
