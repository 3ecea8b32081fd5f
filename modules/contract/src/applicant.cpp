// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/applicant.h>

#include "member_table.h"

#include <cstdint>
#include <string>
#include <utility>

#include <boost/json/basic_parser_impl.hpp>

namespace yichuang {

namespace json {

/// Particulars hold more than is read here: the agent, what was checked.
template <> struct Members<NamedApplicant> {
    static constexpr UnknownMembers unknown = UnknownMembers::PassedOver;
    using A = NamedApplicant;
    static constexpr std::tuple list {Member {"kind", &A::kind}, Member {"name", &A::name},
        Member {"id_kind", &A::idKind}, Member {"id_number", &A::idNumber}, Member {"phone", &A::phone},
        Member {"address", &A::address}, Member {"legal_representative", &A::legalRepresentative}};
};
static_assert(coversAllBut<NamedApplicant>());

} // namespace json

namespace {

namespace bj = boost::json;

/// What Boost's parser calls: stops at the text of one member of "values". An act in a batch of hundreds is read here,
/// and what is asked for stands near the beginning of its line.
class ParticularFinder {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    ParticularFinder(std::string_view name, std::optional<std::string>& found)
        : m_name(name)
        , m_found(found) { }

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) {
        if (m_depth == 1) {
            m_inside = m_key == "values";
        }
        return deeper();
    }
    bool on_object_end(std::size_t, bj::error_code&) { return higher(); }
    bool on_array_begin(bj::error_code&) { return deeper(); }
    bool on_array_end(std::size_t, bj::error_code&) { return higher(); }
    bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return add(part); }
    bool on_key(bj::string_view rest, std::size_t, bj::error_code&) {
        add(rest);
        m_key.swap(m_text);
        m_text.clear();
        return true;
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return add(part); }
    bool on_string(bj::string_view rest, std::size_t, bj::error_code& ec) {
        if (m_inside && m_depth == 2 && m_key == m_name) {
            add(rest);
            m_found = std::move(m_text);
            ec = bj::error::extra_data; // enough
            return false;
        }
        m_text.clear();
        return true;
    }
    bool on_number_part(bj::string_view, bj::error_code&) { return true; }
    bool on_int64(std::int64_t, bj::string_view, bj::error_code&) { return true; }
    bool on_uint64(std::uint64_t, bj::string_view, bj::error_code&) { return true; }
    bool on_double(double, bj::string_view, bj::error_code&) { return true; }
    bool on_bool(bool, bj::error_code&) { return true; }
    bool on_null(bj::error_code&) { return true; }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

private:
    bool add(bj::string_view part) {
        m_text.append(part.data(), part.size());
        return true;
    }
    bool deeper() {
        ++m_depth;
        return true;
    }
    bool higher() {
        --m_depth;
        m_inside = m_inside && m_depth >= 2;
        return true;
    }

    std::string_view m_name;
    std::optional<std::string>& m_found;
    std::string m_text;
    std::string m_key;
    int m_depth = 0;
    bool m_inside = false; ///< "values" itself, at depth 2
};

std::optional<std::string> particularIn(std::string_view line, std::string_view name) {
    std::optional<std::string> found;
    bj::parse_options options;
    options.max_depth = json::Document::maximumDepth;
    bj::basic_parser<ParticularFinder> parser(options, name, found);
    bj::error_code ec;
    (void)parser.write_some(false, line.data(), line.size(), ec);
    return found;
}

std::string_view plainField(std::string_view field) {
    constexpr std::string_view prefix = "applicant.";
    return field.starts_with(prefix) ? field.substr(prefix.size()) : std::string_view {};
}

} // namespace

std::optional<NamedApplicant> applicantIn(std::string_view particularsLine) {
    const auto text = particularIn(particularsLine, "applicant");
    if (!text) {
        return std::nullopt;
    }
    const json::Document document(*text);
    NamedApplicant applicant;
    json::Fault fault;
    if (!document.fault().empty() || !json::read(document.root(), applicant, fault)) {
        return std::nullopt;
    }
    return applicant;
}

bool amendApplicant(NamedApplicant& applicant, std::string_view field, std::string_view particularsLine) {
    bool known = false;
    std::apply(
        [&](const auto&... members) {
            const auto take = [&](const auto& member) {
                if (member.name != plainField(field)) {
                    return;
                }
                if (auto value = particularIn(particularsLine, "value")) {
                    applicant.*member.pointer = std::move(*value);
                    known = true;
                }
            };
            (take(members), ...);
        },
        json::Members<NamedApplicant>::list);
    return known;
}

bool amendsApplicantNumber(std::string_view field) {
    return plainField(field) == "id_kind" || plainField(field) == "id_number";
}

} // namespace yichuang
