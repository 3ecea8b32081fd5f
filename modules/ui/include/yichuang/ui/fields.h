// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/identifiers.h>
#include <yichuang/ui/marks.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QCheckBox;
class QVBoxLayout;

namespace yichuang::ui {

/// Label, editor, and under it what is wrong with this field, or what is known of it. One look for all kinds of fields.
/// Errors are told once the field is left or settle() is called, and go away as soon as the value is good.
class Field : public QWidget {
    Q_OBJECT
public:
    [[nodiscard]] QString label() const;
    void setLabel(const QString& label);
    void setRequired(bool required) { m_required = required; }
    [[nodiscard]] bool isRequired() const { return m_required; }

    /// What was typed, as it will be kept (dates ISO, identifiers normalised if valid, else as typed).
    [[nodiscard]] virtual QString value() const = 0;
    virtual void setValue(const QString& value) = 0;
    /// What is wrong with the value, as a sentence; empty if it may stand. An empty field that is not required may
    /// stand.
    [[nodiscard]] virtual QString fault() const;
    [[nodiscard]] bool isFilled() const { return !value().isEmpty(); }
    /// A given value: shown sunk, not to be typed into.
    virtual void setGiven(bool given);
    [[nodiscard]] bool isGiven() const { return m_given; }

    /// An error that somebody else found (a form's rule). Stands until the next edit.
    void setError(const QString& sentence);
    /// What a form's rules say of this field, empty: nothing. `complete`: all that is wrong is known, so an error that
    /// is no longer named goes; else only some is, and a field that is being typed into is left in peace.
    void setFault(const QString& sentence, bool complete);
    void setNote(const QString& sentence, Tone tone = Tone::Neutral);
    [[nodiscard]] QString shownError() const { return m_error; }
    [[nodiscard]] QString shownNote() const { return m_note; }
    [[nodiscard]] QWidget* editor() const { return m_editor; }
    /// Shows fault() now, as when the field is left; true if there is none.
    bool settle();

Q_SIGNALS:
    void edited(const QString& value);
    /// Left with a value that may stand.
    void settled(const QString& value);

protected:
    explicit Field(QWidget* parent);
    void setEditor(QWidget* editor);
    void noteEdit();
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showLine();

    QVBoxLayout* m_column;
    QLabel* m_label;
    QLabel* m_line;
    QWidget* m_editor = nullptr;
    QString m_error;
    QString m_note;
    Tone m_noteTone = Tone::Neutral;
    bool m_required = false;
    bool m_given = false;
};

/// One line of text with a limit in characters as a person counts them (code points; none is ever cut in two).
class TextField : public Field {
    Q_OBJECT
public:
    explicit TextField(const QString& label, QWidget* parent = nullptr, int limit = 200);
    [[nodiscard]] QString value() const override;
    void setValue(const QString& value) override;
    [[nodiscard]] QString fault() const override;
    void setGiven(bool given) override;
    void setPlaceholder(const QString& text);
    [[nodiscard]] QLineEdit* line() const { return m_edit; }

protected:
    /// Puts a text there that nobody typed.
    void showText(const QString& text);
    [[nodiscard]] bool isShowing() const { return m_showing; }

    QLineEdit* m_edit;
    int m_limit;

private:
    bool m_showing = false;
};

/// A person's name: kept as normalizedName() has it.
class NameField : public TextField {
    Q_OBJECT
public:
    explicit NameField(const QString& label, QWidget* parent = nullptr);
    [[nodiscard]] QString value() const override;
};

/// Several lines: reasons, opinions.
class LongTextField : public Field {
    Q_OBJECT
public:
    explicit LongTextField(const QString& label, QWidget* parent = nullptr, int limit = 2000);
    [[nodiscard]] QString value() const override;
    void setValue(const QString& value) override;
    [[nodiscard]] QString fault() const override;
    void setGiven(bool given) override;
    [[nodiscard]] QPlainTextEdit* text() const { return m_edit; }

private:
    QPlainTextEdit* m_edit;
    int m_limit;
};

/// A date in every spelling that readDate() knows; shown as 2018-11-02 once it is read.
class DateField : public TextField {
    Q_OBJECT
public:
    explicit DateField(const QString& label, QWidget* parent = nullptr);
    [[nodiscard]] QString value() const override;
    [[nodiscard]] QString fault() const override;
    [[nodiscard]] std::optional<CivilDate> date() const;
    void setRange(std::optional<CivilDate> earliest, std::optional<CivilDate> latest);

private:
    std::optional<CivilDate> m_earliest;
    std::optional<CivilDate> m_latest;
};

/// A number between two limits, in half or full width; shown with its decimals once it is left.
class NumberField : public TextField {
    Q_OBJECT
public:
    /// `decimals` 0 to 3.
    NumberField(const QString& label, double least, double most, int decimals, QWidget* parent = nullptr);
    /// As `number` reads it: "-1.5"; what is no number, as typed.
    [[nodiscard]] QString value() const override;
    [[nodiscard]] QString fault() const override;
    [[nodiscard]] std::optional<double> number() const;
    void setNumber(double number);

private:
    double m_least;
    double m_most;
    int m_decimals;
};

/// A number with a rule of its own, checked as typed. A scanner's prefix is stripped
/// here.
class IdentifierField : public TextField {
    Q_OBJECT
public:
    using Today = std::function<CivilDate()>;
    IdentifierField(const QString& label, std::vector<IdentifierKind> kinds, Today today, QWidget* parent = nullptr);
    [[nodiscard]] QString value() const override;
    void setValue(const QString& value) override;
    [[nodiscard]] QString fault() const override;
    /// The kind for which the value is valid; empty if for none.
    [[nodiscard]] std::optional<IdentifierKind> kind() const;
    /// "Compared with the licence": a failing check character no longer keeps the value from standing.
    void setKeptDespiteCheck(bool kept);
    /// The check is all that is wrong with it: the original may show just this.
    [[nodiscard]] bool mayBeKept() const;

private:
    [[nodiscard]] Identification identification() const;
    void showCheck();

    std::vector<IdentifierKind> m_kinds;
    Today m_today;
    bool m_kept = false;
};

/// A number that may be kept although its check fails (domain.md 4): then two more lines appear, a tick that the
/// licence shows just this code, and why it is kept. Another text takes the tick away.
class ComparedCodeField : public IdentifierField {
    Q_OBJECT
public:
    ComparedCodeField(const QString& label, std::vector<IdentifierKind> kinds, Today today, QWidget* parent = nullptr);
    /// Why it is kept; empty unless it was compared.
    [[nodiscard]] QString reason() const;
    void setReason(const QString& reason);
    [[nodiscard]] TextField* note() const { return m_note; }

private:
    void offerComparison();

    QCheckBox* m_compared;
    TextField* m_note;
    QString m_comparedText; ///< what the tick was set for
};

/// One of a list; its key is what is kept. Typing letters finds, the arrow keys choose without opening.
class ChoiceField : public Field {
    Q_OBJECT
public:
    struct Choice {
        QString key;
        QString words;
    };
    ChoiceField(const QString& label, std::vector<Choice> choices, QWidget* parent = nullptr);
    /// Others to choose from; the value stays where it is still among them.
    void setChoices(const std::vector<Choice>& choices);
    /// What choosing nothing means: "as the system has it".
    void setNothingWords(const QString& words);
    [[nodiscard]] QString value() const override;
    void setValue(const QString& value) override;
    void setGiven(bool given) override;

private:
    QComboBox* m_box;
};

} // namespace yichuang::ui
