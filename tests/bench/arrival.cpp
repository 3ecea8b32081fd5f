// SPDX-License-Identifier: GPL-3.0-or-later
#include "applicants.h"
#include "pq.h"
#include "subjects.h"
#include "waiting.h"

#include <yichuang/printing/qt_printer.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/workstation_window.h>

#include <QDir>

namespace yichuang::bench {

namespace {

/// Three durable writes of the same information in clear, one behind the other: at the counter, at the centre, at the
/// chief's.
class ClearRoad {
public:
    ClearRoad(const std::string& folder, const std::string& database)
        : m_counter(folder + "/road-counter.sqlite")
        , m_centre(database)
        , m_chief(folder + "/road-chief.sqlite") {
        m_centre.run(clearTables);
    }
    double go(const ClearIntake& intake) {
        const auto start = Ticks::now();
        m_counter.write(intake);
        m_centre.run("BEGIN");
        m_centre.copyIn("COPY intake FROM STDIN", row(intake.number, intake.columns));
        m_centre.copyIn("COPY checklist FROM STDIN", rows(intake.number, intake.checklist));
        m_centre.copyIn("COPY journal FROM STDIN", rows(intake.number, intake.journal));
        m_centre.run("COMMIT");
        m_chief.write(intake);
        return millisecondsSince(start);
    }

private:
    static std::string row(const std::string& number, const std::vector<std::string>& columns) {
        std::string text = number;
        for (const std::string& column : columns)
            text += '\t' + column;
        return text + '\n';
    }
    static std::string rows(const std::string& number, const std::vector<std::vector<std::string>>& all) {
        std::string text;
        for (const auto& columns : all)
            text += row(number, columns);
        return text;
    }
    ClearFile m_counter;
    Pq m_centre;
    ClearFile m_chief;
};

} // namespace

void measureArrival(const Ground& ground, Subject& arrival) {
    Applicants applicants(3);
    int serial = 0;
    const std::string rawDatabase = ground.hall.emptyDatabase();
    ClearRoad raw(ground.folder.toStdString(), rawDatabase);
    for (int run = 0; run < ground.sizes.runs; ++run) {
        const std::string database = ground.hall.freshCopy();
        {
            const auto centre = ground.hall.serve(database, ground.port);
            const auto profile = [&](const QString& from, const char* name) {
                const QString to = QDir(ground.folder).filePath(QLatin1String(name));
                copyProfile(from, to, ground.secrets);
                return to;
            };
            Desk counter(profile(ground.counter, "arrival-counter"), ground.clock, ground.secrets);
            Desk chief(profile(ground.chief, "arrival-chief"), ground.clock, ground.secrets);
            counter.start();
            counter.signIn(QLatin1String(Hall::clerk()));
            QtPrinter printer;
            ui::WorkstationWindow window(chief.workplace(), printer);
            window.show();
            chief.start();
            chief.signIn(QLatin1String(Hall::chief()));
            window.window().showScreen(ui::Screen::ToDo);
            ui::CaseListScreen& list = *window.toDoScreen();
            list.showList(CaseList::Department);
            const auto online
                = [](Desk& desk) { return desk.workplace().sync().status().connection == Connection::Online; };
            waitUntil([&] { return online(counter) && online(chief); }, "both online");
            waitUntil([&] { return counter.workplace().sync().status().waiting == 0; }, "an empty outbox");

            std::vector<double> ours;
            std::vector<double> theirs;
            Workplace& place = counter.workplace();
            for (int i = 0; i < ground.sizes.arrivals; ++i) {
                const auto intake = filledIntake(place.intakes(), Hall::item(), applicants.next(), place.today());
                const ClearIntake clear = ClearIntake::of(
                    *intake, *place.session().current(), ++serial, toMilliseconds(place.correctedNow()));
                const auto start = Ticks::now();
                const Concluded concluded = await(intake->conclude(Conclusion::Accept, {}, {}));
                waitUntil([&] { return list.model().indexOf(concluded.stream) >= 0; }, "a case in the chief's list");
                ours.push_back(millisecondsSince(start));
                theirs.push_back(raw.go(clear));
            }
            constexpr double p99 = 0.99;
            arrival.runs.push_back({percentile(ours, p99), percentile(theirs, p99)});
        }
        ground.hall.drop(database);
    }
}

} // namespace yichuang::bench
