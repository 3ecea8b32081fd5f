// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace yichuang::test {

/// One fresh central database of either kind, for tests that run on both: "sqlite" and "postgresql".
class CentralDatabase {
public:
    explicit CentralDatabase(const std::string& kind);
    ~CentralDatabase();
    CentralDatabase(const CentralDatabase&) = delete;
    CentralDatabase& operator=(const CentralDatabase&) = delete;

    [[nodiscard]] const std::string& address() const { return m_address; }
    /// Somebody meddles: statements that both databases understand, past the product.
    bool meddle(const std::string& statements) const;
    /// Folder of its own; gone with the object.
    [[nodiscard]] const std::string& folder() const { return m_folder; }

private:
    std::string m_kind;
    std::string m_folder;
    std::string m_address;
};

/// For INSTANTIATE_TEST_SUITE_P.
[[nodiscard]] std::vector<std::string> centralDatabaseKinds();

} // namespace yichuang::test
