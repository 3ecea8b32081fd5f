// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yichuang::test {

struct WireAnswer {
    int status = 0; ///< 0: the connection was closed without an answer
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body; ///< decoded from zstd
};

using WireHeaders = std::vector<std::pair<std::string, std::string>>;

/// One connection by hand: bytes out, an answer in. Nothing of the service's own code in it.
class Wire {
public:
    explicit Wire(unsigned short port);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// False if the other side is gone.
    bool send(std::string_view bytes);
    /// Reads one answer. Status 0 if the connection ends first, or a minute goes by without a byte.
    [[nodiscard]] WireAnswer read();
    /// Waits until the other side closes (true), or the time is over (false).
    [[nodiscard]] bool closedWithin(std::chrono::milliseconds time);

private:
    bool more();
    int m_socket = -1;
    std::string m_read;
};

/// A request with its length and the headers given, on a connection of its own.
[[nodiscard]] WireAnswer call(unsigned short port, std::string_view method, std::string_view target,
    const WireHeaders& headers = {}, std::string_view body = {});
[[nodiscard]] std::string requestText(
    std::string_view method, std::string_view target, const WireHeaders& headers, std::string_view body);

[[nodiscard]] std::string zstd(std::string_view plain);
[[nodiscard]] std::string unzstd(std::string_view bytes);

} // namespace yichuang::test
