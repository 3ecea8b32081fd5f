// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_private.h"

#include <yichuang/vault/crypto.h>

#include <algorithm>
#include <array>

namespace yichuang {
namespace {

constexpr std::int64_t codeLasts = 24LL * 3'600 * 1'000;
constexpr std::int64_t wrongTries = 5;
constexpr std::int64_t lockLasts = 15LL * 60 * 1'000;
constexpr int mostNumbersAtOnce = 2'000;
constexpr int lastSerial = 9'999'999;
/// Read aloud and typed: no letter that looks like a digit.
constexpr std::string_view codeAlphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr std::size_t codeLength = 12;

/// What a person typed of a code: blanks, hyphens and case don't matter.
std::string plainCode(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        if (c >= 'a' && c <= 'z') {
            plain += static_cast<char>(c - 'a' + 'A');
        } else if (c != ' ' && c != '-') {
            plain += c;
        }
    }
    return plain;
}

} // namespace

Result<void> Centre::recordContact(
    const WorkstationId& workstation, std::optional<std::int64_t> written, std::optional<std::int64_t> at) {
    if (!written || *written < 0) {
        return {};
    }
    // Nobody has said anything later than now.
    const std::int64_t said = std::min(at.value_or(m_private->now()), m_private->now());
    if (m_private->heard.isFresh(workstation, *written, said)) {
        return {};
    }
    auto done = m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        const auto chain = transaction.chain(originOf(workstation).value());
        if (!chain) {
            return tl::unexpected(chain.error());
        }
        return transaction.writeContact({workstation, *written, said}, *chain ? (*chain)->number : 0);
    });
    if (done) {
        m_private->heard.keep(workstation, *written, said);
    }
    return done;
}

bool HeardLately::isFresh(const WorkstationId& workstation, std::int64_t written, std::int64_t said) const {
    constexpr std::int64_t often = 15'000;
    const std::lock_guard lock(m_mutex);
    const auto known = m_words.find(workstation);
    return known != m_words.end() && known->second.first == written && said >= known->second.second
        && said - known->second.second < often;
}

void HeardLately::keep(const WorkstationId& workstation, std::int64_t written, std::int64_t said) {
    const std::lock_guard lock(m_mutex);
    m_words[workstation] = {written, said};
}

Result<Block> Centre::lease(const WorkstationId& workstation, const LeaseRequest& request) {
    Block block;
    auto done = m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        const auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        const auto* known = (*view)->registry->workstation(workstation);
        if (known == nullptr || known->revoked) {
            return failure("workstation.revoked", {{"workstation", workstation.value()}});
        }
        const auto now = m_private->now();
        const auto today = shanghaiDate(fromMilliseconds(now));
        const int year = static_cast<int>(today.year());
        const bool nextYear = request.year == year + 1 && today.month() == std::chrono::December;
        if (request.year != year && !nextYear) {
            return failure("lease.year", {{"year", std::to_string(request.year)}});
        }
        if (request.count < 1 || request.count > mostNumbersAtOnce) {
            return failure("lease.count", {{"most", std::to_string(mostNumbersAtOnce)}});
        }
        const auto settings = transaction.settings();
        if (!settings) {
            return tl::unexpected(settings.error());
        }
        const auto centre = settings->find("centre");
        if (centre == settings->end()) {
            return failure("centre.uninitialised");
        }
        const auto first = transaction.takeSerials(centre->second, request.year, request.count);
        if (!first) {
            return tl::unexpected(first.error());
        }
        if (!*first) {
            return failure("lease.exhausted", {{"year", std::to_string(request.year)}});
        }
        SystemRandomness randomness;
        block.id = makeUuid(now, randomness);
        block.centre = centre->second;
        block.year = request.year;
        block.first = **first;
        block.last = std::min(**first + request.count - 1, lastSerial);
        block.workstation = workstation;
        block.leasedAt = now;
        return transaction.addLease(block);
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return block;
}

Result<std::string> Centre::makeEnrolCode(const WindowId& window) {
    SystemRandomness randomness;
    std::array<unsigned char, codeLength> bytes {};
    randomness.fill(bytes);
    std::string code;
    for (const auto byte : bytes) {
        code += codeAlphabet[byte % codeAlphabet.size()];
    }
    auto done = m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        const auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        if ((*view)->registry->window(window) == nullptr) {
            return failure("window.unknown", {{"window", window.value()}});
        }
        return transaction.addEnrolCode(hashText("enrol\n" + code), window, m_private->now() + codeLasts);
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return code.substr(0, 4) + "-" + code.substr(4, 4) + "-" + code.substr(8);
}

Result<EnrolAnswer> Centre::enrol(const EnrolRequest& request) {
    EnrolAnswer answer;
    if (const auto key = bytesOfHex(request.publicKey); !key || key->size() != 32) {
        return failure("enrol.key");
    }
    auto done = m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        const auto now = m_private->now();
        const auto window = transaction.useEnrolCode(hashText("enrol\n" + plainCode(request.code)), now);
        if (!window) {
            return tl::unexpected(window.error());
        }
        if (!*window) {
            return failure("enrol.code");
        }
        Ledger ledger(transaction, m_private->keys, now);
        if (auto locked = ledger.lock({hallScope()}); !locked) {
            return locked;
        }
        SystemRandomness randomness;
        Workstation workstation;
        workstation.id = WorkstationId(makeUuid(now, randomness));
        workstation.window = **window;
        workstation.publicKey = request.publicKey;
        if (auto written = m_private->writeHallFacts(ledger, {workstation}, {}); !written) {
            return written;
        }
        const auto settings = transaction.settings();
        if (!settings) {
            return tl::unexpected(settings.error());
        }
        const auto key = m_private->keys.of(transaction, hallScope());
        if (!key) {
            return tl::unexpected(key.error());
        }
        answer.workstation = workstation.id;
        answer.window = workstation.window;
        const auto of = [&](const char* name) {
            const auto found = settings->find(name);
            return found == settings->end() ? std::string {} : found->second;
        };
        answer.centre = of("centre");
        answer.hallName = of("hall_name");
        answer.recoveryKey = of("recovery_key");
        answer.hallKey = CentreKey {(*key)->id, hallScope(), (*key)->publicKey};
        answer.time = now;
        return ledger.flush();
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return answer;
}

Result<void> Centre::registerKey(const PersonId& person, const WorkstationId& workstation, const KeyRequest& request) {
    if (const auto key = bytesOfHex(request.publicKey); !key || key->size() != 32 || request.key.empty()) {
        return failure("key.form");
    }
    return m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        Ledger ledger(transaction, m_private->keys, m_private->now());
        if (auto locked = ledger.lock({hallScope()}); !locked) {
            return locked;
        }
        const auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        const auto& registry = *(*view)->registry;
        const PersonKey fresh {request.key, person, workstation, request.publicKey, false};
        if (const auto* known = registry.key(request.key)) {
            return *known == fresh ? Result<void> {} : failure("key.taken", {{"key", request.key.value()}});
        }
        std::vector<HallFact> facts {fresh};
        // The old public half is kept, with its end: what was signed by it stays provable.
        for (const auto* old : registry.keysOf(person)) {
            if (old->workstation == workstation && !old->ended) {
                auto ended = *old;
                ended.ended = true;
                facts.emplace_back(ended);
            }
        }
        if (auto written = m_private->writeHallFacts(ledger, std::move(facts), {}); !written) {
            return written;
        }
        return ledger.flush();
    });
}

Result<void> Centre::setPassword(const PersonId& person, std::string_view password) {
    const auto verifier = passwordVerifier(password, PasswordCost::Interactive);
    return m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        const auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        if ((*view)->registry->person(person) == nullptr) {
            return failure("person.unknown", {{"person", person.value()}});
        }
        if (auto written = transaction.writeAccount({person, verifier, 0, 0}); !written) {
            return written;
        }
        return transaction.dropTokensOf(person);
    });
}

namespace {

/// Whom somebody means who signs in: people write their names, and where two bear the same one only the staff number
/// tells them apart. Somebody whose access has ended is meant only where nobody else bears the name: he is told so.
PersonId personMeant(const Registry& staff, std::string_view numberOrName) {
    PersonId number {std::string(numberOrName)};
    if (staff.person(number) != nullptr) {
        return number;
    }
    std::vector<PersonId> namesakes;
    std::vector<PersonId> ended;
    for (const auto* person : staff.people()) {
        if (person->name == numberOrName) {
            (person->disabled ? ended : namesakes).push_back(person->id);
        }
    }
    const auto& meant = namesakes.empty() ? ended : namesakes;
    return meant.size() == 1 ? meant.front() : number;
}

} // namespace

Result<PersonId> Centre::checkPassword(std::string_view person, std::string_view password) {
    const auto staff = registry();
    if (!staff) {
        return tl::unexpected(staff.error());
    }
    PersonId id = personMeant(**staff, person);
    const auto now = m_private->now();
    std::optional<AccountRow> account;
    auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        auto found = transaction.account(id, false);
        if (!found) {
            return tl::unexpected(found.error());
        }
        account = std::move(*found);
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (account && account->lockedUntil > now) {
        return failure("sign_in.locked", {{"until", std::to_string(account->lockedUntil)}});
    }
    // An unknown name costs as much time as a wrong password.
    static const std::string nobody = passwordVerifier("nobody", PasswordCost::Interactive);
    const bool right = passwordMatches(account ? account->verifier : nobody, password) && account;
    if (!account) {
        return failure("sign_in.wrong");
    }
    std::int64_t lockedUntil = 0;
    auto counted = m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        lockedUntil = 0;
        // Under the row's lock, so that tries at several instances at once are all counted.
        auto row = transaction.account(id, true);
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (!*row) {
            return {};
        }
        if ((*row)->lockedUntil > now) {
            lockedUntil = (*row)->lockedUntil;
            return {};
        }
        if (right && (*row)->failed == 0) {
            return {};
        }
        (*row)->failed = right ? 0 : (*row)->failed + 1;
        if ((*row)->failed >= wrongTries) {
            (*row)->failed = 0;
            (*row)->lockedUntil = now + lockLasts;
            lockedUntil = (*row)->lockedUntil;
        }
        return transaction.writeAccount(**row);
    });
    if (!counted) {
        return tl::unexpected(counted.error());
    }
    if (lockedUntil > 0) {
        return failure("sign_in.locked", {{"until", std::to_string(lockedUntil)}});
    }
    if (!right) {
        return failure("sign_in.wrong");
    }
    const auto* known = (*staff)->person(id);
    if (known == nullptr || known->disabled) {
        return failure("sign_in.disabled");
    }
    return id;
}

Result<void> Centre::putToken(const StoredToken& token) {
    return m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        if (auto dropped = transaction.dropExpired(m_private->now()); !dropped) {
            return dropped;
        }
        return transaction.writeToken({token.hash, token.kind, token.person, token.workstation, token.expires});
    });
}

Result<std::optional<StoredToken>> Centre::findToken(std::string_view hash) const {
    std::optional<StoredToken> found;
    auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        const auto row = transaction.token(hash);
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (*row && (*row)->expires >= m_private->now()) {
            found = StoredToken {(*row)->hash, (*row)->kind, (*row)->person, (*row)->workstation, (*row)->expires};
        }
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return found;
}

Result<void> Centre::dropToken(std::string_view hash) {
    return m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        const auto dropped = transaction.dropToken(hash);
        return dropped ? Result<void> {} : tl::unexpected(dropped.error());
    });
}

Result<void> Centre::dropTokensOf(const PersonId& person) {
    return m_private->inTransaction(
        Access::Write, [&](CentralTransaction& transaction) { return transaction.dropTokensOf(person); });
}

} // namespace yichuang
