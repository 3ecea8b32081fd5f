// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>
#include <yichuang/workflows/views.h>

#include <QJsonArray>
#include <QJsonObject>

namespace yichuang {

// What a screen recorded of an application, as JSON: for drafts and for the particulars of `receive`. Reading is
// forgiving: an unknown or missing member leaves the default, for a draft must never be lost to a newer release.

[[nodiscard]] QJsonObject toJson(const Applicant& applicant);
[[nodiscard]] Applicant applicantFrom(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const FormValues& values);
[[nodiscard]] FormValues formValuesFrom(const QJsonObject& json);
[[nodiscard]] QString nameOf(MaterialState state);
/// Undecided for a name that is none.
[[nodiscard]] MaterialState materialStateFrom(const QString& name);
/// seq, state, note of each row.
[[nodiscard]] QJsonArray toJson(const QList<MaterialRow>& rows);
/// Rows of the item's materials with the recorded states.
[[nodiscard]] QList<MaterialRow> materialRowsFrom(const QJsonArray& json, const Item& item);
/// What a later entry supplied counts as here.
void markSupplied(QList<MaterialRow>& rows, const Entry& entry);

[[nodiscard]] QString compact(const QJsonObject& json);
[[nodiscard]] QString compact(const QJsonArray& json);

} // namespace yichuang
