// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_screens.h"

#include <yichuang/contract/form.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/deadline_ribbon.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/finding_list.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>

#include <QApplication>
#include <QCheckBox>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace yichuang;
using namespace yichuang::ui;
using sample::day;

namespace {

Deadline explained(CivilDate dayZero, int days, CivilDate today, const std::vector<Pause>& pauses = {}) {
    return *deadline(sample::calendar2018(), dayZero, Limit {days, LimitUnit::Workday}, pauses, today);
}
CivilDate today() {
    return day(2018, 11, 19);
}

} // namespace

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(installLanguage(*qApp, Language::Chinese));
        applyTheme(*qApp, Theme());
    }

    void theRibbonShowsDayZeroDaysOffStopsTodayAndTheDueDay() {
        const Deadline ten = explained(
            day(2018, 11, 1), 10, today(), {Pause {day(2018, 11, 7), day(2018, 11, 8), "行政许可法第四十五条"}});
        const auto cells = ribbonCells(ten, today());
        QCOMPARE(cells.size(), std::size_t {19});
        QCOMPARE(cells.front().kind, RibbonCellKind::DayZero);
        QCOMPARE(cells[1].text, QStringLiteral("1"));
        QCOMPARE(cells[2].kind, RibbonCellKind::Off);
        QCOMPARE(cells[2].text, QStringLiteral("休"));
        QCOMPARE(cells[6].kind, RibbonCellKind::Stopped);
        QCOMPARE(cells[7].kind, RibbonCellKind::Stopped);
        QVERIFY2(cells[6].reason.contains(QStringLiteral("第四十五条")), qPrintable(cells[6].reason));
        QVERIFY(cells.back().due);
        QVERIFY(cells.back().today);
        QCOMPARE(cells.back().text, QStringLiteral("10"));
        QVERIFY(cells.back().reason.contains(QStringLiteral("到期")));
    }

    void theLastDecisionOnTheChecklistIsTakenBackByItsKey() {
        ChecklistView list;
        std::vector<ChecklistRow> rows(3);
        for (int row = 0; row < 3; ++row) {
            rows[static_cast<std::size_t>(row)].seq = row + 1;
            rows[static_cast<std::size_t>(row)].name = QStringLiteral("材料%1").arg(row + 1);
        }
        list.setRows(rows);
        list.setCurrentIndex(list.model()->index(0, 0));
        QSignalSpy decided(&list, &ChecklistView::decided);
        QVERIFY(list.decide(MaterialState::Here));
        QVERIFY(list.decide(MaterialState::Missing));
        QTest::keyClick(&list, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(list.rows()[1].mark, MaterialState::Undecided);
        QCOMPARE(list.rows()[0].mark, MaterialState::Here);
        QCOMPARE(list.currentIndex().row(), 1);
        QCOMPARE(decided.count(), 3);
        QCOMPARE(decided.back().at(0).toInt(), 2);
        QTest::keyClick(&list, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(list.rows()[0].mark, MaterialState::Undecided);
        QVERIFY(!list.undo());
        // Another applicant's list has nothing to take back.
        QVERIFY(list.decide(MaterialState::Here));
        list.setRows(rows);
        QVERIFY(!list.undo());
    }

    void aMakeUpSaturdayIsMarkedAndExplained() {
        const auto cells = ribbonCells(explained(day(2018, 9, 28), 3, day(2018, 9, 29)), day(2018, 9, 29));
        QVERIFY(cells[1].makeUp);
        QCOMPARE(cells[1].from, day(2018, 9, 29));
        QVERIFY2(cells[1].reason.contains(QStringLiteral("国庆节调休上班")), qPrintable(cells[1].reason));
        QVERIFY2(cells[3].reason.contains(QStringLiteral("国庆节放假")), qPrintable(cells[3].reason));
        QCOMPARE(cells.back().from, day(2018, 10, 8));
    }

    void longLimitsFoldWholeWeeksAndKeepTodayAndTheDueDayInSight() {
        const CivilDate now = day(2018, 10, 18);
        const Deadline long45 = explained(day(2018, 9, 3), 45, now);
        const auto cells = ribbonCells(long45, now);
        QVERIFY2(cells.size() <= 22, qPrintable(QString::number(cells.size())));
        QVERIFY(std::any_of(
            cells.begin(), cells.end(), [](const RibbonCell& cell) { return cell.kind == RibbonCellKind::Fold; }));
        QVERIFY(std::any_of(cells.begin(), cells.end(), [](const RibbonCell& cell) { return cell.today; }));
        QVERIFY(cells.back().due);
        // Nothing is lost by folding: the cells follow one another without a gap.
        for (std::size_t i = 1; i < cells.size(); ++i)
            QCOMPARE(cells[i].from, addDays(cells[i - 1].to, 1));
    }

    void twentyDaysAreNotFolded() {
        const auto cells = ribbonCells(explained(day(2018, 10, 22), 14, day(2018, 10, 23)), day(2018, 10, 23));
        QVERIFY(std::none_of(
            cells.begin(), cells.end(), [](const RibbonCell& cell) { return cell.kind == RibbonCellKind::Fold; }));
    }

    void anOverdueCaseShowsTodayPastTheDueDay() {
        const auto cells = ribbonCells(explained(day(2018, 11, 5), 5, today()), today());
        QCOMPARE(cells.back().kind, RibbonCellKind::Later);
        QVERIFY(cells.back().today);
        QCOMPARE(cells.back().text, QStringLiteral("+7"));
        QCOMPARE(std::count_if(cells.begin(), cells.end(), [](const RibbonCell& cell) { return cell.due; }), 1);
    }

    void aScreenReaderHearsTheRibbonAsASentence() {
        DeadlineRibbon ribbon;
        const Deadline ten = explained(
            day(2018, 11, 1), 10, today(), {Pause {day(2018, 11, 7), day(2018, 11, 8), "行政许可法第四十五条"}});
        ribbon.setDeadline(ten, today());
        QCOMPARE(ribbon.accessibleDescription(), ribbon.sentence());
        QCOMPARE(ribbon.sentence(),
            QStringLiteral("11 月 1 日（周四）起（当日不计），11 月 19 日（周一）到期。共计 10 日，到今天已过 10 "
                           "日。休息日 6 天不计。停止计算 2 天。今日到期。"));
        ribbon.resize(400, 60);
        ribbon.show();
        QSignalSpy told(&ribbon, &DeadlineRibbon::reasonShown);
        QTest::keyClick(&ribbon, Qt::Key_Home);
        QTest::keyClick(&ribbon, Qt::Key_Right);
        QCOMPARE(told.last().at(0).toString(), ribbon.cells()[1].reason);
        QCOMPARE(ribbon.accessibleDescription(), ribbon.cells()[1].reason);
    }

    void aWrongMonthIsToldAtItsField() {
        DateField field(QStringLiteral("健康体检日期"));
        QTest::keyClicks(field.line(), QStringLiteral("2018-13-02"));
        QVERIFY(field.shownError().isEmpty()); // nobody is scolded while typing
        QVERIFY(!field.settle());
        QCOMPARE(field.shownError(), QString::fromUtf8("没有 13 月。请写成 2018-11-02 的样子。"));
        QCOMPARE(field.editor()->accessibleDescription(), field.shownError());
        field.setValue(QStringLiteral("2018年11月2日"));
        QVERIFY(field.settle());
        QCOMPARE(field.value(), QStringLiteral("2018-11-02"));
        QVERIFY(field.shownError().isEmpty());
    }

    void datesOfTheLunarCalendarAndTwoDigitYearsAreRefusedWithTheirCause() {
        for (const char* typed :
            {"18/11/2", "2/11/2018", "2018年2月29日", "农历二〇二〇年四月十四", "民国57年8月16日", "明天"}) {
            DateField field(QStringLiteral("日期"));
            field.setValue(QString::fromUtf8(typed));
            QVERIFY2(!field.settle(), typed);
            QVERIFY2(field.shownError().endsWith(QString::fromUtf8("。")), typed);
            QCOMPARE(field.value(), QString::fromUtf8(typed)); // kept as typed
        }
    }

    void aWrongCheckDigitIsToldWithoutTheRightOne() {
        IdentifierField field(QStringLiteral("身份证号"), {IdentifierKind::ResidentId}, &today);
        field.setValue(QStringLiteral("430400198503120019"));
        QVERIFY(!field.settle());
        QCOMPARE(field.shownError(), QString::fromUtf8("校验码不对，请对照证件逐位核对。"));
        field.setValue(QStringLiteral(" 430400 19850312 0011 "));
        QVERIFY(field.settle());
        QCOMPARE(field.value(), QStringLiteral("430400198503120011"));
        QVERIFY(field.shownNote().contains(QString::fromUtf8("校验通过")));
        // No sentence for any kind and reason names a digit that would be right.
        for (const char* reason : {"check_digit", "check_char", "check_digits", "org_check_char"})
            QVERIFY(!sentenceForIdentifier(IdentifierKind::ResidentId, reason).isEmpty());
    }

    void aCreditCodeMayStandAfterComparisonWithTheLicence() {
        IdentifierField field(QStringLiteral("信用代码"), {IdentifierKind::Uscc}, &today);
        field.setValue(QStringLiteral("91430405M0000H3T3B"));
        QVERIFY(!field.settle());
        field.setKeptDespiteCheck(true);
        QVERIFY(field.settle());
        QCOMPARE(field.value(), QStringLiteral("91430405M0000H3T3B"));
    }

    void namesKeepTheirRareCharactersAndOneKindOfDot() {
        NameField field(QStringLiteral("姓名"));
        for (const char* name : {"测䶮", "𠮷测", "测𰻝", "测﨣", "测"}) {
            field.setValue(QString::fromUtf8(name));
            QVERIFY(field.settle());
            QCOMPARE(field.value(), QString::fromUtf8(name));
        }
        field.setValue(QString::fromUtf8("古丽测 • 艾试"));
        QCOMPARE(field.value(), QString::fromUtf8("古丽测·艾试"));
    }

    void aPasteOfTenThousandCharactersIsToldAndKept() {
        TextField field(QStringLiteral("备注"), nullptr, 200);
        const QString paste = QString::fromUtf8("𠮷").repeated(10000);
        field.setValue(paste);
        QVERIFY(!field.settle());
        QCOMPARE(field.value(), paste);
        QCOMPARE(field.shownError(), QString::fromUtf8("10000 个字太长，最多 200 个字。"));
        field.setValue(QString::fromUtf8("𠮷").repeated(200));
        QVERIFY(field.settle());
    }

    void everyRefusalHasASentenceAndLawfulOnesNameTheirArticle() {
        for (const Language language : {Language::Chinese, Language::English}) {
            QVERIFY(installLanguage(*qApp, language));
            QSet<QString> seen;
            for (int code = 0; code <= static_cast<int>(RefusalCode::WrongWindow); ++code) {
                const auto refusal = static_cast<RefusalCode>(code);
                const QString sentence = sentenceFor(Refusal {refusal});
                QVERIFY(sentence.size() > 4);
                QVERIFY2(!seen.contains(sentence), qPrintable(sentence));
                seen.insert(sentence);
                const std::string_view article = articleOf(refusal);
                if (!article.empty())
                    QVERIFY2(sentence.contains(articleText(article)), qPrintable(sentence));
                QVERIFY2(!sentence.contains(u'!') && !sentence.contains(QString::fromUtf8("！")), qPrintable(sentence));
                if (language == Language::English)
                    QVERIFY2(!sentence.contains(u'法'), qPrintable(sentence));
            }
        }
        QCOMPARE(articleText("行政许可法第三十二条第一款第四项"),
            QStringLiteral("Administrative Licensing Law, art. 32(1)(4)"));
        QVERIFY(installLanguage(*qApp, Language::Chinese));
        QCOMPARE(articleText("行政许可法第三十二条"), QString::fromUtf8("行政许可法第三十二条"));
    }

    void anUnknownFaultIsToldHonestly() {
        const QString sentence = sentenceFor(Error {"never.heard_of", {}, "engineer's detail"});
        QVERIFY(sentence.contains(QStringLiteral("never.heard_of")));
        QVERIFY(!sentence.contains(QStringLiteral("detail")));
        QCOMPARE(sentenceFor(Error {"lease.empty", {{"year", "2018"}}}),
            QString::fromUtf8("2018 年的号段已用完。请连通中心一次，草稿已保存。"));
        QCOMPARE(sentenceFor(Error {"law.refused", {{"code", "already_extended"}}}),
            sentenceFor(Refusal {RefusalCode::AlreadyExtended}));
    }

    void aRowOfTheListIsReadAsOneSentence() {
        sample::Hall hall;
        QCOMPARE(caseRowSentence(hall.cases->index(0, 0)),
            QString::fromUtf8(
                "陈 某，食品经营许可（新办），承诺件 · 待决定，红牌：法定昨日到期，400 18 010 4926 92，中心已知"));
    }

    void datesAreWrittenAsTheHallWritesThem() {
        QCOMPARE(dateInSentence(today(), today()), QString::fromUtf8("11 月 19 日（周一）"));
        QCOMPARE(dateInSentence(day(2019, 1, 3), today()), QString::fromUtf8("2019 年 1 月 3 日（周四）"));
        QCOMPARE(dateInForm(day(2018, 1, 3)), QStringLiteral("2018-01-03"));
        CaseState state;
        state.stage = Stage::UnderReview;
        Dues dues;
        dues.statutory = day(2018, 11, 18);
        dues.statutoryOverdue = true;
        QCOMPARE(dueWords(state, dues, today()), QString::fromUtf8("法定昨日到期"));
        Dues running;
        running.effective = day(2018, 11, 21);
        running.workdaysLeft = 2;
        QCOMPARE(dueWords(state, running, today()), QString::fromUtf8("还有 2 个工作日"));
        state.stage = Stage::AwaitingCorrection;
        state.periodEnd = day(2018, 12, 29);
        QCOMPARE(dueWords(state, Dues {}, today()), QString::fromUtf8("等补正至 12-29"));
    }

    void papersAndMaterialsAreCalledAsTheLanguageCallsThem() {
        for (const PaperKind kind : allPaperKinds())
            QCOMPARE(nameOf(kind), text(titleOf(kind)));
        Material material;
        material.name = "营业执照";
        material.nameEn = "Business licence";
        QCOMPARE(nameOf(material), QString::fromUtf8("营业执照"));
        QVERIFY(installLanguage(*qApp, Language::English));
        const auto chinese = qScopeGuard([] { installLanguage(*qApp, Language::Chinese); });
        for (const PaperKind kind : allPaperKinds()) {
            const QString name = nameOf(kind);
            QVERIFY(!name.isEmpty());
            QVERIFY2(std::all_of(name.begin(), name.end(), [](QChar each) { return each.unicode() < 128; }),
                qPrintable(name));
        }
        QCOMPARE(nameOf(material), QStringLiteral("Business licence"));
        material.nameEn.clear(); // better Chinese than nothing
        QCOMPARE(nameOf(material), QString::fromUtf8("营业执照"));
    }

    /// In the longer language a bar may not push the page out of the window.
    void aCodeThatTheRegisterShowsIsKeptAfterComparisonAndNoOther() {
        const auto today
            = [] { return CivilDate {std::chrono::year {2018}, std::chrono::November, std::chrono::day {19}}; };
        ComparedCodeField field(QStringLiteral("代码"), {IdentifierKind::Uscc}, today);
        field.show();
        auto* compared = field.findChild<QCheckBox*>();
        const auto type = [&field](const char* text) { field.line()->setText(QLatin1String(text)); };
        type("9143 0405-M000 0H3T3b"); // inner check right, outer wrong
        QVERIFY(compared->isVisible());
        QVERIFY(!field.fault().isEmpty());
        compared->setChecked(true);
        QVERIFY(field.note()->isVisible());
        QCOMPARE(field.reason(), QString());
        field.note()->setValue(QStringLiteral("与营业执照一致"));
        QCOMPARE(field.reason(), QStringLiteral("与营业执照一致"));
        QCOMPARE(field.fault(), QString());
        QCOMPARE(field.value(), QStringLiteral("91430405M0000H3T3B"));
        // Another text was not compared.
        type("123");
        QVERIFY(!compared->isChecked());
        QVERIFY(!compared->isVisible());
        QCOMPARE(field.reason(), QString());
        QVERIFY(!field.fault().isEmpty());
        // As it comes out of a draft.
        type("91430405M0000H3T3B");
        field.setReason(QStringLiteral("已核对"));
        QCOMPARE(field.reason(), QStringLiteral("已核对"));
        type("91430405MA0000H3X9");
        QVERIFY(!compared->isChecked());
    }

    void aNumberOfAServiceIsNobodysOwnPhone() {
        const auto today
            = [] { return CivilDate {std::chrono::year {2018}, std::chrono::November, std::chrono::day {19}}; };
        IdentifierField field(QStringLiteral("电话"), {IdentifierKind::Phone}, today);
        for (const char* service : {"110", "12345"}) {
            field.line()->setText(QLatin1String(service));
            QVERIFY2(!field.fault().isEmpty() && !field.kind(), service);
        }
        for (const char* own : {"13900000000", "0734-8000000"}) {
            field.line()->setText(QLatin1String(own));
            QVERIFY2(field.fault().isEmpty(), own);
        }
    }

    void aKeptCodeOfAFormTravelsWithItsReason() {
        const auto report
            = parseForm(R"({"type":"object","properties":{"employer":{"type":"string","title":"用人单位代码",)"
                        R"("x-title-en":"Employer","x-identifier":"uscc","x-order":1}},"required":["employer"]})");
        QVERIFY(report.usable());
        const auto today
            = [] { return CivilDate {std::chrono::year {2018}, std::chrono::November, std::chrono::day {19}}; };
        FormPanel panel(report.form, today);
        auto* field = dynamic_cast<ComparedCodeField*>(panel.field("employer"));
        QVERIFY(field);
        field->line()->setText(QStringLiteral("91430405M0000H3T3B"));
        QCOMPARE(validateForm(report.form, panel.values(), today()).size(), 1U);
        field->setReason(QStringLiteral("与营业执照一致"));
        QVERIFY(validateForm(report.form, panel.values(), today()).empty());
        FormPanel again(report.form, today);
        again.setValues(panel.values());
        QVERIFY(again.values() == panel.values());
    }

    void lettersFindAnApplicantInAList() {
        QStandardItemModel model;
        for (const auto& [name, number] : {std::pair {QStringLiteral("王某"), QStringLiteral("400 18 000 0001 22")},
                 {QStringLiteral("单测试"), QStringLiteral("400 18 000 0002 20")},
                 {QStringLiteral("曾测试"), QStringLiteral("400 18 000 0003 18")},
                 {QStringLiteral("Smith"), QStringLiteral("400 18 000 0004 16")}}) {
            auto* row = new QStandardItem;
            row->setData(name, ApplicantRole);
            row->setData(number, CaseNumberRole);
            model.appendRow(row);
        }
        FindingList list;
        list.setModel(&model);
        list.setCurrentIndex(model.index(0, 0));
        // By either reading of a surname, on to the next with each first letter, around at the end.
        QApplication::setKeyboardInputInterval(0);
        for (const int expected : {1, 3, 1}) {
            list.keyboardSearch(QStringLiteral("s"));
            QCOMPARE(list.currentIndex().row(), expected);
        }
        list.keyboardSearch(QStringLiteral("dcs"));
        QCOMPARE(list.currentIndex().row(), 1);
        list.keyboardSearch(QStringLiteral("zeng"));
        QCOMPARE(list.currentIndex().row(), 2);
        list.keyboardSearch(QStringLiteral("40018000000122"));
        QCOMPARE(list.currentIndex().row(), 0);
        list.keyboardSearch(QStringLiteral("x"));
        QCOMPARE(list.currentIndex().row(), 0);
        // Typed without a pause it is one word: the row that was found stays while it still fits.
        QApplication::setKeyboardInputInterval(600'000);
        FindingList fresh;
        fresh.setModel(&model);
        for (const char* letter : {"s", "c", "s"})
            fresh.keyboardSearch(QLatin1String(letter));
        QCOMPARE(fresh.currentIndex().row(), 1);
        QApplication::setKeyboardInputInterval(400);
    }

    void aBarWithoutRoomLetsGoOfWhatIsNotPossibleNow() {
        ActionRegistry registry;
        const QStringList ids {QStringLiteral("case.refuse"), QStringLiteral("case.sendBack"),
            QStringLiteral("case.extend"), QStringLiteral("case.special"), QStringLiteral("case.main")};
        for (const QString& id : ids)
            registry.action(id).bind(qApp, [] { });
        for (const QString& id : ids.mid(0, 2))
            registry.action(id).disable(QStringLiteral("why"));
        ActionBar bar(registry);
        bar.setActions(ids);
        const auto shown = [&bar] {
            QStringList shownIds;
            for (const ActionButton* button : bar.buttons()) {
                if (!button->isHidden())
                    shownIds << button->action().id();
            }
            return shownIds;
        };
        bar.resize(2'000, 60);
        bar.show();
        QCOMPARE(shown(), ids);
        int wanted = 0;
        for (const ActionButton* button : bar.buttons())
            wanted += button->sizeHint().width();
        QVERIFY(bar.minimumSizeHint().width() < wanted);
        bar.resize(wanted, 60); // for the buttons alone, without a word beside them
        QVERIFY(!shown().contains(ids.front()));
        QCOMPARE(shown().last(), ids.back());
        registry.action(ids.front()).enable();
        QVERIFY(shown().contains(ids.front()));
    }
};

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
