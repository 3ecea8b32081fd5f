// SPDX-License-Identifier: GPL-3.0-or-later
#include "service_manager.h"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace yichuang::central {

void tellServiceManagerReady() {
    const char* const path = std::getenv("NOTIFY_SOCKET");
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    if (path == nullptr || (path[0] != '/' && path[0] != '@') || std::strlen(path) >= sizeof address.sun_path) {
        return;
    }
    const std::size_t length = std::strlen(path);
    std::memcpy(address.sun_path, path, length);
    if (path[0] == '@') {
        address.sun_path[0] = '\0'; // a name without a file
    }
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) {
        return;
    }
    constexpr std::string_view ready = "READY=1";
    [[maybe_unused]] const auto sent = ::sendto(socket, ready.data(), ready.size(), MSG_NOSIGNAL,
        reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length));
    ::close(socket);
}

} // namespace yichuang::central
