// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace yichuang {

/// A string that is one kind of name and can't be taken for another.
template <typename Tag> class Id {
public:
    Id() = default;
    explicit Id(std::string value)
        : m_value(std::move(value)) { }

    [[nodiscard]] const std::string& value() const { return m_value; }
    [[nodiscard]] bool empty() const { return m_value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string m_value;
};

/// Ids are lower-case text: UUIDs with hyphens for what is made at a workstation ("0190c3…"), or short words.
using ActId = Id<struct ActIdTag>; ///< UUIDv7
/// "case:<uuid>", "person:<id>", "mandate:<id>", "window:<id>", "workstation:<id>", "key:<id>", "item:<id>",
/// "calendar:<year>".
using StreamId = Id<struct StreamIdTag>;
/// "hall", "dept:<department name>", "window:<id>".
using ScopeId = Id<struct ScopeIdTag>;
using PersonId = Id<struct PersonIdTag>;
using MandateId = Id<struct MandateIdTag>;
using WindowId = Id<struct WindowIdTag>;
using WorkstationId = Id<struct WorkstationIdTag>;
using KeyId = Id<struct KeyIdTag>;
using ItemId = Id<struct ItemIdTag>;
/// "ws:<workstation id>" or "centre:<scope>".
using OriginId = Id<struct OriginIdTag>;

/// One entry: the act it came with and its place in that act, from 0. Text form "<act>/<index>".
struct EntryId {
    ActId act;
    int index = 0;
    friend auto operator<=>(const EntryId&, const EntryId&) = default;
};

} // namespace yichuang
