// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/form_panel.h>

#include <yichuang/domain/kept_code.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>

#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace yichuang::ui {
namespace {

QString titleOf(const FormField& field) {
    QString title = inLanguage(field.title, field.titleEn);
    const QString unit = inLanguage(field.unit, field.unitEn);
    if (!unit.isEmpty())
        title += QStringLiteral(" (%1)").arg(unit);
    return title;
}

bool takesWholeRow(const FormField& field) {
    constexpr int longText = 120;
    constexpr std::size_t longChoice = 54; // bytes: eighteen characters
    return field.type == FieldType::List || field.multiline
        || (field.type == FieldType::Text && field.maxLength > longText)
        || std::any_of(field.choices.begin(), field.choices.end(),
            [](const FormChoice& choice) { return choice.title.size() > longChoice; });
}

/// A line of text whose value the form's own reading decides.
class ReadField final : public TextField {
public:
    ReadField(const FormField& field, const QString& title, FormPanel::Today today)
        : TextField(title, nullptr, 4000)
        , m_field(field)
        , m_readToday(std::move(today)) { }
    [[nodiscard]] QString fault() const override {
        if (line()->text().trimmed().isEmpty())
            return TextField::fault();
        const FieldReading reading = readTyped(m_field, line()->text().toStdString(), m_readToday());
        if (reading.problems.empty())
            return {};
        QMap<QString, QString> arguments;
        for (const auto& [name, value] : reading.problems.front().arguments)
            arguments.insert(toQString(name), toQString(value));
        arguments.insert(QStringLiteral("typed"), line()->text());
        return sentenceForFault(toQString(reading.problems.front().code), arguments);
    }

private:
    const FormField& m_field;
    FormPanel::Today m_readToday;
};

} // namespace

RowsField::RowsField(const FormField& field, std::function<CivilDate()> today, QWidget* parent)
    : Field(parent)
    , m_field(field)
    , m_today(std::move(today))
    , m_table(new QWidget)
    , m_grid(new QGridLayout(m_table)) {
    setLabel(titleOf(field));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::spaceTiny);
    m_grid->setVerticalSpacing(Theme::spaceTiny);
    for (std::size_t column = 0; column < field.columns.size(); ++column) {
        auto* words = new Words(titleOf(field.columns[column]), TextStyle::Hint, Token::Muted);
        words->setWordWrap(true);
        m_grid->addWidget(words, 0, static_cast<int>(column), Qt::AlignBottom);
    }
    setEditor(m_table);
    addRow({});
}

void RowsField::addRow(const FormValues& values) {
    std::vector<QLineEdit*> editors;
    const int row = static_cast<int>(m_editors.size()) + 1;
    for (std::size_t column = 0; column < m_field.columns.size(); ++column) {
        const FormField& cell = m_field.columns[column];
        auto* editor = new QLineEdit;
        editor->setAccessibleName(QStringLiteral("%1 %2 %3").arg(label()).arg(row).arg(titleOf(cell)));
        if (const FormValue* value = values.value(cell.name)) {
            QString words = toQString(typedText(cell, *value));
            if (const auto* key = std::get_if<std::string>(value); key && cell.choice(*key))
                words = inLanguage(cell.choice(*key)->title, cell.choice(*key)->titleEn);
            editor->setText(words);
        }
        if (cell.type == FieldType::Choice) {
            QStringList choices;
            for (const FormChoice& choice : cell.choices)
                choices.push_back(inLanguage(choice.title, choice.titleEn));
            editor->setPlaceholderText(choices.join(QLatin1Char('/')));
        }
        connect(editor, &QLineEdit::textChanged, this, [this, row] {
            if (row == static_cast<int>(m_editors.size()) && row < m_field.maxRows)
                addRow({});
            noteEdit();
        });
        m_grid->addWidget(editor, row, static_cast<int>(column));
        editors.push_back(editor);
    }
    m_editors.push_back(std::move(editors));
}

std::vector<FormValues> RowsField::rows() const {
    std::vector<FormValues> rows;
    for (const auto& editors : m_editors) {
        FormValues row;
        for (std::size_t column = 0; column < editors.size(); ++column) {
            const FormField& cell = m_field.columns[column];
            const std::string typed = editors[column]->text().toStdString();
            if (editors[column]->text().trimmed().isEmpty())
                continue;
            const FieldReading reading = readTyped(cell, typed, m_today());
            // What can't be read stays as typed: the form's rules name the fault, and nothing is lost.
            row.fields.insert_or_assign(cell.name, reading.value.value_or(FormValue {typed}));
        }
        if (!row.fields.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

void RowsField::setRows(const std::vector<FormValues>& rows) {
    for (auto& editors : m_editors) {
        for (QLineEdit* editor : editors)
            editor->deleteLater();
    }
    m_editors.clear();
    for (const FormValues& row : rows)
        addRow(row);
    addRow({});
}

QString RowsField::value() const {
    const auto filled = rows();
    return filled.empty() ? QString {} : QString::number(filled.size());
}

void RowsField::setValue(const QString&) { }

FormPanel::FormPanel(const Form& form, Today today, QWidget* parent)
    : QWidget(parent)
    , m_form(form)
    , m_today(std::move(today))
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    for (const FormField& field : m_form.fields) {
        Field* widget = make(field);
        widget->setObjectName(QStringLiteral("form.") + toQString(field.name));
        widget->setParent(this);
        widget->hide();
        connect(widget, &Field::edited, this, [this] {
            if (m_setting)
                return;
            arrange();
            Q_EMIT edited();
        });
        connect(widget, &Field::settled, this, &FormPanel::settled);
        m_fields.emplace(field.name, widget);
    }
    for (const FormGroup& group : m_form.groups) {
        auto* head = new Words(inLanguage(group.title, group.titleEn), TextStyle::Hint, Token::Muted, this);
        head->hide();
        m_groupHeads.emplace(group.id, head);
    }
    arrange();
}

Field* FormPanel::make(const FormField& field) {
    const QString title = titleOf(field);
    Field* made = nullptr;
    switch (field.type) {
    case FieldType::List:
        made = new RowsField(field, m_today);
        break;
    case FieldType::Choice: {
        std::vector<ChoiceField::Choice> choices;
        choices.reserve(field.choices.size());
        for (const FormChoice& choice : field.choices)
            choices.push_back({toQString(choice.value), inLanguage(choice.title, choice.titleEn)});
        made = new ChoiceField(title, std::move(choices));
        break;
    }
    case FieldType::Boolean:
        made = new ChoiceField(title, {{QStringLiteral("true"), tr("Yes")}, {QStringLiteral("false"), tr("No")}});
        break;
    case FieldType::Identifier:
        if (std::find(field.identifiers.begin(), field.identifiers.end(), IdentifierKind::Uscc)
            != field.identifiers.end())
            made = new ComparedCodeField(title, field.identifiers, m_today);
        else
            made = new IdentifierField(title, field.identifiers, m_today);
        break;
    case FieldType::Date:
        made = new DateField(title);
        break;
    case FieldType::Text:
        if (field.multiline)
            made = new LongTextField(title, nullptr, field.maxLength);
        else if (field.personName)
            made = new NameField(title);
        else
            made = new TextField(title, nullptr, field.maxLength);
        break;
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
        made = new ReadField(*m_form.field(field.name), title, m_today);
        break;
    }
    const QString hint = inLanguage(field.hint, field.hintEn);
    if (auto* line = dynamic_cast<TextField*>(made); line && !hint.isEmpty())
        line->setPlaceholder(hint);
    else if (line && field.type == FieldType::Date)
        line->setPlaceholder(dateInForm(m_today()));
    return made;
}

void FormPanel::arrange() {
    const FormValues now = values();
    std::vector<std::string> shown;
    for (const FormField& field : m_form.fields) {
        if (isShown(m_form, field.name, now))
            shown.push_back(field.name);
        m_fields.at(field.name)->setRequired(isRequired(m_form, field.name, now));
    }
    if (shown == m_shown && m_grid)
        return;
    m_shown = shown;
    QWidget* focused = focusWidget();
    if (m_grid) {
        while (QLayoutItem* item = m_grid->takeAt(0))
            delete item;
        m_column->removeItem(m_grid);
        delete m_grid;
    }
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(Theme::space);
    m_grid->setVerticalSpacing(Theme::spaceSmall);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    for (auto& [name, widget] : m_fields)
        widget->setVisible(false);
    for (auto& [id, head] : m_groupHeads)
        head->setVisible(false);
    int row = 0;
    int column = 0;
    std::string group;
    QWidget* before = nullptr;
    for (const std::string& name : m_shown) {
        const FormField& field = *m_form.field(name);
        if (field.group != group) {
            group = field.group;
            if (column == 1) {
                column = 0;
                ++row;
            }
            if (const auto head = m_groupHeads.find(group); head != m_groupHeads.end()) {
                m_grid->addWidget(head->second, row++, 0, 1, 2);
                head->second->setVisible(true);
            }
        }
        Field* widget = m_fields.at(name);
        if (takesWholeRow(field)) {
            if (column == 1)
                ++row;
            m_grid->addWidget(widget, row++, 0, 1, 2);
            column = 0;
        } else {
            m_grid->addWidget(widget, row, column, Qt::AlignTop);
            if (++column == 2) {
                column = 0;
                ++row;
            }
        }
        widget->setVisible(true);
        if (before && widget->editor())
            QWidget::setTabOrder(before, widget->editor());
        before = widget->editor() ? widget->editor() : before;
        if (auto* code = dynamic_cast<ComparedCodeField*>(widget))
            before = code->note()->editor();
    }
    m_column->addLayout(m_grid);
    if (focused)
        focused->setFocus();
}

FormValues FormPanel::values() const {
    FormValues values;
    for (const FormField& field : m_form.fields) {
        Field* widget = m_fields.at(field.name);
        if (auto* rows = dynamic_cast<RowsField*>(widget)) {
            if (auto filled = rows->rows(); !filled.empty())
                values.fields.insert_or_assign(field.name, std::move(filled));
            continue;
        }
        const std::string typed = widget->value().toStdString();
        if (widget->value().trimmed().isEmpty())
            continue;
        if (field.type == FieldType::Choice) {
            values.fields.insert_or_assign(field.name, typed);
            continue;
        }
        if (field.type == FieldType::Boolean) {
            values.fields.insert_or_assign(field.name, typed == "true");
            continue;
        }
        const FieldReading reading = readTyped(field, typed, m_today());
        values.fields.insert_or_assign(field.name, reading.value.value_or(FormValue {typed}));
        if (const auto* code = dynamic_cast<ComparedCodeField*>(widget); code && !code->reason().isEmpty())
            keepAfterComparison(values, field.name, code->reason().toStdString());
    }
    return values;
}

void FormPanel::setValues(const FormValues& values) {
    m_setting = true;
    for (const FormField& field : m_form.fields) {
        const FormValue* value = values.value(field.name);
        if (!value)
            continue;
        Field* widget = m_fields.at(field.name);
        if (const auto* list = std::get_if<std::vector<FormValues>>(value)) {
            if (auto* rows = dynamic_cast<RowsField*>(widget))
                rows->setRows(*list);
        } else if (field.type == FieldType::Boolean && std::holds_alternative<bool>(*value)) {
            widget->setValue(std::get<bool>(*value) ? QStringLiteral("true") : QStringLiteral("false"));
        } else if (field.type == FieldType::Choice && std::holds_alternative<std::string>(*value)) {
            widget->setValue(toQString(std::get<std::string>(*value)));
        } else {
            QString typed = toQString(typedText(field, *value));
            // A value that could not be read was kept as typed.
            if (typed.isEmpty() && std::holds_alternative<std::string>(*value))
                typed = toQString(std::get<std::string>(*value));
            widget->setValue(typed);
            if (auto* code = dynamic_cast<ComparedCodeField*>(widget))
                code->setReason(toQString(reasonOfKeeping(values, field.name)));
        }
    }
    m_setting = false;
    arrange();
}

void FormPanel::setFaults(const std::map<QString, QString>& sentences, bool complete) {
    for (auto& [name, widget] : m_fields) {
        const auto found = std::find_if(sentences.begin(), sentences.end(), [&name = name](const auto& fault) {
            return fault.first.section(QLatin1Char('/'), 0, 0) == toQString(name);
        });
        widget->setFault(found == sentences.end() ? QString {} : found->second, complete);
    }
}

int FormPanel::shownCount() const {
    return static_cast<int>(m_shown.size());
}

int FormPanel::filledCount() const {
    return static_cast<int>(std::count_if(
        m_shown.begin(), m_shown.end(), [this](const std::string& name) { return m_fields.at(name)->isFilled(); }));
}

Field* FormPanel::field(const std::string& name) const {
    const auto found = m_fields.find(name);
    return found == m_fields.end() ? nullptr : found->second;
}

Field* FormPanel::firstField() const {
    return m_shown.empty() ? nullptr : m_fields.at(m_shown.front());
}

} // namespace yichuang::ui
