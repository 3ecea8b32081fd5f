// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/span_of_time.h>

#include <QCoreApplication>

#include <chrono>

namespace yichuang::ui {
namespace {

struct Dates {
    Q_DECLARE_TR_FUNCTIONS(Dates)
};

int yearOf(CivilDate date) {
    return static_cast<int>(date.year());
}
unsigned monthOf(CivilDate date) {
    return static_cast<unsigned>(date.month());
}
unsigned dayOf(CivilDate date) {
    return static_cast<unsigned>(date.day());
}

QString monthName(unsigned month) {
    switch (month) {
    case 1:
        return Dates::tr("January");
    case 2:
        return Dates::tr("February");
    case 3:
        return Dates::tr("March");
    case 4:
        return Dates::tr("April");
    case 5:
        return Dates::tr("May");
    case 6:
        return Dates::tr("June");
    case 7:
        return Dates::tr("July");
    case 8:
        return Dates::tr("August");
    case 9:
        return Dates::tr("September");
    case 10:
        return Dates::tr("October");
    case 11:
        return Dates::tr("November");
    case 12:
        return Dates::tr("December");
    default:
        return {};
    }
}

/// 11-26, with the year where it is another one.
QString listDate(CivilDate date, CivilDate today) {
    return yearOf(date) == yearOf(today) ? shortDate(date) : dateInForm(date);
}

/// What is said of a date, with 暂定 behind it where it is.
QString markedWords(const QString& words, const Dues& dues) {
    return dues.provisional ? Dates::tr("%1, provisional").arg(words) : words;
}

} // namespace

QString dateInForm(CivilDate date) {
    return QStringLiteral("%1-%2-%3")
        .arg(yearOf(date), 4, 10, QChar(u'0'))
        .arg(monthOf(date), 2, 10, QChar(u'0'))
        .arg(dayOf(date), 2, 10, QChar(u'0'));
}

QString shortDate(CivilDate date) {
    return QStringLiteral("%1-%2").arg(monthOf(date), 2, 10, QChar(u'0')).arg(dayOf(date), 2, 10, QChar(u'0'));
}

QString weekday(CivilDate date) {
    switch (std::chrono::weekday {std::chrono::sys_days {date}}.iso_encoding()) {
    case 1:
        return Dates::tr("Mon");
    case 2:
        return Dates::tr("Tue");
    case 3:
        return Dates::tr("Wed");
    case 4:
        return Dates::tr("Thu");
    case 5:
        return Dates::tr("Fri");
    case 6:
        return Dates::tr("Sat");
    default:
        return Dates::tr("Sun");
    }
}

QString dateInSentence(CivilDate date, CivilDate today) {
    QString pattern = yearOf(date) == yearOf(today)
        ? Dates::tr("{day} {name} ({weekday})", "date in a sentence; {month} is the number, {name} the month's name")
        : Dates::tr("{day} {name} {year} ({weekday})", "date of another year in a sentence");
    pattern.replace(QLatin1String("{year}"), QString::number(yearOf(date)));
    pattern.replace(QLatin1String("{month}"), QString::number(monthOf(date)));
    pattern.replace(QLatin1String("{name}"), monthName(monthOf(date)));
    pattern.replace(QLatin1String("{day}"), QString::number(dayOf(date)));
    pattern.replace(QLatin1String("{weekday}"), weekday(date));
    return pattern;
}

QString sentenceForLamp(const Dues& dues, CivilDate today) {
    const QString& code = text(dues.lampReason);
    const auto date
        = [&](const std::optional<CivilDate>& day) { return day ? dateInSentence(*day, today) : QString(); };
    if (code == QLatin1String("due_tomorrow"))
        return Dates::tr("One working day left: due on %1.").arg(date(dues.effective));
    if (code == QLatin1String("due_today"))
        return Dates::tr("Due today.");
    if (code == QLatin1String("promised_passed"))
        return Dates::tr("The promised date %1 has passed.").arg(date(dues.promised));
    if (code == QLatin1String("statutory_passed"))
        return Dates::tr("The statutory date %1 has passed.").arg(date(dues.statutory));
    if (code == QLatin1String("step_passed"))
        return Dates::tr("The time for this step has passed.");
    if (code == QLatin1String("deemed"))
        return Dates::tr("Accepted by silence: nobody answered within the time for the notice.");
    if (code == QLatin1String("delivery_late"))
        return Dates::tr("The result should have been handed over by %1.").arg(date(dues.delivery));
    if (code == QLatin1String("irregular"))
        return Dates::tr("Irregular: opened under something that no longer held. The chief must confirm it.");
    if (code == QLatin1String("tolerance_passed"))
        return Dates::tr("The promised materials were not handed in in time.");
    if (code == QLatin1String("window_passed"))
        return Dates::tr("The time for the one-time notice has passed.");
    return code;
}

QString dueWords(const CaseState& state, const Dues& dues, CivilDate today) {
    const auto until = [&](const QString& sentence, const std::optional<CivilDate>& date) {
        return date ? markedWords(sentence.arg(listDate(*date, today)), dues) : QString();
    };
    switch (state.stage) {
    case Stage::Draft:
        return Dates::tr("Draft");
    case Stage::Received:
        return until(Dates::tr("Notice until %1"), state.windowEnd);
    case Stage::AwaitingCorrection:
        return until(Dates::tr("Correction until %1"), state.periodEnd);
    case Stage::Granted:
    case Stage::Refused:
    case Stage::ResultReady:
        return until(Dates::tr("Hand over by %1"), dues.delivery);
    case Stage::NotAccepted:
    case Stage::Delivered:
    case Stage::Withdrawn:
    case Stage::Terminated:
    case Stage::Archived: {
        const auto day = state.deliveredOn ? state.deliveredOn : state.concludedOn;
        return day ? Dates::tr("Ended %1").arg(listDate(*day, today)) : QString();
    }
    case Stage::Accepted:
    case Stage::UnderReview:
    case Stage::SpecialProcedure:
    case Stage::Suspended:
    case Stage::PendingDecision:
        break;
    }
    if (dues.stopped && dues.stoppedSince)
        return Dates::tr("Stopped since %1").arg(listDate(*dues.stoppedSince, today));
    if (dues.statutoryOverdue && dues.statutory) {
        return daysBetween(*dues.statutory, today) == 1
            ? Dates::tr("Statutory date was yesterday")
            : Dates::tr("Statutory date was %1").arg(listDate(*dues.statutory, today));
    }
    if (dues.promisedOverdue && dues.promised) {
        return daysBetween(*dues.promised, today) == 1
            ? Dates::tr("Promised for yesterday")
            : Dates::tr("Promised for %1").arg(listDate(*dues.promised, today));
    }
    if (!dues.effective)
        return Dates::tr("No due date known");
    QString words;
    if (*dues.effective == today)
        words = Dates::tr("Due today", "list row");
    else if (dues.workdaysLeft)
        words = Dates::tr("%n working day(s) left", nullptr, *dues.workdaysLeft);
    else
        words = Dates::tr("Due %1").arg(listDate(*dues.effective, today));
    return markedWords(words, dues);
}

QString spanOfTime(qint64 minutes) {
    constexpr qint64 hour = 60;
    constexpr qint64 day = 24 * hour;
    if (minutes < 2 * hour)
        return Dates::tr("%n minute(s)", nullptr, static_cast<int>(minutes));
    if (minutes < 2 * day)
        return Dates::tr("%n hour(s)", nullptr, static_cast<int>(minutes / hour));
    return Dates::tr("%n day(s)", nullptr, static_cast<int>(minutes / day));
}

} // namespace yichuang::ui
