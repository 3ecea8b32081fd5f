// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/sync_desk.h>

#include "case_views.h"
#include "hats.h"
#include "workplace_private.h"

#include <yichuang/domain/law.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/sync/sync_engine.h>

#include <algorithm>
#include <array>

namespace yichuang {
namespace {

/// What others did that the refused act did not know: all that stands behind its `base`.
QList<TimelineEntry> unknownTo(const CaseFile& file, const QList<TimelineEntry>& timeline, const ActId& act) {
    const auto judged = std::find_if(
        file.entries.begin(), file.entries.end(), [&act](const JournalEntry& line) { return line.id.act == act; });
    const std::optional<EntryId> base = judged == file.entries.end() ? std::nullopt : judged->head.base;
    QList<TimelineEntry> others;
    bool past = !base;
    for (std::size_t at = 0; at < file.entries.size(); ++at) {
        const JournalEntry& entry = file.entries[at];
        const TimelineEntry& line = timeline[static_cast<qsizetype>(at)];
        // Printings and the like decide nothing; a note may say why.
        const bool aside = standsAlone(line.entry.event) && line.entry.event != Event::Noted;
        // What was written here before it was known, whether or not the centre had told its place.
        const bool before
            = judged != file.entries.end() && entry.origin == judged->origin && entry.number < judged->number;
        if (past && line.id.act != act && line.atCentre && !aside && !before)
            others.push_back(line);
        if (base && line.id == *base)
            past = true;
    }
    return others;
}

/// The act opened a case that nobody knows: its number is used, or its chain has a gap in front of it.
bool mayOpenAnew(const ActVerdict& verdict) {
    return verdict.verdict == Verdict::NumberClash
        || (verdict.verdict == Verdict::BadAct && verdict.reason == std::string {DamagedAct::prefix} + "gap");
}

/// It can't be read any more, or stands behind one that can't.
bool endsItsChain(const ActVerdict& verdict) {
    constexpr std::array unreadable {"sealed", "form", "gap"};
    return verdict.verdict == Verdict::BadAct
        && std::any_of(unreadable.begin(), unreadable.end(),
            [&verdict](const char* what) { return verdict.reason == std::string {DamagedAct::prefix} + what; });
}

RefusalKind kindOf(const ActVerdict& verdict) {
    switch (verdict.verdict) {
    case Verdict::Admitted:
        return RefusalKind::ReceivedOnly;
    case Verdict::BadAct:
        return verdict.reason.starts_with(DamagedAct::prefix) ? RefusalKind::Damaged : RefusalKind::BadAct;
    case Verdict::NumberClash:
        return RefusalKind::NumberClash;
    case Verdict::Refused:
    case Verdict::NotTaken:
        return RefusalKind::Refused;
    }
    return RefusalKind::Refused;
}

/// What a case is opened anew from: the bytes of an act that opened it and will not stand.
struct Reopening {
    ActRequest request; ///< without date and person
    std::string replaces; ///< the number on the old receipt
};

Result<Reopening> reopeningOf(WorkstationStore& store, const ActId& id) {
    const auto refused = store.outbox().refused();
    if (!refused)
        return tl::unexpected<Error> {refused.error()};
    const auto row = std::find_if(
        refused->begin(), refused->end(), [&id](const RefusedRow& candidate) { return candidate.act == id; });
    const auto bytes = store.journal().bytesOf(id);
    if (!bytes)
        return tl::unexpected<Error> {bytes.error()};
    const auto act = parseAct(*bytes);
    if (row == refused->end() || !mayOpenAnew(row->verdict) || !act)
        return failure("sync.not_to_open_anew", {{"act", id.value()}});
    Reopening reopening;
    StreamId stream;
    for (std::size_t i = 0; i < act->facts.size(); ++i) {
        const auto* entry = std::get_if<Entry>(&act->facts[i]);
        if (!entry)
            continue;
        if (entry->event == Event::Receive && stream.empty()) {
            stream = act->head.entries[i].stream;
            reopening.replaces = entry->facts.caseNo;
        }
        if (stream.empty() || act->head.entries[i].stream != stream)
            continue;
        Particulars particulars;
        if (const auto& line = act->bytes.bodies[i].particulars) {
            auto read = parseParticulars(*line);
            if (!read)
                return tl::unexpected<Error> {read.error()};
            particulars = std::move(*read);
        }
        if (entry->event == Event::Receive)
            particulars["replaces"] = reopening.replaces;
        reopening.request.commands.push_back(commandOf(*entry, {}));
        reopening.request.particulars.push_back(std::move(particulars));
    }
    if (stream.empty())
        return failure("sync.not_to_open_anew", {{"act", id.value()}});
    reopening.request.takesNumber = true;
    return reopening;
}

Result<RefusedAct> sidesOf(WorkstationStore& store, const RefusedRow& row, const Onlooker& onlooker) {
    const auto registry = store.registry();
    RefusedAct refused;
    refused.act = row.act;
    refused.kind = kindOf(row.verdict);
    refused.endsItsChain = endsItsChain(row.verdict);
    refused.stream = row.stream;
    refused.caseNo = toQString(row.caseNo);
    refused.applicant = toQString(row.applicant);
    refused.reason = toQString(row.verdict.reason);
    for (const auto& [name, value] : row.verdict.arguments)
        refused.arguments.insert(toQString(name), toQString(value));
    auto file = store.journal().file(row.stream);
    if (!file)
        return tl::unexpected<Error> {file.error()};
    const auto timeline = timelineOf(*file, *registry);
    for (const TimelineEntry& line : timeline) {
        if (line.id.act == row.act)
            refused.mine.push_back(line);
        if (line.entry.event == Event::Printed && line.entry.facts.target && line.entry.facts.target->act == row.act)
            refused.papersHandedOut.push_back(toQString(line.entry.facts.paper));
    }
    refused.mayOpenAnew = mayOpenAnew(row.verdict)
        && std::any_of(refused.mine.begin(), refused.mine.end(),
            [](const TimelineEntry& line) { return line.entry.event == Event::Receive; });
    refused.theirs = unknownTo(*file, timeline, row.act);
    refused.stageNow = file->admitted.stage;
    CaseState mine;
    bool reached = false;
    for (const JournalEntry& line : file->entries) {
        if (!isInForce(line) && line.id.act != row.act)
            continue;
        const bool theirs = std::any_of(refused.theirs.begin(), refused.theirs.end(),
            [&line](const TimelineEntry& other) { return other.id == line.id; });
        if (line.id.act == row.act && !reached) {
            refused.stageBase = mine.stage;
            reached = true;
        }
        if (!theirs)
            mine = evolve(std::move(mine), line.entry);
        if (line.id.act == row.act)
            refused.stageMine = mine.stage;
    }
    if (const auto item = registry->item(row.item, row.itemVersion)) {
        refused.itemTitle = toQString(item->title);
        refused.itemTitleEn = toQString(item->titleEn);
        for (const Material& material : item->materials) {
            const std::vector<int>& open = file->admitted.openDefects;
            if (std::find(open.begin(), open.end(), material.seq) != open.end())
                refused.lackingNow.push_back(material);
        }
        for (const Possibility& possibility :
            possibilitiesOf(*registry, registry->calendar(), file->admitted, *item, onlooker.person, onlooker.today)) {
            if (!possibility.refusal)
                refused.lawfulNow.push_back(CaseAction {possibility.event, possibility.act, {}});
        }
    }
    return refused;
}

} // namespace

SyncDesk::SyncDesk(Workplace& workplace)
    : m_workplace(workplace) { }

void SyncDesk::tryNow() {
    if (m_workplace.m_d->syncEngine)
        m_workplace.m_d->syncEngine->tryNow();
}

QFuture<Result<QList<WaitingAct>>> SyncDesk::waiting() const {
    constexpr int shown = 500;
    Workplace::Private& place = *m_workplace.m_d;
    return place.storage->run([person = place.person()](WorkstationStore& store) -> Result<QList<WaitingAct>> {
        auto rows = store.outbox().rows(person, shown);
        if (!rows)
            return tl::unexpected<Error> {rows.error()};
        const auto registry = store.registry();
        QList<WaitingAct> waiting;
        for (const OutboxRow& row : *rows) {
            const Person* author = registry->person(row.person);
            waiting.push_back(WaitingAct {row.act, toQString(row.caseNo), toQString(row.applicant), toQString(row.type),
                author ? toQString(author->name) : toQString(row.person),
                toHallTime(fromMilliseconds(row.correctedTime)), row.likelyRefused});
        }
        return waiting;
    });
}

QFuture<Result<QList<RefusedAct>>> SyncDesk::refused() const {
    Workplace::Private& place = *m_workplace.m_d;
    return place.storage->run([onlooker = place.onlooker()](WorkstationStore& store) -> Result<QList<RefusedAct>> {
        auto rows = store.outbox().refused();
        if (!rows)
            return tl::unexpected<Error> {rows.error()};
        QList<RefusedAct> refused;
        for (const RefusedRow& row : *rows) {
            auto sides = sidesOf(store, row, onlooker);
            if (!sides)
                return tl::unexpected<Error> {sides.error()};
            refused.push_back(std::move(*sides));
        }
        return refused;
    });
}

QFuture<Result<void>> SyncDesk::enrolAnew(const QString& code) {
    return m_workplace.session().enrolAnew(code);
}

QFuture<Result<Concluded>> SyncDesk::openAnew(const ActId& act) {
    Workplace::Private& place = *m_workplace.m_d;
    return place.storage->run([act](WorkstationStore& store) { return reopeningOf(store, act); })
        .then(this,
            [this](const Result<Reopening>& reopening) -> QFuture<Result<PerformedAct>> {
                if (!reopening)
                    return readyFuture<PerformedAct>(tl::unexpected<Error> {reopening.error()});
                Workplace::Private& here = *m_workplace.m_d;
                ActRequest request = reopening->request;
                for (Command& command : request.commands) {
                    command.date = here.today();
                    command.actor.id = here.person();
                }
                return here.write(std::move(request));
            })
        .unwrap()
        .then(this,
            [this, act](const Result<PerformedAct>& written) -> QFuture<Result<Concluded>> {
                if (!written)
                    return readyFuture<Concluded>(tl::unexpected<Error> {written.error()});
                Concluded concluded;
                concluded.stream = written->stream;
                concluded.caseNo = toQString(written->caseNo);
                concluded.papers = written->papers;
                return settle(act, {}).then(this, [concluded](const Result<void>& settled) -> Result<Concluded> {
                    if (!settled)
                        return tl::unexpected<Error> {settled.error()};
                    return concluded;
                });
            })
        .unwrap();
}

QFuture<Result<void>> SyncDesk::settle(const ActId& act, const QString& note) {
    Workplace::Private& place = *m_workplace.m_d;
    auto released = place.storage->run([act](WorkstationStore& store) -> Result<StreamId> {
        auto rows = store.outbox().refused();
        if (!rows)
            return tl::unexpected<Error> {rows.error()};
        StreamId stream;
        for (const RefusedRow& row : *rows) {
            if (row.act == act)
                stream = row.stream;
        }
        if (auto settled = store.outbox().settle(act); !settled)
            return tl::unexpected<Error> {settled.error()};
        return stream;
    });
    if (note.trimmed().isEmpty())
        return released.then([](const Result<StreamId>& stream) -> Result<void> {
            if (!stream)
                return tl::unexpected<Error> {stream.error()};
            return {};
        });
    // A note for the chief stands in the case itself.
    return released
        .then(this,
            [this, note](const Result<StreamId>& stream) -> QFuture<Result<void>> {
                if (!stream)
                    return readyFuture<void>(tl::unexpected<Error> {stream.error()});
                CaseCommand command;
                command.stream = *stream;
                command.event = Event::Noted;
                command.particulars.insert(QStringLiteral("note"), note);
                return m_workplace.casework().perform(command).then(
                    this, [](const Result<Performed>& noted) -> Result<void> {
                        if (!noted)
                            return tl::unexpected<Error> {noted.error()};
                        return {};
                    });
            })
        .unwrap();
}

} // namespace yichuang
