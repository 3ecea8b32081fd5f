// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/case_state.h>
#include <yichuang/domain/entry.h>
#include <yichuang/domain/item.h>
#include <yichuang/domain/law.h>

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>
#include <optional>

namespace yichuang {

/// 窗口已收 / 中心已知: two marks, never one (design.md "Waiting is visible").
struct Marks {
    bool takenInHere = true;
    bool knownAtCentre = false;
    bool refused = false; ///< an act on it was refused by the centre: the stream is set aside
    bool likelyRefused = false; ///< waiting acts no longer hold on what has arrived
};

/// One row of any list of cases. Dates are as of the day the page was asked for.
struct CaseRow {
    StreamId stream;
    QString caseNo; ///< 14 digits
    QString applicant; ///< name in full; lists inside the hall may show it
    QString itemTitle;
    QString itemTitleEn;
    QString department;
    QString departmentEn;
    CaseType caseType = CaseType::Immediate;
    Stage stage = Stage::Received;
    CaseState state;
    Dues dues;
    int limitDays = 0; ///< counted days of the effective limit (with extension)
    int daysUsed = 0; ///< of these, today included
    Marks marks;
    bool irregular = false;
    bool requested = false; ///< an approval is being waited for
};

/// Where a list stands in the window (Alt+1…4) and how it is narrowed.
enum class CaseList { Mine, Department, Stopped, PendingDecision, ToHandOver, Done };

struct CasePage {
    QList<CaseRow> rows;
    QString next; ///< opaque; empty at the end
    int total = 0;
};

struct Counts {
    int mine = 0;
    int department = 0;
    int stopped = 0;
    int pendingDecision = 0;
    int toHandOver = 0;
    int done = 0;
    int drafts = 0;
    int refused = 0;
};

/// Persons that a case names. `idKind` as in identifiers.csv ("resident_id" …; "" while none is chosen).
struct Party {
    QString name;
    QString idKind;
    QString idNumber; ///< normalised
    QString phone;
    QString address;
    friend bool operator==(const Party&, const Party&) = default;
};
/// Who answers for an applicant under age (监护人, his 法定代理人: 民法典 23, 27).
struct Guardian {
    Party self;
    QString relation; ///< "parent", "grandparent", "sibling", "other"; "" while none is chosen
    friend bool operator==(const Guardian&, const Guardian&) = default;
};
enum class ApplicantKind { Person, Organisation };
struct Applicant {
    ApplicantKind kind = ApplicantKind::Person;
    Party self;
    QString legalRepresentative; ///< organisations
    std::optional<Party> agent;
    std::optional<Guardian> guardian {};
    bool identityChecked = false;
    QString checkNote; ///< C05: a code kept after comparison with the licence, and why
    friend bool operator==(const Applicant&, const Applicant&) = default;
};

/// The state of one row of the checklist.
enum class MaterialState { Undecided, Here, Missing, Tolerated, Shared, Pledged, NotApplicable };
struct MaterialRow {
    Material material;
    MaterialState state = MaterialState::Undecided;
    QString note; ///< what exactly is wrong or missing; goes into the notice
};

struct TimelineEntry {
    EntryId id;
    Entry entry;
    QDateTime when; ///< corrected time, local to the hall
    QString personName; ///< empty: the centre itself
    QMap<QString, QString> particulars; ///< "reason", "opinion", "note" …
    bool atCentre = false;
    bool refused = false;
    QString refusalReason;
};

/// What somebody else did with a case of one's own while one was away.
struct AwayLine {
    StreamId stream;
    QString caseNo;
    QString applicant;
    QString itemTitle;
    QString itemTitleEn;
    TimelineEntry entry;
};

struct PrintedPaper {
    QString paper; ///< text of printing's PaperKind
    EntryId source; ///< the entry that called for it
    QString documentNumber;
    int ordinal = 0;
    int copies = 0;
    int prints = 0; ///< 1 = once; more = 补打 prints - 1
    QDateTime last;
};

/// A paper that a step calls for and that was not printed yet, with why it must wait if it must.
struct DuePaper {
    QString paper;
    EntryId source;
    int ordinal = 0; ///< of the paper in the case
    bool mustWait = false; ///< signed offline: "waits for the centre"
};

/// Two papers that one entry calls for, or that were printed for it, and that are one document (domain/papers.h).
[[nodiscard]] bool sameDocument(const DuePaper& paper, const DuePaper& other);
[[nodiscard]] bool sameDocument(const PrintedPaper& printed, const DuePaper& due);

/// One thing on the action bar or in F4.
struct CaseAction {
    Event event = Event::Accept;
    CommandAct act = CommandAct::Do;
    std::optional<Refusal> refusal; ///< disabled, and why
};

/// A field of the item's form as it was filled in, in both languages where the form has them.
struct FormRow {
    QString title;
    QString titleEn;
    QString value;
    QString valueEn; ///< of a choice; empty: as `value`
};

/// A case as its page shows it.
struct CaseView {
    CaseRow row;
    CaseState state;
    std::shared_ptr<const Item> item;
    std::optional<Deadline> deadline;
    std::vector<Pause> pauses;
    Applicant applicant;
    QList<FormRow> formRows;
    QList<MaterialRow> materials;
    QList<TimelineEntry> timeline;
    QList<PrintedPaper> papers;
    QList<DuePaper> duePapers;
    QList<CaseAction> actions; ///< all 28, in the order of the law
    QString windowName;
    QString clerkName;
    QString reviewerName;
    QString opinion; ///< of the last review
};

/// Why an act of this workstation is shown to the clerk.
enum class RefusalKind {
    Refused, ///< by the centre; RefusalCode text or "follows_refused"
    BadAct, ///< it came to the centre damaged, or signed by another than it names
    NumberClash, ///< a new case whose number is used already: `SyncDesk::openAnew`
    ReceivedOnly, ///< the case was taken in as Received and no more: what the act decided beyond is not in force
    Damaged ///< found here at sign-in; `reason` is "damaged_" and what is wrong. "damaged_gap": `SyncDesk::openAnew`
};

/// A refused act: both sides and what may be done (screens/conflict.png).
struct RefusedAct {
    ActId act;
    RefusalKind kind = RefusalKind::Refused;
    bool mayOpenAnew = false; ///< see SyncDesk::openAnew
    bool endsItsChain = false; ///< nothing behind it is taken any more: only SyncDesk::enrolAnew begins another chain
    StreamId stream;
    QString caseNo;
    QString applicant;
    QString itemTitle;
    QString itemTitleEn;
    QString reason; ///< RefusalCode text, "follows_refused", "number_clash" …
    QMap<QString, QString> arguments;
    QList<TimelineEntry> mine;
    QList<TimelineEntry> theirs; ///< what the centre has that this act did not know
    Stage stageBase = Stage::Draft; ///< what the act was decided on
    Stage stageMine = Stage::Draft;
    Stage stageNow = Stage::Draft;
    QList<Material> lackingNow; ///< materials that the centre's state still waits for
    QStringList papersHandedOut;
    QList<CaseAction> lawfulNow;
};

enum class Connection {
    Never,
    Online,
    Offline,
    NotOurService, ///< a login page, a proxy
    OtherRelease, ///< a centre that is older or newer than this program
    WrongClock,
    WaitingForSignIn, ///< the file is locked
    Revoked,
    ChainDisputed ///< a restored image or a clone: to be enrolled anew
};
struct SyncStatus {
    Connection connection = Connection::Never;
    QString errorCode; ///< of the last try
    int waiting = 0; ///< acts of everybody at this workstation
    QDateTime waitingSince;
    QDateTime lastContact;
    QDateTime nextTry;
    int numbersLeft = 0;
    qint64 offsetMilliseconds = 0;
};

struct WaitingAct {
    ActId act;
    QString caseNo;
    QString applicant; ///< empty for another person's act
    QString what; ///< type of its first entry
    QString personName;
    QDateTime when;
    bool likelyRefused = false;
};

} // namespace yichuang
