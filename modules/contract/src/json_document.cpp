// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_document.h"

#include <boost/json/basic_parser_impl.hpp>

#include <functional>

namespace yichuang::json {

namespace bj = boost::json;

/// What Boost's parser calls: builds the flat tree and refuses what the wire does not allow.
class Handler {
public:
    static constexpr std::size_t max_object_size = Document::maximumMembers;
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    explicit Handler(Document& document)
        : m_document(document) { }

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }

    bool on_object_begin(bj::error_code&) {
        open(Kind::Object);
        return true;
    }
    bool on_object_end(std::size_t, bj::error_code& ec) {
        const Node& object = m_document.m_nodes[m_open.back()];
        close();
        return noMemberTwice(object, ec);
    }
    bool on_array_begin(bj::error_code&) {
        open(Kind::Array);
        return true;
    }
    bool on_array_end(std::size_t, bj::error_code&) {
        close();
        return true;
    }

    bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return addPart(part); }
    bool on_key(bj::string_view rest, std::size_t, bj::error_code& ec) { return take(rest, m_key, ec); }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return addPart(part); }
    bool on_string(bj::string_view rest, std::size_t, bj::error_code& ec) {
        return take(rest, add(Kind::Text).text, ec);
    }

    bool on_number_part(bj::string_view, bj::error_code&) { return true; }
    bool on_int64(std::int64_t value, bj::string_view, bj::error_code&) {
        add(Kind::Integer).integer = value;
        return true;
    }
    bool on_uint64(std::uint64_t, bj::string_view, bj::error_code& ec) { return refuse("integer_range", ec); }
    bool on_double(double, bj::string_view, bj::error_code& ec) { return refuse("floating_point", ec); }
    bool on_bool(bool value, bj::error_code&) {
        add(Kind::Boolean).boolean = value;
        return true;
    }
    bool on_null(bj::error_code&) {
        add(Kind::Null);
        return true;
    }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

private:
    bool refuse(std::string_view fault, bj::error_code& ec) {
        m_document.m_fault = fault;
        ec = bj::error::syntax;
        return false;
    }

    Node& add(Kind kind) {
        Node& node = m_document.m_nodes.emplace_back();
        node.kind = kind;
        node.key = m_key;
        m_key = {};
        return node;
    }
    void open(Kind kind) {
        add(kind);
        m_open.push_back(m_document.m_nodes.size() - 1);
    }
    void close() {
        Node& node = m_document.m_nodes[m_open.back()];
        node.span = static_cast<std::uint32_t>(m_document.m_nodes.size() - m_open.back());
        m_open.pop_back();
    }

    bool addPart(bj::string_view part) {
        m_document.m_unescaped.append(part.data(), part.size());
        m_partial = true;
        return true;
    }
    /// A text without escapes stays a view of the source; others are put together in `m_unescaped`.
    bool take(bj::string_view rest, std::string_view& target, bj::error_code& ec) {
        const char* begin = m_document.m_source.data();
        const char* end = begin + m_document.m_source.size();
        const std::less_equal<const char*> before;
        if (!m_partial && before(begin, rest.data()) && before(rest.data() + rest.size(), end)) {
            target = std::string_view(rest.data(), rest.size());
        } else {
            m_document.m_unescaped.append(rest.data(), rest.size());
            target = std::string_view(m_document.m_unescaped).substr(m_textStart);
        }
        m_textStart = m_document.m_unescaped.size();
        m_partial = false;
        // A database's text can't hold it, so nobody may sign it.
        return target.find('\0') == std::string_view::npos || refuse("nul", ec);
    }

    bool noMemberTwice(const Node& object, bj::error_code& ec) {
        m_names.clear();
        for (const Node& member : Children(object)) {
            for (std::string_view name : m_names) {
                if (name == member.key)
                    return refuse("duplicate_member", ec);
            }
            m_names.push_back(member.key);
        }
        return true;
    }

    Document& m_document;
    std::vector<std::size_t> m_open;
    std::vector<std::string_view> m_names;
    std::string_view m_key;
    std::size_t m_textStart = 0;
    bool m_partial = false;
};

static std::string_view faultOf(const bj::error_code& ec) {
    if (ec == bj::error::too_deep)
        return "too_deep";
    if (ec == bj::error::object_too_large)
        return "too_large";
    // Half a surrogate pair can't be written as UTF-8 either.
    if (ec == bj::error::expected_utf16_escape || ec == bj::error::illegal_leading_surrogate
        || ec == bj::error::illegal_trailing_surrogate)
        return "not_utf8";
    return "not_json";
}

static bool isUtf8(std::string_view text) {
    std::size_t i = 0;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    while (i < text.size()) {
        const unsigned char lead = byte(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || i + length > text.size())
            return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((byte(i + k) & 0xC0) != 0x80)
                return false;
        }
        const unsigned char second = byte(i + 1);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90)
            || (lead == 0xF4 && second > 0x8F))
            return false;
        i += length;
    }
    return true;
}

Document::Document(std::string_view text)
    : m_source(text) {
    m_nodes.reserve(48);
    m_unescaped.reserve(text.size());
    bj::parse_options options;
    options.max_depth = maximumDepth;
    options.allow_invalid_utf8 = true; // asked here for the whole text, with a reason of its own
    if (!isUtf8(text)) {
        m_fault = "not_utf8";
        return;
    }
    bj::basic_parser<Handler> parser(options, *this);
    bj::error_code ec;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), ec);
    if (ec && m_fault.empty())
        m_fault = faultOf(ec);
    else if (m_fault.empty() && used != text.size())
        m_fault = "not_json";
}

} // namespace yichuang::json
