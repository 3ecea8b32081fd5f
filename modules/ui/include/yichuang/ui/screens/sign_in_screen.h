// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>
#include <yichuang/workflows/session.h>

#include <QWidget>

class QListWidget;
class QTreeWidget;
class QVBoxLayout;

class QPushButton;

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class Card;
class Field;
class TextField;
class Words;

/// Name (the last five people offered), password, Enter. A new machine is enrolled here first. A demonstration profile
/// shows its names and passwords.
class SignInScreen : public QWidget {
    Q_OBJECT
public:
    SignInScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent = nullptr);

    /// Asks what the file holds and shows the right questions.
    void start();
    /// Somebody is to go on where he was: his name stands there already.
    void lockedFor(const QString& name);
    [[nodiscard]] TextField* name() const { return m_name; }
    [[nodiscard]] TextField* password() const { return m_password; }
    void submit();

protected:
    bool eventFilter(QObject* receiver, QEvent* event) override;

private:
    void show(const StartReport& report);
    /// Enter: takes the person on whom the list stands, or goes on.
    void enter();
    void signIn();
    void enrol();
    /// Asks for the hall's recovery key in place of name and password, or no longer.
    void askForRecoveryKey(bool ask);
    void recover();
    void showDemonstration(const QList<DemonstrationPerson>& people);
    void become(const DemonstrationPerson& person);

    Workplace& m_workplace;
    Card* m_card;
    Words* m_hall;
    Words* m_note;
    QWidget* m_signIn;
    QWidget* m_enrol;
    TextField* m_name;
    TextField* m_password;
    TextField* m_url;
    TextField* m_code;
    QWidget* m_recovery;
    TextField* m_recoveryKey;
    QWidget* m_recoverOffer;
    Words* m_error;
    Words* m_people;
    QListWidget* m_last;
    Card* m_demonstration;
    QTreeWidget* m_demonstrationPeople;
    QPushButton* m_go;
    QPushButton* m_confirmDate;
    StartReport m_report;
    bool m_started = false; ///< the file has answered
    bool m_busy = false;
};

} // namespace yichuang::ui
