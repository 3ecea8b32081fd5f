// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "central_process.h"

#include <memory>
#include <string>
#include <vector>

namespace yichuang::kit {

/// A fresh central database of either kind ("sqlite" or "postgresql"), for tests that run on both with real programs.
/// One PostgreSQL cluster serves all tests of a program.
class HallDatabase {
public:
    explicit HallDatabase(const std::string& kind);
    [[nodiscard]] const std::string& address() const { return m_address; }
    /// SQL past the product, by the database's own shell, as somebody with the password could. False if it failed.
    [[nodiscard]] bool meddle(const std::string& statement) const;
    /// All that the database holds, as text. Throws.
    [[nodiscard]] std::string dump() const;

private:
    TemporaryFolder m_folder;
    std::string m_address;
};
[[nodiscard]] std::vector<std::string> databaseKinds();

} // namespace yichuang::kit
