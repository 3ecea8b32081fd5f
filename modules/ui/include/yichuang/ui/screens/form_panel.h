// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>
#include <yichuang/ui/fields.h>

#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QGridLayout;
class QVBoxLayout;

namespace yichuang::ui {

/// Rows of a list field (设备清单 …). There is always one empty row at the end; typing into it makes the next.
class RowsField : public Field {
    Q_OBJECT
public:
    RowsField(const FormField& field, std::function<CivilDate()> today, QWidget* parent = nullptr);
    [[nodiscard]] QString value() const override; ///< "" while no row is filled
    void setValue(const QString& value) override;
    [[nodiscard]] std::vector<FormValues> rows() const;
    void setRows(const std::vector<FormValues>& rows);

private:
    void addRow(const FormValues& values);
    const FormField& m_field;
    std::function<CivilDate()> m_today;
    QWidget* m_table;
    QGridLayout* m_grid;
    std::vector<std::vector<QLineEdit*>> m_editors;
};

/// An item's own form: a field for each of its own, two beside each other, conditional ones appearing by themselves.
class FormPanel : public QWidget {
    Q_OBJECT
public:
    using Today = std::function<CivilDate()>;
    FormPanel(const Form& form, Today today, QWidget* parent = nullptr);

    [[nodiscard]] FormValues values() const;
    void setValues(const FormValues& values);
    /// Shows a fault at its field ("equipment/0/name" belongs to "equipment"); see Field::setFault.
    void setFaults(const std::map<QString, QString>& sentences, bool complete);
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] int filledCount() const;
    [[nodiscard]] Field* field(const std::string& name) const;
    [[nodiscard]] Field* firstField() const;

Q_SIGNALS:
    void edited();
    /// A field was left.
    void settled();

private:
    [[nodiscard]] Field* make(const FormField& field);
    void arrange();

    Form m_form;
    Today m_today;
    QVBoxLayout* m_column;
    std::map<std::string, Field*> m_fields;
    std::map<std::string, QWidget*> m_groupHeads;
    std::vector<std::string> m_shown;
    QGridLayout* m_grid = nullptr;
    bool m_setting = false;
};

} // namespace yichuang::ui
