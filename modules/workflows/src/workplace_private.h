// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "act_request.h"
#include "case_views.h"
#include "door_pass.h"

#include <yichuang/domain/calendar.h>
#include <yichuang/domain/identifiers.h>
#include <yichuang/storage/storage_thread.h>
#include <yichuang/vault/crypto.h>
#include <yichuang/workflows/workplace.h>

#include <QJsonObject>
#include <QNetworkAccessManager>

#include <functional>
#include <map>
#include <memory>
#include <tuple>

namespace yichuang {

class SyncEngine;
class CentreClient;

/// The signed-in person's pen: her key on this workstation, in clear only while she is signed in.
struct Pen {
    PersonId person;
    KeyId key;
    Secret signingKey;
};

/// A full number that names an applicant, normalised.
struct NumberOfApplicant {
    IdentifierKind kind = IdentifierKind::ResidentId;
    std::string number;
};

template <typename T> QFuture<Result<T>> readyFuture(Result<T> result) {
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

class Workplace::Private {
public:
    Private(
        Workplace& owner, const WorkplaceSettings& settings, const Clock& clock, std::unique_ptr<Keychain> keychain);
    ~Private();

    Workplace& workplace;
    WorkplaceSettings settings;
    const Clock& clock;
    std::unique_ptr<Keychain> keychain;
    QNetworkAccessManager network;
    std::unique_ptr<StorageThread> storage;
    std::unique_ptr<CentreClient> centre;
    std::unique_ptr<SyncEngine> syncEngine;
    ClockWatch watch;
    ClockRecord clockRecord;
    bool clockQuestioned = false; ///< the clerk has to confirm the date first
    bool clockFlagged = false; ///< she did: the next acts say so
    std::optional<Enrolment> enrolment;
    std::vector<KnownPerson> known; ///< who signed in here, the last one first
    bool keychainAnswers = false;
    std::shared_ptr<const Registry> registry;
    std::shared_ptr<const Pen> pen; ///< empty while locked
    std::unique_ptr<DoorPass> pass;

    std::unique_ptr<Session> session;
    std::unique_ptr<IntakeDesk> intakes;
    std::unique_ptr<Casework> casework;
    std::unique_ptr<PapersDesk> papers;
    std::unique_ptr<SyncDesk> sync;
    std::unique_ptr<Machine> machine;
    /// Where the file stood when whoever is signed in was last here; what stands behind it happened without her.
    QFuture<Result<std::int64_t>> awaySince;

    /// Commands that run now: the same given twice acts once.
    std::map<std::tuple<std::string, Event, CommandAct>, QFuture<Result<Performed>>> running;

    [[nodiscard]] Instant correctedNow() const;
    [[nodiscard]] CivilDate today() const;
    [[nodiscard]] Onlooker onlooker() const;
    [[nodiscard]] PersonId person() const;
    [[nodiscard]] std::vector<std::string> departments() const;
    [[nodiscard]] QString freshId();
    /// The one that the program was started with, else the one that the workstation was enrolled at.
    [[nodiscard]] QString centreUrl() const;
    /// Enrolled, but the data key was kept nowhere and nobody had signed in: the file holds nobody's work and can't be
    /// opened.
    [[nodiscard]] bool keyLost() const;

    /// Decides, signs and writes one act. Errors as Intake::conclude.
    [[nodiscard]] QFuture<Result<PerformedAct>> write(ActRequest request);

    /// A valid number of this hall and year that is never given out: for asking the law before a number is taken.
    [[nodiscard]] std::string specimenNumber() const;
    /// What the last entry of these commands would set, if the law takes them today.
    [[nodiscard]] std::optional<CivilDate> entrySetBy(const std::vector<Command>& commands,
        const std::function<std::optional<CivilDate>(const Entry&)>& reading) const;
    [[nodiscard]] std::optional<CivilDate> dueIfAcceptedToday(
        const std::shared_ptr<const Item>& item, bool* provisional = nullptr) const;

    [[nodiscard]] QFuture<Result<void>> saveDraft(
        const QString& id, const PersonId& author, const QJsonObject& content);
    [[nodiscard]] QFuture<Result<void>> dropDraft(const QString& id);
    [[nodiscard]] QFuture<Result<QList<DraftRow>>> drafts();
    [[nodiscard]] QFuture<Result<QJsonObject>> draft(const QString& id);
    [[nodiscard]] QFuture<Result<QList<KnownApplicant>>> knownApplicants(const QString& typed);
    /// Whom the whole hall knows by that number; empty if nobody. Errors where the centre was not asked or did not
    /// answer in time: of no consequence to anybody.
    [[nodiscard]] QFuture<Result<std::optional<KnownApplicant>>> knownAtCentre(
        const NumberOfApplicant& number, const QString& purpose);
    [[nodiscard]] QList<FoundItem> findItems(const QString& typed) const;

    /// Opens the file, asks the keychain for the data key, reads what the file holds. Answers whether a keychain
    /// answers.
    [[nodiscard]] QFuture<Result<bool>> openFile();
    /// Enrolment, people, clock and credential as the file has them; starts sync once the file is unlocked.
    [[nodiscard]] QFuture<Result<void>> readFile();
    /// Puts the data key into the keychain, where one answers.
    [[nodiscard]] QFuture<Result<void>> keepDataKey();
    /// What follows once the file has been opened otherwise than by the keychain.
    [[nodiscard]] QFuture<Result<void>> keepKeyAndReadFile();
    /// At sign-in and unlock: sets aside what waits and is not what was signed here (acts.md "At the workstation").
    /// Answers how many acts that are.
    [[nodiscard]] QFuture<Result<int>> checkOutbox();
    void personSignedIn();
    /// Notes how much of the file the signed-in person has had before her.
    void noteSeen();
    /// `awaySince` from what was noted; a person who is new here has missed nothing.
    void readSeen();
    void startSync();
    void readSyncStatus();
};

} // namespace yichuang
