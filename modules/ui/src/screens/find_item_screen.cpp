// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/find_item_screen.h>

#include "scroll_frame.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/screens/case_preview.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>
#include <yichuang/workflows/workplace.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <utility>

namespace yichuang::ui {
namespace {

constexpr int previewWidth = 440;
constexpr int SecondLineRole = Qt::UserRole + 1;
constexpr int AsideRole = Qt::UserRole + 2;
constexpr int OffRole = Qt::UserRole + 3;

class ItemDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {200, currentTheme().px(56)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = currentTheme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->fillRect(option.rect, theme.color(selected ? Token::AccentGround : Token::Surface));
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.color(Token::Accent));
        painter->fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), theme.color(Token::Line));
        const QRect inner = option.rect.adjusted(theme.px(20), theme.px(8), -theme.px(18), -theme.px(8));
        const bool off = index.data(OffRole).toBool();
        painter->setFont(theme.font(TextStyle::Strong));
        painter->setPen(theme.color(off ? Token::Muted : Token::Ink));
        const QString aside = index.data(AsideRole).toString();
        const int asideWidth = QFontMetrics(theme.font(TextStyle::Hint)).horizontalAdvance(aside) + theme.px(8);
        painter->drawText(inner.adjusted(0, 0, -asideWidth, 0), Qt::AlignTop | Qt::AlignLeft,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inner.width() - asideWidth));
        painter->setFont(theme.font(TextStyle::Hint));
        painter->setPen(theme.color(Token::Muted));
        painter->drawText(inner, Qt::AlignBottom | Qt::AlignLeft, index.data(SecondLineRole).toString());
        painter->drawText(inner, Qt::AlignTop | Qt::AlignRight, aside);
        painter->restore();
    }
};

QString whyNotWords(const FoundItem& item) {
    if (const auto code = refusalCodeFromText(item.whyNot.toStdString())) {
        if (item.mayTakeIn && !item.mayAccept
            && (*code == RefusalCode::NoMandate || *code == RefusalCode::NotOwnDepartment))
            return FindItemScreen::tr("receipt only: another department accepts");
        return sentenceFor(Refusal {*code, {}});
    }
    return {};
}

} // namespace

FindItemScreen::FindItemScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_registry(registry)
    , m_line(new QLineEdit)
    , m_list(new QListWidget)
    , m_preview(new Card)
    , m_sheet(new ActionButton(registry.action(QStringLiteral("paper.print"))))
    , m_begin(new ActionButton(registry.action(QStringLiteral("intake.begin")))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::spaceLarge - 2);
    row->setSpacing(Theme::spaceLarge);
    auto* left = new QVBoxLayout;
    left->setSpacing(Theme::spaceSmall);
    left->addWidget(new Words(tr("What is to be done?"), TextStyle::Title));
    m_line->setFont(currentTheme().font(TextStyle::Title));
    m_line->setMinimumHeight(currentTheme().px(48));
    m_line->setAccessibleName(tr("What is to be done?"));
    m_line->setObjectName(QStringLiteral("findItem.line"));
    m_line->setMaxLength(100);
    left->addWidget(m_line);
    auto* hint = new Words(tr("Name, pinyin initials, code, or scan the guide. Arrow keys choose, Enter begins."),
        TextStyle::Hint, Token::Muted);
    hint->setWordWrap(true);
    left->addWidget(hint);
    m_list->setItemDelegate(new ItemDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Items found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    left->addWidget(m_list, 1);
    row->addLayout(left, 1);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(Theme::space);
    auto* scroll = new QScrollArea;
    frameForScrolling(*scroll, m_preview);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(currentTheme().column(previewWidth));
    beside->addWidget(scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Theme::spaceSmall);
    foot->addStretch();
    foot->addWidget(m_sheet);
    foot->addWidget(m_begin);
    beside->addLayout(foot);
    row->addLayout(beside);

    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &FindItemScreen::find);
    connect(m_list, &QListWidget::currentRowChanged, this, &FindItemScreen::preview);
    connect(m_list, &QListWidget::itemActivated, this, &FindItemScreen::choose);
    registry.action(QStringLiteral("intake.begin")).bind(this, [this] { choose(); });
    connect(&workplace, &Workplace::hallChanged, this, [this] {
        if (isVisible())
            find();
    });
}

void FindItemScreen::begin() {
    m_line->clear();
    m_line->setFocus();
    m_drafts.clear();
    m_draftsKnown = false;
    m_chooseThen = false;
    find();
    m_workplace.intakes().drafts().then(this, [this](const Result<QList<DraftRow>>& drafts) {
        m_drafts = drafts ? *drafts : QList<DraftRow> {};
        m_draftsKnown = true;
        if (m_line->text().isEmpty())
            find();
        if (std::exchange(m_chooseThen, false) && isVisible())
            choose();
    });
}

void FindItemScreen::find() {
    m_found = m_workplace.intakes().find(m_line->text());
    m_list->clear();
    if (m_line->text().isEmpty()) {
        for (const DraftRow& draft : m_drafts) {
            auto* row = new QListWidgetItem(inLanguage(draft.itemTitle, draft.itemTitleEn), m_list);
            const QString applicant = draft.applicant.isEmpty() ? tr("no name yet") : draft.applicant;
            row->setData(SecondLineRole, tr("Draft · %1").arg(applicant));
            row->setData(AsideRole, draft.savedAt.toString(QStringLiteral("MM-dd HH:mm")));
        }
    }
    for (const FoundItem& found : m_found) {
        const Item& item = *found.item;
        auto* row = new QListWidgetItem(inLanguage(item.title, item.titleEn), m_list);
        row->setData(SecondLineRole,
            tr("%1 · %2 · %n day(s)", nullptr, item.promisedWorkdays)
                .arg(inLanguage(item.department, item.departmentEn), nameOf(item.caseType)));
        row->setData(AsideRole, found.mayTakeIn && found.mayAccept ? QString {} : whyNotWords(found));
        row->setData(OffRole, !found.mayTakeIn);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    preview();
}

int FindItemScreen::draftRows() const {
    return m_line->text().isEmpty() ? static_cast<int>(m_drafts.size()) : 0;
}

const FoundItem* FindItemScreen::current() const {
    const int index = m_list->currentRow() - draftRows();
    return m_list->currentRow() >= 0 && index >= 0 && index < m_found.size() ? &m_found[index] : nullptr;
}

void FindItemScreen::preview() {
    m_preview->clear();
    const int index = m_list->currentRow() - draftRows();
    auto* body = m_preview->body();
    // Who hears the page instead of seeing it stays in the line; the row that Enter takes is told there.
    m_line->setAccessibleDescription(m_list->currentRow() < 0
            ? tr("Nothing found")
            : tr("%1 of %2: %3").arg(m_list->currentRow() + 1).arg(m_list->count()).arg(m_list->currentItem()->text()));
    m_preview->setAside({});
    m_begin->setVisible(m_list->currentRow() >= 0);
    m_sheet->setVisible(current() != nullptr);
    Action& begin = m_registry.action(QStringLiteral("intake.begin"));
    if (current() && !current()->mayTakeIn)
        begin.disable(whyNotWords(*current()));
    else
        begin.enable();
    const auto head = [body](const QString& words) {
        auto* title = new Words(words, TextStyle::Head);
        title->setWordWrap(true);
        body->addWidget(title);
    };
    if (m_list->currentRow() >= 0 && index < 0) {
        head(m_list->currentItem()->text());
        m_preview->addFact(tr("Draft"), m_list->currentItem()->data(SecondLineRole).toString());
        body->addStretch();
        return;
    }
    const FoundItem* chosen = current();
    if (!chosen) {
        body->addWidget(
            new EmptyState(tr("Nothing found"), tr("Try the first letters of each syllable, or a shorter name.")));
        return;
    }
    const FoundItem& found = *chosen;
    const Item& item = *found.item;
    head(inLanguage(item.title, item.titleEn));
    if (!found.mayTakeIn) {
        auto* why = new Words(tr("Not taken in here: %1").arg(whyNotWords(found)), TextStyle::Text, Token::Amber);
        why->setWordWrap(true);
        body->addWidget(why);
    }
    m_preview->addFact(tr("Version"), QString::number(item.version));
    if (found.dueIfAcceptedToday && found.mayTakeIn) {
        QString due = tr("decided by %1").arg(dateInSentence(*found.dueIfAcceptedToday, m_workplace.today()));
        if (found.provisional)
            due += tr(" (provisional)");
        m_preview->addFact(tr("Accepted today"), due);
    }
    QStringList steps;
    for (const Step& step : item.steps)
        steps.push_back(inLanguage(step.name, step.nameEn));
    m_preview->addFact(tr("Steps"), steps.join(QStringLiteral(" → ")));
    QStringList fees;
    for (const Fee& fee : item.fees)
        fees.push_back(inLanguage(fee.name, fee.nameEn));
    m_preview->addFact(tr("Fee"), fees.isEmpty() ? tr("none") : fees.join(tr(", ")));
    m_preview->addFact(
        tr("Result"), item.result.empty() ? tr("the decision itself") : inLanguage(item.result, item.resultEn));
    m_preview->addFact(tr("Visits"), tr("at most %n", nullptr, item.maxVisits));
    m_preview->addRule();
    body->addWidget(new Words(tr("Materials to bring"), TextStyle::Head));
    for (const Material& material : item.materials) {
        QString words = QStringLiteral("%1  %2  %3").arg(material.seq).arg(nameOf(material), materialForm(material));
        if (material.necessity == Necessity::Conditional)
            words += tr(", where it applies");
        if (material.tolerable)
            words += tr(", may come later");
        auto* line = new Words(words);
        line->setWordWrap(true);
        body->addWidget(line);
    }
    body->addStretch();
}

void FindItemScreen::choose() {
    if (!m_draftsKnown && m_line->text().isEmpty()) {
        m_chooseThen = true;
        return;
    }
    const int row = m_list->currentRow();
    if (row >= 0 && row < draftRows())
        Q_EMIT draftChosen(m_drafts[row].id);
    else if (const FoundItem* found = current(); found && found->mayTakeIn)
        Q_EMIT itemChosen(found->item->id);
}

bool FindItemScreen::eventFilter(QObject* receiver, QEvent* event) {
    if (receiver == m_line && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Down:
            m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1));
            return true;
        case Qt::Key_Up:
            m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!key->isAutoRepeat())
                choose();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(receiver, event);
}

} // namespace yichuang::ui
