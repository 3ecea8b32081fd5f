// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/fit.h>

#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/marks.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionComboBox>

#include <algorithm>

namespace yichuang::ui {
namespace {

constexpr int roundingPixel = 1;

QString needs(const QString& text, int needed, int has) {
    return QStringLiteral("%1 (%2 px, has %3)").arg(text).arg(needed).arg(has);
}

bool isMark(const QWidget& widget) {
    return qobject_cast<const Chip*>(&widget) || qobject_cast<const KeyCap*>(&widget)
        || qobject_cast<const TwoMarks*>(&widget) || qobject_cast<const LampMark*>(&widget);
}

QString cutLabel(const QLabel& label) {
    const bool tellsTheRest
        = label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored || label.toolTip() == label.text();
    if (label.text().isEmpty() || tellsTheRest)
        return {};
    const QRect room = label.contentsRect();
    if (label.wordWrap()) {
        const int needed = label.heightForWidth(label.width());
        if (needed > label.height() + roundingPixel)
            return needs(label.text(), needed, label.height());
        // Lines break between words; one that is wider than its column is cut.
        static const QRegularExpression words(QStringLiteral("[A-Za-z]+[,.:]?"));
        for (auto found = words.globalMatch(label.text()); found.hasNext();) {
            const QString word = found.next().captured();
            if (const int width = label.fontMetrics().horizontalAdvance(word); width > room.width() + roundingPixel)
                return needs(word, width, room.width());
        }
        return {};
    }
    int widest = 0;
    for (const QString& line : label.text().split(QLatin1Char('\n')))
        widest = std::max(widest, label.fontMetrics().horizontalAdvance(line));
    return widest > room.width() + roundingPixel ? needs(label.text(), widest, room.width()) : QString {};
}

QString cutHint(const QLineEdit& line) {
    const QString hint = line.text().isEmpty() ? line.placeholderText() : QString {};
    const int needed = line.fontMetrics().horizontalAdvance(hint);
    return needed > line.width() ? needs(hint, needed, line.width()) : QString {};
}

QString cutChoice(const QComboBox& box) {
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.subControls = QStyle::SC_All;
    const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const int needed = box.fontMetrics().horizontalAdvance(box.currentText());
    return needed > room.width() + roundingPixel ? needs(box.currentText(), needed, room.width()) : QString {};
}

const QWidget* widestChild(const QWidget& parent) {
    const QWidget* widest = nullptr;
    for (const QWidget* child : parent.findChildren<QWidget*>(QString {}, Qt::FindDirectChildrenOnly)) {
        if (child->isVisible() && (!widest || child->minimumSizeHint().width() > widest->minimumSizeHint().width()))
            widest = child;
    }
    return widest;
}

} // namespace

QStringList cutTexts(const QWidget& window) {
    QStringList cut;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        QString words;
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            words = cutLabel(*label);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            if (!button->text().isEmpty() && button->width() < button->sizeHint().width())
                words = needs(button->text(), button->sizeHint().width(), button->width());
        } else if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
            words = cutHint(*line);
        } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            words = cutChoice(*box);
        } else if (isMark(*widget) && widget->width() < widget->sizeHint().width()) {
            words = needs(widget->accessibleName(), widget->sizeHint().width(), widget->width());
        }
        if (!words.isEmpty())
            cut.push_back(words);
    }
    return cut;
}

QStringList wideAreas(const QWidget& window) {
    QStringList wide;
    for (const auto* area : window.findChildren<QScrollArea*>()) {
        const int missing = area->horizontalScrollBar()->maximum();
        if (!area->isVisible() || missing == 0)
            continue;
        QString path;
        for (const QWidget* at = area->widget(); at; at = widestChild(*at))
            path += QStringLiteral(" > %1 (%2 px)")
                        .arg(QLatin1String(at->metaObject()->className()))
                        .arg(at->minimumSizeHint().width());
        wide.push_back(QStringLiteral("%1 px too wide%2").arg(missing).arg(path));
    }
    return wide;
}

QStringList shownTexts(const QWidget& window) {
    QStringList texts;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        QString words;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            words = label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            words = button->text().isEmpty() ? button->accessibleName() : button->text();
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            words = line->text().isEmpty() ? line->placeholderText() : line->text();
        else if (isMark(*widget))
            words = widget->accessibleName();
        if (!words.isEmpty())
            texts.push_back(words);
    }
    return texts;
}

} // namespace yichuang::ui
