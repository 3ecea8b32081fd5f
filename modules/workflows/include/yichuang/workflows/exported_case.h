// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>
#include <yichuang/workflows/views.h>

#include <QByteArray>

namespace yichuang {

/// A case that left the hall as a file (*.yichuang-case, application/vnd.yichuang.case+json): what the case page shows,
/// with nothing masked, and who took it out, why, and who agreed. A copy to be read; the record stays the hall's.
/// resources/formats.md tells the members.
struct ExportedCase {
    struct MaterialLine {
        int seq = 0;
        QString name;
        QString nameEn;
        MaterialState state = MaterialState::Undecided;
        QString note;
    };

    QString hallName;
    QString exportedBy;
    QString agreedBy;
    QString reason;
    QDateTime exportedAt; ///< local to the hall

    QString caseNo; ///< 14 digits
    QString itemId;
    int itemVersion = 0;
    QString itemTitle;
    QString itemTitleEn;
    QString department;
    QString departmentEn;
    CaseType caseType = CaseType::Immediate;
    Stage stage = Stage::Received;
    QString windowName;
    std::optional<CivilDate> receivedOn;
    std::optional<CivilDate> acceptedOn; ///< day zero
    std::optional<CivilDate> promisedDue;
    std::optional<CivilDate> statutoryDue;
    std::optional<CivilDate> concludedOn;
    Applicant applicant;
    QList<FormRow> form;
    QList<MaterialLine> materials;
    QList<TimelineEntry> timeline; ///< event, act, date, time, person, particulars, both marks
    QList<PrintedPaper> papers;
};

/// The file's bytes: JSON, UTF-8, one member a line, with a digest of all the rest.
[[nodiscard]] QByteArray caseFileOf(const ExportedCase& exported);

/// Errors: "export.not_a_case", "export.version" (version), "export.damaged".
[[nodiscard]] Result<ExportedCase> readCaseFile(const QByteArray& bytes);

/// What a case page holds, ready to be taken out; `by`, `agreedBy`, `reason`, `hallName` and the time are the caller's.
[[nodiscard]] ExportedCase exportOf(const CaseView& view);

} // namespace yichuang
