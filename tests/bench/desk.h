// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fake_keychain.h>

#include <yichuang/workflows/workplace.h>

#include <memory>
#include <string>

namespace yichuang::bench {

using Secrets = std::shared_ptr<test::KeychainContents>;

/// A workstation without its window: the product's Workplace on a profile of its own.
class Desk {
public:
    /// `centreUrl` empty: the address that the file remembers.
    Desk(const QString& profile, const Clock& clock, const Secrets& secrets, const QString& centreUrl = {});
    ~Desk();

    [[nodiscard]] Workplace& workplace() { return *m_workplace; }
    /// Opens the file; where it is enrolled, sync begins.
    void start();
    void enrol(const std::string& url, const std::string& code);
    void signIn(const QString& person);
    /// Everything that was given to the storage thread has been done.
    void settle();

private:
    std::unique_ptr<Workplace> m_workplace;
};

/// Leases that many case numbers from the running centre into a closed profile.
void leaseNumbers(
    const QString& profile, const Secrets& secrets, const Clock& clock, const std::string& url, int count);

/// A copy of a closed profile, with its data key under the copy's name.
void copyProfile(const QString& from, const QString& to, const Secrets& secrets);

[[nodiscard]] QByteArray dataKeyOf(const QString& profile, const Secrets& secrets);

} // namespace yichuang::bench
