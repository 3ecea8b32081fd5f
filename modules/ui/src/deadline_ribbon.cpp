// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/deadline_ribbon.h>

#include <yichuang/ui/sentences.h>
#include <yichuang/ui/theme.h>

#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace yichuang::ui {
namespace {

constexpr int foldBeyond = 20;

/// Monday of the week.
CivilDate mondayOf(CivilDate date) {
    const std::chrono::sys_days day {date};
    const unsigned iso = std::chrono::weekday {day}.iso_encoding();
    return CivilDate {day - std::chrono::days {iso - 1}};
}

QString reasonOf(const CountedDay& day, CivilDate today) {
    const QString date = dateInSentence(day.date, today);
    const QString name = text(day.name);
    QString sentence;
    switch (day.why) {
    case CountReason::Counted:
        sentence = DeadlineRibbon::tr("%1: working day %2.").arg(date).arg(day.ordinal);
        break;
    case CountReason::CountedMakeUp:
        sentence = name.isEmpty()
            ? DeadlineRibbon::tr("%1: make-up working day, day %2.").arg(date).arg(day.ordinal)
            : DeadlineRibbon::tr("%1: make-up working day for %3, day %2.").arg(date).arg(day.ordinal).arg(name);
        break;
    case CountReason::CountedCalendarDay:
        sentence = DeadlineRibbon::tr("%1: day %2; this limit counts every day.").arg(date).arg(day.ordinal);
        break;
    case CountReason::SkippedWeekend:
        sentence = DeadlineRibbon::tr("%1: weekend, not counted.").arg(date);
        break;
    case CountReason::SkippedHoliday:
        sentence = name.isEmpty() ? DeadlineRibbon::tr("%1: public holiday, not counted.").arg(date)
                                  : DeadlineRibbon::tr("%1: %2, not counted.").arg(date, name);
        break;
    case CountReason::SkippedPause:
        sentence = name.isEmpty()
            ? DeadlineRibbon::tr("%1: the clock is stopped, not counted.").arg(date)
            : DeadlineRibbon::tr("%1: the clock is stopped (%2), not counted.").arg(date, articleText(day.name));
        break;
    case CountReason::MovedOn:
        sentence = DeadlineRibbon::tr("%1: the last day is no working day, the limit moves on.").arg(date);
        break;
    case CountReason::MovedTo:
        sentence = DeadlineRibbon::tr("%1: the working day to which the limit has moved.").arg(date);
        break;
    }
    if (day.provisional)
        sentence += DeadlineRibbon::tr(" Provisional: the holiday notice of that year is not out yet.");
    return sentence;
}

RibbonCell cellOf(const CountedDay& day, const Deadline& deadline, CivilDate today) {
    RibbonCell cell;
    cell.from = cell.to = day.date;
    cell.today = day.date == today;
    cell.due = day.date == deadline.due;
    cell.past = day.date <= today;
    cell.provisional = day.provisional;
    cell.reason = reasonOf(day, today);
    switch (day.why) {
    case CountReason::CountedMakeUp:
        cell.makeUp = true;
        [[fallthrough]];
    case CountReason::Counted:
    case CountReason::CountedCalendarDay:
        cell.text = QString::number(day.ordinal);
        break;
    case CountReason::SkippedWeekend:
    case CountReason::SkippedHoliday:
    case CountReason::MovedOn:
        cell.kind = RibbonCellKind::Off;
        cell.text = DeadlineRibbon::tr("off");
        break;
    case CountReason::SkippedPause:
        cell.kind = RibbonCellKind::Stopped;
        break;
    case CountReason::MovedTo:
        cell.text = DeadlineRibbon::tr("due");
        break;
    }
    if (cell.due)
        cell.reason += DeadlineRibbon::tr(" Due on this day.");
    if (cell.today)
        cell.reason += DeadlineRibbon::tr(" Today.");
    return cell;
}

/// How much is folded away. Each step is taken only if the one before leaves too many cells to be read.
enum class Folding { None, WholeWeeks, MakeUpAndStoppedWeeks, FirstAndLastWeek };

/// Nothing that somebody must see is ever folded: today, the due day, the edges of a stop.
bool mayFold(const std::vector<RibbonCell>& week, Folding folding) {
    if (week.size() != 7 && folding != Folding::FirstAndLastWeek)
        return false;
    const auto stopped = static_cast<std::size_t>(std::count_if(
        week.begin(), week.end(), [](const RibbonCell& cell) { return cell.kind == RibbonCellKind::Stopped; }));
    const bool counts = std::any_of(
        week.begin(), week.end(), [](const RibbonCell& cell) { return cell.kind == RibbonCellKind::Counted; });
    if (stopped > 0 && (counts || folding == Folding::WholeWeeks))
        return false;
    return std::none_of(week.begin(), week.end(), [folding](const RibbonCell& cell) {
        return cell.today || cell.due || (cell.makeUp && folding == Folding::WholeWeeks);
    });
}

bool isWide(const RibbonCell& cell) {
    return cell.kind == RibbonCellKind::Fold || cell.kind == RibbonCellKind::Later
        || (cell.kind == RibbonCellKind::Stopped && !cell.text.isEmpty());
}

RibbonCell folded(const std::vector<RibbonCell>& cells, CivilDate today) {
    RibbonCell cell;
    cell.kind = RibbonCellKind::Fold;
    cell.from = cells.front().from;
    cell.to = cells.back().to;
    cell.past = cells.back().past;
    QString first;
    QString last;
    int stopped = 0;
    for (const RibbonCell& each : cells) {
        cell.provisional = cell.provisional || each.provisional;
        if (each.kind == RibbonCellKind::Stopped)
            ++stopped;
        if (each.kind != RibbonCellKind::Counted)
            continue;
        if (first.isEmpty())
            first = each.text;
        last = each.text;
    }
    const QString span
        = DeadlineRibbon::tr("%1 to %2").arg(dateInSentence(cell.from, today), dateInSentence(cell.to, today));
    if (stopped > 0) {
        cell.kind = RibbonCellKind::Stopped;
        cell.text = DeadlineRibbon::tr("%n d", "days of a stop, very short", static_cast<int>(cells.size()));
        cell.reason = DeadlineRibbon::tr("%1: the clock is stopped, not counted.").arg(span);
    } else if (first.isEmpty()) {
        cell.kind = RibbonCellKind::Fold;
        cell.text = DeadlineRibbon::tr("off");
        cell.reason = DeadlineRibbon::tr("%1: no day counted.").arg(span);
    } else {
        cell.text = first == last ? first : first + QStringLiteral("–") + last;
        cell.reason = DeadlineRibbon::tr("%1: days %2 to %3, weekends and holidays left out.").arg(span, first, last);
    }
    return cell;
}

/// Folds runs of weeks that may be folded.
std::vector<RibbonCell> fold(const std::vector<RibbonCell>& days, Folding folding, CivilDate today) {
    if (folding == Folding::None)
        return days;
    std::vector<RibbonCell> result;
    std::vector<RibbonCell> run;
    bool runStopped = false;
    const auto flush = [&] {
        if (!run.empty())
            result.push_back(folded(run, today));
        run.clear();
    };
    for (auto it = days.begin(); it != days.end();) {
        const CivilDate monday = mondayOf(it->from);
        const auto end
            = std::find_if(it, days.end(), [&](const RibbonCell& cell) { return mondayOf(cell.from) != monday; });
        const std::vector<RibbonCell> week(it, end);
        const bool stopped = std::any_of(
            week.begin(), week.end(), [](const RibbonCell& cell) { return cell.kind == RibbonCellKind::Stopped; });
        const bool ends = it == days.begin() || end == days.end();
        if ((!ends || folding == Folding::FirstAndLastWeek) && mayFold(week, folding)) {
            if (stopped != runStopped)
                flush();
            runStopped = stopped;
            run.insert(run.end(), week.begin(), week.end());
        } else {
            flush();
            result.insert(result.end(), week.begin(), week.end());
        }
        it = end;
    }
    flush();
    return result;
}

} // namespace

std::vector<RibbonCell> ribbonCells(const Deadline& deadline, CivilDate today) {
    RibbonCell zero;
    zero.kind = RibbonCellKind::DayZero;
    zero.from = zero.to = deadline.dayZero;
    zero.today = deadline.dayZero == today;
    zero.past = deadline.dayZero <= today;
    zero.reason = DeadlineRibbon::tr("%1: day zero, counting begins on the next day.")
                      .arg(dateInSentence(deadline.dayZero, today));
    std::vector<RibbonCell> days;
    for (const CountedDay& day : deadline.days)
        days.push_back(cellOf(day, deadline, today));

    std::vector<RibbonCell> result {zero};
    std::vector<RibbonCell> shown = days;
    if (days.size() > static_cast<std::size_t>(foldBeyond)) {
        for (const Folding folding : {Folding::WholeWeeks, Folding::MakeUpAndStoppedWeeks, Folding::FirstAndLastWeek}) {
            shown = fold(days, folding, today);
            const auto wide = std::count_if(shown.begin(), shown.end(), isWide);
            if (static_cast<int>(shown.size()) + static_cast<int>(wide) <= foldBeyond)
                break;
        }
    }
    result.insert(result.end(), shown.begin(), shown.end());
    if (today > deadline.due) {
        RibbonCell later;
        later.kind = RibbonCellKind::Later;
        later.from = later.to = today;
        later.today = true;
        later.past = true;
        const int over = daysBetween(deadline.due, today);
        later.text = QStringLiteral("+%1").arg(over);
        later.reason = DeadlineRibbon::tr("%1: today, %n day(s) after the due date.", nullptr, over)
                           .arg(dateInSentence(today, today));
        result.push_back(later);
    }
    return result;
}

QString ribbonSentence(const Deadline& deadline, CivilDate today) {
    int counted = 0;
    int off = 0;
    int stopped = 0;
    int gone = 0;
    for (const CountedDay& day : deadline.days) {
        if (day.counted) {
            ++counted;
            if (day.date <= today)
                ++gone;
        } else if (day.why == CountReason::SkippedPause) {
            ++stopped;
        } else {
            ++off;
        }
    }
    QString sentence = DeadlineRibbon::tr("Day zero %1, due %2.")
                           .arg(dateInSentence(deadline.dayZero, today), dateInSentence(deadline.due, today));
    sentence += DeadlineRibbon::tr(" %n day(s) counted,", nullptr, counted)
        + DeadlineRibbon::tr(" %1 of them gone by today.").arg(gone);
    if (off > 0)
        sentence += DeadlineRibbon::tr(" %n day(s) off left out.", nullptr, off);
    if (stopped > 0)
        sentence += DeadlineRibbon::tr(" The clock stood still on %n day(s).", nullptr, stopped);
    if (today > deadline.due)
        sentence += DeadlineRibbon::tr(" Overdue for %n day(s).", nullptr, daysBetween(deadline.due, today));
    else if (today == deadline.due)
        sentence += DeadlineRibbon::tr(" Due today.");
    if (deadline.provisional)
        sentence += DeadlineRibbon::tr(" The due date is provisional.");
    return sentence;
}

DeadlineRibbon::DeadlineRibbon(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(DeadlineRibbon::tr("Deadline"));
}

void DeadlineRibbon::setDeadline(const std::optional<Deadline>& deadline, CivilDate today) {
    m_cells = deadline ? ribbonCells(*deadline, today) : std::vector<RibbonCell> {};
    m_sentence = deadline ? ribbonSentence(*deadline, today) : DeadlineRibbon::tr("No limit runs.");
    m_selected = -1;
    setAccessibleDescription(m_sentence);
    updateGeometry();
    update();
}

QString DeadlineRibbon::reason() const {
    return m_selected >= 0 && m_selected < static_cast<int>(m_cells.size())
        ? m_cells[static_cast<std::size_t>(m_selected)].reason
        : QString();
}

QSize DeadlineRibbon::sizeHint() const {
    const Theme& theme = currentTheme();
    return {theme.px(20) * std::max(1, static_cast<int>(m_cells.size())) + theme.px(40), theme.px(60)};
}

QSize DeadlineRibbon::minimumSizeHint() const {
    const Theme& theme = currentTheme();
    return {theme.px(200), theme.px(60)};
}

std::vector<QRect> DeadlineRibbon::layoutCells() const {
    const Theme& theme = currentTheme();
    // A fold is as wide as its text; the rest shares what is left, at most 20 px a day.
    const QFontMetrics metrics(theme.font(TextStyle::Hint));
    int fixed = 0;
    int single = 0;
    for (const RibbonCell& cell : m_cells) {
        if (isWide(cell))
            fixed += metrics.horizontalAdvance(cell.text) + theme.px(12);
        else
            ++single;
    }
    const int margin = theme.px(4);
    const int free = width() - 2 * margin - fixed;
    const int step = std::clamp(single > 0 ? free / single : theme.px(20), theme.px(12), theme.px(20));
    const int gap = step >= theme.px(16) ? theme.px(3) : theme.px(1);
    const int top = theme.px(20);
    const int height = theme.px(18);
    std::vector<QRect> boxes;
    int x = margin;
    for (const RibbonCell& cell : m_cells) {
        const int advance = isWide(cell) ? metrics.horizontalAdvance(cell.text) + theme.px(12) : step;
        boxes.emplace_back(x, top, advance - gap, height);
        x += advance;
    }
    return boxes;
}

void DeadlineRibbon::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<QRect> boxes = layoutCells();
    const QFont number = [&] {
        QFont font = theme.font(TextStyle::HintStrong);
        font.setPixelSize(theme.px(11));
        return font;
    }();
    const QFont small = [&] {
        QFont font = theme.font(TextStyle::Hint);
        font.setPixelSize(theme.px(11));
        return font;
    }();
    std::vector<QRect> labels;
    const auto label = [&](int index, const QString& words, Token token) {
        painter.setFont(small);
        const QFontMetrics metrics(small);
        const QRect box = boxes[static_cast<std::size_t>(index)];
        const int advance = metrics.horizontalAdvance(words);
        int x = box.center().x() - advance / 2;
        x = std::clamp(x, 0, std::max(0, width() - advance));
        const QRect place(x, box.bottom() + theme.px(5), advance + 2, metrics.height());
        const QRect around = place.adjusted(-theme.px(4), 0, theme.px(4), 0);
        // Two make-up days stand side by side; everything else keeps its distance.
        const bool taken
            = std::any_of(labels.begin(), labels.end(), [&](const QRect& other) { return other.intersects(around); });
        if (taken && token != Token::Amber)
            return;
        labels.push_back(place);
        painter.setPen(theme.color(token));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, words);
    };
    const auto monthDay = [](CivilDate date) {
        return QStringLiteral("%1/%2").arg(static_cast<unsigned>(date.month())).arg(static_cast<unsigned>(date.day()));
    };

    int dueIndex = -1;
    for (int i = 0; i < static_cast<int>(m_cells.size()); ++i) {
        const RibbonCell& cell = m_cells[static_cast<std::size_t>(i)];
        const QRectF box = QRectF(boxes[static_cast<std::size_t>(i)]).adjusted(0.5, 0.5, -0.5, -0.5);
        const qreal radius = theme.px(3);
        painter.setFont(number);
        const bool counts = cell.kind == RibbonCellKind::Counted || cell.kind == RibbonCellKind::Fold;
        if (cell.due)
            dueIndex = i;
        if (cell.due && cell.kind != RibbonCellKind::Stopped) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Token::Red));
            painter.drawRoundedRect(box, radius, radius);
            painter.setPen(theme.color(Token::OnAccent));
            painter.drawText(box, Qt::AlignCenter, cell.text);
        } else if (counts) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(cell.past ? Token::Accent : Token::AccentSoft));
            painter.drawRoundedRect(box, radius, radius);
            painter.setPen(theme.color(cell.past ? Token::OnAccent : Token::OnAccentSoft));
            painter.drawText(box, Qt::AlignCenter, cell.text);
        } else {
            switch (cell.kind) {
            case RibbonCellKind::DayZero: {
                const qreal side = theme.px(8);
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(theme.color(Token::Muted), 1.2));
                painter.drawEllipse(box.center(), side / 2, side / 2);
                break;
            }
            case RibbonCellKind::Off:
                painter.setBrush(theme.color(Token::Sunk));
                painter.setPen(QPen(theme.color(Token::Line), 1));
                painter.drawRoundedRect(box, radius, radius);
                painter.setFont(small);
                painter.setPen(theme.color(Token::Muted));
                painter.drawText(box, Qt::AlignCenter, cell.text);
                break;
            case RibbonCellKind::Stopped: {
                painter.save();
                QPainterPath path;
                path.addRoundedRect(box, radius, radius);
                painter.fillPath(path, theme.color(Token::AmberGround));
                painter.setClipPath(path);
                painter.setPen(QPen(theme.color(Token::AmberMark), 1));
                for (qreal x = box.left() - box.height(); x < box.right(); x += theme.px(5))
                    painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
                painter.restore();
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(theme.color(Token::AmberMark), 1));
                painter.drawPath(path);
                if (!cell.text.isEmpty()) {
                    const int advance = painter.fontMetrics().horizontalAdvance(cell.text) + theme.px(4);
                    const QRectF plate(box.center().x() - advance / 2.0, box.top() + 2, advance, box.height() - 4);
                    painter.fillRect(plate, theme.color(Token::AmberGround));
                    painter.setPen(theme.color(Token::Amber));
                    painter.drawText(box, Qt::AlignCenter, cell.text);
                }
                break;
            }
            case RibbonCellKind::Later:
                painter.setBrush(theme.color(Token::RedGround));
                painter.setPen(QPen(theme.color(Token::Red), 1));
                painter.drawRoundedRect(box, radius, radius);
                painter.setPen(theme.color(Token::Red));
                painter.drawText(box, Qt::AlignCenter, cell.text);
                break;
            case RibbonCellKind::Counted:
            case RibbonCellKind::Fold:
                break;
            }
        }
        if (cell.today) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.color(Token::Ink), 2));
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1, radius + 1);
            painter.setFont(small);
            const QFontMetrics metrics(small);
            const QString words = DeadlineRibbon::tr("today");
            const int advance = metrics.horizontalAdvance(words) + 2;
            const int x = std::clamp(qRound(box.center().x()) - advance / 2, 0, std::max(0, width() - advance));
            painter.drawText(
                QRect(x, 0, advance, qRound(box.top()) - theme.px(3)), Qt::AlignLeft | Qt::AlignBottom, words);
        }
        if (i == m_selected && (m_byKey && hasFocus())) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.color(Token::Accent), 2, Qt::DotLine));
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2, radius + 2);
        }
    }
    // The due date first, then make-up days, day zero and Mondays: later labels give way to earlier ones.
    if (dueIndex >= 0)
        label(dueIndex, monthDay(m_cells[static_cast<std::size_t>(dueIndex)].from), Token::Red);
    for (int i = 0; i < static_cast<int>(m_cells.size()); ++i) {
        if (m_cells[static_cast<std::size_t>(i)].makeUp && i != dueIndex)
            label(i, tr("work"), Token::Amber);
    }
    for (int i = 0; i < dueIndex; ++i) {
        const RibbonCell& cell = m_cells[static_cast<std::size_t>(i)];
        const bool monday = mondayOf(cell.from) == cell.from && cell.kind != RibbonCellKind::Off;
        if (i == 0 || monday || isWide(cell))
            label(i, monthDay(cell.from), Token::Muted);
    }
}

void DeadlineRibbon::select(int index) {
    if (index == m_selected)
        return;
    m_selected = index;
    // The day that is told is also what a screen reader hears.
    setAccessibleDescription(index < 0 ? m_sentence : reason());
    Q_EMIT reasonShown(reason());
    update();
}

void DeadlineRibbon::mouseMoveEvent(QMouseEvent* event) {
    const std::vector<QRect> boxes = layoutCells();
    const auto hit = std::find_if(boxes.begin(), boxes.end(),
        [&](const QRect& box) { return box.adjusted(-2, -4, 2, 4).contains(event->position().toPoint()); });
    m_byKey = false;
    select(hit == boxes.end() ? -1 : static_cast<int>(hit - boxes.begin()));
    QToolTip::showText(event->globalPosition().toPoint(), reason(), this);
}

void DeadlineRibbon::leaveEvent(QEvent*) {
    if (!m_byKey)
        select(-1);
}

void DeadlineRibbon::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_cells.size()) - 1;
    m_byKey = true;
    if (event->key() == Qt::Key_Left && last >= 0)
        select(std::max(0, m_selected - 1));
    else if (event->key() == Qt::Key_Right && last >= 0)
        select(std::min(last, m_selected + 1));
    else if (event->key() == Qt::Key_Home && last >= 0)
        select(0);
    else if (event->key() == Qt::Key_End && last >= 0)
        select(last);
    else
        QWidget::keyPressEvent(event);
}

void DeadlineRibbon::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason || m_cells.empty())
        return;
    m_byKey = true;
    const auto today = std::find_if(m_cells.begin(), m_cells.end(), [](const RibbonCell& cell) { return cell.today; });
    select(today == m_cells.end() ? 0 : static_cast<int>(today - m_cells.begin()));
}

void DeadlineRibbon::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_byKey = false;
    select(-1);
}

} // namespace yichuang::ui
