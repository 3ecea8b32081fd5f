// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/vault/crypto.h>

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace yichuang {

Secret::Secret(std::size_t size)
    : m_bytes(size) { }

Secret::Secret(std::string_view bytes)
    : m_bytes(bytes.begin(), bytes.end()) { }

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::move(other.m_bytes)) {
    other.m_bytes.clear();
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        sodium_memzero(m_bytes.data(), m_bytes.size());
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

Secret::~Secret() {
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

Secret Secret::clone() const {
    Secret copy(m_bytes.size());
    std::copy(m_bytes.begin(), m_bytes.end(), copy.m_bytes.begin());
    return copy;
}

void SystemRandomness::fill(std::span<unsigned char> bytes) {
    while (!bytes.empty()) {
        if (m_left == 0) {
            randombytes_buf(m_buffer.data(), m_buffer.size());
            m_left = m_buffer.size();
        }
        const std::size_t taken = std::min(m_left, bytes.size());
        unsigned char* source = m_buffer.data() + (m_buffer.size() - m_left);
        std::memcpy(bytes.data(), source, taken);
        sodium_memzero(source, taken); // drawn once; nobody may find it here afterwards
        m_left -= taken;
        bytes = bytes.subspan(taken);
    }
}

Result<void> startVault() {
    if (sodium_init() < 0)
        return failure("vault.unavailable");
    return {};
}

std::string hexOf(std::span<const unsigned char> bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex(bytes.size() * 2, '0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    return hex;
}

static int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

Result<std::vector<unsigned char>> bytesOfHex(std::string_view hex) {
    if (hex.size() % 2 != 0)
        return failure("vault.hex");
    std::vector<unsigned char> bytes(hex.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return failure("vault.hex");
        bytes[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return bytes;
}

std::string makeSalt(Randomness& randomness) {
    std::array<unsigned char, 16> bytes {};
    randomness.fill(bytes);
    return hexOf(bytes);
}

std::string makeUuid(std::int64_t milliseconds, Randomness& randomness) {
    // RFC 9562 5.7: 48 bits of time, version 7, variant 10, the rest random.
    std::array<unsigned char, 16> bytes {};
    randomness.fill(std::span(bytes).subspan(6));
    const auto time = static_cast<std::uint64_t>(milliseconds);
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<unsigned char>(time >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
    std::string text = hexOf(bytes);
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        text.insert(at, 1, '-');
    return text;
}

} // namespace yichuang
