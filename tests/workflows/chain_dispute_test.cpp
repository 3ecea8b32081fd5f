// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation whose file is older than what the centre knows of it, or is on two machines at once: the whole road
// from the first sign of it to the next receipt, against a real centre on both databases.
#include <fake_keychain.h>
#include <hall_database.h>

#include <yichuang/workflows/workplace.h>

#include <QDirIterator>
#include <QFile>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const char* const monday = "2018-11-19T09:00:00+08:00";
Instant mondayMorning() {
    return startOfDayInShanghai(std::chrono::year {2018} / 11 / 19) + std::chrono::hours {9};
}

template <typename T> Result<T> answerOf(QFuture<Result<T>> future) {
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec(); // every call of a workplace has an end
    return future.result();
}
template <typename T> T taken(QFuture<Result<T>> future) {
    auto result = answerOf(std::move(future));
    if (!result) {
        std::string text = result.error().code;
        for (const auto& [name, value] : result.error().arguments)
            text += " " + name + "=" + value;
        throw std::runtime_error(text + " " + result.error().detail);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A counter as its screens see it.
class Counter {
public:
    Counter(const QString& profile, const std::string& url, std::shared_ptr<KeychainContents> contents)
        : clock(mondayMorning())
        , place(settings(profile, url), clock, std::make_unique<FakeKeychain>(std::move(contents))) { }

    static WorkplaceSettings settings(const QString& profile, const std::string& url) {
        WorkplaceSettings settings;
        settings.profile = profile;
        settings.centreUrl = QString::fromStdString(url);
        settings.quickPasswords = true;
        return settings;
    }
    void join(const std::string& code) {
        taken(place.session().start());
        taken(place.session().enrol({}, QString::fromStdString(code)));
    }
    void signIn() { taken(place.session().signIn(QStringLiteral("liufei"), QStringLiteral("yichuang-1"))); }
    /// A receipt for an applicant of that name.
    Concluded takeIn(const QString& name) {
        for (const FoundItem& found : place.intakes().find({})) {
            if (!found.mayTakeIn)
                continue;
            const auto intake = place.intakes().begin(found.item->id);
            Applicant applicant;
            applicant.self.name = name;
            applicant.self.phone = QStringLiteral("13912345678");
            applicant.identityChecked = true;
            intake->setApplicant(applicant);
            return taken(intake->conclude(Conclusion::ReceiptOnly, {}, {}));
        }
        throw std::runtime_error("no item that may be taken in");
    }
    [[nodiscard]] Connection connection() { return place.sync().status().connection; }
    [[nodiscard]] int waiting() { return place.sync().status().waiting; }
    [[nodiscard]] bool ready() {
        return connection() == Connection::Online && place.sync().status().numbersLeft > 0
            && place.registry()->person(PersonId("liufei")) != nullptr;
    }
    /// Name on the case's page, empty if the case is not known from the centre.
    QString nameAtCentre(const QString& caseNo) {
        const auto stream = answerOf(place.casework().findByNumber(caseNo));
        if (!stream)
            return {};
        const auto view = answerOf(place.casework().open(*stream));
        return view && view->row.marks.knownAtCentre ? view->applicant.self.name : QString {};
    }

    ShiftedClock clock;
    Workplace place;
};

void copyFolder(const QString& from, const QString& to) {
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (!QFile::copy(files.filePath(), to + QLatin1Char('/') + files.fileName()))
            throw std::runtime_error("the folder can't be copied");
    }
}

/// The keychain of the machine that a disk image is started on: the same user, the same secrets.
std::shared_ptr<KeychainContents> sameSecrets(
    const KeychainContents& contents, const QString& fromProfile, const QString& toProfile) {
    auto copy = std::make_shared<KeychainContents>(contents);
    copy->secrets.clear();
    for (auto secret = contents.secrets.begin(); secret != contents.secrets.end(); ++secret)
        copy->secrets.insert(QString(secret.key()).replace(fromProfile, toProfile), secret.value());
    return copy;
}

} // namespace

#define TRY_LONG(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60'000)

class ChainDisputeTest : public QObject {
    Q_OBJECT

    /// A new counter takes one case in, sends it up and is shut down.
    static void workOneEvening(const QString& profile, const std::string& url,
        const std::shared_ptr<KeychainContents>& secrets, const std::string& code) {
        Counter counter(profile, url, secrets);
        counter.join(code);
        TRY_LONG(counter.ready());
        counter.signIn();
        const QString number = counter.takeIn(QStringLiteral("甲测试")).caseNo;
        TRY_LONG(counter.nameAtCentre(number) == QStringLiteral("甲测试"));
    }

private Q_SLOTS:
    void yesterdaysDiskImageIsEnrolledAnewAndNoReceiptIsLost_data() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("SQLite") << QStringLiteral("sqlite");
        QTest::newRow("PostgreSQL") << QStringLiteral("postgresql");
    }
    void yesterdaysDiskImageIsEnrolledAnewAndNoReceiptIsLost() {
        QFETCH(QString, kind);
        const kit::HallDatabase database(kind.toStdString());
        kit::setUpHall(database.address(), {"liufei"});
        auto centre
            = std::make_unique<kit::CentralProcess>(database.address(), std::vector<std::string> {"--clock", monday});
        const unsigned short port = centre->port();
        const std::string url = centre->url();
        QTemporaryDir folder;
        QTemporaryDir image;
        auto secrets = std::make_shared<KeychainContents>();
        workOneEvening(folder.path(), url, secrets, kit::enrolCode(database.address(), "w3"));
        copyFolder(folder.path(), image.path());
        Counter counter(folder.path(), url, secrets);
        taken(counter.place.session().start());
        counter.signIn();
        const QString second = counter.takeIn(QStringLiteral("乙测试")).caseNo;
        TRY_LONG(counter.nameAtCentre(second) == QStringLiteral("乙测试"));
        const std::string code = kit::enrolCode(database.address(), "w3");
        const std::string codeOfAnother = kit::enrolCode(database.address(), "w1");
        centre->kill();

        // The image prints receipts before its first contact: one under a number that is given out already.
        Counter restored(image.path(), url, sameSecrets(*secrets, folder.path(), image.path()));
        QSignalSpy disputed(&restored.place.sync(), &SyncDesk::chainDisputed);
        QCOMPARE(taken(restored.place.session().start()).state, StartState::NeedsSignIn);
        restored.signIn();
        QVERIFY(restored.place.session().current()->offline);
        const QString clash = restored.takeIn(QStringLiteral("丙测试")).caseNo;
        const QString free = restored.takeIn(QStringLiteral("丁测试")).caseNo;
        QCOMPARE(clash, second);

        centre = std::make_unique<kit::CentralProcess>(
            database.address(), std::vector<std::string> {"--clock", monday}, std::filesystem::path {}, port);
        restored.place.sync().tryNow();
        TRY_LONG(restored.connection() == Connection::ChainDisputed);
        QCOMPARE(disputed.size(), 1);
        QCOMPARE(restored.waiting(), 2);
        QVERIFY_EXCEPTION_THROWN(restored.takeIn(QStringLiteral("戊测试")), std::runtime_error);

        // A wrong code, and one of another window, change nothing.
        QCOMPARE(answerOf(restored.place.sync().enrolAnew(QStringLiteral("AAAA-BBBB-CCCC"))).error().code,
            std::string("enrol.code"));
        QCOMPARE(answerOf(restored.place.sync().enrolAnew(QString::fromStdString(codeOfAnother))).error().code,
            std::string("enrol.window"));
        QVERIFY(restored.place.session().current().has_value());
        taken(restored.place.sync().enrolAnew(QString::fromStdString(code)));
        QVERIFY(!restored.place.session().current().has_value());
        TRY_LONG(restored.ready());
        restored.signIn();
        QVERIFY(!restored.place.session().current()->offline);

        // Its tail went up as a branch: the free number stands, the other is kept with both sides.
        TRY_LONG(restored.waiting() == 0);
        TRY_LONG(counter.nameAtCentre(free) == QStringLiteral("丁测试"));
        const auto refused = taken(restored.place.sync().refused());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.front().kind, RefusalKind::NumberClash);
        QCOMPARE(refused.front().applicant, QStringLiteral("丙测试"));
        QVERIFY(refused.front().mayOpenAnew);
        const Concluded anew = taken(restored.place.sync().openAnew(refused.front().act));
        QVERIFY(anew.caseNo != clash && anew.caseNo != free);
        QVERIFY(!anew.papers.isEmpty()); // the applicant needs another receipt
        TRY_LONG(counter.nameAtCentre(anew.caseNo) == QStringLiteral("丙测试"));
        QCOMPARE(counter.nameAtCentre(second), QStringLiteral("乙测试"));
        QVERIFY(taken(restored.place.sync().refused()).isEmpty());
        QCOMPARE(answerOf(restored.place.sync().openAnew(refused.front().act)).error().code,
            std::string("sync.not_to_open_anew"));
        const auto view = taken(restored.place.casework().open(anew.stream));
        QCOMPARE(view.timeline.front().particulars.value(QStringLiteral("replaces")), clash);
        // Both desks go on.
        const QString next = restored.takeIn(QStringLiteral("己测试")).caseNo;
        TRY_LONG(counter.nameAtCentre(next) == QStringLiteral("己测试"));
        QCOMPARE(counter.connection(), Connection::Online);
    }

    void aCloneIsToldByItsFirstContactAndTheOriginalGoesOn_data() {
        yesterdaysDiskImageIsEnrolledAnewAndNoReceiptIsLost_data();
    }
    void aCloneIsToldByItsFirstContactAndTheOriginalGoesOn() {
        QFETCH(QString, kind);
        const kit::HallDatabase database(kind.toStdString());
        kit::setUpHall(database.address(), {"liufei"});
        const kit::CentralProcess centre(database.address(), {"--clock", monday});
        QTemporaryDir folder;
        QTemporaryDir copied;
        auto secrets = std::make_shared<KeychainContents>();
        workOneEvening(folder.path(), centre.url(), secrets, kit::enrolCode(database.address(), "w3"));
        copyFolder(folder.path(), copied.path());
        Counter counter(folder.path(), centre.url(), secrets);
        taken(counter.place.session().start());
        counter.signIn();
        TRY_LONG(counter.ready());

        // Both run at once under one name. Whoever is second to push finds his number given to another act.
        Counter clone(copied.path(), centre.url(), sameSecrets(*secrets, folder.path(), copied.path()));
        taken(clone.place.session().start());
        clone.signIn();
        TRY_LONG(clone.connection() == Connection::Online);
        const QString here = counter.takeIn(QStringLiteral("乙测试")).caseNo;
        TRY_LONG(counter.waiting() == 0);
        const QString there = clone.takeIn(QStringLiteral("丙测试")).caseNo;
        QCOMPARE(here, there);
        TRY_LONG(clone.connection() == Connection::ChainDisputed);
        taken(clone.place.sync().enrolAnew(QString::fromStdString(kit::enrolCode(database.address(), "w3"))));
        TRY_LONG(clone.ready());
        clone.signIn();
        TRY_LONG(clone.waiting() == 0);
        const auto refused = taken(clone.place.sync().refused());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.front().kind, RefusalKind::NumberClash);
        const Concluded anew = taken(clone.place.sync().openAnew(refused.front().act));
        TRY_LONG(counter.nameAtCentre(anew.caseNo) == QStringLiteral("丙测试"));
        const QString next = counter.takeIn(QStringLiteral("丁测试")).caseNo;
        TRY_LONG(clone.nameAtCentre(next) == QStringLiteral("丁测试"));
        QCOMPARE(counter.connection(), Connection::Online);
        QVERIFY(taken(counter.place.sync().refused()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ChainDisputeTest)
#include "chain_dispute_test.moc"
