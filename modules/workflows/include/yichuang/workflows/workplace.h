// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/clock.h>
#include <yichuang/domain/registry.h>
#include <yichuang/workflows/casework.h>
#include <yichuang/workflows/intake.h>
#include <yichuang/workflows/machine.h>
#include <yichuang/workflows/papers_desk.h>
#include <yichuang/workflows/session.h>
#include <yichuang/workflows/sync_desk.h>

#include <QObject>
#include <QString>

#include <memory>

namespace yichuang {

/// How a workstation is started.
struct WorkplaceSettings {
    QString profile; ///< folder of the sealed file; made if missing (0700)
    QString centreUrl; ///< empty until enrolled
    QString enrolCode; ///< stands on a new machine's first screen already
    bool allowPlainHttp = false; ///< beyond loopback
    QString demonstrationFile; ///< staff list of a demonstration profile: names and passwords on the sign-in screen
    bool quickPasswords = false; ///< tests only: cheap Argon2id
};

class Keychain;

/// All that a person does at one workstation: the only thing that screens call. Owns storage, sync and the signed-in
/// person's key. Lives on the GUI thread.
class Workplace : public QObject {
    Q_OBJECT
public:
    Workplace(const WorkplaceSettings& settings, const Clock& clock, std::unique_ptr<Keychain> keychain);
    ~Workplace() override;

    [[nodiscard]] Session& session();
    [[nodiscard]] IntakeDesk& intakes();
    [[nodiscard]] Casework& casework();
    [[nodiscard]] PapersDesk& papers();
    [[nodiscard]] SyncDesk& sync();
    [[nodiscard]] Machine& machine();

    [[nodiscard]] const Clock& clock() const;
    /// Corrected time and its legal date.
    [[nodiscard]] Instant correctedNow() const;
    [[nodiscard]] CivilDate today() const;
    [[nodiscard]] std::shared_ptr<const Registry> registry() const;
    /// Folder of this machine's file.
    [[nodiscard]] QString profile() const;

Q_SIGNALS:
    /// People, windows, items or calendars came in.
    void hallChanged();

private:
    friend class Session;
    friend class IntakeDesk;
    friend class Intake;
    friend class Casework;
    friend class PapersDesk;
    friend class SyncDesk;
    friend class Machine;
    class Private;
    struct FileReading;
    /// Storage thread.
    [[nodiscard]] static Result<FileReading> read(class WorkstationStore& store);
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
