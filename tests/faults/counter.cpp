// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation without its screens, for tests that kill it: the product's own workflows, storage and sync, and
// somebody who works. Speaks on standard output: "ready", "acts <n>", "drained". Hears on standard input: "drain" (take
// nothing more in, say when nothing waits), "work", "accept" (one case), "draft" (one intake left as a draft), "count"
// (what waits and which drafts are there), "sign <person>", "watch", "quit".
#include "clerk.h"

#include <fake_keychain.h>

#include <yichuang/domain/clock.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/secrets/keychain.h>
#include <yichuang/vault/crypto.h>

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QSet>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>

#include <unistd.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr int retryMilliseconds = 400;

void say(const std::string& line) {
    const std::string text = line + '\n';
    [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
}

template <typename T> T needed(Result<T> result, const char* what) {
    if (!result) {
        std::string text = std::string(what) + ": " + result.error().code + ' ' + result.error().detail;
        for (const auto& [name, value] : result.error().arguments)
            text += ' ' + name + '=' + value;
        throw Trouble(text);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

struct Day {
    QStringList people;
    QString code;
    QString url;
    int pauseMilliseconds = 30;
    std::uint64_t seed = 1;
    bool idle = false;
};

class Counter : public QObject {
public:
    Counter(Workplace& workplace, PersonLog& log, Day day)
        : m_workplace(workplace)
        , m_clerk(workplace, log, day.seed)
        , m_day(std::move(day))
        , m_lot(m_day.seed)
        , m_working(!m_day.idle)
        , m_input(STDIN_FILENO, QSocketNotifier::Read) {
        connect(&m_input, &QSocketNotifier::activated, this, [this] { hear(); });
        // Where the centre comes back, somebody presses "try now" sooner or later.
        connect(&m_retry, &QTimer::timeout, this, [this] {
            if (m_workplace.sync().status().connection != Connection::Online)
                m_workplace.sync().tryNow();
            tellIfDrained();
        });
        m_next.setSingleShot(true);
        connect(&m_next, &QTimer::timeout, this, [this] { work(); });
        connect(&m_workplace.sync(), &SyncDesk::statusChanged, this, [this] { tellIfDrained(); });
    }

    void begin() {
        m_retry.start(retryMilliseconds);
        const StartReport report = needed(answerOf(m_workplace.session().start()), "start");
        if (report.state == StartState::NeedsEnrolment)
            needed(answerOf(m_workplace.session().enrol(m_day.url, m_day.code)), "enrol");
        const bool first = report.state == StartState::NeedsEnrolment;
        // The first day everybody signs in here once, so that each can do so again without the centre.
        if (first) {
            for (const QString& person : m_day.people)
                signIn(person);
        } else {
            signInSomebody();
        }
        m_busy = false;
        say("ready");
        schedule();
        tellIfDrained();
    }

private:
    void signIn(const QString& person) {
        if (m_workplace.session().current())
            m_workplace.session().lock();
        needed(answerOf(m_workplace.session().signIn(person, QStringLiteral("yichuang-1"))), "sign in");
    }
    void signInSomebody() {
        signIn(m_day.people.at(static_cast<qsizetype>(
            std::uniform_int_distribution<std::size_t>(0, static_cast<std::size_t>(m_day.people.size()) - 1)(m_lot))));
    }
    void schedule() {
        if (m_working && !m_next.isActive())
            m_next.start(std::uniform_int_distribution<int>(0, m_day.pauseMilliseconds)(m_lot));
    }
    void work() {
        if (m_busy)
            return;
        m_busy = true;
        try {
            constexpr int actsAShift = 25;
            const int before = m_clerk.acknowledged();
            m_clerk.doSomething();
            if (m_clerk.acknowledged() != before)
                say("acts " + std::to_string(m_clerk.acknowledged()));
            if (++m_shift % actsAShift == 0)
                signInSomebody();
        } catch (const Trouble& trouble) {
            stop(trouble.what());
        }
        m_busy = false;
        schedule();
        tellIfDrained();
    }
    void hear() {
        char bytes[256];
        const auto size = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (size <= 0) {
            QCoreApplication::quit(); // whoever started this is gone
            return;
        }
        m_heard.append(bytes, static_cast<qsizetype>(size));
        for (auto end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
            const QByteArray word = m_heard.left(end);
            m_heard.remove(0, end + 1);
            obey(word);
        }
        schedule();
        tellIfDrained();
    }
    void obey(const QByteArray& word) {
        if (word == "quit") {
            QCoreApplication::quit();
        } else if (word == "work" || word == "drain") {
            m_working = word == "work";
            m_draining = !m_working;
        } else {
            // Not from inside what is under way.
            QTimer::singleShot(0, this, [this, word] {
                try {
                    obeyOnce(word);
                } catch (const std::exception& trouble) {
                    stop(trouble.what());
                }
            });
        }
    }
    void obeyOnce(const QByteArray& word) {
        if (word == "accept") {
            const Clerk::Accepted accepted = m_clerk.accept();
            say("accepted " + accepted.caseNo + ' ' + accepted.printed);
        } else if (word == "draft") {
            m_clerk.leaveDraft();
            say("drafted");
        } else if (word == "count") {
            const auto waiting = needed(answerOf(m_workplace.sync().waiting()), "waiting");
            say("waiting " + std::to_string(waiting.size()) + " drafts " + std::to_string(m_clerk.readableDrafts()));
        } else if (word.startsWith("sign ")) {
            signIn(QString::fromUtf8(word.mid(5)));
            say("signed " + word.mid(5).toStdString());
        } else if (word == "watch") {
            connect(&m_workplace.casework(), &Casework::listsChanged, this, [this] { look(); });
            look();
        }
    }
    void look() {
        constexpr int many = 1000;
        m_workplace.casework().page(CaseList::Department, {}, many).then(this, [this](const Result<CasePage>& page) {
            if (!page)
                return;
            for (const CaseRow& row : page->rows) {
                if (m_listed.contains(row.caseNo))
                    continue;
                m_listed.insert(row.caseNo);
                say("listed " + row.caseNo.toStdString());
            }
        });
    }
    void tellIfDrained() {
        if (!m_draining || m_busy || m_asking || m_workplace.sync().status().connection != Connection::Online)
            return;
        // The file is asked, not the count that is shown: it may be of a moment ago.
        m_asking = true;
        m_workplace.sync().waiting().then(this, [this](const Result<QList<WaitingAct>>& waiting) {
            m_asking = false;
            if (!m_draining || !waiting || !waiting->isEmpty())
                return;
            m_draining = false;
            say("drained");
        });
    }
    void stop(const char* why) {
        std::fprintf(stderr, "trouble: %s\n", why);
        m_working = false;
        QCoreApplication::exit(4);
    }

    Workplace& m_workplace;
    Clerk m_clerk;
    Day m_day;
    std::mt19937_64 m_lot;
    bool m_working;
    bool m_draining = false;
    QSet<QString> m_listed;
    bool m_busy = true; ///< until it has begun
    bool m_asking = false;
    int m_shift = 0;
    QSocketNotifier m_input;
    QTimer m_retry;
    QTimer m_next;
    QByteArray m_heard;
};

} // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    const auto value
        = [](const char* name) { return QCommandLineOption(QString::fromLatin1(name), {}, QStringLiteral("VALUE")); };
    const QCommandLineOption profile = value("profile");
    const QCommandLineOption centre = value("centre");
    const QCommandLineOption code = value("code");
    const QCommandLineOption log = value("log");
    const QCommandLineOption seed = value("seed");
    const QCommandLineOption clock = value("clock"); // milliseconds since the epoch
    const QCommandLineOption people = value("people");
    const QCommandLineOption pause = value("pause");
    const QCommandLineOption idle(QStringLiteral("idle"));
    const QCommandLineOption keychain(QStringLiteral("keychain")); // the desktop's own, as the product uses it
    parser.addOptions({profile, centre, code, log, seed, clock, people, pause, idle, keychain});
    parser.process(application);

    if (!startVault())
        return 1;
    const ShiftedClock ticking(fromMilliseconds(parser.value(clock).toLongLong()));
    WorkplaceSettings settings;
    settings.profile = parser.value(profile);
    settings.centreUrl = parser.value(centre);
    settings.quickPasswords = true;
    auto contents = std::make_shared<KeychainContents>();
    contents->state = KeychainState::None;
    try {
        PersonLog written(parser.value(log).toStdString());
        std::unique_ptr<Keychain> keys = std::make_unique<FakeKeychain>(contents);
        if (parser.isSet(keychain))
            keys = std::make_unique<DesktopKeychain>();
        Workplace workplace(settings, ticking, std::move(keys));
        Day day;
        day.people = parser.value(people).split(QLatin1Char(','));
        day.code = parser.value(code);
        day.url = parser.value(centre);
        day.seed = parser.value(seed).toULongLong();
        if (parser.isSet(pause))
            day.pauseMilliseconds = parser.value(pause).toInt();
        day.idle = parser.isSet(idle);
        Counter counter(workplace, written, std::move(day));
        QTimer::singleShot(0, &counter, [&counter] {
            try {
                counter.begin();
            } catch (const std::exception& trouble) {
                std::fprintf(stderr, "trouble: %s\n", trouble.what());
                QCoreApplication::exit(3);
            }
        });
        return QGuiApplication::exec();
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "trouble: %s\n", trouble.what());
        return 3;
    }
}
