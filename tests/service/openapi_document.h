// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yichuang::test {

/// resources/openapi.yaml, read as JSON.
class OpenApiDocument {
public:
    explicit OpenApiDocument(const std::string& file);

    struct Operation {
        std::string method; ///< "GET"
        std::string path;
        std::vector<int> statuses;
    };
    [[nodiscard]] std::vector<Operation> operations() const;

    /// Why this answer is not one that the document describes; empty if it is. Of a page the lines are judged, not the
    /// acts between them.
    [[nodiscard]] std::string objection(std::string_view method, std::string_view path, int status,
        std::string_view contentType, std::string_view body) const;

private:
    [[nodiscard]] boost::json::value inlined(const boost::json::value& value) const;
    boost::json::value m_root;
};

} // namespace yichuang::test
