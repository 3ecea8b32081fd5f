// SPDX-License-Identifier: GPL-3.0-or-later
#include "applicants.h"
#include "subjects.h"
#include "waiting.h"

#include <subject.h>

#include <yichuang/printing/qt_printer.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/storage/keys.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/ui/screens/workstation_window.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QProcess>
#include <QTextStream>

#include <algorithm>
#include <map>

namespace yichuang::bench {

namespace {

constexpr double p99 = 0.99;
constexpr int strokesEach = 3; ///< of a search, at least on average

/// A bare connection beside the product's, for the raw limit.
class BareFile {
public:
    explicit BareFile(const QString& profile) {
        const std::string path = QDir(profile).filePath(QStringLiteral("yichuang.sqlite")).toStdString();
        sqlite3* database = nullptr;
        const int opened = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
        m_database.reset(database);
        if (opened != SQLITE_OK)
            throw std::runtime_error("can't open " + path);
        sqlite3_busy_timeout(database, 5'000);
    }
    /// Steps through all rows and reads every column.
    void run(const char* sql, const std::vector<std::string>& texts = {}) {
        Prepared& statement = m_statements[sql];
        if (!statement) {
            sqlite3_stmt* made = nullptr;
            if (sqlite3_prepare_v2(m_database.get(), sql, -1, &made, nullptr) != SQLITE_OK)
                throw std::runtime_error(sqlite3_errmsg(m_database.get()));
            statement.reset(made);
        }
        int position = 0;
        for (const std::string& text : texts)
            sqlite3_bind_text(statement.get(), ++position, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
        while (sqlite3_step(statement.get()) == SQLITE_ROW) {
            for (int column = 0; column < sqlite3_column_count(statement.get()); ++column)
                m_bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), column));
        }
        sqlite3_reset(statement.get());
    }

private:
    Database m_database;
    std::map<std::string, Prepared> m_statements;
    std::size_t m_bytes = 0;
};

/// As the product asks its index.
std::string expressionOf(const TokenQuery& query) {
    std::string text;
    for (const auto& group : query.alternatives) {
        text += text.empty() ? "(" : " OR (";
        for (std::size_t i = 0; i < group.size(); ++i) {
            text += i > 0 ? " AND " : "";
            appendTokenWord(text, group[i]);
        }
        text += ')';
    }
    return text;
}

double residentMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray& line : lines) {
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
        }
    }
    throw std::runtime_error("no /proc/self/status");
}

/// What people type while they look for that applicant, one stroke after the other.
QStringList typedFor(const Applicant& applicant, const QString& caseNo, std::uint32_t way) {
    QStringList strokes;
    const auto prefixes = [&strokes](const QString& whole, qsizetype from) {
        for (qsizetype length = from; length <= whole.size(); ++length)
            strokes.push_back(whole.left(length));
    };
    const Pinyin pinyin = pinyinOf(applicant.self.name.toStdString());
    switch (way % 6) {
    case 0:
        prefixes(applicant.self.name, 1);
        break;
    case 1:
        prefixes(toQString(std::string_view {pinyin.initials.front()}), 1);
        break;
    case 2:
        prefixes(toQString(std::string_view {pinyin.syllables.front()}), 2);
        break;
    case 3:
        strokes.push_back(applicant.self.idNumber.right(4));
        strokes.push_back(applicant.self.idNumber.right(6));
        break;
    case 4:
        strokes.push_back(applicant.self.phone.right(4));
        strokes.push_back(applicant.self.phone);
        break;
    default:
        strokes.push_back(caseNo.right(6));
        strokes.push_back(caseNo);
        break;
    }
    return strokes;
}

/// The product's window on the file, driven as a person does.
class ListsBench {
public:
    ListsBench(const QString& profile, const QByteArray& dataKey, Instant start, Sizes sizes)
        : m_sizes(sizes)
        , m_clock(start)
        , m_secrets(std::make_shared<test::KeychainContents>())
        , m_keys(Secret {dataKey.toStdString()})
        , m_bare(profile) {
        m_secrets->secrets.insert(QStringLiteral("data-key:") + profile, dataKey);
        m_desk = std::make_unique<Desk>(profile, m_clock, m_secrets);
        m_window = std::make_unique<ui::WorkstationWindow>(m_desk->workplace(), m_printer);
        m_window->window().resize(1366, 768);
        m_window->show();
        waitUntil([this] { return m_window->signInScreen()->name()->isVisible(); }, "the sign-in screen");
        m_desk->signIn(QLatin1String(Hall::clerk()));
        m_window->window().showScreen(ui::Screen::ToDo);
        m_desk->settle();
    }

    QJsonObject run() {
        QJsonObject figures;
        QJsonArray search;
        QJsonArray worklist;
        QJsonArray memory;
        for (int i = 0; i < m_sizes.runs; ++i) {
            search.append(runSearch());
            worklist.append(runWorklist());
            memory.append(residentMegabytes());
        }
        return {{QStringLiteral("search"), search}, {QStringLiteral("worklist"), worklist},
            {QStringLiteral("memory"), memory}};
    }

private:
    /// From `act` to the model's next signal; whatever found nothing new ends with the storage thread's answer.
    double filled(QAbstractItemModel& model, const std::function<void()>& act) {
        QEventLoop loop;
        std::optional<double> took;
        const auto start = Ticks::now();
        const auto note = [&] {
            if (!took)
                took = millisecondsSince(start);
            loop.quit();
        };
        QObject::connect(&model, &QAbstractItemModel::modelReset, &loop, note);
        QObject::connect(&model, &QAbstractItemModel::dataChanged, &loop, note);
        QObject::connect(&model, &QAbstractItemModel::rowsInserted, &loop, note);
        act();
        if (!took) {
            m_desk->workplace().casework().findByNumber(QString {}).then(&loop, [&](const Result<StreamId>&) {
                note();
            });
            if (!took)
                loop.exec();
        }
        return *took;
    }

    void type(const QString& text) {
        QLineEdit* line = m_window->window().searchField()->line();
        line->selectAll();
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(line, &event);
    }

    QJsonArray runSearch() {
        QAbstractItemModel& found = *m_window->window().searchField()->results()->model();
        std::vector<double> ours;
        std::vector<double> raw;
        // The same people as those whose cases were taken in, made once a run from the first to the last.
        std::vector<std::uint32_t> wanted(static_cast<std::size_t>(std::max(1, m_sizes.searches / strokesEach)));
        for (std::uint32_t& each : wanted)
            each = m_random.below(static_cast<std::uint32_t>(m_sizes.cases) / 4);
        std::sort(wanted.begin(), wanted.end());
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        Applicants people(fillSeed);
        std::uint32_t made = 0;
        for (const std::uint32_t skipped : wanted) {
            for (; made < skipped; ++made)
                static_cast<void>(people.next());
            ++made;
            const QString caseNo = toQString(std::string_view {makeCaseNo("400", 2018, static_cast<int>(1 + skipped))});
            const QStringList strokes = typedFor(people.next(), caseNo, m_random.below(6));
            for (const QString& typed : strokes) {
                ours.push_back(filled(found, [&] { type(typed); }));
                m_desk->settle();
                const std::string expression = expressionOf(queryOf(typed.toStdString(), m_keys.tokenKey()));
                const auto start = Ticks::now();
                m_bare.run("SELECT -rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT 50", {expression});
                raw.push_back(millisecondsSince(start));
            }
        }
        type(QString {});
        m_desk->settle();
        return {percentile(ours, p99), percentile(raw, p99)};
    }

    QJsonArray runWorklist() {
        ui::CaseListScreen& list = *m_window->toDoScreen();
        std::vector<double> ours;
        std::vector<double> raw;
        constexpr int pagesOfList = 5;
        while (static_cast<int>(ours.size()) < m_sizes.pages) {
            for (const CaseList which : {CaseList::Mine, CaseList::Department}) {
                ours.push_back(filled(list.model(), [&] { list.showList(which); }));
                m_desk->settle();
                for (int page = 1; page < pagesOfList && list.model().canFetchMore({}); ++page) {
                    ours.push_back(filled(list.model(), [&] { list.model().fetchMore({}); }));
                    m_desk->settle();
                }
                const auto start = Ticks::now();
                m_bare.run("SELECT id, stream, number, item, item_version, department, opened, changed, own, waiting,"
                           " set_aside, likely, sealed FROM cases INDEXED BY cases_mine"
                           " WHERE bucket = 1 AND handler = ? ORDER BY urgency, id LIMIT 100",
                    {Hall::clerk()});
                raw.push_back(millisecondsSince(start));
            }
        }
        return {percentile(ours, p99), percentile(raw, p99)};
    }

    Sizes m_sizes;
    ShiftedClock m_clock;
    Secrets m_secrets;
    DataKeys m_keys;
    BareFile m_bare;
    QtPrinter m_printer;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ui::WorkstationWindow> m_window;
    Applicants m_random {4};
};

QByteArray outputOf(const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.write(input);
    process.closeWriteChannel();
    constexpr int patience = 240'000;
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw std::runtime_error("the workstation's process failed");
    return process.readAllStandardOutput();
}

} // namespace

void measureLists(const Ground& ground, Subject& search, Subject& worklist, Subject& memory) {
    const QByteArray key = dataKeyOf(ground.counter, ground.secrets).toHex();
    const QStringList arguments {QStringLiteral("--lists"), ground.counter,
        QString::number(toMilliseconds(ground.clock.now())),
        ground.sizes.cases == Sizes {}.cases ? QStringLiteral("full") : QStringLiteral("quick")};
    const QJsonObject figures = QJsonDocument::fromJson(outputOf(arguments, key)).object();
    const auto take = [&figures](const char* name, Subject& subject) {
        const QJsonArray runs = figures.value(QLatin1String(name)).toArray();
        for (const QJsonValue& run : runs)
            subject.runs.push_back({run.toArray().at(0).toDouble(), run.toArray().at(1).toDouble()});
    };
    take("search", search);
    take("worklist", worklist);
    const QJsonArray held = figures.value(QStringLiteral("memory")).toArray();
    for (const QJsonValue& run : held)
        memory.runs.push_back({run.toDouble(), outputOf({QStringLiteral("--empty-window")}, {}).toDouble()});
}

int listsProcess(const QStringList& arguments) {
    QFile in;
    if (arguments.size() != 3 || !in.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QByteArray key = QByteArray::fromHex(in.readAll());
    const Sizes sizes = arguments.at(2) == QLatin1String("full") ? Sizes {} : Sizes::quick();
    ListsBench bench(arguments.at(0), key, fromMilliseconds(arguments.at(1).toLongLong()), sizes);
    QTextStream(stdout) << QJsonDocument(bench.run()).toJson(QJsonDocument::Compact);
    return 0;
}

int emptyWindowProcess() {
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("一窗")));
    window.resize(1366, 768);
    window.show();
    QCoreApplication::processEvents();
    QTextStream(stdout) << residentMegabytes();
    return 0;
}

} // namespace yichuang::bench
