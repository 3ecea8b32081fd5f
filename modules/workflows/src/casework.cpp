// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/casework.h>

#include "case_views.h"
#include "hats.h"
#include "workplace_private.h"

#include <yichuang/domain/approvers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/workflows/exported_case.h>

#include <algorithm>
#include <map>

namespace yichuang {
namespace {

constexpr int rowsOfAPiece = 500;

WorkList listOf(CaseList list) {
    switch (list) {
    case CaseList::Mine:
        return WorkList::Mine;
    case CaseList::Department:
        return WorkList::Department;
    case CaseList::Stopped:
        return WorkList::Stopped;
    case CaseList::PendingDecision:
        return WorkList::PendingDecision;
    case CaseList::ToHandOver:
        return WorkList::ToHandOver;
    case CaseList::Done:
        return WorkList::Done;
    }
    return WorkList::Department;
}

/// She had a hand in it before `act`.
bool isHers(const CaseFile& file, const PersonId& person, const ActId& act) {
    if (file.state.assignedReviewer == person)
        return true;
    for (const JournalEntry& line : file.entries) {
        if (line.id.act == act)
            return false;
        if (line.person == person && !standsAlone(line.entry.event))
            return true;
    }
    return false;
}

/// A case of which something arrived, read once for all of it.
struct ArrivedCase {
    CaseFile file;
    QList<TimelineEntry> timeline; ///< empty until somebody asks for it
    AwayLine about; ///< as the timeline
};

Result<void> tellOf(ArrivedCase& arrived, WorkstationStore& store) {
    if (!arrived.timeline.isEmpty())
        return {};
    const auto held = store.lists().row(arrived.file.stream);
    if (!held)
        return tl::unexpected<Error> {held.error()};
    const auto registry = store.registry();
    const auto item = registry->item(held->item, held->itemVersion);
    arrived.timeline = timelineOf(arrived.file, *registry);
    arrived.about = AwayLine {arrived.file.stream, toQString(held->caseNo), toQString(held->applicant),
        item ? toQString(item->title) : QString {}, item ? toQString(item->titleEn) : QString {}, {}};
    return {};
}

Result<QList<AwayLine>> awayLines(WorkstationStore& store, std::int64_t since, const PersonId& person) {
    constexpr int mostActs = 200;
    constexpr qsizetype mostLines = 40;
    const auto arrivals = store.journal().arrivals(since, person, mostActs);
    if (!arrivals)
        return tl::unexpected<Error> {arrivals.error()};
    std::map<StreamId, ArrivedCase> cases;
    QList<AwayLine> lines;
    for (const Arrival& arrival : *arrivals) {
        for (const StreamId& stream : arrival.streams) {
            auto known = cases.find(stream);
            if (known == cases.end()) {
                auto file = store.journal().file(stream);
                if (!file)
                    return tl::unexpected<Error> {file.error()};
                known = cases.emplace(stream, ArrivedCase {*std::move(file), {}, {}}).first;
            }
            ArrivedCase& arrived = known->second;
            if (!isHers(arrived.file, person, arrival.act))
                continue;
            if (auto told = tellOf(arrived, store); !told)
                return tl::unexpected<Error> {told.error()};
            for (auto line = arrived.timeline.rbegin(); line != arrived.timeline.rend(); ++line) {
                const bool aside = standsAlone(line->entry.event) && line->entry.event != Event::Noted;
                if (line->id.act != arrival.act || line->refused || aside)
                    continue;
                lines.push_back(arrived.about);
                lines.back().entry = *line;
                if (lines.size() == mostLines)
                    return lines;
            }
        }
    }
    return lines;
}

Particulars particularsOf(const QMap<QString, QString>& values) {
    Particulars particulars;
    for (auto value = values.begin(); value != values.end(); ++value)
        particulars.emplace(value.key().toStdString(), value.value().toStdString());
    return particulars;
}

} // namespace

Casework::Casework(Workplace& workplace)
    : m_workplace(workplace) { }

QFuture<Result<CasePage>> Casework::page(CaseList list, const QString& after, int limit) const {
    Workplace::Private& place = *m_workplace.m_d;
    ListQuery query;
    query.list = listOf(list);
    query.person = place.person();
    query.departments = place.departments();
    query.after = after.toStdString();
    query.limit = limit;
    return place.storage->run([query, today = place.today()](WorkstationStore& store) -> Result<CasePage> {
        auto found = store.lists().page(query);
        if (!found)
            return tl::unexpected<Error> {found.error()};
        const auto registry = store.registry();
        CasePage page;
        page.next = toQString(found->next);
        page.total = found->total;
        for (const HeldCase& held : found->rows)
            page.rows.push_back(rowOf(held, *registry, today));
        return page;
    });
}

QFuture<Result<CasePage>> Casework::first(CaseList list, int rows) const {
    return page(list, {}, std::min(rows, rowsOfAPiece))
        .then(&m_workplace,
            [this, list, rows](const Result<CasePage>& found) -> QFuture<Result<CasePage>> {
                return found ? goOn(list, *found, rows) : readyFuture<CasePage>(found);
            })
        .unwrap();
}

QFuture<Result<CasePage>> Casework::goOn(CaseList list, CasePage sofar, int rows) const {
    const int lacking = rows - static_cast<int>(sofar.rows.size());
    if (sofar.next.isEmpty() || lacking <= 0)
        return readyFuture<CasePage>(std::move(sofar));
    return page(list, sofar.next, std::min(lacking, rowsOfAPiece))
        .then(&m_workplace,
            [this, list, rows, sofar = std::move(sofar)](
                const Result<CasePage>& found) mutable -> QFuture<Result<CasePage>> {
                if (!found)
                    return readyFuture<CasePage>(found);
                sofar.rows += found->rows;
                sofar.next = found->next;
                return goOn(list, std::move(sofar), rows);
            })
        .unwrap();
}

QFuture<Result<Counts>> Casework::counts() const {
    Workplace::Private& place = *m_workplace.m_d;
    return place.storage->run(
        [person = place.person(), departments = place.departments()](WorkstationStore& store) -> Result<Counts> {
            auto found = store.lists().counts(person, departments);
            if (!found)
                return tl::unexpected<Error> {found.error()};
            return Counts {found->mine, found->department, found->stopped, found->pendingDecision, found->toHandOver,
                found->done, found->drafts, found->refused};
        });
}

QFuture<Result<QList<AwayLine>>> Casework::whileAway() const {
    Workplace::Private& place = *m_workplace.m_d;
    if (!place.pen)
        return readyFuture<QList<AwayLine>>(failure("session.locked"));
    return place.awaySince
        .then(&m_workplace,
            [this, person = place.person()](const Result<std::int64_t>& since) -> QFuture<Result<QList<AwayLine>>> {
                if (!since)
                    return readyFuture<QList<AwayLine>>(tl::unexpected<Error> {since.error()});
                return m_workplace.m_d->storage->run(
                    [since = *since, person](WorkstationStore& store) { return awayLines(store, since, person); });
            })
        .unwrap();
}

QFuture<Result<CasePage>> Casework::search(const QString& typed, int limit) const {
    Workplace::Private& place = *m_workplace.m_d;
    return place.storage->run(
        [typed = typed.toStdString(), limit, today = place.today()](WorkstationStore& store) -> Result<CasePage> {
            auto found = store.search().find(typed, limit);
            if (!found)
                return tl::unexpected<Error> {found.error()};
            const auto registry = store.registry();
            CasePage page;
            for (const HeldCase& held : *found)
                page.rows.push_back(rowOf(held, *registry, today));
            page.total = static_cast<int>(page.rows.size());
            return page;
        });
}

QFuture<Result<StreamId>> Casework::findByNumber(const QString& caseNo) const {
    return m_workplace.m_d->storage->run(
        [number = caseNo.toStdString()](WorkstationStore& store) { return store.journal().streamOfNumber(number); });
}

QFuture<Result<CaseView>> Casework::open(const StreamId& stream) const {
    Workplace::Private& place = *m_workplace.m_d;
    return place.storage->run([stream, onlooker = place.onlooker()](WorkstationStore& store) -> Result<CaseView> {
        auto file = store.journal().file(stream);
        if (!file)
            return tl::unexpected<Error> {file.error()};
        return viewOf(*file, *store.registry(), onlooker);
    });
}

QFuture<Result<Performed>> Casework::perform(const CaseCommand& command) {
    Workplace::Private& place = *m_workplace.m_d;
    const std::tuple key {command.stream.value(), command.event, command.act};
    if (const auto running = place.running.find(key); running != place.running.end())
        return running->second;

    ActRequest request;
    request.stream = command.stream;
    Command given;
    given.event = command.event;
    given.act = command.act;
    given.date = place.today();
    given.actor.id = place.person();
    given.facts = command.facts;
    request.commands.push_back(std::move(given));
    request.particulars.push_back(particularsOf(command.particulars));

    auto future = place.write(std::move(request))
                      .then(this, [this, key](const Result<PerformedAct>& written) -> Result<Performed> {
                          m_workplace.m_d->running.erase(key);
                          if (!written)
                              return tl::unexpected<Error> {written.error()};
                          Performed performed;
                          performed.stream = written->stream;
                          performed.act = written->act;
                          performed.stage = written->state.stage;
                          performed.papers = written->papers;
                          performed.paperWaitsForCentre = std::any_of(performed.papers.begin(), performed.papers.end(),
                              [](const DuePaper& paper) { return paper.mustWait; });
                          return performed;
                      });
    if (!future.isFinished())
        place.running.insert_or_assign(key, future);
    return future;
}

QList<QPair<PersonId, QString>> Casework::reviewersFor(const Item& item) const {
    QList<QPair<PersonId, QString>> reviewers;
    const auto registry = m_workplace.registry();
    for (const Person* person : registry->people()) {
        if (!person->disabled && person->roles.contains(Role::Reviewer) && person->department == item.department)
            reviewers.push_back({person->id, toQString(person->name)});
    }
    return reviewers;
}

QList<QPair<PersonId, QString>> Casework::approversFor(const Item& item) const {
    QList<QPair<PersonId, QString>> approvers;
    const auto registry = m_workplace.registry();
    for (const Person* person : approversOfAmendments(*registry, Registry::now, item, m_workplace.today())) {
        // Nobody approves what she writes herself.
        if (person->id != m_workplace.m_d->person())
            approvers.push_back({person->id, toQString(person->name)});
    }
    return approvers;
}

QList<QPair<PersonId, QString>> Casework::approversOfExport() const {
    QList<QPair<PersonId, QString>> approvers;
    const auto registry = m_workplace.registry();
    for (const Person* person : yichuang::approversOfExports(*registry, Registry::now)) {
        if (person->id != m_workplace.m_d->person())
            approvers.push_back({person->id, toQString(person->name)});
    }
    return approvers;
}

std::optional<Refusal> Casework::exportRefused(const CaseView& view) const {
    const auto registry = m_workplace.registry();
    Command command;
    command.event = Event::Unmasked;
    command.date = m_workplace.today();
    command.actor.id = m_workplace.m_d->person();
    command.facts.field = wholeCase;
    command.facts.reasonGiven = true;
    if (const auto approvers = approversOfExport(); !approvers.isEmpty())
        command.facts.approvedBy = approvers.front().first;
    const Decision decision = decideInAnyRole(*registry, registry->calendar(), view.state, command);
    return decision ? std::nullopt : std::optional {decision.error()};
}

QFuture<Result<QByteArray>> Casework::exportCase(
    const StreamId& stream, const PersonId& agreedBy, const QString& reason) {
    CaseCommand command;
    command.stream = stream;
    command.event = Event::Unmasked;
    command.facts.field = wholeCase;
    command.facts.approvedBy = agreedBy;
    command.facts.reasonGiven = !reason.trimmed().isEmpty();
    command.particulars.insert(QStringLiteral("reason"), reason);
    return perform(command)
        .then(this,
            [this, stream](const Result<Performed>& performed) -> QFuture<Result<CaseView>> {
                return performed ? open(stream) : readyFuture<CaseView>(tl::unexpected<Error> {performed.error()});
            })
        .unwrap()
        .then(this, [this, agreedBy, reason](const Result<CaseView>& view) -> Result<QByteArray> {
            if (!view)
                return tl::unexpected<Error> {view.error()};
            Workplace::Private& place = *m_workplace.m_d;
            const auto nameOf = [registry = m_workplace.registry()](const PersonId& id) {
                const Person* person = registry->person(id);
                return toQString(person ? person->name : id.value());
            };
            ExportedCase exported = exportOf(*view);
            exported.hallName = place.enrolment ? toQString(place.enrolment->hallName) : QString {};
            exported.exportedBy = nameOf(place.person());
            exported.agreedBy = nameOf(agreedBy);
            exported.reason = reason;
            exported.exportedAt = toHallTime(place.clock.now());
            return caseFileOf(exported);
        });
}

QFuture<Result<QString>> Casework::unmask(const StreamId& stream, const QString& field, const QString& reason) {
    CaseCommand command;
    command.stream = stream;
    command.event = Event::Unmasked;
    command.facts.field = field.toStdString();
    command.facts.reasonGiven = !reason.trimmed().isEmpty();
    command.particulars.insert(QStringLiteral("reason"), reason);
    return perform(command)
        .then(this,
            [this, stream, field](const Result<Performed>& performed) -> QFuture<Result<QString>> {
                if (!performed)
                    return readyFuture<QString>(tl::unexpected<Error> {performed.error()});
                return m_workplace.m_d->storage->run([stream, field](WorkstationStore& store) -> Result<QString> {
                    auto file = store.journal().file(stream);
                    if (!file)
                        return tl::unexpected<Error> {file.error()};
                    return clearTextOf(applicantOf(*file), field);
                });
            })
        .unwrap();
}

} // namespace yichuang
