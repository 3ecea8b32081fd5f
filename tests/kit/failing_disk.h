// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace yichuang::kit {

/// The disk under every SQLite file that this process opens after `install()`. It may be full for a while, or be the
/// last thing that the process does. One per process: SQLite knows one disk by default.
namespace failing_disk {
/// Before the first file is opened.
void install();
/// Every write that would make a file longer or older fails with "disk full", until there is room again.
void setFull(bool full);
/// SIGKILL to this process in the place of the n-th write, counted from now (0: the next); negative: never.
void killAtWrite(int number);
/// Writes so far.
[[nodiscard]] long writes();
} // namespace failing_disk

} // namespace yichuang::kit
