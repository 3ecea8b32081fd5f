// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>
#include <yichuang/workflows/views.h>

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace yichuang {

class Workplace;
struct NumberOfApplicant;

/// An item as the finder shows it.
struct FoundItem {
    std::shared_ptr<const Item> item;
    bool mayTakeIn = true;
    bool mayAccept = true; ///< else the receipt only
    QString whyNot; ///< RefusalCode text: "no_mandate", "item_not_in_force" …
    std::optional<CivilDate> dueIfAcceptedToday;
    bool provisional = false;
};

/// Fault at a field: path as in the form ("form.area", "applicant.id_number", "agent.phone", "form.owners.2.share").
struct FieldFault {
    QString path;
    QString code; ///< form code ("identifier" with kind and reason, "missing", "too_long" …), "undrawable"
    QMap<QString, QString> arguments;
};

/// How an intake may end.
enum class Conclusion { ReceiptOnly, Accept, DecideOnSpot, AcceptTolerant, RequestCorrection, ProposeNonAcceptance };
struct ConclusionOffer {
    Conclusion conclusion = Conclusion::Accept;
    std::optional<Refusal> refusal; ///< disabled and why
    bool blockedByFaults = false; ///< fields first
};

enum class KnownFrom { Here, Centre };
/// A person known from the cases that this workstation holds, or from the whole hall's by the centre.
struct KnownApplicant {
    Applicant applicant;
    QDateTime lastSeen;
    KnownFrom from = KnownFrom::Here;
};

struct Concluded {
    StreamId stream;
    QString caseNo;
    QList<DuePaper> papers; ///< to be printed now
    ActId act {}; ///< durable when this is told
};

/// One intake on one page: item → applicant → form → checklist → conclusion. GUI thread. The draft saves itself as
/// typed (at most a second behind); nothing typed is lost by lock, crash or leaving.
class Intake : public QObject {
    Q_OBJECT
public:
    ~Intake() override;

    [[nodiscard]] QString draftId() const;
    [[nodiscard]] const Item& item() const;
    [[nodiscard]] const Form& form() const;

    [[nodiscard]] const Applicant& applicant() const;
    void setApplicant(const Applicant& applicant);
    [[nodiscard]] const FormValues& values() const;
    void setValues(const FormValues& values);
    [[nodiscard]] const QList<MaterialRow>& materials() const;
    void setMaterial(int seq, MaterialState state, const QString& note);
    void setInScope(bool inScope);
    void setPledgeSigned(bool pledgeSigned);
    void setPromiseSigned(bool promiseSigned);
    void setBadCredit(bool badCredit);
    void setSimulated(bool simulated);

    /// Faults of what was typed so far; `complete` also lists what is still missing.
    [[nodiscard]] QList<FieldFault> faults(bool complete) const;
    [[nodiscard]] int missingMaterials() const;
    [[nodiscard]] int undecidedMaterials() const;
    /// The list of the one-time notice, made from the failed rows.
    [[nodiscard]] QStringList correctionNotice() const;
    [[nodiscard]] std::optional<CivilDate> correctionPeriodEnd() const;
    [[nodiscard]] std::optional<CivilDate> dueIfAcceptedToday() const;
    [[nodiscard]] QList<ConclusionOffer> offers() const;
    [[nodiscard]] QDateTime savedAt() const;

    /// By initials, name or identity number, from the cases held here. For a full number that nobody here bears the
    /// centre is asked, while it answers: once for each number of this intake, for it writes down who asked and why.
    /// Answers after two seconds at the latest; a centre that is slow or away is no error.
    [[nodiscard]] QFuture<Result<QList<KnownApplicant>>> known(const QString& typed);

    /// Receives and concludes in one act; the number is taken in the same transaction. A second call while the first
    /// runs returns the first's future. Errors: "law.refused" (refusal, argument `code`), "lease.empty", "lease.year",
    /// "storage.…", "session.locked", "clock.unconfirmed".
    /// `ground` for ProposeNonAcceptance; `reason` is free text.
    [[nodiscard]] QFuture<Result<Concluded>> conclude(
        Conclusion conclusion, const QString& ground, const QString& reason);
    /// Sets the draft aside (Esc); it waits for its author.
    [[nodiscard]] QFuture<Result<void>> setAside();
    [[nodiscard]] QFuture<Result<void>> discard();

Q_SIGNALS:
    void changed();
    void saved(const QDateTime& when);
    /// The draft could not be written (full disk …). It is tried again by itself; nothing typed is lost meanwhile.
    void saveFailed(const yichuang::Error& error);

private:
    friend class IntakeDesk;
    class Private;
    [[nodiscard]] bool applicantKnown() const;
    [[nodiscard]] QFuture<Result<std::optional<KnownApplicant>>> askCentre(const NumberOfApplicant& number);
    explicit Intake(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

struct DraftRow {
    QString id;
    QString itemTitle;
    QString itemTitleEn;
    QString applicant;
    QDateTime savedAt;
};

/// Finds items and opens intakes.
class IntakeDesk : public QObject {
    Q_OBJECT
public:
    explicit IntakeDesk(Workplace& workplace);

    /// Name, code, pinyin initials; "" lists those taken most often at this window. From memory: at once.
    [[nodiscard]] QList<FoundItem> find(const QString& typed) const;
    [[nodiscard]] std::unique_ptr<Intake> begin(const ItemId& item);
    [[nodiscard]] QFuture<Result<QList<DraftRow>>> drafts() const;
    [[nodiscard]] QFuture<Result<std::shared_ptr<Intake>>> resume(const QString& draftId);

private:
    Workplace& m_workplace;
};

} // namespace yichuang
