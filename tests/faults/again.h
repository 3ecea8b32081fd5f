// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checker.h"

namespace yichuang::test {

/// A client of a few lines that hands in again what a workstation wrote, over raw HTTP, beside the workstation itself.
class Again {
public:
    /// `kept` as it was found in the file of a workstation that did not run.
    explicit Again(DeskKept kept)
        : m_kept(std::move(kept)) { }

    struct Outcome {
        int pushes = 0;
        int acts = 0; ///< that the centre knew before
    };
    /// Pushes acts `from` … `to` (numbers from 1, both taken). Verdicts are compared with what was told before. Nothing
    /// happens where the centre does not answer; throws Broken where it answers something else.
    [[nodiscard]] Outcome push(unsigned short port, std::size_t from, std::size_t to, Checker& checker);
    [[nodiscard]] std::size_t count() const { return m_kept.wire.size(); }

private:
    [[nodiscard]] bool fetchToken(unsigned short port);

    DeskKept m_kept;
    std::string m_token;
};

} // namespace yichuang::test
