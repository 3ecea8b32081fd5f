// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>

#include <QPointer>
#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace yichuang::ui {

class ChoiceField;
class Field;
class IdentifierField;
class LongTextField;
class TextField;
class Words;

/// Asks in place for what a grave step needs: a ground, days, a kind, a reason. No dialog: it opens on the page;
/// Ctrl+Enter goes on, Esc sets it aside with what was typed.
class ReasonPanel : public QWidget {
    Q_OBJECT
public:
    struct Ground {
        QString key;
        QString words;
    };
    struct Question {
        QString title;
        QString go; ///< verb of the button
        QString groundLabel; ///< empty: no list is shown
        std::vector<Ground> grounds;
        QString ground; ///< that stands there already; empty: none, unless there is but one
        QString numberLabel; ///< empty: no number is asked for
        int number = 0;
        QString lineLabel; ///< empty: no single line is asked for
        QString line;
        QString other; ///< the one ground with which the line names somebody else, who shows an identity document
        QString otherLabel; ///< of that document's number
        CivilDate today {}; ///< that number is judged as of
        QString reasonLabel; ///< empty: no text is asked for
        QString reason;
        bool reasonRequired = true;
        QString reasonRequiredFor; ///< the one ground that can't do without a reason where the others can
    };
    struct Answer {
        QString ground;
        int number = 0;
        QString line;
        QString otherNumber; ///< normalised; empty with the grounds that ask for none
        QString reason;
    };
    using Then = std::function<void(const Answer&)>;

    explicit ReasonPanel(QWidget* parent = nullptr);
    void ask(const Question& question, Then then);
    /// It went through.
    void close();
    /// What was set aside with Esc belongs to another case.
    void forget();
    /// Why it did not go through; the panel stays open.
    void setError(const QString& sentence);
    [[nodiscard]] bool isOpen() const;
    /// The answer, as by its button: asks for what still lacks, or goes on.
    Q_INVOKABLE void submit();
    /// As by Esc: what was typed is kept for the next time that this is asked.
    Q_INVOKABLE void setAside();

Q_SIGNALS:
    void opened();
    void closed();

private:
    [[nodiscard]] Answer answer() const;
    void restore(const Answer& typed);
    [[nodiscard]] bool namesOther() const;
    void groundChosen();
    Words* m_title;
    ChoiceField* m_ground = nullptr;
    TextField* m_number = nullptr;
    TextField* m_line = nullptr;
    IdentifierField* m_otherNumber = nullptr;
    LongTextField* m_reason = nullptr;
    QVBoxLayout* m_fields;
    QPushButton* m_go;
    QPushButton* m_cancel;
    Words* m_error;
    Question m_question;
    Then m_then;
    bool m_sent = false; ///< answered, and not heard of since: a second press is the same one
    std::map<QString, Answer> m_kept; ///< set aside with Esc, by title
    QPointer<QWidget> m_before;
};

} // namespace yichuang::ui
