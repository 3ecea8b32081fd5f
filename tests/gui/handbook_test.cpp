// SPDX-License-Identifier: GPL-3.0-or-later
// The handbook's files: one book in two languages, whose keys, names, links and pictures are real.
#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/handbook.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/translation.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace yichuang;
using namespace yichuang::ui;

namespace {

const QString sources = QStringLiteral(YICHUANG_RESOURCES "/handbook/");
constexpr qint64 largestPicture = 60 * 1024;

/// Keys that are nobody's: walking, typing, editing, and those of the handbook's own page.
const QStringList& plainKeys() {
    static const QStringList keys {QStringLiteral("Enter"), QStringLiteral("Shift+Enter"), QStringLiteral("Esc"),
        QStringLiteral("Tab"), QStringLiteral("Shift+Tab"), QStringLiteral("↑"), QStringLiteral("↓"),
        QStringLiteral("PgUp"), QStringLiteral("PgDn"), QStringLiteral("Home"), QStringLiteral("End"),
        QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("9"), QStringLiteral("Ctrl+C"),
        QStringLiteral("Ctrl+X"), QStringLiteral("Ctrl+V"), QStringLiteral("Ctrl+Z"), QStringLiteral("Ctrl+A"),
        QStringLiteral("Alt+←"), QStringLiteral("Ctrl+PgUp"), QStringLiteral("Ctrl+PgDn")};
    return keys;
}

/// A chapter without its blocks of commands, which hold no keys.
QString withoutCommands(QString markdown) {
    static const QRegularExpression block(QStringLiteral("^```.*?^```$"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    return markdown.remove(block);
}

QStringList all(const QString& text, const QString& pattern) {
    QStringList found;
    auto each = QRegularExpression(pattern).globalMatch(text);
    while (each.hasNext())
        found.push_back(each.next().captured(1));
    return found;
}

const QString keyPattern = QStringLiteral("`([^`]+)`");
const QString picturePattern = QStringLiteral("!\\[[^]]+\\]\\(([^)]+)\\)");

/// The words that a button of this key bears on some occasion, in the language that was installed.
std::map<QString, std::set<QString>> namesOfKeys() {
    std::map<QString, std::set<QString>> names;
    const ActionRegistry registry;
    for (const ActionDefinition& definition : actionDefinitions()) {
        const Action& action = registry.action(QLatin1String(definition.id));
        for (const QKeySequence& keys : action.keys())
            names[keyText(keys)].insert(action.verb());
    }
    // What the keys of a case mean depends on the case (CaseActions::meaningOf, main).
    const auto occasion = [&](const char* keys, std::initializer_list<Event> events, CommandAct act = CommandAct::Do) {
        for (const Event event : events)
            names[QLatin1String(keys)].insert(CaseActions::verbOf(event, act));
    };
    occasion("Ctrl+Enter",
        {Event::Resubmit, Event::Accept, Event::StartReview, Event::EndSpecial, Event::SubmitOpinion, Event::Assign,
            Event::Grant, Event::IssueResult, Event::Deliver, Event::CompleteTolerance});
    occasion("F9", {Event::Accept, Event::DecideOnSpot});
    occasion("F12", {Event::Refuse});
    occasion("F12", {Event::RefuseAcceptance}, CommandAct::Request);
    occasion("F12", {Event::RefuseAcceptance}, CommandAct::Approve);
    names[QStringLiteral("F9")].insert(QCoreApplication::translate("yichuang::ui::IntakeScreen", "Decide and print"));
    return names;
}

void addLanguages() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("english");
    QTest::newRow("Chinese") << sources + QStringLiteral("zh_CN") << false;
    QTest::newRow("English") << sources + QStringLiteral("en") << true;
}

void speak(bool english) {
    QVERIFY(installLanguage(*QCoreApplication::instance(), english ? Language::English : Language::Chinese));
}

class HandbookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsOneBookInTwoLanguages() {
        const Handbook chinese(sources + QStringLiteral("zh_CN"));
        const Handbook english(sources + QStringLiteral("en"));
        QVERIFY(chinese.chapters().size() >= 14);
        QCOMPARE(english.chapters().size(), chinese.chapters().size());
        for (std::size_t at = 0; at < chinese.chapters().size(); ++at) {
            const HandbookChapter& one = chinese.chapters()[at];
            const HandbookChapter& other = english.chapters()[at];
            QCOMPARE(other.id, one.id);
            QVERIFY2(one.headings.size() == other.headings.size(), qPrintable(one.id));
            for (std::size_t heading = 0; heading < one.headings.size(); ++heading)
                QCOMPARE(other.headings[heading].anchor, one.headings[heading].anchor);
            QCOMPARE(all(other.markdown, picturePattern), all(one.markdown, picturePattern));
            QCOMPARE(other.markdown.count(QStringLiteral("```")), one.markdown.count(QStringLiteral("```")));
        }
    }

    void aHeadingHasANameOfItsOwn_data() { addLanguages(); }
    void aHeadingHasANameOfItsOwn() {
        QFETCH(QString, folder);
        const Handbook handbook(folder);
        for (const HandbookChapter& chapter : handbook.chapters()) {
            QVERIFY2(chapter.headings.size() >= 3, qPrintable(chapter.id));
            std::set<QString> names;
            for (const HandbookHeading& heading : chapter.headings) {
                QVERIFY2(!heading.title.isEmpty(), qPrintable(chapter.id));
                QVERIFY2(names.insert(heading.anchor).second, qPrintable(chapter.id + u'#' + heading.anchor));
            }
        }
    }

    void noChapterIsLeftOutOfTheContents_data() { addLanguages(); }
    void noChapterIsLeftOutOfTheContents() {
        QFETCH(QString, folder);
        const Handbook handbook(folder);
        QStringList told {QStringLiteral("contents.md")};
        for (const HandbookChapter& chapter : handbook.chapters())
            told.push_back(chapter.id + QStringLiteral(".md"));
        told.sort();
        QCOMPARE(QDir(folder).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name), told);
        // The contents call each chapter what it calls itself.
        QFile file(folder + QStringLiteral("/contents.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString contents = QString::fromUtf8(file.readAll());
        for (const HandbookChapter& chapter : handbook.chapters())
            QVERIFY2(contents.contains(QStringLiteral("- [%1](%2.md)").arg(chapter.title, chapter.id)),
                qPrintable(chapter.title));
    }

    void everyScreenHasItsChapter_data() { addLanguages(); }
    void everyScreenHasItsChapter() {
        QFETCH(QString, folder);
        const Handbook handbook(folder);
        for (const Screen screen : allScreens()) {
            const HandbookPlace place = handbookPlaceOf(screen);
            const HandbookChapter* chapter = handbook.chapter(place.chapter);
            QVERIFY2(chapter, qPrintable(place.chapter));
            QVERIFY2(std::any_of(chapter->headings.begin(), chapter->headings.end(),
                         [&place](const HandbookHeading& heading) { return heading.anchor == place.anchor; }),
                qPrintable(place.chapter + u'#' + place.anchor));
        }
    }

    void everyLinkLeadsSomewhere_data() { addLanguages(); }
    void everyLinkLeadsSomewhere() {
        QFETCH(QString, folder);
        const Handbook handbook(folder);
        int links = 0;
        for (const HandbookChapter& chapter : handbook.chapters()) {
            for (const QString& link : all(chapter.markdown, QStringLiteral("(?<!!)\\[[^]]+\\]\\(([^)]+)\\)"))) {
                const QString file = link.section(u'#', 0, 0);
                const QString anchor = link.section(u'#', 1);
                QVERIFY2(file.isEmpty() || file.endsWith(QStringLiteral(".md")), qPrintable(link));
                const HandbookChapter* to = file.isEmpty() ? &chapter : handbook.chapter(file.chopped(3));
                QVERIFY2(to, qPrintable(chapter.id + QStringLiteral(": ") + link));
                QVERIFY2(std::any_of(to->headings.begin(), to->headings.end(),
                             [&anchor](const HandbookHeading& heading) { return heading.anchor == anchor; }),
                    qPrintable(chapter.id + QStringLiteral(": ") + link));
                ++links;
            }
        }
        QVERIFY(links >= 5);
    }

    /// Markdown makes a link of an address by itself, and swallows the star or the bracket behind it.
    void noAddressStandsInTheText_data() { addLanguages(); }
    void noAddressStandsInTheText() {
        QFETCH(QString, folder);
        const Handbook handbook(folder);
        for (const HandbookChapter& chapter : handbook.chapters())
            QVERIFY2(!withoutCommands(chapter.markdown).contains(QStringLiteral("://")), qPrintable(chapter.id));
    }

    void everyPictureIsThereAndNoneIsLeftOver_data() { addLanguages(); }
    void everyPictureIsThereAndNoneIsLeftOver() {
        QFETCH(QString, folder);
        std::set<QString> told;
        const Handbook handbook(folder);
        for (const HandbookChapter& chapter : handbook.chapters()) {
            for (const QString& name : all(chapter.markdown, picturePattern)) {
                const QFileInfo file(folder + u'/' + name);
                QVERIFY2(file.exists(), qPrintable(name));
                QVERIFY2(file.size() <= largestPicture, qPrintable(name));
                const QImage picture(file.filePath());
                QVERIFY2(picture.width() >= 300 && picture.height() >= 150, qPrintable(name));
                told.insert(file.fileName());
            }
        }
        for (const QString& name : QDir(folder + QStringLiteral("/pictures")).entryList(QDir::Files))
            QVERIFY2(told.contains(name), qPrintable(name));
    }

    void everyKeyIsAKeyOfTheProgram_data() { addLanguages(); }
    void everyKeyIsAKeyOfTheProgram() {
        QFETCH(QString, folder);
        QFETCH(bool, english);
        speak(english);
        const auto names = namesOfKeys();
        const QString space = keyText(QKeySequence(Qt::Key_Space));
        int keys = 0;
        const Handbook handbook(folder);
        for (const HandbookChapter& chapter : handbook.chapters()) {
            for (const QString& key : all(withoutCommands(chapter.markdown), keyPattern)) {
                QVERIFY2(names.contains(key) || plainKeys().contains(key) || key == space,
                    qPrintable(chapter.id + QStringLiteral(": ") + key));
                ++keys;
            }
        }
        QVERIFY(keys > 150);
    }

    void whatAKeyIsSaidToDoIsWhatItsButtonSays_data() { addLanguages(); }
    void whatAKeyIsSaidToDoIsWhatItsButtonSays() {
        QFETCH(QString, folder);
        QFETCH(bool, english);
        speak(english);
        const auto names = namesOfKeys();
        static const QRegularExpression named(QStringLiteral("\\*\\*([^*]+)\\*\\* ?`([^`]+)`"));
        int pairs = 0;
        const Handbook handbook(folder);
        for (const HandbookChapter& chapter : handbook.chapters()) {
            auto each = named.globalMatch(chapter.markdown);
            while (each.hasNext()) {
                const auto match = each.next();
                const auto key = names.find(match.captured(2));
                QVERIFY2(key != names.end() && key->second.contains(match.captured(1)),
                    qPrintable(chapter.id + QStringLiteral(": ") + match.captured(0)));
                ++pairs;
            }
        }
        QVERIFY(pairs > 50);
    }

    /// Every action that a key brings about is told of.
    void everyActionIsToldOf_data() { addLanguages(); }
    void everyActionIsToldOf() {
        QFETCH(QString, folder);
        QFETCH(bool, english);
        speak(english);
        QString text;
        const Handbook handbook(folder);
        for (const HandbookChapter& chapter : handbook.chapters())
            text += chapter.markdown;
        const ActionRegistry registry;
        for (const ActionDefinition& definition : actionDefinitions()) {
            const QString id = QLatin1String(definition.id);
            const Action& action = registry.action(id);
            // Where it may be done this one has the law's longer name.
            const QString verb = id == QLatin1String("case.refuse") ? CaseActions::verbOf(Event::Refuse, CommandAct::Do)
                                                                    : action.verb();
            const QString said = QStringLiteral("**%1** `%2`").arg(verb, action.keyText());
            QVERIFY2(text.contains(said), qPrintable(id + QStringLiteral(": ") + said));
        }
    }

    void bothLanguagesTellTheSameKeys() {
        const auto keysOf = [](const HandbookChapter& chapter) {
            QStringList keys = all(withoutCommands(chapter.markdown), keyPattern);
            keys.replaceInStrings(QStringLiteral("空格"), QStringLiteral("Space"));
            keys.sort();
            return keys;
        };
        const Handbook chinese(sources + QStringLiteral("zh_CN"));
        const Handbook english(sources + QStringLiteral("en"));
        for (const HandbookChapter& chapter : chinese.chapters()) {
            const QStringList one = keysOf(chapter);
            const QStringList other = keysOf(*english.chapter(chapter.id));
            QVERIFY2(one == other,
                qPrintable(
                    chapter.id + QStringLiteral(": ") + one.join(u' ') + QStringLiteral(" / ") + other.join(u' ')));
        }
    }

    void theProgramCarriesWhatLiesInTheFolder() {
        for (const bool english : {false, true}) {
            speak(english);
            const QDir carried(Handbook::folderOfThisLanguage());
            const QDir folder(sources + (english ? QStringLiteral("en") : QStringLiteral("zh_CN")));
            for (const QString& below : {QStringLiteral("."), QStringLiteral("pictures")}) {
                const QStringList names = QDir(folder.filePath(below)).entryList(QDir::Files, QDir::Name);
                QCOMPARE(QDir(carried.filePath(below)).entryList(QDir::Files, QDir::Name), names);
                for (const QString& name : names) {
                    QFile one(QDir(folder.filePath(below)).filePath(name));
                    QFile other(QDir(carried.filePath(below)).filePath(name));
                    QVERIFY(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
                    QVERIFY2(one.readAll() == other.readAll(), qPrintable(name));
                }
            }
        }
    }

    void whatIsLookedForIsFound() {
        const Handbook chinese(sources + QStringLiteral("zh_CN"));
        const auto hits = chinese.find(QStringLiteral("补打"));
        QVERIFY(!hits.empty());
        QCOMPARE(hits.front().place.chapter, QStringLiteral("papers"));
        QCOMPARE(hits.front().place.anchor, QStringLiteral("again"));
        QVERIFY(hits.front().words.contains(QStringLiteral("补打")));
        // Full-width letters are letters; two words must both stand in a section.
        QVERIFY(!chinese.find(QStringLiteral("ｐｄｆ")).empty());
        QVERIFY(!chinese.find(QStringLiteral("打印机 没有纸")).empty());
        QVERIFY(chinese.find(QStringLiteral("打印机 恢复私钥")).empty());
        QVERIFY(chinese.find(QStringLiteral("  ")).empty());
        const Handbook english(sources + QStringLiteral("en"));
        QCOMPARE(english.find(QStringLiteral("RECOVERY key")).front().place.chapter, QStringLiteral("administrators"));
    }
};

} // namespace

QTEST_MAIN(HandbookTest)
#include "handbook_test.moc"
