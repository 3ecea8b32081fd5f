// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/case_list.h>

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace yichuang::ui {
namespace {

struct CaseList {
    Q_DECLARE_TR_FUNCTIONS(CaseList)
};

Lamp lampOf(const QModelIndex& index) {
    return static_cast<Lamp>(index.data(LampRole).toInt());
}

QString nameOf(const QModelIndex& index) {
    const QString applicant = index.data(ApplicantRole).toString();
    return applicant.isEmpty() ? index.data(Qt::DisplayRole).toString() : applicant;
}

void drawElided(QPainter& painter, const QRect& box, const QString& words, Qt::Alignment alignment = Qt::AlignLeft) {
    painter.drawText(box, static_cast<int>(Qt::AlignVCenter | alignment),
        painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
}

/// Less, and name, item and days would all end in "…".
constexpr int widthOfThreeColumns = 470;

} // namespace

CaseRowDelegate::CaseRowDelegate(QObject* parent)
    : QStyledItemDelegate(parent) { }

QSize CaseRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    const Theme& theme = currentTheme();
    return {theme.px(120), theme.px(Theme::rowHeight)};
}

void CaseRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    painter->save();
    const QRect row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(row, theme.color(selected ? Token::AccentGround : Token::Surface));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.color(Token::Line));
    if (selected)
        painter->fillRect(QRect(row.left() + 1, row.top(), theme.px(3), row.height()), theme.color(Token::Accent));

    const QString doneWords = index.data(DoneWordsRole).toString();
    const bool faint = !doneWords.isEmpty();
    const Lamp lamp = lampOf(index);
    const int half = row.height() / 2;
    const QRect upper(row.left(), row.top() + theme.px(4), row.width(), half - theme.px(4));
    const QRect lower(row.left(), row.top() + half, row.width(), half - theme.px(4));
    const auto column
        = [](const QRect& line, int left, int right) { return QRect(left, line.top(), right - left, line.height()); };

    if (lamp != Lamp::None && !faint) {
        const qreal side = theme.px(10);
        const QRectF box(row.left() + theme.px(16), upper.center().y() - side / 2 + 1, side, side);
        paintLamp(*painter, box, lamp, theme);
    }
    const bool narrow = m_narrow || row.width() < theme.px(widthOfThreeColumns) || index.data(NarrowRole).toBool();
    const int left = row.left() + theme.px(narrow ? 30 : 38);
    const int right = row.right() - theme.px(10);
    const Token ink = faint ? Token::Muted : Token::Ink;

    if (narrow) {
        const QString words = faint ? doneWords : index.data(DueWordsRole).toString();
        painter->setFont(theme.font(TextStyle::Hint));
        const int wordsWidth = painter->fontMetrics().horizontalAdvance(words);
        painter->setPen(theme.color(faint ? Token::Green : lamp == Lamp::None ? Token::Muted : lampToken(lamp)));
        drawElided(*painter, column(upper, right - wordsWidth - 1, right), words, Qt::AlignRight);
        painter->setFont(theme.font(TextStyle::Strong));
        painter->setPen(theme.color(ink));
        drawElided(*painter, column(upper, left, right - wordsWidth - theme.px(8)), nameOf(index));
        painter->setFont(theme.font(TextStyle::Hint));
        painter->setPen(theme.color(Token::Muted));
        drawElided(*painter, column(lower, left, right), index.data(ItemTitleRole).toString());
        painter->restore();
        return;
    }

    // Three columns: who and number; what and state; when, how far, and who knows.
    const int third = right - std::max(theme.px(182), row.width() * 26 / 100);
    const int second = left + (third - left) * 36 / 100;
    const int gap = theme.px(10);
    painter->setFont(theme.font(TextStyle::Strong));
    painter->setPen(theme.color(ink));
    drawElided(*painter, column(upper, left, second - gap), nameOf(index));
    painter->setFont(theme.font(TextStyle::Text));
    drawElided(*painter, column(upper, second, third - gap), index.data(ItemTitleRole).toString());

    const bool marked = lamp != Lamp::None && !faint;
    painter->setFont(theme.font(marked ? TextStyle::Strong : TextStyle::Text));
    painter->setPen(theme.color(faint ? Token::Green : lampToken(lamp)));
    drawElided(*painter, column(upper, third, right), faint ? doneWords : index.data(DueWordsRole).toString());

    painter->setFont(theme.font(TextStyle::Hint));
    painter->setPen(theme.color(Token::Muted));
    drawElided(*painter, column(lower, left, second - gap), index.data(CaseNumberRole).toString());
    drawElided(*painter, column(lower, second, third - gap), index.data(StateRole).toString());
    const QVariant custody = index.data(CustodyRole);
    int markWidth = 0;
    if (custody.isValid() && custody.toInt() >= 0) {
        const auto mark = static_cast<Custody>(custody.toInt());
        const QString words = custodyText(mark);
        markWidth = painter->fontMetrics().horizontalAdvance(words);
        painter->setPen(theme.color(mark == Custody::TakenInHere ? Token::Accent : Token::Muted));
        drawElided(*painter, column(lower, right - markWidth - 1, right), words, Qt::AlignRight);
    }
    if (!faint) {
        const Progress progress {index.data(ProgressTotalRole).toInt(), index.data(ProgressGoneRole).toInt(), lamp};
        const int barWidth = std::min(theme.px(89), right - markWidth - gap - third);
        if (barWidth > theme.px(20))
            paintProgress(
                *painter, QRectF(third, lower.center().y() - theme.px(4), barWidth, theme.px(6)), progress, theme);
    }
    painter->restore();
}

QString caseRowSentence(const QModelIndex& index) {
    QStringList parts;
    parts << nameOf(index) << index.data(ItemTitleRole).toString() << index.data(StateRole).toString();
    const QString lamp = lampText(lampOf(index));
    const QString due = index.data(DueWordsRole).toString();
    parts << (lamp.isEmpty() ? due : CaseList::tr("%1: %2").arg(lamp, due));
    parts << index.data(CaseNumberRole).toString();
    const QVariant custody = index.data(CustodyRole);
    if (custody.isValid() && custody.toInt() >= 0)
        parts << custodyText(static_cast<Custody>(custody.toInt()));
    parts.removeAll(QString());
    return parts.join(CaseList::tr(", "));
}

} // namespace yichuang::ui
