// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/qtbridge/values.h>

#include <QTimeZone>

namespace yichuang {

namespace {

constexpr int shanghaiOffsetSeconds = 8 * 60 * 60;

} // namespace

QStringList toQStringList(const std::vector<std::string>& texts) {
    QStringList result;
    result.reserve(static_cast<qsizetype>(texts.size()));
    for (const std::string& text : texts) {
        result.append(toQString(text));
    }
    return result;
}

std::vector<std::string> toStdStrings(const QStringList& texts) {
    std::vector<std::string> result;
    result.reserve(static_cast<std::size_t>(texts.size()));
    for (const QString& text : texts) {
        result.push_back(toStdString(text));
    }
    return result;
}

QDate toQDate(CivilDate date) {
    if (!date.ok()) {
        return {};
    }
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day()))};
}

QDate toQDate(const std::optional<CivilDate>& date) {
    return date ? toQDate(*date) : QDate {};
}

std::optional<CivilDate> toCivilDate(const QDate& date) {
    if (!date.isValid()) {
        return std::nullopt;
    }
    return CivilDate {std::chrono::year {date.year()}, std::chrono::month {static_cast<unsigned>(date.month())},
        std::chrono::day {static_cast<unsigned>(date.day())}};
}

QDateTime toQDateTime(Instant instant) {
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), QTimeZone::utc());
}

QDateTime toHallTime(Instant instant) {
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), QTimeZone {shanghaiOffsetSeconds});
}

Instant toInstant(const QDateTime& time) {
    return fromMilliseconds(time.toMSecsSinceEpoch());
}

QString isoDateText(CivilDate date) {
    return toQDate(date).toString(Qt::ISODate);
}

QString weekdayText(CivilDate date) {
    static constexpr char16_t names[] = u"日一二三四五六";
    const std::chrono::weekday weekday {std::chrono::sys_days {date}};
    return QStringLiteral("周") + QChar {names[weekday.c_encoding()]};
}

QString sentenceDateText(CivilDate date) {
    return QStringLiteral("%1 月 %2 日（%3）")
        .arg(static_cast<unsigned>(date.month()))
        .arg(static_cast<unsigned>(date.day()))
        .arg(weekdayText(date));
}

QString hallClockText(Instant instant) {
    return toHallTime(instant).toString(QStringLiteral("HH:mm"));
}

} // namespace yichuang
