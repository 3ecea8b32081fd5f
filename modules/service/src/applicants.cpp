// SPDX-License-Identifier: GPL-3.0-or-later
#include "applicants.h"

#include "centre_private.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/received_only.h>

#include <algorithm>

namespace yichuang {
namespace {

constexpr std::int64_t readingsInAMinute = 60;
constexpr std::int64_t minute = 60'000;
constexpr std::size_t longestPurpose = 200; ///< bytes of UTF-8
constexpr int casesLookedAt = 16;
constexpr int casesAtOnce = 500;
constexpr int readingsAtOnce = 500;
constexpr std::string_view indexedSetting = "applicants_indexed"; ///< the last case that was, or `indexedAll`
constexpr std::string_view indexedAll = "all";

/// One line that says something: no control characters, not only blanks.
bool isPurpose(std::string_view text) {
    const bool plain = std::none_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return plain && text.size() <= longestPurpose && text.find_first_not_of(' ') != std::string_view::npos;
}

Result<HashText> hashAsked(const ApplicantRequest& request, CivilDate today, const CentreKeys& keys) {
    const auto kind = identifierKindFromText(request.idKind);
    if (!kind || !namesApplicant(*kind)) {
        return failure("applicant.number", {{"kind", request.idKind}, {"reason", "kind"}});
    }
    const auto number = identify(*kind, request.idNumber, today);
    if (!number.valid) {
        return failure("applicant.number", {{"kind", request.idKind}, {"reason", number.reason}});
    }
    return keys.blind(toText(*kind), number.normalized);
}

} // namespace

Result<std::optional<CaseApplicant>> applicantOf(const StreamId& stream, const std::vector<ActRow>& acts) {
    std::optional<CaseApplicant> found;
    for (const auto& row : acts) {
        const auto act = parseAct(row.bytes());
        if (!act) {
            return failure("store.damaged", {{"act", row.id.value()}}, act.error().code);
        }
        for (std::size_t i = 0; i < act->facts.size(); ++i) {
            const auto* entry = std::get_if<Entry>(&act->facts[i]);
            const auto& particulars = act->bytes.bodies[i].particulars;
            if (entry == nullptr || act->head.entries[i].stream != stream || !particulars
                || !isFolded(*entry, row.reason)) {
                continue;
            }
            if (entry->event == Event::Receive) {
                if (auto named = applicantIn(*particulars)) {
                    found = CaseApplicant {std::move(*named), entry->date, act->head.correctedTime};
                }
            } else if (entry->event == Event::Amend && found) {
                (void)amendApplicant(found->applicant, entry->facts.field, *particulars);
            }
        }
    }
    return found;
}

std::optional<HashText> indexHash(const NamedApplicant& applicant, CivilDate day, const CentreKeys& keys) {
    const auto kind = identifierKindFromText(applicant.idKind);
    if (!kind || !namesApplicant(*kind)) {
        return std::nullopt;
    }
    const auto number = identify(*kind, applicant.idNumber, day);
    return number.valid ? std::optional {keys.blind(applicant.idKind, number.normalized)} : std::nullopt;
}

void nameApplicants(std::vector<BatchAct>& batch, const CentreKeys& keys) {
    for (auto& one : batch) {
        if (!one.bad.empty() || !one.waits.empty()) {
            continue;
        }
        for (std::size_t i = 0; i < one.act.facts.size(); ++i) {
            const auto* entry = std::get_if<Entry>(&one.act.facts[i]);
            const auto& particulars = one.act.bytes.bodies[i].particulars;
            if (entry == nullptr || entry->event != Event::Receive || !particulars) {
                continue;
            }
            const auto named = applicantIn(*particulars);
            if (const auto hash = named ? indexHash(*named, entry->date, keys) : std::nullopt) {
                one.applicants.emplace(i, *hash);
            }
        }
    }
}

Result<std::vector<ApplicantRow>> applicantRows(
    CentralTransaction& transaction, const std::vector<StreamId>& streams, const CentreKeys& keys) {
    const auto acts = transaction.actsOfStreams(streams);
    if (!acts) {
        return tl::unexpected(acts.error());
    }
    std::vector<ApplicantRow> rows;
    for (const auto& [stream, list] : *acts) {
        const auto found = applicantOf(stream, list);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            continue;
        }
        if (const auto hash = indexHash((*found)->applicant, (*found)->receivedOn, keys)) {
            rows.push_back({*hash, stream, (*found)->at});
        }
    }
    return rows;
}

namespace {

/// The newest case whose applicant still bears that number: an amendment may have given him another since, and
/// particulars may be erased.
Result<std::optional<ApplicantAnswer>> answerFor(
    CentralTransaction& transaction, const HashText& hash, const CentreKeys& keys) {
    const auto streams = transaction.casesOfApplicant(hash, casesLookedAt);
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    for (const auto& stream : *streams) {
        const auto acts = transaction.actsOfStreams({stream});
        if (!acts) {
            return tl::unexpected(acts.error());
        }
        const auto list = acts->find(stream);
        if (list == acts->end()) {
            continue;
        }
        const auto found = applicantOf(stream, list->second);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found || indexHash((*found)->applicant, (*found)->receivedOn, keys) != hash) {
            continue;
        }
        const auto& named = (*found)->applicant;
        return ApplicantAnswer {named.kind, named.name, named.phone, named.address, named.legalRepresentative,
            isoDate((*found)->receivedOn)};
    }
    return std::optional<ApplicantAnswer> {};
}

} // namespace

Result<ApplicantAnswer> Centre::readApplicant(
    const PersonId& person, const WorkstationId& workstation, const ApplicantRequest& request) {
    if (!isPurpose(request.purpose)) {
        return failure("applicant.purpose", {{"most", std::to_string(longestPurpose)}});
    }
    std::optional<ApplicantAnswer> answer;
    auto done = m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        answer.reset();
        const auto now = m_private->now();
        const auto hash = hashAsked(request, shanghaiDate(fromMilliseconds(now)), m_private->keys);
        if (!hash) {
            return tl::unexpected(hash.error());
        }
        const auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        // Her readings are numbered one after the other, and counted, under her account's lock.
        if (const auto account = transaction.account(person, true); !account) {
            return tl::unexpected(account.error());
        }
        const auto before = transaction.readingBefore(person, static_cast<int>(readingsInAMinute));
        if (!before) {
            return tl::unexpected(before.error());
        }
        if (*before && (*before)->at > now - minute) {
            const auto wait = std::min(minute, (*before)->at + minute - now);
            return failure("applicant.too_often", {{"seconds", std::to_string((wait + 999) / 1'000)}});
        }
        auto found = answerFor(transaction, *hash, m_private->keys);
        if (!found) {
            return tl::unexpected(found.error());
        }
        answer = std::move(*found);
        ReadingRow reading;
        reading.person = person;
        reading.at = now;
        reading.workstation = workstation;
        if (const auto* known = (*view)->registry->workstation(workstation)) {
            reading.window = known->window;
        }
        reading.applicant = *hash;
        reading.purpose = request.purpose;
        reading.found = answer.has_value();
        return transaction.addReading(std::move(reading));
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return answer ? Result<ApplicantAnswer>(std::move(*answer)) : failure("applicant.unknown");
}

Result<void> Centre::eachReading(
    std::int64_t since, const PersonId& person, const std::function<void(const ApplicantReading&)>& take) const {
    ReadingRow last;
    for (;;) {
        std::vector<ReadingRow> page;
        auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
            auto rows = transaction.readings(since, person, last, readingsAtOnce);
            if (!rows) {
                return tl::unexpected(rows.error());
            }
            page = std::move(*rows);
            return {};
        });
        if (!read) {
            return read;
        }
        for (const auto& row : page) {
            take({row.at, row.person, row.workstation, row.window, row.applicant, row.purpose, row.found});
        }
        if (static_cast<int>(page.size()) < readingsAtOnce) {
            return {};
        }
        last = page.back();
    }
}

Result<int> Centre::indexApplicants() {
    int indexed = 0;
    for (bool more = !m_private->applicantsIndexed; more;) {
        int read = 0;
        auto done = m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
            read = 0;
            const auto settings = transaction.settings();
            if (!settings) {
                return tl::unexpected(settings.error());
            }
            const auto mark = settings->find(std::string(indexedSetting));
            if (mark != settings->end() && mark->second == indexedAll) {
                return {};
            }
            const auto streams = transaction.openedCases(
                StreamId(mark == settings->end() ? std::string {} : mark->second), casesAtOnce);
            if (!streams) {
                return tl::unexpected(streams.error());
            }
            const auto rows = applicantRows(transaction, *streams, m_private->keys);
            if (!rows) {
                return tl::unexpected(rows.error());
            }
            if (auto offered = transaction.offerApplicants(*rows); !offered) {
                return offered;
            }
            read = static_cast<int>(streams->size());
            return transaction.writeSetting(
                indexedSetting, read < casesAtOnce ? indexedAll : std::string_view(streams->back().value()));
        });
        if (!done) {
            return tl::unexpected(done.error());
        }
        indexed += read;
        more = read == casesAtOnce;
    }
    m_private->applicantsIndexed = true;
    return indexed;
}

} // namespace yichuang
