// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire_client.h"

#include <array>
#include <cctype>
#include <stdexcept>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <zstd.h>

namespace yichuang::test {

Wire::Wire(unsigned short port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(m_socket);
        throw std::runtime_error("nobody listens on port " + std::to_string(port));
    }
    // An answer that never comes is a failed test, and none that hangs.
    const timeval patience {60, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

Wire::~Wire() {
    ::close(m_socket);
}

bool Wire::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool Wire::more() {
    std::array<char, 16 * 1024> chunk {};
    const ssize_t size = ::recv(m_socket, chunk.data(), chunk.size(), 0);
    if (size > 0) {
        m_read.append(chunk.data(), static_cast<std::size_t>(size));
    }
    return size > 0;
}

WireAnswer Wire::read() {
    WireAnswer answer;
    std::size_t end = 0;
    while ((end = m_read.find("\r\n\r\n")) == std::string::npos) {
        if (!more()) {
            return answer;
        }
    }
    constexpr std::size_t statusAt = 9; // after "HTTP/1.1 "
    const std::string head = m_read.substr(0, end);
    m_read.erase(0, end + 4);
    answer.status = std::stoi(head.substr(statusAt));
    for (std::size_t at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at)) {
        at += 2;
        const std::size_t colon = head.find(':', at);
        const std::size_t next = head.find("\r\n", at);
        std::string name = head.substr(at, colon - at);
        for (char& c : name) {
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        answer.headers[name] = head.substr(colon + 2, next == std::string::npos ? std::string::npos : next - colon - 2);
    }
    if (answer.status == 100) {
        return read();
    }
    const auto length = answer.headers.find("content-length");
    const std::size_t size = length == answer.headers.end() ? 0 : std::stoul(length->second);
    while (m_read.size() < size) {
        if (!more()) {
            return {};
        }
    }
    answer.body = m_read.substr(0, size);
    m_read.erase(0, size);
    const auto encoding = answer.headers.find("content-encoding");
    if (encoding != answer.headers.end() && encoding->second == "zstd") {
        answer.body = unzstd(answer.body);
    }
    return answer;
}

bool Wire::closedWithin(std::chrono::milliseconds time) {
    pollfd waiting {m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(time.count())) != 1) {
        return false;
    }
    char byte = 0;
    return ::recv(m_socket, &byte, 1, 0) <= 0;
}

std::string requestText(
    std::string_view method, std::string_view target, const WireHeaders& headers, std::string_view body) {
    std::string text = std::string(method) + ' ' + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers) {
        text += name + ": " + value + "\r\n";
    }
    if (!body.empty() || method == "POST") {
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return text + "\r\n" + std::string(body);
}

WireAnswer call(unsigned short port, std::string_view method, std::string_view target, const WireHeaders& headers,
    std::string_view body) {
    Wire wire(port);
    wire.send(requestText(method, target, headers, body));
    return wire.read();
}

std::string zstd(std::string_view plain) {
    std::string bytes(ZSTD_compressBound(plain.size()), '\0');
    bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), plain.data(), plain.size(), 3));
    return bytes;
}

std::string unzstd(std::string_view bytes) {
    std::string plain(static_cast<std::size_t>(ZSTD_getFrameContentSize(bytes.data(), bytes.size())), '\0');
    plain.resize(ZSTD_decompress(plain.data(), plain.size(), bytes.data(), bytes.size()));
    return plain;
}

} // namespace yichuang::test
