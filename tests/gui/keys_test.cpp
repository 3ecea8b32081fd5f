// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_screens.h"

#include <yichuang/ui/cards.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/key_router.h>
#include <yichuang/ui/page_view.h>
#include <yichuang/ui/scanner.h>
#include <yichuang/ui/theme.h>

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <set>
#include <stdexcept>

using namespace yichuang;
using namespace yichuang::ui;

namespace {

CivilDate today() {
    return sample::day(2018, 11, 19);
}

void compose(QWidget* widget, const QString& preedit) {
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(widget, &event);
}

/// Three fields, a button and a scanner that believes whatever clock it is given.
struct Form {
    Form() {
        auto* column = new QVBoxLayout(&page);
        name = new NameField(QStringLiteral("Name"));
        code = new IdentifierField(QStringLiteral("Code"), {IdentifierKind::Uscc}, &today);
        reason = new LongTextField(QStringLiteral("Reason"));
        for (Field* field : {static_cast<Field*>(name), static_cast<Field*>(code), static_cast<Field*>(reason)})
            column->addWidget(field);
        walker = new FieldWalker(&page);
        qApp->installEventFilter(&scanner);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            throw std::runtime_error("the window never became active");
    }
    ~Form() { qApp->removeEventFilter(&scanner); }

    void type(QWidget* widget, const QString& text, qint64 gap) {
        for (const QChar each : text) {
            now += gap;
            QTest::keyClick(widget, each.toLatin1());
        }
    }

    qint64 now = 1000;
    QWidget page;
    NameField* name;
    IdentifierField* code;
    LongTextField* reason;
    FieldWalker* walker;
    Scanner scanner {[this] { return now; }, &today};
};

} // namespace

class KeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme()); }

    void noTwoActionsOfOneScreenShareAKey() {
        for (const Screen screen : allScreens()) {
            std::map<QString, QString> seen;
            const ActionRegistry registry;
            std::vector<Action*> actions = registry.actionsOf(screen);
            for (const Part part : {Part::Checklist, Part::Pages}) {
                std::map<QString, QString> ofPart;
                for (const Action* action : registry.actionsOf(part)) {
                    for (const QKeySequence& keys : action->keys()) {
                        QVERIFY2(ofPart.emplace(keys.toString(), action->id()).second, qPrintable(action->id()));
                        // A part's keys are bare, so that they never hide one of the screen's own.
                        QVERIFY2(!registry.byKeys(screen, Part::None, keys),
                            qPrintable(action->id() + u' ' + keys.toString()));
                    }
                }
            }
            for (const Action* action : actions) {
                for (const QKeySequence& keys : action->keys()) {
                    const auto [at, isNew] = seen.emplace(keys.toString(), action->id());
                    QVERIFY2(isNew,
                        qPrintable(
                            QStringLiteral("%1 and %2 share %3").arg(at->second, action->id(), keys.toString())));
                }
            }
        }
    }

    void noActionTakesAKeyOfTheInputMethodOrTheDesktop() {
        for (const char* reserved : {"Ctrl+Space", "Meta+Space", "Ctrl+.", "Ctrl+;", "Ctrl+`", "Ctrl+Shift+F",
                 "Ctrl+Alt+T", "F10", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+A"})
            QVERIFY2(isReservedKey(QKeySequence::fromString(QString::fromLatin1(reserved))), reserved);
        const ActionRegistry registry;
        for (const ActionDefinition& definition : actionDefinitions()) {
            for (const QKeySequence& keys : registry.action(QString::fromLatin1(definition.id)).keys()) {
                QVERIFY2(!keys.isEmpty(), definition.id);
                QVERIFY2(!isReservedKey(keys), definition.id);
            }
        }
    }

    void theKeysOfTheHallAreWhereTheClerksLearnThem() {
        const ActionRegistry registry;
        const std::pair<const char*, const char*> wanted[] {{"place.intake", "F2"}, {"search.everywhere", "F3"},
            {"case.menu", "F4"}, {"case.sendBack", "F6"}, {"place.sync", "F7"}, {"intake.requestCorrection", "F8"},
            {"intake.accept", "F9"}, {"intake.acceptTolerant", "Shift+F9"}, {"intake.refuse", "F12"},
            {"desk.grant", "Ctrl+Enter"}, {"case.extend", "Ctrl+E"}, {"case.special", "Ctrl+T"},
            {"paper.print", "Ctrl+P"}, {"paper.printer", "Ctrl+Shift+P"}, {"table.export", "Ctrl+Shift+E"},
            {"session.lock", "Ctrl+L"}, {"keys.show", "F1"}, {"place.today", "Alt+1"}, {"place.toDo", "Alt+2"},
            {"place.handOver", "Alt+3"}, {"place.done", "Alt+4"}, {"checklist.tolerate", "R"}, {"checklist.share", "X"},
            {"checklist.pledge", "C"}, {"checklist.notApplicable", "B"}, {"checklist.missing", "−"}};
        for (const auto& [id, keys] : wanted)
            QCOMPARE(registry.action(QString::fromLatin1(id)).keyText(), QString::fromUtf8(keys));
    }

    void aKeyActsOnTheRealWindow() {
        sample::Hall hall;
        hall.window->show();
        hall.show(Screen::ToDo);
        int extended = 0;
        hall.registry->action(QStringLiteral("case.extend")).bind(hall.window.get(), [&] { ++extended; });
        QTest::keyClick(hall.list, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(extended, 1);
        QSignalSpy places(hall.window.get(), &MainWindow::placeWanted);
        QTest::keyClick(hall.list, Qt::Key_3, Qt::AltModifier);
        QCOMPARE(places.count(), 1);
        QCOMPARE(places.at(0).at(0).value<Screen>(), Screen::HandOver);
        QTest::keyClick(hall.list, Qt::Key_F3);
        QVERIFY(hall.window->searchField()->line()->hasFocus() || QApplication::focusWidget() == nullptr);
    }

    void aDoublePressGrantsOneCaseOnly() {
        sample::Hall hall;
        hall.window->show();
        hall.show(Screen::Desk);
        int granted = 0;
        hall.registry->action(QStringLiteral("desk.grant")).bind(hall.window.get(), [&] { ++granted; });
        hall.milliseconds = 10000;
        QTest::keyClick(hall.window.get(), Qt::Key_Return, Qt::ControlModifier);
        hall.milliseconds += 180;
        QTest::keyClick(hall.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(granted, 1);
        hall.milliseconds += ActionRegistry::doublePressMilliseconds + 1;
        QTest::keyClick(hall.window.get(), Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QCOMPARE(granted, 2);
    }

    void anActionStaysDeafUntilItsWorkIsDone() {
        qint64 now = 0;
        ActionRegistry registry([&] { return now; });
        Action& accept = registry.action(QStringLiteral("intake.accept"));
        QPromise<void> work;
        int begun = 0;
        accept.bindSlow(&registry, [&] {
            ++begun;
            work.start();
            return work.future();
        });
        accept.trigger();
        now += 60000;
        QVERIFY(accept.isBusy());
        accept.trigger();
        QCOMPARE(begun, 1);
        QSignalSpy changed(&accept, &Action::changed);
        work.finish();
        QTRY_VERIFY(!accept.isBusy());
        QVERIFY(changed.count() > 0);
    }

    void aDisabledActionTellsItsReason() {
        sample::Hall hall;
        hall.window->show();
        hall.show(Screen::Intake);
        int accepted = 0;
        Action& accept = hall.registry->action(QStringLiteral("intake.accept"));
        accept.bind(hall.window.get(), [&] { ++accepted; });
        accept.disable(QStringLiteral("Two materials are missing."));
        QSignalSpy denied(hall.registry.get(), &ActionRegistry::denied);
        QTest::keyClick(hall.window.get(), Qt::Key_F9);
        QCOMPARE(accepted, 0);
        QCOMPARE(denied.count(), 1);
        QCOMPARE(denied.at(0).at(1).toString(), QStringLiteral("Two materials are missing."));
        const auto button = hall.bar->buttons().back();
        QVERIFY(button->accessibleDescription().contains(QStringLiteral("Two materials are missing.")));
        QVERIFY(button->isEnabled()); // it can be reached, and read
    }

    void noKeyActsWhileSomethingIsBeingComposed() {
        sample::Hall hall;
        hall.window->show();
        hall.show(Screen::Intake);
        int corrected = 0;
        hall.registry->action(QStringLiteral("intake.requestCorrection")).bind(hall.window.get(), [&] { ++corrected; });
        auto* line = hall.window->screenWidget(Screen::Intake)->findChild<NameField*>()->line();
        line->setFocus();
        compose(line, QStringLiteral("wang"));
        QVERIFY(hall.window->keyRouter()->isComposing());
        QTest::keyClick(line, Qt::Key_F8);
        QCOMPARE(corrected, 0);
        compose(line, {});
        QTest::keyClick(line, Qt::Key_F8);
        QCOMPARE(corrected, 1);
    }

    void composedTextIsNotWalkedAwayFromByEnter() {
        Form form;
        form.name->line()->setFocus();
        QSignalSpy walked(form.walker, &FieldWalker::walked);
        compose(form.name->line(), QStringLiteral("li"));
        QTest::keyClick(form.name->line(), Qt::Key_Return);
        QCOMPARE(walked.count(), 0);
        compose(form.name->line(), {});
        QTest::keyClick(form.name->line(), Qt::Key_Return);
        QCOMPARE(walked.count(), 1);
    }

    void enterGoesToTheNextFieldAndShiftEnterBack() {
        Form form;
        QCOMPARE(form.walker->next(nullptr), form.name->line());
        QCOMPARE(form.walker->next(form.name->line()), form.code->line());
        QCOMPARE(form.walker->previous(form.code->line()), form.name->line());
        form.name->line()->setFocus();
        QSignalSpy walked(form.walker, &FieldWalker::walked);
        QTest::keyClick(form.name->line(), Qt::Key_Return);
        QCOMPARE(walked.at(0).at(0).value<QWidget*>(), form.code->line());
        QTest::keyClick(form.code->line(), Qt::Key_Enter, Qt::KeypadModifier | Qt::ShiftModifier);
        QCOMPARE(walked.at(1).at(0).value<QWidget*>(), form.name->line());
        form.code->setGiven(true);
        QCOMPARE(form.walker->next(form.name->line()), form.reason->text());
        QSignalSpy ended(form.walker, &FieldWalker::walkedPastEnd);
        QTest::keyClick(form.reason->text(), Qt::Key_Return);
        QCOMPARE(ended.count(), 1);
        QVERIFY(form.reason->value().isEmpty());
    }

    void bareLettersDoNothingWhereTextIsEntered() {
        sample::Hall hall;
        hall.window->show();
        hall.show(Screen::Intake);
        auto* line = hall.window->screenWidget(Screen::Intake)->findChild<NameField*>()->line();
        line->clear();
        QSignalSpy decided(hall.checklist, &ChecklistView::decided);
        QTest::keyClicks(line, QStringLiteral("RXCB- "));
        QCOMPARE(decided.count(), 0);
        QCOMPARE(line->text(), QStringLiteral("RXCB- "));
    }

    void oneKeyDecidesARowAndMovesOn() {
        sample::Hall hall;
        hall.window->show();
        hall.show(Screen::Intake);
        ChecklistView* list = hall.checklist;
        QSignalSpy decided(list, &ChecklistView::decided);
        QSignalSpy refused(list, &ChecklistView::notPossible);
        const auto mark = [&](int row) { return list->rows()[static_cast<std::size_t>(row)].mark; };
        const auto select = [&](int row) { list->setCurrentIndex(list->model()->index(row, 0)); };

        select(0);
        QTest::keyClick(list, Qt::Key_Minus);
        QCOMPARE(mark(0), MaterialState::Missing);
        QCOMPARE(list->currentIndex().row(), 1);
        QCOMPARE(list->missing(), (std::vector<int> {1, 5}));
        select(0);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(mark(0), MaterialState::Here);
        // The first material is a main one: the key tells why not and decides nothing.
        select(0);
        QTest::keyClick(list, Qt::Key_R);
        QCOMPARE(mark(0), MaterialState::Here);
        QCOMPARE(list->currentIndex().row(), 0);
        QCOMPARE(refused.count(), 1);
        select(4);
        QTest::keyClick(list, Qt::Key_R);
        QCOMPARE(mark(4), MaterialState::Tolerated);
        select(5);
        QTest::keyClick(list, Qt::Key_X);
        QCOMPARE(mark(5), MaterialState::Shared);
        select(6);
        QTest::keyClick(list, Qt::Key_B);
        QCOMPARE(mark(6), MaterialState::NotApplicable);
        QSignalSpy finished(list, &ChecklistView::finished);
        QCOMPARE(list->currentIndex().row(), 7);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(list->undecidedCount(), 0);
        QCOMPARE(decided.count(), 6);
        // Scans are still to come: the key says so and decides nothing.
        QTest::keyClick(list, Qt::Key_S);
        QCOMPARE(decided.count(), 6);
        QCOMPARE(refused.count(), 2);
        QCOMPARE(refused.at(1).at(0).toInt(), 8);
        QVERIFY(refused.at(1).at(1).toString().contains(QStringLiteral("Scans")));
    }

    void theViewerLeafsZoomsAndRotatesByKey() {
        sample::Hall hall;
        hall.window->show();
        hall.show(Screen::Desk);
        auto* pages = hall.window->screenWidget(Screen::Desk)->findChild<PageView*>();
        QTest::keyClick(pages, Qt::Key_Right);
        QCOMPARE(pages->page(), 1);
        QTest::keyClick(pages, Qt::Key_Right);
        QCOMPARE(pages->page(), 1);
        QTest::keyClick(pages, Qt::Key_Z);
        QCOMPARE(pages->zoom(), PageView::Zoom::Width);
        QTest::keyClick(pages, Qt::Key_O);
        QCOMPARE(pages->quarterTurns(), 1);
        QTest::keyClick(pages, Qt::Key_Left);
        QCOMPARE(pages->page(), 0);
    }

    void f1LaysAllKeysOverTheScreenAndAnyKeyClosesIt() {
        sample::Hall hall;
        hall.window->show();
        hall.show(Screen::Intake);
        int accepted = 0;
        hall.registry->action(QStringLiteral("intake.setAside")).bind(hall.window.get(), [&] { ++accepted; });
        QTest::keyClick(hall.window.get(), Qt::Key_F1);
        QVERIFY(hall.window->keysShown());
        std::set<QString> caps;
        for (const KeyCap* cap :
            hall.window->findChild<QWidget*>(QStringLiteral("keyOverlay"))->findChildren<KeyCap*>())
            caps.insert(cap->key());
        for (const Action* action : hall.registry->actionsOf(Screen::Intake))
            QVERIFY2(caps.contains(action->keyText()), qPrintable(action->id()));
        for (const Action* action : hall.registry->actionsOf(Part::Checklist))
            QVERIFY2(caps.contains(action->keyText()), qPrintable(action->id()));
        QTest::keyClick(hall.window.get(), Qt::Key_Escape);
        QVERIFY(!hall.window->keysShown());
        QCOMPARE(accepted, 0); // that Esc closed the overlay and did nothing else
    }

    void aScannedCodeReachesNoField() {
        Form form;
        QSignalSpy scanned(&form.scanner, &Scanner::scanned);
        form.reason->text()->setFocus();
        form.type(form.reason->text(), QStringLiteral("400-26-001-2345-46"), 5);
        form.now += 5;
        QTest::keyClick(form.reason->text(), Qt::Key_Return);
        QCOMPARE(scanned.count(), 1);
        QCOMPARE(scanned.at(0).at(0).value<ScanKind>(), ScanKind::CaseNumber);
        QCOMPARE(scanned.at(0).at(1).toString(), QStringLiteral("40026001234546"));
        QVERIFY(form.reason->value().isEmpty());
        QCOMPARE(form.walker->next(nullptr), form.name->line());
    }

    void aScannedCreditCodeComesInCapitalsWhateverTheCapsLockSays() {
        Form form;
        QSignalSpy scanned(&form.scanner, &Scanner::scanned);
        form.type(form.name->line(), QStringLiteral("*91430405ma0000h3x8"), 4);
        form.now += 4;
        QTest::keyClick(form.name->line(), Qt::Key_Return);
        QCOMPARE(scanned.count(), 1);
        QCOMPARE(scanned.at(0).at(0).value<ScanKind>(), ScanKind::CreditCode);
        QCOMPARE(scanned.at(0).at(1).toString(), QStringLiteral("91430405MA0000H3X8"));
        QVERIFY(form.name->value().isEmpty());
    }

    void aBurstThatIsNoCodeIsHandedOnWhole() {
        Form form;
        QSignalSpy scanned(&form.scanner, &Scanner::scanned);
        QSignalSpy walked(form.walker, &FieldWalker::walked);
        form.type(form.name->line(), QStringLiteral("430400198503120019"), 3); // the check digit is wrong
        form.now += 3;
        QTest::keyClick(form.name->line(), Qt::Key_Return);
        QCOMPARE(scanned.count(), 0);
        QCOMPARE(form.name->line()->text(), QStringLiteral("430400198503120019"));
        QCOMPARE(walked.count(), 1); // Enter did what Enter does
    }

    void slowTypingIsNeverTakenForAScan() {
        Form form;
        QSignalSpy scanned(&form.scanner, &Scanner::scanned);
        form.type(form.name->line(), QStringLiteral("40026001234546"), Scanner::gapMilliseconds);
        form.now += Scanner::gapMilliseconds;
        QTest::keyClick(form.name->line(), Qt::Key_Return);
        QCOMPARE(scanned.count(), 0);
        QCOMPARE(form.name->line()->text(), QStringLiteral("40026001234546"));
    }

    void aHalfBurstIsHandedOnByItself() {
        Form form;
        form.type(form.name->line(), QStringLiteral("4002"), 2);
        QVERIFY(form.name->line()->text().isEmpty());
        QTRY_COMPARE(form.name->line()->text(), QStringLiteral("4002"));
    }

    void aPasswordFieldKeepsEveryStar() {
        Form form;
        QSignalSpy scanned(&form.scanner, &Scanner::scanned);
        form.name->line()->setEchoMode(QLineEdit::Password);
        form.type(form.name->line(), QStringLiteral("*40026001234546"), 2);
        form.now += 2;
        QTest::keyClick(form.name->line(), Qt::Key_Return);
        QCOMPARE(scanned.count(), 0);
        QCOMPARE(form.name->line()->text(), QStringLiteral("*40026001234546"));
    }

    void aScannersPrefixIsStrippedInCodeFieldsOnly() {
        Form form;
        QTest::keyClicks(form.code->line(), QStringLiteral("*9143"));
        QTRY_COMPARE(form.code->line()->text(), QStringLiteral("9143"));
        form.now += 1000;
        QTest::keyClicks(form.name->line(), QStringLiteral("*A"));
        QTRY_COMPARE(form.name->line()->text(), QStringLiteral("*A"));
    }
};

QTEST_MAIN(KeysTest)
#include "keys_test.moc"
