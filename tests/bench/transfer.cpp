// SPDX-License-Identifier: GPL-3.0-or-later
#include "pq.h"
#include "subjects.h"
#include "waiting.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <set>

namespace yichuang::bench {

namespace {

constexpr std::size_t batchActs = 200; ///< as sync sends them

double perSecond(std::size_t count, double milliseconds) {
    return static_cast<double>(count) * 1'000 / milliseconds;
}

void put(std::string& rows, const std::string& number, const std::vector<std::string>& columns) {
    rows += number;
    for (const std::string& column : columns) {
        rows += '\t';
        rows += column;
    }
    rows += '\n';
}

/// The same information by COPY, in the same batches, each a transaction.
double copyIn(Pq& centre, const std::vector<ClearIntake>& intakes) {
    const auto start = Ticks::now();
    std::string cases;
    std::string checklist;
    std::string journal;
    for (std::size_t from = 0; from < intakes.size(); from += batchActs) {
        cases.clear();
        checklist.clear();
        journal.clear();
        const std::size_t to = std::min(from + batchActs, intakes.size());
        for (std::size_t i = from; i < to; ++i) {
            const ClearIntake& intake = intakes[i];
            put(cases, intake.number, intake.columns);
            for (const auto& row : intake.checklist)
                put(checklist, intake.number, row);
            for (const auto& row : intake.journal)
                put(journal, intake.number, row);
        }
        centre.run("BEGIN");
        centre.copyIn("COPY intake FROM STDIN", cases);
        centre.copyIn("COPY checklist FROM STDIN", checklist);
        centre.copyIn("COPY journal FROM STDIN", journal);
        centre.run("COMMIT");
    }
    return millisecondsSince(start);
}

/// COPY out, and one bulk insert.
double copyOut(Pq& centre, const std::string& path) {
    ClearFile file(path);
    const auto start = Ticks::now();
    file.begin();
    centre.copyOut("COPY intake TO STDOUT", [&](std::string_view row) { file.takeCase(row); });
    centre.copyOut("COPY checklist TO STDOUT", [&](std::string_view row) { file.takeChecklist(row); });
    centre.copyOut("COPY journal TO STDOUT", [&](std::string_view row) { file.takeJournal(row); });
    file.commit();
    return millisecondsSince(start);
}

} // namespace

void measureTransfer(const Ground& ground, const std::vector<ClearIntake>& intakes, Subject& push, Subject& pull) {
    const auto inFolder = [&](const char* name) { return QDir(ground.folder).filePath(QLatin1String(name)); };
    for (int run = 0; run < ground.sizes.runs; ++run) {
        Run pushed;
        Run pulled;
        const std::string database = ground.hall.freshCopy();
        const std::string rawDatabase = ground.hall.emptyDatabase();
        Pq raw(rawDatabase);
        raw.run(clearTables);
        {
            const QString profile = inFolder("pushing");
            copyProfile(ground.counter, profile, ground.secrets);
            Desk desk(profile, ground.clock, ground.secrets);
            desk.start();
            const SyncDesk& sync = desk.workplace().sync();
            waitUntil(
                [&] {
                    return sync.status().connection == Connection::Offline
                        && sync.status().waiting == static_cast<int>(intakes.size());
                },
                "a full outbox");
            const auto centre = ground.hall.serve(database, ground.port);
            const auto start = Ticks::now();
            desk.workplace().sync().tryNow();
            waitUntil([&] { return sync.status().waiting == 0; }, "an empty outbox");
            pushed.ours = perSecond(intakes.size(), millisecondsSince(start));
            if (const auto refused = await(desk.workplace().sync().refused()); !refused.isEmpty())
                throw std::runtime_error("the centre refused acts of the bench: " + std::to_string(refused.size())
                    + ", first " + refused.front().reason.toStdString());
        }
        pushed.raw = perSecond(intakes.size(), copyIn(raw, intakes));
        {
            const QString profile = inFolder("pulling");
            copyProfile(ground.chief, profile, ground.secrets);
            const auto centre = ground.hall.serve(database, ground.port);
            Desk desk(profile, ground.clock, ground.secrets);
            std::set<StreamId> seen;
            QObject::connect(&desk.workplace().casework(), &Casework::caseChanged, &desk.workplace(),
                [&seen](const StreamId& stream) { seen.insert(stream); });
            const auto start = Ticks::now();
            desk.start();
            waitUntil([&] { return seen.size() == intakes.size(); }, "all cases at the chief's");
            pulled.ours = perSecond(intakes.size(), millisecondsSince(start));
        }
        const QString rawFile = inFolder("pulled.sqlite");
        pulled.raw = perSecond(intakes.size(), copyOut(raw, rawFile.toStdString()));
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(rawFile + QLatin1String(suffix));
        ground.hall.drop(database);
        ground.hall.drop(rawDatabase);
        push.runs.push_back(pushed);
        pull.runs.push_back(pulled);
    }
}

} // namespace yichuang::bench
