// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/workflows/views.h>

#include <QFuture>
#include <QObject>

namespace yichuang {

class Workplace;

/// What a person decides to do with a case. Facts that a screen recorded, and the free text beside them.
struct CaseCommand {
    StreamId stream;
    Event event = Event::Accept;
    CommandAct act = CommandAct::Do;
    CommandFacts facts;
    QMap<QString, QString> particulars; ///< "reason", "opinion", "note", "collector" …
};
struct Performed {
    StreamId stream;
    ActId act {}; ///< durable when this is told
    Stage stage = Stage::Draft;
    QList<DuePaper> papers;
    bool paperWaitsForCentre = false; ///< a grant or refusal signed offline
};

/// Lists, case pages and everything done with a case after intake. GUI thread; answers by futures.
class Casework : public QObject {
    Q_OBJECT
public:
    explicit Casework(Workplace& workplace);

    /// `limit`: 1 to 1000.
    [[nodiscard]] QFuture<Result<CasePage>> page(CaseList list, const QString& after = {}, int limit = 100) const;
    /// The list from its top, as many rows as asked for; read in pieces, so that nobody waits long behind it.
    [[nodiscard]] QFuture<Result<CasePage>> first(CaseList list, int rows) const;
    [[nodiscard]] QFuture<Result<Counts>> counts() const;
    /// What others did, since she was last at this counter, with the cases that she took in, reviewed or decided; the
    /// last first. Printings and the like are not among them.
    [[nodiscard]] QFuture<Result<QList<AwayLine>>> whileAway() const;
    /// Name, initials, syllables, number or phone endings, item. Newest first.
    [[nodiscard]] QFuture<Result<CasePage>> search(const QString& typed, int limit = 50) const;
    [[nodiscard]] QFuture<Result<StreamId>> findByNumber(const QString& caseNo) const;
    [[nodiscard]] QFuture<Result<CaseView>> open(const StreamId& stream) const;

    /// Decides, signs and writes. Errors: "law.refused" (argument `code` and the refusal's own), "session.locked",
    /// "clock.unconfirmed", "storage.…". The same command given twice while the first runs acts once.
    [[nodiscard]] QFuture<Result<Performed>> perform(const CaseCommand& command);
    /// Staff who may be assigned as reviewers.
    [[nodiscard]] QList<QPair<PersonId, QString>> reviewersFor(const Item& item) const;
    /// Who else may approve an amendment of who the applicant is.
    [[nodiscard]] QList<QPair<PersonId, QString>> approversFor(const Item& item) const;
    /// One field in clear for 30 s; the reason is an entry.
    [[nodiscard]] QFuture<Result<QString>> unmask(const StreamId& stream, const QString& field, const QString& reason);
    /// Why whoever is signed in may not take this case out of the hall; empty if she may, with a supervisor's
    /// agreement.
    [[nodiscard]] std::optional<Refusal> exportRefused(const CaseView& view) const;
    /// Who may agree to it.
    [[nodiscard]] QList<QPair<PersonId, QString>> approversOfExport() const;
    /// The case as the bytes of a file, see exported_case.h; an entry tells who took it out, why, and who agreed.
    [[nodiscard]] QFuture<Result<QByteArray>> exportCase(
        const StreamId& stream, const PersonId& agreedBy, const QString& reason);

Q_SIGNALS:
    void caseChanged(const yichuang::StreamId& stream);
    void listsChanged();

private:
    friend class Workplace;
    [[nodiscard]] QFuture<Result<CasePage>> goOn(CaseList list, CasePage sofar, int rows) const;

    Workplace& m_workplace;
};

} // namespace yichuang
