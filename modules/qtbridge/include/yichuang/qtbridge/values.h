// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <yichuang/domain/dates.h>
#include <yichuang/domain/ids.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

// std <-> Qt values. Pure, any thread. Text is UTF-8 on the std side; what is no UTF-8 becomes U+FFFD, never an error.

[[nodiscard]] inline QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::string toStdString(const QString& text) {
    return text.toStdString();
}

template <typename Tag> [[nodiscard]] QString toQString(const Id<Tag>& id) {
    return toQString(std::string_view {id.value()});
}
/// An id of a named kind: `toId<PersonId>(text)`.
template <typename SomeId> [[nodiscard]] SomeId toId(const QString& text) {
    return SomeId {toStdString(text)};
}

[[nodiscard]] QStringList toQStringList(const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> toStdStrings(const QStringList& texts);

/// Through integers: with Qt 6.4 and g++ 12 QDate has no chrono constructors. A date that does not exist becomes an
/// invalid QDate.
[[nodiscard]] QDate toQDate(CivilDate date);
[[nodiscard]] QDate toQDate(const std::optional<CivilDate>& date);
/// Empty for an invalid QDate.
[[nodiscard]] std::optional<CivilDate> toCivilDate(const QDate& date);

/// In UTC.
[[nodiscard]] QDateTime toQDateTime(Instant instant);
/// The wall clock of the hall (Asia/Shanghai, UTC+8), whatever the computer's zone.
[[nodiscard]] QDateTime toHallTime(Instant instant);
/// Of a valid QDateTime in any zone.
[[nodiscard]] Instant toInstant(const QDateTime& time);

/// 2018-11-19, as in forms.
[[nodiscard]] QString isoDateText(CivilDate date);
/// 周一 … 周日.
[[nodiscard]] QString weekdayText(CivilDate date);
/// 11 月 19 日（周一）, as in sentences.
[[nodiscard]] QString sentenceDateText(CivilDate date);
/// 14:26 by the hall's clock.
[[nodiscard]] QString hallClockText(Instant instant);

} // namespace yichuang
