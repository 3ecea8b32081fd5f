// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace yichuang::central {

/// Tells the service manager that started this process (systemd's protocol, a datagram to NOTIFY_SOCKET) that it is
/// ready. Nothing happens where nobody asked.
void tellServiceManagerReady();

} // namespace yichuang::central
