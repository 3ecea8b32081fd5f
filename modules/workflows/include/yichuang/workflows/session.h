// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/people.h>
#include <yichuang/domain/result.h>

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <set>

namespace yichuang {

class Workplace;
struct SignInAnswer;
enum class PasswordCost;

/// What the sign-in screen finds at the start.
enum class StartState {
    NeedsEnrolment, ///< a new machine: ask for the centre's address and the one-use code
    NeedsSignIn, ///< the normal start
    NeedsFirstSignIn ///< no keychain answers: nothing goes up until somebody signs in; says so
};
struct LastPerson {
    PersonId id;
    QString name;
    bool offlinePossible = false;
    QDateTime offlineUntil;
};
/// One of the invented people of a demonstration hall.
struct DemonstrationPerson {
    QString name;
    QString department;
    QString departmentEn;
    std::set<Role> roles;
    QString password;
};
struct StartReport {
    StartState state = StartState::NeedsSignIn;
    bool keychain = false;
    bool keyLost
        = false; ///< enrolled before, but the key was kept nowhere and nobody had signed in: to be enrolled anew
    bool clockMoved = false; ///< ask the clerk to confirm the date
    QString windowName;
    QString hallName;
    QList<LastPerson> people; ///< the last five
    QString centreUrl; ///< the address and the code that a new machine was started with, if any
    QString enrolCode;
    QList<DemonstrationPerson> demonstration; ///< who may sign in at a demonstration profile; empty otherwise
};
struct SignedIn {
    PersonId id;
    QString name;
    QString department;
    std::set<Role> roles;
    WindowId window;
    QString windowName;
    bool offline = false;
    QDateTime offlineUntil;
};

/// Sign-in, lock and enrolment. Lives on the GUI thread; everything that takes time answers by a future.
/// Error codes: "sign_in.wrong", "sign_in.locked" (until), "sign_in.disabled", "sign_in.offline_unknown" (never signed
/// in here), "sign_in.offline_expired", "enrol.code", "rest.…", "storage.…", "vault.…".
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(Workplace& workplace);

    [[nodiscard]] QFuture<Result<StartReport>> start();
    [[nodiscard]] QFuture<Result<void>> enrol(const QString& centreUrl, const QString& code);
    /// A workstation whose chain the centre disputes, with a fresh code of its window: see SyncDesk::enrolAnew.
    [[nodiscard]] QFuture<Result<void>> enrolAnew(const QString& code);
    /// Opens the file by the hall's recovery key, whose private half the administrator keeps on paper: for a machine
    /// whose keychain is gone and whose people forgot their passwords. What waits goes up, and whoever signs in then
    /// has a slot of her own again. Errors: "vault.recovery_form", "recovery.wrong" (another hall's key),
    /// "recovery.not_needed".
    [[nodiscard]] QFuture<Result<void>> recover(const QString& privateKeyHex);
    /// By name or id. Tries the centre, and where it does not answer the slot of this workstation.
    [[nodiscard]] QFuture<Result<SignedIn>> signIn(const QString& person, const QString& password);
    /// The clerk has looked at the date and says that it is right.
    void confirmDate();
    /// Drops the person's key and her tokens, not the data key: sync goes on.
    void lock();

    [[nodiscard]] const std::optional<SignedIn>& current() const { return m_current; }

Q_SIGNALS:
    void signedIn(const yichuang::SignedIn& person);
    void locked();

private:
    [[nodiscard]] QFuture<Result<void>> join(const QString& url, const QString& code, const WindowId& only);
    [[nodiscard]] QFuture<Result<SignedIn>> signInOnline(
        const SignInAnswer& answer, const std::string& password, PasswordCost cost);
    [[nodiscard]] QFuture<Result<void>> waitForPerson(const PersonId& id);
    [[nodiscard]] Result<SignedIn> become(const PersonId& id, bool offline, std::int64_t offlineUntil);

    Workplace& m_workplace;
    std::optional<SignedIn> m_current;
};

} // namespace yichuang
