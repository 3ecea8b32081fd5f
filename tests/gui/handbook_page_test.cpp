// SPDX-License-Identifier: GPL-3.0-or-later
// F1 twice, from the real window with a real centre behind it: the chapter that fits, and nothing typed is lost.
#include "counter_desk.h"

#include <yichuang/ui/fields.h>
#include <yichuang/ui/handbook_page.h>
#include <yichuang/ui/handbook_text.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>

#include <QListWidget>
#include <QScrollBar>
#include <QTextBlock>

using namespace yichuang;
using namespace yichuang::test;

namespace {

class HandbookPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;

    [[nodiscard]] ui::HandbookPage& book() { return *m_desk->window().handbook(); }
    void openBook() {
        m_desk->press(Qt::Key_F1);
        QVERIFY(m_desk->window().keysShown());
        QVERIFY2(m_desk->words().contains(QStringLiteral("F1")), qPrintable(m_desk->words()));
        m_desk->press(Qt::Key_F1);
        QVERIFY(!m_desk->window().keysShown());
        QVERIFY(book().isVisible());
    }
    void closeBook() {
        m_desk->press(Qt::Key_Escape);
        QVERIFY(!book().isVisible());
    }
    [[nodiscard]] QString firstHeading() { return book().text()->document()->begin().text(); }
    void speak(ui::Language language) {
        m_desk.reset();
        QVERIFY(ui::installLanguage(*qApp, language));
        ui::applyTheme(*qApp, ui::Theme());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei"});
        m_desk = openCounter(*m_hall);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVault()); }

    void init() {
        if (!m_desk)
            speak(ui::Language::Chinese);
    }

    void theKeysSayThatThereIsAHandbook() {
        m_desk->press(Qt::Key_F1);
        QVERIFY2(m_desk->words().contains(QStringLiteral("再按 F1 打开手册")), qPrintable(m_desk->words()));
        m_desk->press(Qt::Key_Escape);
        QVERIFY(!m_desk->window().keysShown());
        QVERIFY(!book().isVisible());
    }

    void eachScreenOpensItsChapter() {
        struct Case {
            int key;
            Qt::KeyboardModifiers modifiers;
            ui::Screen screen;
            const char* chapter;
            const char* heading;
        };
        const Case cases[] {{Qt::Key_2, Qt::AltModifier, ui::Screen::ToDo, "to-do", "待办和办件页"},
            {Qt::Key_F2, Qt::NoModifier, ui::Screen::FindItem, "find-item", "找事项"},
            {Qt::Key_3, Qt::AltModifier, ui::Screen::HandOver, "hand-over", "发件"},
            {Qt::Key_F7, Qt::NoModifier, ui::Screen::Sync, "sync", "离线、同步和未获接受的办理"},
            {Qt::Key_1, Qt::AltModifier, ui::Screen::Today, "first-day", "第一天"}};
        for (const Case& each : cases) {
            m_desk->press(each.key, each.modifiers);
            QCOMPARE(m_desk->screen(), each.screen);
            openBook();
            QCOMPARE(book().place().chapter, QLatin1String(each.chapter));
            QCOMPARE(firstHeading(), QString::fromUtf8(each.heading));
            closeBook();
            QCOMPARE(m_desk->screen(), each.screen);
        }
    }

    void aPlaceInsideAChapterIsScrolledTo() {
        m_desk->press(Qt::Key_4, Qt::AltModifier);
        openBook();
        QCOMPARE(book().place().anchor, QStringLiteral("done"));
        QVERIFY(book().text()->verticalScrollBar()->value() > 0);
        const QTextDocument* document = book().text()->document();
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() == 2 && block.text() == QStringLiteral("已办")) {
                const QRect heading = book().text()->cursorRect(QTextCursor(block));
                QVERIFY(book().text()->viewport()->rect().contains(heading.center()));
                closeBook();
                return;
            }
        }
        QFAIL("there is no such heading");
    }

    void escReturnsToTheFieldWithWhatWasTyped() {
        m_desk->beginIntake(QStringLiteral("yyxyc"));
        auto* number = m_desk->find<ui::IdentifierField>("applicant.id_number");
        QCOMPARE(m_desk->focus(), number->line());
        m_desk->type(QStringLiteral("4304001985"));
        openBook();
        QCOMPARE(book().place().chapter, QStringLiteral("intake"));
        QCOMPARE(firstHeading(), QStringLiteral("收件"));
        // The keys of the page below are silent: nothing is refused, accepted, locked or left.
        for (const int key : {Qt::Key_F9, Qt::Key_F8, Qt::Key_F12, Qt::Key_F2, Qt::Key_Return, Qt::Key_F7})
            m_desk->press(key);
        m_desk->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(book().isVisible());
        QCOMPARE(m_desk->screen(), ui::Screen::Intake);
        QVERIFY(m_desk->workplace().session().current().has_value());
        m_desk->type(QStringLiteral("F8"));
        closeBook();
        QCOMPARE(m_desk->screen(), ui::Screen::Intake);
        QCOMPARE(m_desk->focus(), number->line());
        QCOMPARE(number->line()->text(), QStringLiteral("4304001985"));
        m_desk->type(QStringLiteral("03120011"));
        QCOMPARE(number->value(), QStringLiteral("430400198503120011"));
        m_desk->press(Qt::Key_Escape); // and only now it is the page's own
        QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::FindItem; }));
    }

    void whatAsksForTheFocusMeanwhileGetsItAfterwards() {
        m_desk->press(Qt::Key_F2);
        openBook();
        QLineEdit* line = m_desk->ui().findItemScreen()->line();
        m_desk->press(Qt::Key_Tab);
        QVERIFY(book().isAncestorOf(m_desk->focus()));
        line->setFocus();
        QVERIFY(book().isAncestorOf(m_desk->focus()));
        m_desk->type(QStringLiteral("x"));
        QVERIFY(line->text().isEmpty());
        closeBook();
        QCOMPARE(m_desk->focus(), line);
    }

    void typingFindsAndEnterGoesThere() {
        m_desk->press(Qt::Key_F2);
        openBook();
        QCOMPARE(m_desk->focus(), book().finder());
        m_desk->type(QStringLiteral("补打"));
        QVERIFY(book().contents()->count() > 0);
        QCOMPARE(book().place().chapter, QStringLiteral("papers"));
        QCOMPARE(book().place().anchor, QStringLiteral("again"));
        QVERIFY(!book().text()->extraSelections().isEmpty());
        const QString first = book().contents()->currentItem()->text();
        m_desk->press(Qt::Key_Down);
        QVERIFY(book().contents()->currentItem()->text() != first);
        m_desk->press(Qt::Key_Up);
        m_desk->press(Qt::Key_Return);
        QCOMPARE(book().place().chapter, QStringLiteral("papers"));
        closeBook();

        // The next time it begins with the page's own chapter again.
        openBook();
        QVERIFY(book().finder()->text().isEmpty());
        QCOMPARE(book().place().chapter, QStringLiteral("find-item"));
        m_desk->type(QStringLiteral("没有这样的词"));
        QCOMPARE(book().contents()->count(), 1);
        QCOMPARE(book().contents()->item(0)->text(), QStringLiteral("没有找到"));
        closeBook();
    }

    void linksAreWalkedByTabAndBack() {
        m_desk->press(Qt::Key_F7);
        openBook();
        const int before = book().text()->verticalScrollBar()->value();
        m_desk->press(Qt::Key_PageDown);
        QVERIFY(book().text()->verticalScrollBar()->value() > before);
        m_desk->press(Qt::Key_Home);
        QCOMPARE(book().text()->verticalScrollBar()->value(), 0);
        closeBook();

        m_desk->press(Qt::Key_1, Qt::AltModifier);
        openBook();
        m_desk->press(Qt::Key_Home);
        // First day: its first link leads to the settings.
        m_desk->press(Qt::Key_Tab);
        QCOMPARE(m_desk->focus(), static_cast<QWidget*>(book().text()));
        QVERIFY(book().text()->textCursor().hasSelection());
        m_desk->press(Qt::Key_Return);
        QVERIFY2(comesTrue([&] { return book().place().chapter == QStringLiteral("settings"); }),
            qPrintable(book().place().chapter + u' ' + book().text()->textCursor().selectedText()));
        QCOMPARE(book().place().anchor, QStringLiteral("machine"));
        m_desk->press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(book().place().chapter, QStringLiteral("first-day"));
        m_desk->press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(book().place().chapter, QStringLiteral("find-item"));
        m_desk->press(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(book().place().chapter, QStringLiteral("first-day"));
        // Tab goes round: text, contents, finder; letters find from anywhere.
        for (int presses = 0; presses < 4 && m_desk->focus() != book().contents(); ++presses)
            m_desk->press(Qt::Key_Tab);
        QCOMPARE(m_desk->focus(), static_cast<QWidget*>(book().contents()));
        m_desk->press(Qt::Key_Down);
        QCOMPARE(book().place().chapter, QStringLiteral("find-item"));
        m_desk->type(QStringLiteral("PDF"));
        QCOMPARE(book().finder()->text(), QStringLiteral("PDF"));
        QCOMPARE(m_desk->focus(), static_cast<QWidget*>(book().finder()));
        closeBook();
    }

    void theSignInPageHasItsChapterToo() {
        m_desk->press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(m_desk->screen(), ui::Screen::SignIn);
        QVERIFY(comesTrue([&] { return m_desk->ui().signInScreen()->password()->line()->hasFocus(); }));
        m_desk->type(QStringLiteral("yichuang"));
        openBook();
        QCOMPARE(book().place().chapter, QStringLiteral("first-day"));
        QCOMPARE(book().place().anchor, QStringLiteral("sign-in"));
        closeBook();
        QCOMPARE(m_desk->ui().signInScreen()->password()->line()->text(), QStringLiteral("yichuang"));
        m_desk->type(QStringLiteral("-1"));
        m_desk->press(Qt::Key_Return);
        // She goes on where she locked the counter.
        QVERIFY(comesTrue([&] { return m_desk->screen() != ui::Screen::SignIn; }));
    }

    void everyChapterFitsThePageInEveryAppearanceAndSize_data() {
        QTest::addColumn<ui::Appearance>("appearance");
        QTest::addColumn<double>("scale");
        QTest::newRow("light") << ui::Appearance::Light << 1.0;
        QTest::newRow("dark") << ui::Appearance::Dark << 1.0;
        QTest::newRow("high contrast, 150 %") << ui::Appearance::HighContrast << 1.5;
        QTest::newRow("english") << ui::Appearance::Light << 1.0;
        QTest::newRow("english, 150 %") << ui::Appearance::Light << 1.5;
    }
    void everyChapterFitsThePageInEveryAppearanceAndSize() {
        QFETCH(ui::Appearance, appearance);
        QFETCH(double, scale);
        if (QByteArray(QTest::currentDataTag()).startsWith("english"))
            QVERIFY(ui::installLanguage(*qApp, ui::Language::English));
        ui::applyTheme(*qApp, ui::Theme(appearance, scale));
        QWidget window;
        window.resize(1366, 768);
        ui::HandbookPage page(&window);
        window.show();
        const ui::Handbook handbook(ui::Handbook::folderOfThisLanguage());
        const QString pictures = QString::fromLocal8Bit(qgetenv("YICHUANG_PICTURES"));
        for (const ui::HandbookChapter& chapter : handbook.chapters()) {
            page.open({chapter.id, {}});
            const QTextDocument* document = page.text()->document();
            QVERIFY2(document->size().width() <= page.text()->viewport()->width() + 1, qPrintable(chapter.id));
            QVERIFY(document->size().height() > 400);
            if (!pictures.isEmpty()) {
                int number = 0;
                QScrollBar* bar = page.text()->verticalScrollBar();
                do {
                    page.grab().save(QStringLiteral("%1/%2-%3-%4.png")
                            .arg(pictures, QLatin1String(QTest::currentDataTag()).left(4), chapter.id)
                            .arg(number++));
                    if (bar->value() == bar->maximum())
                        break;
                    bar->setValue(bar->value() + bar->pageStep());
                } while (true);
            }
        }
        ui::applyTheme(*qApp, ui::Theme());
    }

    void anEnglishProgramHasAnEnglishHandbook() {
        speak(ui::Language::English);
        if (QTest::currentTestFailed())
            return;
        m_desk->press(Qt::Key_F1);
        QVERIFY2(m_desk->words().contains(QStringLiteral("F1 again: handbook")), qPrintable(m_desk->words()));
        m_desk->press(Qt::Key_Escape);
        m_desk->press(Qt::Key_F2);
        openBook();
        QCOMPARE(firstHeading(), QStringLiteral("Finding an item"));
        m_desk->type(QStringLiteral("recovery"));
        QCOMPARE(book().place().chapter, QStringLiteral("administrators"));
        closeBook();
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(HandbookPageTest)
#include "handbook_page_test.moc"
