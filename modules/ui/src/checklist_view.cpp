// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/checklist_view.h>

#include <yichuang/ui/theme.h>

#include <QCoreApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace yichuang::ui {
namespace {

struct Checklist {
    Q_DECLARE_TR_FUNCTIONS(Checklist)
};

/// What stands in the box: one character, so that colour is never alone.
QString boxText(MaterialState mark) {
    switch (mark) {
    case MaterialState::Undecided:
        return {};
    case MaterialState::Here:
        return QStringLiteral("✓");
    case MaterialState::Missing:
        return Checklist::tr("M", "box of a missing material, one character");
    case MaterialState::Tolerated:
        return Checklist::tr("T", "box of a tolerated material, one character");
    case MaterialState::Shared:
        return Checklist::tr("S", "box of a shared material, one character");
    case MaterialState::Pledged:
        return Checklist::tr("P", "box of a pledged material, one character");
    case MaterialState::NotApplicable:
        return QStringLiteral("–");
    }
    return {};
}

struct BoxColors {
    Token ink;
    Token ground;
};
BoxColors boxColors(MaterialState mark) {
    switch (mark) {
    case MaterialState::Undecided:
        return {Token::Outline, Token::Surface};
    case MaterialState::Here:
        return {Token::Green, Token::GreenGround};
    case MaterialState::Missing:
        return {Token::Red, Token::RedGround};
    case MaterialState::Tolerated:
        return {Token::Amber, Token::AmberGround};
    case MaterialState::Shared:
    case MaterialState::Pledged:
        return {Token::Accent, Token::AccentGround};
    case MaterialState::NotApplicable:
        return {Token::Muted, Token::ChipGround};
    }
    return {Token::Muted, Token::Surface};
}

class ChecklistDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        const Theme& theme = currentTheme();
        return {theme.px(240), theme.px(37)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = currentTheme();
        const auto* model = static_cast<const ChecklistModel*>(index.model());
        const ChecklistRow& row = model->rows()[static_cast<std::size_t>(index.row())];
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect box = option.rect.adjusted(0, theme.px(2), 0, -theme.px(2));
        const bool current = option.state & QStyle::State_Selected;
        if (current) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(Token::AccentGround));
            painter->drawRoundedRect(box, theme.px(4), theme.px(4));
            if (option.state & QStyle::State_HasFocus) {
                painter->setBrush(theme.color(Token::Accent));
                painter->drawRoundedRect(QRect(box.left(), box.top(), theme.px(3), box.height()), 1, 1);
            }
        }
        const bool off = row.mark == MaterialState::NotApplicable;
        painter->setFont(theme.font(TextStyle::Hint));
        painter->setPen(theme.color(Token::Muted));
        painter->drawText(QRect(box.left() + theme.px(4), box.top(), theme.px(16), box.height()),
            Qt::AlignVCenter | Qt::AlignRight, QString::number(row.seq));

        const BoxColors colors = boxColors(row.mark);
        const QRectF mark(
            box.left() + theme.px(31) + 0.5, box.center().y() - theme.px(12) + 0.5, theme.px(23), theme.px(23));
        painter->setPen(QPen(theme.color(colors.ink), 1));
        painter->setBrush(theme.color(colors.ground));
        painter->drawRoundedRect(mark, theme.px(3), theme.px(3));
        painter->setFont(theme.font(TextStyle::Strong));
        painter->drawText(mark, Qt::AlignCenter, boxText(row.mark));

        int right = box.right() - theme.px(10);
        painter->setFont(theme.font(TextStyle::Text));
        painter->setPen(theme.color(Token::Muted));
        const int formWidth = painter->fontMetrics().horizontalAdvance(row.form);
        painter->drawText(QRect(right - formWidth, box.top(), formWidth + 2, box.height()),
            Qt::AlignVCenter | Qt::AlignLeft, row.form);
        right -= formWidth + theme.px(10);

        const int left = box.left() + theme.px(64);
        const QFontMetrics names(theme.font(TextStyle::Text));
        const QFontMetrics hints(theme.font(TextStyle::Hint));
        const int free = right - left;
        // The name has the first claim; the hint takes what is left and is whole in the tool tip.
        const int nameWidth = std::min(names.horizontalAdvance(row.name), free);
        const int hintWidth = std::min(hints.horizontalAdvance(row.hint), free - nameWidth - theme.px(12));
        painter->setPen(theme.color(off ? Token::Muted : Token::Ink));
        painter->drawText(QRect(left, box.top(), nameWidth + 2, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
            names.elidedText(row.name, Qt::ElideRight, nameWidth + 1));
        if (hintWidth > theme.px(30)) {
            painter->setFont(theme.font(TextStyle::Hint));
            painter->setPen(theme.color(Token::Muted));
            painter->drawText(QRect(right - hintWidth, box.top(), hintWidth + 2, box.height()),
                Qt::AlignVCenter | Qt::AlignRight, hints.elidedText(row.hint, Qt::ElideRight, hintWidth + 1));
        }
        painter->restore();
    }
};

} // namespace

QString markText(MaterialState mark) {
    switch (mark) {
    case MaterialState::Undecided:
        return Checklist::tr("not decided");
    case MaterialState::Here:
        return Checklist::tr("here");
    case MaterialState::Missing:
        return Checklist::tr("missing");
    case MaterialState::Tolerated:
        return Checklist::tr("tolerated");
    case MaterialState::Shared:
        return Checklist::tr("shared");
    case MaterialState::Pledged:
        return Checklist::tr("pledged");
    case MaterialState::NotApplicable:
        return Checklist::tr("not applicable");
    }
    return {};
}

ChecklistModel::ChecklistModel(QObject* parent)
    : QAbstractListModel(parent) { }

void ChecklistModel::setRows(std::vector<ChecklistRow> rows) {
    if (rows.size() == m_rows.size() && !rows.empty()) {
        // The same list with other marks: the view keeps its place.
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ChecklistModel::setMark(int row, MaterialState mark) {
    m_rows[static_cast<std::size_t>(row)].mark = mark;
    Q_EMIT dataChanged(index(row), index(row));
}

int ChecklistModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChecklistModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ChecklistRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return Checklist::tr("%1, %2: %3").arg(row.seq).arg(row.name, markText(row.mark));
    case Qt::AccessibleDescriptionRole:
        return row.hint.isEmpty() ? row.form : row.form + QStringLiteral("; ") + row.hint;
    case Qt::ToolTipRole:
        return row.hint.isEmpty() ? row.name : row.name + QStringLiteral("\n") + row.hint;
    case MarkRole:
        return static_cast<int>(row.mark);
    default:
        return {};
    }
}

ChecklistView::ChecklistView(QWidget* parent)
    : QListView(parent)
    , m_model(new ChecklistModel(this)) {
    setModel(m_model);
    setItemDelegate(new ChecklistDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    // Letters decide here; they never find.
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAccessibleName(tr("Materials"));
    setAccessibleDescription(tr("Space: here. Minus: missing. R: tolerate. X: shared. C: pledged. B: not applicable."));
}

void ChecklistView::setRows(std::vector<ChecklistRow> rows) {
    // Another list, or marks that came from elsewhere: there is nothing of these decisions to take back.
    const bool same = std::equal(rows.begin(), rows.end(), this->rows().begin(), this->rows().end(),
        [](const ChecklistRow& one, const ChecklistRow& other) {
            return one.seq == other.seq && one.mark == other.mark;
        });
    if (!same)
        m_decisions.clear();
    const int current = currentIndex().row();
    m_model->setRows(std::move(rows));
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        setCurrentIndex(m_model->index(std::clamp(current, 0, last)));
    updateGeometry();
}

std::vector<int> ChecklistView::missing() const {
    std::vector<int> result;
    for (const ChecklistRow& row : rows()) {
        if (row.mark == MaterialState::Missing)
            result.push_back(row.seq);
    }
    return result;
}

int ChecklistView::undecidedCount() const {
    return static_cast<int>(std::count_if(
        rows().begin(), rows().end(), [](const ChecklistRow& row) { return row.mark == MaterialState::Undecided; }));
}

bool ChecklistView::decide(MaterialState mark) {
    const int at = currentIndex().row();
    if (at < 0 || at >= m_model->rowCount())
        return false;
    const ChecklistRow& row = rows()[static_cast<std::size_t>(at)];
    const int seq = row.seq;
    QString why;
    if (row.fixed)
        why = tr("This material is decided already.");
    else if (mark == MaterialState::Tolerated && !row.mayTolerate)
        why = tr("“%1” can't be tolerated: it is a main material, or the item does not allow tolerance.").arg(row.name);
    else if (mark == MaterialState::Shared && !row.mayShare)
        why = tr("“%1” is not held by the government: it must be handed in.").arg(row.name);
    else if (mark == MaterialState::Pledged && !row.mayPledge)
        why = tr("“%1” can't be replaced by a pledge.").arg(row.name);
    else if (mark == MaterialState::NotApplicable && !row.mayNotApply)
        why = tr("“%1” is always required.").arg(row.name);
    if (!why.isEmpty()) {
        Q_EMIT notPossible(seq, why);
        return false;
    }
    m_decisions.push_back({seq, row.mark});
    m_model->setMark(at, mark);
    const bool wasLast = at + 1 >= m_model->rowCount();
    if (!wasLast)
        setCurrentIndex(m_model->index(at + 1));
    Q_EMIT decided(seq, mark);
    if (wasLast)
        Q_EMIT finished();
    return true;
}

bool ChecklistView::undo() {
    if (m_decisions.empty())
        return false;
    const Decision last = m_decisions.back();
    m_decisions.pop_back();
    const auto row = std::find_if(
        rows().begin(), rows().end(), [&last](const ChecklistRow& candidate) { return candidate.seq == last.seq; });
    if (row == rows().end() || row->fixed)
        return false;
    const int at = static_cast<int>(row - rows().begin());
    m_model->setMark(at, last.before);
    setCurrentIndex(m_model->index(at));
    Q_EMIT decided(last.seq, last.before);
    return true;
}

void ChecklistView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo))
        undo();
    else
        QListView::keyPressEvent(event);
}

bool ChecklistView::perform(const QString& actionId) {
    const std::pair<const char*, MaterialState> marks[] {{"checklist.here", MaterialState::Here},
        {"checklist.missing", MaterialState::Missing}, {"checklist.tolerate", MaterialState::Tolerated},
        {"checklist.share", MaterialState::Shared}, {"checklist.pledge", MaterialState::Pledged},
        {"checklist.notApplicable", MaterialState::NotApplicable}};
    for (const auto& [id, mark] : marks) {
        if (actionId == QLatin1String(id)) {
            decide(mark);
            return true;
        }
    }
    if (actionId == QLatin1String("checklist.scan") && currentIndex().isValid()) {
        Q_EMIT notPossible(rows()[static_cast<std::size_t>(currentIndex().row())].seq,
            tr("Scans are not taken yet. Decide the row on the paper itself: Space if it is here."));
        return true;
    }
    return false;
}

QSize ChecklistView::sizeHint() const {
    const Theme& theme = currentTheme();
    return {theme.px(560), theme.px(37) * std::clamp(m_model->rowCount(), 1, 25) + 2};
}

QSize ChecklistView::minimumSizeHint() const {
    const Theme& theme = currentTheme();
    return {theme.px(300), theme.px(37) * std::clamp(m_model->rowCount(), 1, 6)};
}

void ChecklistView::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    if (m_model->rowCount() > 0 && event->reason() == Qt::TabFocusReason) {
        // Coming from the form: the first row that nobody has decided.
        const auto undecided = std::find_if(
            rows().begin(), rows().end(), [](const ChecklistRow& row) { return row.mark == MaterialState::Undecided; });
        if (undecided != rows().end())
            setCurrentIndex(m_model->index(static_cast<int>(undecided - rows().begin())));
    }
}

} // namespace yichuang::ui
