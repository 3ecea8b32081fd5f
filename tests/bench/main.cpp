// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the product against the raw limits of its machine. See --help and CONTRIBUTING, "Measuring".
#include "subjects.h"

#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>

#include <QApplication>
#include <QDir>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>

using namespace yichuang;
using namespace yichuang::bench;

namespace {

constexpr const char* help = R"(run [--json FILE] [--quick] [--only SUBJECT,…] [--runs N]

Measures seven subjects, ours beside the raw limit of the same machine, in turns, five runs, medians:

  acceptance  one intake at the counter, durable (ms, median): validated, signed, sealed, one transaction, FULL;
              raw: the same information in clear, 11 rows, SQLite's C API, FULL                     ratio <= 1.5
  push        10,000 offline intakes to a real service process over PostgreSQL, fsync on (intakes a second);
              raw: COPY of the same information as 11 rows in the same batches                      ratio >= 0.7
  pull        all of them to a second workstation (intakes a second); raw: COPY out, SQLite bulk    ratio >= 0.5
  search      a stroke in the search field to the filled list, 100,000 sealed cases (ms, p99);
              raw: the bare FTS5 query                                                              ours <= 10 ms
  worklist    a list or its next page, filled, 100,000 cases (ms, p99); raw: bare SQL               ours <= 16 ms
  memory      resident memory of the workstation's process then (MB); raw: an empty window          ours <= 150 MB
  arrival     F9 at the counter to the chief's list, all online, real service process (ms, p99);
              raw: three durable writes in clear                                                    ours <= 1000 ms

ratio is ours/raw, the median of the runs; spread is (largest - smallest)/median over the runs of what the mark is
about. --json FILE writes [{"subject", "ours", "raw", "ratio", "unit", "spread"}].
--quick does very little of everything: it proves that the bench works, and its figures say nothing.
--only measures some of the subjects, --runs another number of runs: for work on one of them.

Exit status: 0 all marks hold (with --quick: everything was measured), 1 a mark is missed, 2 wrong usage,
3 something could not be measured.
)";

struct Options {
    QString json;
    bool quick = false;
    int runs = 0; ///< 0 = as many as there are
    QStringList only {};

    [[nodiscard]] Sizes sizes() const {
        Sizes sizes = quick ? Sizes::quick() : Sizes {};
        // The outbox stays as full as it is.
        const int intakes = sizes.offlineIntakes();
        sizes.runs = runs > 0 ? runs : sizes.runs;
        sizes.acceptances = intakes / sizes.runs;
        return sizes;
    }
    [[nodiscard]] bool wants(std::initializer_list<const char*> subjects) const {
        return only.isEmpty() || std::any_of(subjects.begin(), subjects.end(), [this](const char* subject) {
            return only.contains(QLatin1String(subject));
        });
    }
};

Subject subjectOf(const char* name, const char* unit, Bound bound, double mark, const char* against) {
    return {name, unit, bound, mark, against};
}

void say(const char* words) {
    std::fprintf(stderr, "%s\n", words);
}

/// The folder in which every profile and raw file lies: one file system for both sides.
class Preparation {
public:
    explicit Preparation(const Sizes& sizes)
        : m_clock(startOfDayInShanghai(std::chrono::year {2018} / 11 / 19) + std::chrono::hours {9})
        , m_hall(m_clock)
        , m_ground {sizes, m_clock, m_hall, std::make_shared<test::KeychainContents>(),
              QString::fromStdString(m_hall.folder().string()), {}, {}, 0} {
        m_ground.counter = QDir(m_ground.folder).filePath(QStringLiteral("counter"));
        m_ground.chief = QDir(m_ground.folder).filePath(QStringLiteral("chief"));
        const auto centre = m_hall.serve(m_hall.database(), 0);
        m_ground.port = centre->port();
        const auto enrol = [&](const QString& profile, const char* window, const char* person) {
            Desk desk(profile, m_clock, m_ground.secrets);
            desk.enrol(centre->url(), m_hall.enrolCode(window));
            desk.signIn(QLatin1String(person));
            desk.settle();
        };
        enrol(m_ground.counter, Hall::clerksWindow(), Hall::clerk());
        enrol(m_ground.chief, Hall::chiefsWindow(), Hall::chief());
        leaseNumbers(m_ground.counter, m_ground.secrets, m_clock, centre->url(),
            std::max(sizes.cases, sizes.offlineIntakes()) + sizes.runs * sizes.arrivals);
    }
    [[nodiscard]] const Ground& ground() const { return m_ground; }

private:
    ShiftedClock m_clock;
    Hall m_hall;
    Ground m_ground;
};

struct Measured {
    std::vector<Subject> subjects;
    bool whole = true;
};

Measured measureAll(const Options& options) {
    Subject acceptance = subjectOf("acceptance", "ms", Bound::RatioAtMost, 1.5,
        "the same information in clear, 11 rows, SQLite's C API, synchronous=FULL");
    Subject push
        = subjectOf("push", "intakes/s", Bound::RatioAtLeast, 0.7, "COPY of the 11 rows in batches of 200, fsync on");
    Subject pull = subjectOf("pull", "intakes/s", Bound::RatioAtLeast, 0.5, "COPY out and one SQLite bulk insert");
    Subject search = subjectOf("search", "ms", Bound::OursAtMost, 10, "the bare FTS5 query, p99");
    Subject worklist = subjectOf("worklist", "ms", Bound::OursAtMost, 16, "the rows of one page by bare SQL, p99");
    Subject memory = subjectOf("memory", "MB", Bound::OursAtMost, 150, "a process with an empty window");
    Subject arrival = subjectOf(
        "arrival", "ms", Bound::OursAtMost, 1'000, "three durable writes in clear (SQLite, PostgreSQL, SQLite), p99");

    say("a hall over PostgreSQL, two workstations …");
    const Preparation preparation(options.sizes());
    const Ground& ground = preparation.ground();
    bool whole = true;
    // What one subject meets does not cost the figures of the others.
    const auto step = [&whole](const char* words, const std::function<void()>& measureStep) {
        const auto start = Ticks::now();
        try {
            measureStep();
        } catch (const std::exception& fault) {
            whole = false;
            std::cerr << "could not be measured: " << fault.what() << '\n';
        }
        std::fprintf(stderr, "%s %.0f s\n", words, millisecondsSince(start) / 1'000);
    };
    if (options.wants({"arrival"}))
        step("arrival …", [&] { measureArrival(ground, arrival); });
    std::vector<ClearIntake> intakes;
    if (options.wants({"acceptance", "push", "pull"}))
        step("acceptance …", [&] { intakes = measureAcceptance(ground, acceptance); });
    if (options.wants({"push", "pull"}) && !intakes.empty())
        step("push, pull …", [&] { measureTransfer(ground, intakes, push, pull); });
    if (options.wants({"search", "worklist", "memory"})) {
        step("filling a file; search, worklist, memory …", [&] {
            fillFile(ground, static_cast<int>(intakes.size()));
            measureLists(ground, search, worklist, memory);
        });
    }
    std::vector<Subject> measured {acceptance, push, pull, search, worklist, memory, arrival};
    std::erase_if(measured, [&options](const Subject& subject) { return !options.wants({subject.name.c_str()}); });
    return {measured, whole};
}

int measure(const Options& options) {
    const auto [subjects, whole] = measureAll(options);
    std::cout << tableOf(subjects);
    if (!options.json.isEmpty()) {
        std::ofstream file(options.json.toStdString(), std::ios::binary | std::ios::trunc);
        file << jsonOf(subjects);
        if (!file.flush()) {
            std::cerr << "can't write " << options.json.toStdString() << '\n';
            return 3;
        }
    }
    if (!whole)
        return 3;
    const bool all = std::all_of(subjects.begin(), subjects.end(),
        [&options](const Subject& subject) { return options.quick || subject.holds(); });
    return all ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    // A display would measure the display as well; everything here is drawn in memory.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
        qputenv("QT_LOGGING_RULES", "qt.qpa.*=false;yichuang.*=false");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.contains(QStringLiteral("--help"))) {
        std::cout << help;
        return 0;
    }
    if (!startVault())
        return 3;
    ui::installLanguage(application, ui::Language::Chinese);
    ui::applyTheme(application, ui::Theme(ui::Appearance::Light, 1.0));
    try {
        if (!arguments.isEmpty() && arguments.first() == QLatin1String("--lists"))
            return listsProcess(arguments.mid(1));
        if (!arguments.isEmpty() && arguments.first() == QLatin1String("--empty-window"))
            return emptyWindowProcess();
        Options options;
        for (qsizetype i = 0; i < arguments.size(); ++i) {
            if (arguments[i] == QLatin1String("--quick")) {
                options.quick = true;
            } else if (arguments[i] == QLatin1String("--json") && i + 1 < arguments.size()) {
                options.json = arguments[++i];
            } else if (arguments[i] == QLatin1String("--only") && i + 1 < arguments.size()) {
                options.only = arguments[++i].split(QLatin1Char(','));
            } else if (arguments[i] == QLatin1String("--runs") && i + 1 < arguments.size()
                && arguments[i + 1].toInt() > 0) {
                options.runs = arguments[++i].toInt();
            } else {
                std::cerr << help;
                return 2;
            }
        }
        return measure(options);
    } catch (const std::exception& fault) {
        std::cerr << "could not be measured: " << fault.what() << '\n';
        return 3;
    }
}
