// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict_json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include <limits>
#include <set>

namespace yichuang {
namespace {

namespace bj = boost::json;

constexpr std::size_t deepest = 32;
constexpr std::size_t largest = 64U * 1024 * 1024;
constexpr std::size_t mostFlaws = 100;

/// Builds the value and remembers where it stands, so that a flaw can name its place.
class Builder {
public:
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    bool on_document_begin(bj::error_code&) {
        m_stack.reset();
        return true;
    }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) {
        m_frames.push_back({});
        return true;
    }
    bool on_object_end(std::size_t count, bj::error_code&) {
        m_frames.pop_back();
        m_stack.push_object(count);
        return valueEnded();
    }
    bool on_array_begin(bj::error_code&) {
        m_frames.push_back({true, 0, {}, {}});
        return true;
    }
    bool on_array_end(std::size_t count, bj::error_code&) {
        m_frames.pop_back();
        m_stack.push_array(count);
        return valueEnded();
    }
    bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) {
        m_key += std::string_view(part.data(), part.size());
        m_stack.push_chars(part);
        return true;
    }
    bool on_key(bj::string_view part, std::size_t, bj::error_code&) {
        m_key += std::string_view(part.data(), part.size());
        m_stack.push_key(part);
        auto& frame = m_frames.back();
        frame.member = std::move(m_key);
        m_key.clear();
        if (!frame.members.insert(frame.member).second)
            flaw("duplicate_member");
        return true;
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) {
        m_stack.push_chars(part);
        return true;
    }
    bool on_string(bj::string_view part, std::size_t, bj::error_code&) {
        m_stack.push_string(part);
        return valueEnded();
    }
    bool on_number_part(bj::string_view, bj::error_code&) { return true; }
    bool on_int64(std::int64_t number, bj::string_view, bj::error_code&) {
        m_stack.push_int64(number);
        return valueEnded();
    }
    bool on_uint64(std::uint64_t number, bj::string_view, bj::error_code&) {
        flaw("number_too_large");
        m_stack.push_uint64(number);
        return valueEnded();
    }
    bool on_double(double number, bj::string_view, bj::error_code&) {
        flaw("floating_point");
        m_stack.push_double(number);
        return valueEnded();
    }
    bool on_bool(bool yes, bj::error_code&) {
        m_stack.push_bool(yes);
        return valueEnded();
    }
    bool on_null(bj::error_code&) {
        m_stack.push_null();
        return valueEnded();
    }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

    [[nodiscard]] bj::value take() { return m_stack.release(); }
    [[nodiscard]] std::vector<JsonFlaw> takeFlaws() { return std::move(m_flaws); }

private:
    struct Frame {
        bool array = false;
        std::size_t index = 0;
        std::string member;
        std::set<std::string, std::less<>> members;
    };

    bool valueEnded() {
        if (!m_frames.empty() && m_frames.back().array)
            ++m_frames.back().index;
        return true;
    }

    void flaw(std::string rule) {
        if (m_flaws.size() == mostFlaws)
            return;
        std::string pointer;
        for (const auto& frame : m_frames)
            pointer = frame.array ? pointerTo(pointer, frame.index) : pointerTo(pointer, frame.member);
        m_flaws.push_back({std::move(pointer), std::move(rule)});
    }

    bj::value_stack m_stack;
    std::vector<Frame> m_frames;
    std::string m_key;
    std::vector<JsonFlaw> m_flaws;
};

JsonFailure failureAt(std::string_view text, std::size_t offset, std::string rule, std::string reason) {
    JsonFailure failure {std::move(rule), std::move(reason), offset, 1, 1};
    for (const char byte : text.substr(0, offset)) {
        if (byte == '\n') {
            ++failure.line;
            failure.column = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80) {
            ++failure.column;
        }
    }
    return failure;
}

std::string ruleOf(const bj::error_code& code) {
    if (code == bj::error::incomplete)
        return "truncated";
    return code == bj::error::too_deep ? "too_deep" : "syntax";
}

/// Where the first byte stands that can't be UTF-8; a character cut off at the very end is truncation, not another
/// encoding.
std::optional<std::size_t> notUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        std::size_t length = 1;
        if (lead >= 0xC2 && lead <= 0xDF)
            length = 2;
        else if (lead >= 0xE0 && lead <= 0xEF)
            length = 3;
        else if (lead >= 0xF0 && lead <= 0xF4)
            length = 4;
        else if (lead >= 0x80)
            return i;
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80)
                return i;
        }
        i += length;
    }
    return std::nullopt;
}

} // namespace

std::string pointerTo(const std::string& parent, std::string_view member) {
    std::string result = parent + "/";
    for (const char c : member) {
        if (c == '~')
            result += "~0";
        else if (c == '/')
            result += "~1";
        else
            result += c;
    }
    return result;
}

std::string pointerTo(const std::string& parent, std::size_t index) {
    return parent + "/" + std::to_string(index);
}

StrictJson readStrictJson(std::string_view text) {
    StrictJson result;
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    const std::size_t skipped = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    const std::string_view body = text.substr(skipped);
    if (body.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        result.failure = failureAt(text, 0, "empty_file", {});
        return result;
    }
    if (body.size() > largest) {
        result.failure = failureAt(text, 0, "too_large", {});
        return result;
    }
    if (const auto offset = notUtf8(body)) {
        result.failure = failureAt(text, skipped + *offset, "not_utf8", {});
        return result;
    }
    bj::parse_options options;
    options.max_depth = deepest;
    bj::basic_parser<Builder> parser(options);
    bj::error_code code;
    std::size_t read = parser.write_some(false, body.data(), body.size(), code);
    if (!code && read < body.size())
        code = bj::error::extra_data;
    if (code) {
        result.failure = failureAt(text, skipped + read, ruleOf(code), code.message());
        return result;
    }
    result.flaws = parser.handler().takeFlaws();
    result.value = parser.handler().take();
    return result;
}

} // namespace yichuang
