// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang::json {

enum class Kind { Null, Boolean, Integer, Text, Array, Object };

/// One value of a document. A subtree lies in one piece behind its root, so children are walked by their span.
struct Node {
    Kind kind = Kind::Null;
    bool boolean = false;
    std::uint32_t span = 1; ///< this node and everything inside it
    std::int64_t integer = 0;
    std::string_view key; ///< inside an object
    std::string_view text;
};

/// The children of an array or object, in the order of the text.
class Children {
public:
    class Iterator {
    public:
        explicit Iterator(const Node* node)
            : m_node(node) { }
        const Node& operator*() const { return *m_node; }
        Iterator& operator++() {
            m_node += m_node->span;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return m_node != other.m_node; }

    private:
        const Node* m_node;
    };

    explicit Children(const Node& parent)
        : m_parent(parent) { }
    [[nodiscard]] Iterator begin() const { return Iterator(&m_parent + 1); }
    [[nodiscard]] Iterator end() const { return Iterator(&m_parent + m_parent.span); }

private:
    const Node& m_parent;
};

/// A JSON text read in one pass. Refused: duplicate members, numbers that are no 64-bit integers, text that is not
/// UTF-8 or holds U+0000, more than 32 levels, more than 4,096 members in one object, anything behind the value. Views
/// point into the text and into the document: keep both.
class Document {
public:
    static constexpr std::size_t maximumDepth = 32;
    static constexpr std::size_t maximumMembers = 4096;

    explicit Document(std::string_view text);
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// Empty if the text is sound; else "duplicate_member", "floating_point", "integer_range", "not_utf8", "nul",
    /// "too_deep", "too_large" or "not_json".
    [[nodiscard]] std::string_view fault() const { return m_fault; }
    /// Only where there is no fault.
    [[nodiscard]] const Node& root() const { return m_nodes.front(); }

private:
    friend class Handler;
    std::string_view m_source;
    std::string_view m_fault;
    std::vector<Node> m_nodes;
    std::string m_unescaped; ///< never grows past its first reservation, so that views stay good
};

} // namespace yichuang::json
