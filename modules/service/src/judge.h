// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch.h"
#include "casebook.h"
#include "hall_view.h"

#include <yichuang/contract/messages.h>
#include <yichuang/domain/law.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace yichuang {

/// Acts.md step 3: clocks of two machines agree to so many milliseconds after the offset was measured.
inline constexpr std::int64_t clockTolerance = 5'000;
/// Without contact for longer a workstation takes drafts only; what comes later is judged as of receipt.
inline constexpr std::int64_t longestSilence = 7LL * 24 * 3'600 * 1'000;

/// What the centre knows of the writer's time.
struct TimeOfAct {
    std::int64_t received = 0;
    std::int64_t lastContact = 0; ///< the last contact before which this act was not yet written; 0 = none known
    std::int64_t lastTime = 0; ///< corrected time of the origin's act before it
    std::int64_t lastSeen = 0;
};
/// Whether the act is judged as of its receipt, not of the time that it claims (step 3).
[[nodiscard]] bool judgedAsOfReceipt(const ActHead& head, const TimeOfAct& time, const HallView& hall);

/// The numbers that decide whether a new case is taken in.
struct Numbers {
    std::map<WorkstationId, std::vector<Block>> leases;
    std::set<std::string> used;
};

/// One verdict, and what the centre writes beside it.
struct Judgement {
    Verdict verdict = Verdict::Admitted;
    std::string reason;
    std::map<std::string, std::string> arguments;
    std::vector<RefusingState> states;
    /// The case was opened under something that no longer held: stream and why.
    std::optional<std::pair<StreamId, Refusal>> irregular;
    /// What silence did is taken back first, so that this timely act can stand.
    std::optional<StreamId> annulled;
    /// Of the streams touched, as they stand after the act (with `annulled` in them); only when admitted.
    std::map<StreamId, CaseState> after;
    /// The case number that the act opens a case with.
    std::string number;
};

/// Steps 3 to 7 of acts.md for one act. Decides in memory; reads nothing and writes nothing.
class Judge {
public:
    Judge(std::shared_ptr<const HallView> hall, std::int64_t now);

    [[nodiscard]] Judgement judge(
        const BatchAct& batchAct, const TimeOfAct& time, Casebook& casebook, const Numbers& numbers);

    /// nullptr if these years were never known together.
    [[nodiscard]] std::shared_ptr<const Calendar> calendarOf(const std::string& version);
    [[nodiscard]] const HallView& hall() const { return *m_hall; }
    [[nodiscard]] std::int64_t now() const { return m_now; }
    [[nodiscard]] const std::string& calendarVersionNow() const { return m_calendarVersion; }

private:
    struct Question;
    /// Writer's view and present state of a stream, as the act's entries change them.
    struct Sides {
        CaseState view;
        CaseState present;
        bool moved = false;
        std::vector<const KnownEntry*> gained;
    };

    [[nodiscard]] std::optional<Judgement> judgeEntry(Question& question, std::size_t index);
    [[nodiscard]] std::optional<Judgement> judgeNow(
        Question& question, const Entry& entry, StreamWork& stream, Sides& sides);
    [[nodiscard]] std::optional<Judgement> judgeNumber(const Question& question) const;

    std::shared_ptr<const HallView> m_hall;
    std::int64_t m_now;
    std::string m_calendarVersion;
    std::map<std::string, std::shared_ptr<const Calendar>> m_calendars;
};

} // namespace yichuang
