// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/fields.h>

#include <yichuang/domain/given_number.h>
#include <yichuang/domain/kept_code.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/theme.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QFocusEvent>
#include <QPainter>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace yichuang::ui {
namespace {

void setLook(QWidget* editor, const char* property, bool on) {
    if (editor->property(property).toBool() == on)
        return;
    editor->setProperty(property, on);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}

/// Characters as a person counts them.
qsizetype characters(const QString& text) {
    return text.toUcs4().size();
}

QString tooLong(const QString& text, int limit) {
    const qsizetype length = characters(text);
    return length > limit ? Field::tr("%1 characters are too many; at most %2.").arg(length).arg(limit) : QString();
}

} // namespace

Field::Field(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_label(new Words({}, TextStyle::Text, Token::Muted))
    , m_line(new Words({}, TextStyle::Hint, Token::Muted)) {
    const Theme& theme = currentTheme();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(2));
    m_label->setWordWrap(true); // large text beside a second column: the label breaks, the field keeps its place
    m_column->addWidget(m_label);
    m_column->addWidget(m_line);
    m_line->setWordWrap(true);
    m_line->hide();
    // Beside a field with a line below it this one stays at the top.
    m_column->addStretch(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void Field::setEditor(QWidget* editor) {
    m_editor = editor;
    m_column->insertWidget(1, editor);
    m_label->setBuddy(editor);
    setFocusProxy(editor);
    editor->installEventFilter(this);
    editor->setAccessibleName(m_label->text());
}

QString Field::label() const {
    return m_label->text();
}

void Field::setLabel(const QString& label) {
    m_label->setText(label);
    if (m_editor)
        m_editor->setAccessibleName(label);
}

QString Field::fault() const {
    return m_required && !isFilled() ? tr("Still to be filled in.") : QString();
}

void Field::setGiven(bool given) {
    m_given = given;
    if (m_editor)
        setLook(m_editor, "given", given);
}

void Field::setError(const QString& sentence) {
    m_error = sentence;
    showLine();
}

void Field::setFault(const QString& sentence, bool complete) {
    const QWidget* focused = QApplication::focusWidget();
    const bool typing = focused && isAncestorOf(focused);
    if (complete || (!sentence.isEmpty() && !typing))
        setError(sentence);
}

void Field::setNote(const QString& sentence, Tone tone) {
    m_note = sentence;
    m_noteTone = tone;
    showLine();
}

void Field::showLine() {
    const bool wrong = !m_error.isEmpty();
    const QString words = wrong ? m_error : m_note;
    auto* line = static_cast<Words*>(m_line);
    Token token = Token::Muted;
    if (wrong || m_noteTone == Tone::Red)
        token = Token::Red;
    else if (m_noteTone == Tone::Green)
        token = Token::Green;
    else if (m_noteTone == Tone::Amber)
        token = Token::Amber;
    else if (m_noteTone == Tone::Accent)
        token = Token::Accent;
    line->setStyle(TextStyle::Hint, token);
    line->setText(words);
    line->setVisible(!words.isEmpty());
    if (m_editor) {
        setLook(m_editor, "faulty", wrong);
        m_editor->setAccessibleDescription(words);
    }
}

bool Field::settle() {
    setError(fault());
    return m_error.isEmpty();
}

void Field::noteEdit() {
    // While it is typed nobody is scolded; what was wrong and is right now is taken back at once.
    if (!m_error.isEmpty())
        setError({});
    Q_EMIT edited(value());
}

bool Field::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_editor && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason && !m_given) {
        // An empty field that is left is still to come, not wrong.
        if (!isFilled()) {
            setError({});
        } else if (settle()) {
            Q_EMIT settled(value());
        }
    }
    return QWidget::eventFilter(watched, event);
}

TextField::TextField(const QString& label, QWidget* parent, int limit)
    : Field(parent)
    , m_edit(new QLineEdit)
    , m_limit(limit) {
    setEditor(m_edit);
    setLabel(label);
    // Pastes far beyond the limit are kept as they are, and told: nothing typed is lost in silence.
    m_edit->setMaxLength(32767);
    // Not only what the keyboard writes: a screen reader or dictation sets the text as a whole.
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        if (!m_showing)
            noteEdit();
    });
}

void TextField::showText(const QString& text) {
    m_showing = true;
    m_edit->setText(text);
    m_showing = false;
}

QString TextField::value() const {
    return m_edit->text().trimmed();
}

void TextField::setValue(const QString& value) {
    if (m_edit->text() != value)
        showText(value);
    setError({});
    m_edit->setCursorPosition(0);
}

QString TextField::fault() const {
    const QString own = Field::fault();
    return own.isEmpty() ? tooLong(value(), m_limit) : own;
}

void TextField::setGiven(bool given) {
    Field::setGiven(given);
    m_edit->setReadOnly(given);
}

void TextField::setPlaceholder(const QString& text) {
    m_edit->setPlaceholderText(text);
}

NameField::NameField(const QString& label, QWidget* parent)
    : TextField(label, parent, 100) { }

QString NameField::value() const {
    return QString::fromStdString(normalizedName(m_edit->text().toStdString()));
}

NumberField::NumberField(const QString& label, double least, double most, int decimals, QWidget* parent)
    : TextField(label, parent, 12)
    , m_least(least)
    , m_most(most)
    , m_decimals(decimals) { }

QString NumberField::value() const {
    const auto read = number();
    return read ? QString::number(*read, 'f', m_decimals) : m_edit->text().trimmed();
}

std::optional<double> NumberField::number() const {
    bool isNumber = false;
    const double read = m_edit->text().trimmed().normalized(QString::NormalizationForm_KC).toDouble(&isNumber);
    if (!isNumber || (m_decimals == 0 && read != std::floor(read)))
        return std::nullopt;
    return read;
}

void NumberField::setNumber(double number) {
    setValue(QString::number(number, 'f', m_decimals));
}

QString NumberField::fault() const {
    if (m_edit->text().trimmed().isEmpty())
        return TextField::fault();
    const auto read = number();
    if (read && *read >= m_least && *read <= m_most)
        return {};
    const QString least = QString::number(m_least, 'f', 0);
    const QString most = QString::number(m_most, 'f', 0);
    return m_decimals == 0 ? tr("Please write a whole number from %1 to %2.").arg(least, most)
                           : tr("Please write a number from %1 to %2.").arg(least, most);
}

LongTextField::LongTextField(const QString& label, QWidget* parent, int limit)
    : Field(parent)
    , m_edit(new QPlainTextEdit)
    , m_limit(limit) {
    setEditor(m_edit);
    setLabel(label);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(currentTheme().px(72));
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { noteEdit(); });
}

QString LongTextField::value() const {
    return m_edit->toPlainText().trimmed();
}

void LongTextField::setValue(const QString& value) {
    if (m_edit->toPlainText() != value)
        m_edit->setPlainText(value);
    setError({});
}

QString LongTextField::fault() const {
    const QString own = Field::fault();
    return own.isEmpty() ? tooLong(value(), m_limit) : own;
}

void LongTextField::setGiven(bool given) {
    Field::setGiven(given);
    m_edit->setReadOnly(given);
}

DateField::DateField(const QString& label, QWidget* parent)
    : TextField(label, parent, 40) {
    setPlaceholder(QStringLiteral("2018-11-02"));
    connect(this, &Field::settled, this, [this] {
        if (const auto read = date())
            showText(dateInForm(*read));
    });
}

std::optional<CivilDate> DateField::date() const {
    return readDate(m_edit->text().toStdString()).date;
}

QString DateField::value() const {
    const auto read = date();
    return read ? dateInForm(*read) : m_edit->text().trimmed();
}

QString DateField::fault() const {
    if (!isFilled())
        return TextField::fault();
    const DateReading reading = readDate(m_edit->text().toStdString());
    if (!reading.date)
        return sentenceForDate(reading.reason, m_edit->text());
    if (m_earliest && *reading.date < *m_earliest)
        return tr("Not before %1.").arg(dateInForm(*m_earliest));
    if (m_latest && *reading.date > *m_latest)
        return tr("Not after %1.").arg(dateInForm(*m_latest));
    return {};
}

void DateField::setRange(std::optional<CivilDate> earliest, std::optional<CivilDate> latest) {
    m_earliest = earliest;
    m_latest = latest;
}

IdentifierField::IdentifierField(const QString& label, std::vector<IdentifierKind> kinds, Today today, QWidget* parent)
    : TextField(label, parent, 64)
    , m_kinds(std::move(kinds))
    , m_today(std::move(today)) {
    m_edit->setInputMethodHints(Qt::ImhPreferUppercase | Qt::ImhNoPredictiveText);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& typed) {
        if (isShowing())
            return;
        // A scanner's prefix means something in a field for codes only.
        if (typed.startsWith(QChar(0x02)) || typed.startsWith(u'*')) {
            showText(typed.mid(1));
            noteEdit();
        }
        m_kept = false;
        showCheck();
    });
}

Identification IdentifierField::identification() const {
    Identification first;
    const std::string typed = m_edit->text().toStdString();
    for (const IdentifierKind each : m_kinds) {
        Identification found = identifyGiven(each, typed, m_today());
        if (found.valid)
            return found;
        // Of several kinds the one is told whose shape the value has.
        if (first.reason.empty() || first.reason == "length")
            first = std::move(found);
    }
    return first;
}

std::optional<IdentifierKind> IdentifierField::kind() const {
    const std::string typed = m_edit->text().toStdString();
    const auto found = std::find_if(m_kinds.begin(), m_kinds.end(),
        [&](IdentifierKind each) { return identifyGiven(each, typed, m_today()).valid; });
    return found == m_kinds.end() ? std::nullopt : std::optional(*found);
}

QString IdentifierField::value() const {
    const Identification found = identification();
    if (found.valid)
        return QString::fromStdString(found.normalized);
    return m_kept && mayBeKept() ? QString::fromStdString(keptCode(m_edit->text().toStdString()))
                                 : m_edit->text().trimmed();
}

void IdentifierField::setValue(const QString& value) {
    TextField::setValue(value);
    showCheck();
}

QString IdentifierField::fault() const {
    if (m_edit->text().trimmed().isEmpty())
        return TextField::fault();
    const Identification found = identification();
    if (found.valid || (m_kept && mayBeKept()))
        return {};
    const auto shape = std::find_if(m_kinds.begin(), m_kinds.end(), [&](IdentifierKind each) {
        return identifyGiven(each, m_edit->text().toStdString(), m_today()).reason == found.reason;
    });
    return sentenceForIdentifier(shape == m_kinds.end() ? IdentifierKind::ResidentId : *shape, found.reason);
}

bool IdentifierField::mayBeKept() const {
    const std::string typed = m_edit->text().toStdString();
    return std::any_of(m_kinds.begin(), m_kinds.end(), [&](IdentifierKind each) {
        return mayBeKeptAfterComparison(each, identifyGiven(each, typed, m_today()).reason);
    });
}

void IdentifierField::setKeptDespiteCheck(bool kept) {
    m_kept = kept;
    showCheck();
}

void IdentifierField::showCheck() {
    if (kind())
        setNote(tr("✓ Check passed"), Tone::Green);
    else if (m_kept && mayBeKept())
        setNote(tr("Kept after comparison with the licence"), Tone::Amber);
    else
        setNote({});
}

ComparedCodeField::ComparedCodeField(
    const QString& label, std::vector<IdentifierKind> kinds, Today today, QWidget* parent)
    : IdentifierField(label, std::move(kinds), std::move(today), parent)
    , m_compared(new QCheckBox(tr("The licence shows just this code")))
    , m_note(new TextField(tr("Why it is kept"))) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->count() - 1, m_compared);
    column->insertWidget(column->count() - 1, m_note);
    m_compared->hide();
    m_note->hide();
    QWidget::setTabOrder(m_edit, m_compared);
    QWidget::setTabOrder(m_compared, m_note->editor());
    connect(m_edit, &QLineEdit::textChanged, this, &ComparedCodeField::offerComparison);
    connect(m_compared, &QCheckBox::toggled, this, [this](bool compared) {
        m_comparedText = compared ? m_edit->text() : QString {};
        setKeptDespiteCheck(compared);
        m_note->setVisible(compared);
        noteEdit();
    });
    connect(m_note, &Field::edited, this, [this] { noteEdit(); });
}

void ComparedCodeField::offerComparison() {
    if (m_compared->isChecked() && m_edit->text() != m_comparedText)
        m_compared->setChecked(false);
    m_compared->setVisible(m_compared->isChecked() || mayBeKept());
}

QString ComparedCodeField::reason() const {
    return m_compared->isChecked() && mayBeKept() ? m_note->value() : QString {};
}

void ComparedCodeField::setReason(const QString& reason) {
    m_note->setValue(reason);
    m_compared->setChecked(!reason.isEmpty());
    offerComparison();
}

namespace {

/// A style sheet takes the arrow away with the frame: it is drawn in the theme's colour.
class ChoiceBox final : public QComboBox {
protected:
    void paintEvent(QPaintEvent* event) override {
        QComboBox::paintEvent(event);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme& theme = currentTheme();
        painter.setPen(QPen(theme.color(Token::Muted), theme.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const int half = theme.px(4);
        const QPoint tip(width() - theme.px(16), height() / 2 + half / 2);
        painter.drawPolyline(QPolygon {tip + QPoint(-half, -half), tip, tip + QPoint(half, -half)});
    }
};

} // namespace

ChoiceField::ChoiceField(const QString& label, std::vector<Choice> choices, QWidget* parent)
    : Field(parent)
    , m_box(new ChoiceBox) {
    setEditor(m_box);
    setLabel(label);
    m_box->addItem(QString(), QString());
    setChoices(choices);
    connect(m_box, &QComboBox::activated, this, [this] { noteEdit(); });
}

void ChoiceField::setChoices(const std::vector<Choice>& choices) {
    const QString kept = value();
    while (m_box->count() > 1)
        m_box->removeItem(1);
    for (const Choice& choice : choices)
        m_box->addItem(choice.words, choice.key);
    setValue(kept);
}

void ChoiceField::setNothingWords(const QString& words) {
    m_box->setItemText(0, words);
}

QString ChoiceField::value() const {
    return m_box->currentData().toString();
}

void ChoiceField::setValue(const QString& value) {
    const int index = m_box->findData(value);
    m_box->setCurrentIndex(index < 0 ? 0 : index);
    setError({});
}

void ChoiceField::setGiven(bool given) {
    Field::setGiven(given);
    m_box->setEnabled(!given);
}

} // namespace yichuang::ui
