// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>
#include <yichuang/storage/case_file.h>
#include <yichuang/workflows/views.h>

namespace yichuang {

/// Who looks, and on which day: what a view of a case depends on beside the case.
struct Onlooker {
    PersonId person;
    CivilDate today;
};

[[nodiscard]] CaseRow rowOf(const HeldCase& held, const Registry& registry, CivilDate today);
/// False of what is kept and counts for nothing: refused, damaged, or decided where the case was only taken in.
[[nodiscard]] bool isInForce(const JournalEntry& line);
[[nodiscard]] QList<TimelineEntry> timelineOf(const CaseFile& file, const Registry& registry);
[[nodiscard]] CaseView viewOf(const CaseFile& file, const Registry& registry, const Onlooker& onlooker);

/// The applicant as the entries state him: of `receive`, amended by later `amend` entries.
[[nodiscard]] Applicant applicantOf(const CaseFile& file);

/// Clear text of a field that the case page shows masked: "applicant.id_number", "applicant.phone", "agent.id_number",
/// "agent.phone". Empty for any other.
[[nodiscard]] QString clearTextOf(const Applicant& applicant, const QString& field);

} // namespace yichuang
