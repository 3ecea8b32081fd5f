// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/settings_screen.h>

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/flow_layout.h>
#include <yichuang/ui/key_router.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/workflows/workplace.h>

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>

namespace yichuang::ui {
namespace {

constexpr int besideWidth = 400;
constexpr int papersHeight = 240;
constexpr int kindRole = Qt::UserRole;

QString sizeWords(PaperKind kind) {
    return sizeOf(kind) == PaperSize::Roll80 ? QStringLiteral("80 mm") : QStringLiteral("A4");
}

QString trayWords(const QString& tray) {
    static const std::pair<const char*, const char*> words[] {
        {"auto", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "automatic")},
        {"upper", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "upper tray")},
        {"lower", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "lower tray")},
        {"middle", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "middle tray")},
        {"manual", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "by hand")},
        {"envelope", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "envelopes")},
        {"envelope_manual", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "envelopes by hand")},
        {"tractor", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "tractor")},
        {"small_format", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "small sheets")},
        {"large_format", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "large sheets")},
        {"large_capacity", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "large tray")},
        {"cassette", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "cassette")},
        {"form_source", QT_TRANSLATE_NOOP("yichuang::ui::SettingsScreen", "form tray")}};
    for (const auto& [name, word] : words) {
        if (tray == QLatin1String(name))
            return SettingsScreen::tr(word);
    }
    return tray;
}

QString offsetWords(const PrinterSettings& printer) {
    if (printer.offsetRightMillimetres == 0.0 && printer.offsetDownMillimetres == 0.0)
        return {};
    return QStringLiteral("→ %1  ↓ %2")
        .arg(printer.offsetRightMillimetres, 0, 'f', 1)
        .arg(printer.offsetDownMillimetres, 0, 'f', 1);
}

int copiesOrRule(PaperKind kind, int copies) {
    return copies > 0 ? copies : copiesOf(kind);
}

} // namespace

SettingsScreen::SettingsScreen(Workplace& workplace, Printer& printer, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_printer(printer)
    , m_registry(registry)
    , m_papersCard(new Card(tr("Papers and printers")))
    , m_papers(new QTreeWidget)
    , m_chosenName(new Words({}, TextStyle::Head))
    , m_printerChoice(new ChoiceField(tr("Printer"), {}))
    , m_tray(new ChoiceField(tr("Tray"), {}))
    , m_right(new NumberField(tr("Right, mm"), -Machine::mostOffset, Machine::mostOffset, 1))
    , m_down(new NumberField(tr("Down, mm"), -Machine::mostOffset, Machine::mostOffset, 1))
    , m_copies(new NumberField(tr("Copies"), 1, Machine::mostCopies, 0))
    , m_message(new Words({}))
    , m_machineCard(new Card(tr("This machine")))
    , m_lock(new NumberField(
          tr("Locks itself after so many minutes"), Machine::leastLockMinutes, Machine::mostLockMinutes, 0))
    , m_language(new ChoiceField(tr("Language"),
          {{QStringLiteral("zh"), QStringLiteral("中文")}, {QStringLiteral("en"), QStringLiteral("English")}}))
    , m_appearance(new ChoiceField(tr("Appearance"),
          {{QStringLiteral("light"), tr("light")}, {QStringLiteral("dark"), tr("dark")},
              {QStringLiteral("high-contrast"), tr("high contrast")}}))
    , m_text(new ChoiceField(tr("Size of text"),
          {{QStringLiteral("100"), QStringLiteral("100 %")}, {QStringLiteral("125"), QStringLiteral("125 %")},
              {QStringLiteral("150"), QStringLiteral("150 %")}}))
    , m_lookNote(new Words({}, TextStyle::Hint, Token::Muted))
    , m_about(new Card(tr("About"))) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::spaceLarge - 2);
    page->setSpacing(Theme::space);
    page->addWidget(new Words(tr("Settings"), TextStyle::Title));
    // With large text the papers take the whole width, and the rest stands below them.
    const bool large = currentTheme().hasLargeText();
    auto* columns = new QBoxLayout(large ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    columns->setSpacing(Theme::space);
    buildPapers();
    columns->addWidget(m_papersCard, 1);
    buildMachine();
    auto* beside = new QBoxLayout(large ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    beside->setSpacing(Theme::space);
    for (Card* card : {m_machineCard, m_about}) {
        card->setSnug();
        if (large) {
            beside->addWidget(card, 1, Qt::AlignTop);
            continue;
        }
        card->setFixedWidth(currentTheme().column(besideWidth));
        beside->addWidget(card);
    }
    if (large)
        m_papers->setMinimumHeight(currentTheme().px(papersHeight));
    else
        beside->addStretch();
    columns->addLayout(beside);
    page->addLayout(columns, 1);
    new FieldWalker(this);
    setFocusProxy(m_papers);

    registry.action(QStringLiteral("settings.sameForSize")).bind(this, [this] {
        std::vector<PaperKind> kinds;
        for (const PaperKind kind : allPaperKinds()) {
            if (sizeOf(kind) == sizeOf(chosen()))
                kinds.push_back(kind);
        }
        keepFor(kinds, typed());
    });
    registry.action(QStringLiteral("settings.ruler")).bind(this, [this] { printRuler(); });
    connect(&workplace.machine(), &Machine::changed, this, [this] {
        if (isVisible())
            fillPapers();
    });
}

void SettingsScreen::buildPapers() {
    m_papers->setObjectName(QStringLiteral("settings.papers"));
    m_papers->setAccessibleName(tr("Papers and printers"));
    m_papers->setHeaderLabels({tr("Paper"), tr("Size"), tr("Printer"), tr("Tray"), tr("Offset, mm"), tr("Copies")});
    m_papers->setRootIsDecorated(false);
    m_papers->setUniformRowHeights(true);
    m_papers->setAllColumnsShowFocus(true);
    m_papers->header()->setStretchLastSection(false);
    m_papers->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_papers->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_papersCard->body()->addWidget(m_papers, 1);
    m_papersCard->addRule();
    m_papersCard->body()->addWidget(m_chosenName);
    const std::pair<Field*, const char*> fields[] {{m_printerChoice, "settings.printer"}, {m_tray, "settings.tray"},
        {m_right, "settings.right"}, {m_down, "settings.down"}, {m_copies, "settings.copies"}};
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::space);
    for (const auto& [field, name] : fields)
        field->setObjectName(QLatin1String(name));
    if (currentTheme().hasLargeText()) {
        grid->addWidget(m_printerChoice, 0, 0, 1, 2);
        grid->addWidget(m_tray, 0, 2);
        grid->addWidget(m_right, 1, 0);
        grid->addWidget(m_down, 1, 1);
        grid->addWidget(m_copies, 1, 2);
    } else {
        constexpr std::array shares {4, 2, 1, 1, 1};
        for (int column = 0; column < static_cast<int>(shares.size()); ++column) {
            grid->addWidget(fields[column].first, 0, column);
            grid->setColumnStretch(column, shares[static_cast<std::size_t>(column)]);
        }
        grid->setColumnMinimumWidth(1, currentTheme().px(110));
    }
    m_papersCard->body()->addLayout(grid);
    m_message->setWordWrap(true);
    m_papersCard->body()->addWidget(m_message);
    auto* foot = new FlowLayout(Theme::spaceSmall, Qt::AlignRight);
    foot->addWidget(new ActionButton(m_registry.action(QStringLiteral("settings.ruler"))));
    foot->addWidget(new ActionButton(m_registry.action(QStringLiteral("settings.sameForSize"))));
    m_papersCard->body()->addLayout(foot);
    m_printerChoice->setNothingWords(tr("the system's usual printer"));
    m_tray->setNothingWords(tr("automatic"));
    connect(m_papers, &QTreeWidget::currentItemChanged, this, [this] { showChosen(); });
    connect(m_printerChoice, &Field::edited, this, [this](const QString& printer) {
        showTrays(printer, {});
        keepChosen();
    });
    connect(m_tray, &Field::edited, this, [this] { keepChosen(); });
    for (NumberField* field : {m_right, m_down, m_copies})
        connect(field, &Field::settled, this, [this] { keepChosen(); });
}

void SettingsScreen::buildMachine() {
    m_lock->setObjectName(QStringLiteral("settings.lock"));
    m_language->setObjectName(QStringLiteral("settings.language"));
    m_appearance->setObjectName(QStringLiteral("settings.appearance"));
    m_text->setObjectName(QStringLiteral("settings.text"));
    for (Field* field : {static_cast<Field*>(m_lock), static_cast<Field*>(m_language),
             static_cast<Field*>(m_appearance), static_cast<Field*>(m_text)})
        m_machineCard->body()->addWidget(field);
    m_language->setNothingWords(QStringLiteral("中文"));
    m_appearance->setNothingWords(tr("light"));
    m_text->setNothingWords(QStringLiteral("100 %"));
    m_lookNote->setText(tr("Language, appearance and size change with the next start."));
    m_lookNote->setWordWrap(true);
    m_machineCard->body()->addWidget(m_lookNote);
    connect(m_lock, &Field::settled, this, [this] {
        if (const auto minutes = m_lock->number())
            m_workplace.machine()
                .setLockMinutes(static_cast<int>(*minutes))
                .then(this, [this](const Result<void>& kept) {
                    if (!kept)
                        m_lock->setError(sentenceFor(kept.error()));
                });
    });
    for (ChoiceField* field : {m_language, m_appearance, m_text})
        connect(field, &Field::edited, this, [this] { keepLookNow(); });
}

void SettingsScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_lock->setNumber(m_workplace.machine().lockMinutes());
    m_look = readLook(m_workplace.profile());
    m_language->setValue(ui::nameOf(m_look.language));
    m_appearance->setValue(ui::nameOf(m_look.appearance));
    m_text->setValue(QString::number(m_look.textPercent));
    m_about->clear();
    m_about->addFact(tr("Program"), tr("Yichuang %1").arg(QCoreApplication::applicationVersion()));
    if (const auto& person = m_workplace.session().current())
        m_about->addFact(tr("Window"), person->windowName);
    m_about->addFact(tr("File of this machine"), m_workplace.profile());
    m_about->addFact(tr("Licence"), QStringLiteral("GPL-3.0-or-later"));
    say({}, true);
    fillPapers();
    askForPrinters();
    m_papers->setFocus();
}

void SettingsScreen::askForPrinters() {
    m_printer.printers().then(this, [this](const std::vector<PrinterDescription>& printers) {
        m_printers = printers;
        showChosen();
    });
}

void SettingsScreen::fillPapers() {
    if (m_papers->topLevelItemCount() == 0) {
        for (const PaperKind kind : allPaperKinds()) {
            auto* row = new QTreeWidgetItem(m_papers);
            row->setData(0, kindRole, static_cast<int>(kind));
        }
        m_papers->setCurrentItem(m_papers->topLevelItem(0));
    }
    for (int index = 0; index < m_papers->topLevelItemCount(); ++index) {
        QTreeWidgetItem* row = m_papers->topLevelItem(index);
        const auto kind = static_cast<PaperKind>(row->data(0, kindRole).toInt());
        const PaperOutput output = m_workplace.machine().output(kind);
        row->setText(0, ui::nameOf(kind));
        row->setText(1, sizeWords(kind));
        row->setText(2, output.printer.printer.isEmpty() ? tr("the system's usual printer") : output.printer.printer);
        row->setText(3, output.printer.tray.isEmpty() ? tr("automatic") : trayWords(output.printer.tray));
        row->setText(4, offsetWords(output.printer));
        row->setText(5, QString::number(copiesOrRule(kind, output.copies)));
        row->setTextAlignment(5, Qt::AlignRight | Qt::AlignVCenter);
    }
}

PaperKind SettingsScreen::chosen() const {
    const QTreeWidgetItem* row = m_papers->currentItem();
    return row ? static_cast<PaperKind>(row->data(0, kindRole).toInt()) : allPaperKinds().front();
}

void SettingsScreen::showTrays(const QString& printer, const QString& chosen) {
    std::vector<ChoiceField::Choice> trays;
    for (const PrinterDescription& description : m_printers) {
        if (description.name != printer && !(printer.isEmpty() && description.isDefault))
            continue;
        for (const QString& tray : description.trays) {
            if (tray != QLatin1String("auto"))
                trays.push_back({tray, trayWords(tray)});
        }
    }
    // The one that was set, though the printer does not tell it now.
    if (!chosen.isEmpty()
        && std::none_of(trays.begin(), trays.end(), [&chosen](const auto& tray) { return tray.key == chosen; }))
        trays.push_back({chosen, trayWords(chosen)});
    m_tray->setChoices(trays);
    m_tray->setValue(chosen);
}

void SettingsScreen::showChosen() {
    m_filling = true;
    const PaperKind kind = chosen();
    const PaperOutput output = m_workplace.machine().output(kind);
    m_chosenName->setText(QStringLiteral("%1 · %2").arg(ui::nameOf(kind), sizeWords(kind)));
    std::vector<ChoiceField::Choice> printers;
    printers.reserve(m_printers.size() + 1);
    for (const PrinterDescription& printer : m_printers)
        printers.push_back({printer.name, printer.isReady ? printer.name : tr("%1 (not ready)").arg(printer.name)});
    const QString& set = output.printer.printer;
    if (!set.isEmpty()
        && std::none_of(printers.begin(), printers.end(), [&set](const auto& p) { return p.key == set; }))
        printers.push_back({set, tr("%1 (not there)").arg(set)});
    m_printerChoice->setChoices(printers);
    m_printerChoice->setValue(set);
    showTrays(set, output.printer.tray);
    m_right->setNumber(output.printer.offsetRightMillimetres);
    m_down->setNumber(output.printer.offsetDownMillimetres);
    m_copies->setNumber(copiesOrRule(kind, output.copies));
    m_filling = false;
}

PaperOutput SettingsScreen::typed() const {
    PaperOutput output;
    output.printer.printer = m_printerChoice->value();
    output.printer.tray = m_tray->value();
    output.printer.offsetRightMillimetres = m_right->number().value_or(0.0);
    output.printer.offsetDownMillimetres = m_down->number().value_or(0.0);
    const int copies = static_cast<int>(m_copies->number().value_or(0.0));
    output.copies = copies == copiesOf(chosen()) ? 0 : copies;
    return output;
}

void SettingsScreen::keepChosen() {
    if (!m_filling)
        keepFor({chosen()}, typed());
}

void SettingsScreen::keepFor(const std::vector<PaperKind>& kinds, const PaperOutput& output) {
    for (NumberField* field : {m_right, m_down, m_copies}) {
        if (!field->settle())
            return;
    }
    for (const PaperKind kind : kinds) {
        PaperOutput own = output;
        // How many copies a paper has is the paper's, not the printer's.
        if (kind != chosen())
            own.copies = m_workplace.machine().output(kind).copies;
        if (own == m_workplace.machine().output(kind))
            continue;
        m_workplace.machine().setOutput(kind, own).then(this, [this, many = kinds.size()](const Result<void>& kept) {
            if (!kept)
                say(sentenceFor(kept.error()), false);
            else
                say(many > 1 ? tr("Kept for all papers of this size.") : tr("Kept."), true);
        });
    }
}

void SettingsScreen::keepLookNow() {
    LookSettings look;
    look.language = languageFromLocale(m_language->value());
    look.appearance = appearanceFromName(m_appearance->value());
    look.textPercent = m_text->value().isEmpty() ? 100 : m_text->value().toInt();
    if (look == m_look)
        return;
    if (!keepLook(m_workplace.profile(), look)) {
        m_lookNote->setStyle(TextStyle::Text, Token::Red);
        m_lookNote->setText(tr("This could not be written to the folder of this machine's file. Is the disk full?"));
        return;
    }
    m_look = look;
    m_lookNote->setStyle(TextStyle::Text, Token::Green);
    m_lookNote->setText(tr("Kept. It changes with the next start of the program."));
}

void SettingsScreen::printRuler() {
    m_printer.printRuler(sizeOf(chosen()), typed().printer).then(this, [this](const Result<PrintOutcome>& printed) {
        if (!printed)
            say(sentenceFor(printed.error()), false);
        else
            say(tr("Printed on %1. Measure the corner: what lacks to the right and downwards goes into the fields.")
                    .arg(printed->printer),
                true);
    });
}

void SettingsScreen::say(const QString& sentence, bool good) {
    m_message->setStyle(TextStyle::Text, good ? Token::Green : Token::Red);
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

} // namespace yichuang::ui
