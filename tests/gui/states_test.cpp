// SPDX-License-Identifier: GPL-3.0-or-later
// The screens in the states that a day does not show by itself: a new machine, a wrong clock, forty fields and
// twenty-five materials, every field wrong, no number left, two days offline, all overdue, a printer without paper. In
// Chinese, on the real window, at the size that YICHUANG_TEXT_SIZE names (100 % by default). Each state is looked over:
// no cut text, no English, and the sentence that belongs there. With YICHUANG_LANGUAGE=en the same in English, cut
// texts alone. YICHUANG_PICTURES=DIR keeps a picture of each.
#include "counter_desk.h"
#include "large_item.h"
#include "login_page.h"

#include <yichuang/ui/case_list.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/fit.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>

#include <QComboBox>
#include <QFile>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString performance = QStringLiteral("yyxyc"); // 营业性演出审批: one review, one approval
const QString site = QStringLiteral("wxhxp"); // 危险化学品经营许可: ten working days, special procedures
const QString large = QStringLiteral("大型");
constexpr int settledMilliseconds = 2'000; ///< for a layout to come to rest

class StatesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;
    DeskSetting m_setting;
    QString m_size = QStringLiteral("100");
    bool m_english = false;
    StreamId m_handedOver; ///< to somebody else

    /// What the window shows now is fit to be read, and says these words.
    void look(const QString& name, const QString& words) {
        QVERIFY2(m_english || comesTrue([&] { return m_desk->words().contains(words); }),
            qPrintable(name + QStringLiteral(": ") + m_desk->words()));
        // The layout comes to rest with the events that are under way: each round may ask for another.
        for (int round = 0; round < 10; ++round)
            QCoreApplication::processEvents();
        (void)comesTrue([&] { return ui::cutTexts(m_desk->window()).isEmpty(); }, settledMilliseconds);
        const QString pictures = QString::fromLocal8Bit(qgetenv("YICHUANG_PICTURES"));
        if (!pictures.isEmpty())
            m_desk->window().grab().save(QStringLiteral("%1/%2-%3.png")
                    .arg(pictures, name, m_english ? m_size + QStringLiteral("-en") : m_size));
        const QStringList cut = ui::cutTexts(m_desk->window());
        QVERIFY2(cut.isEmpty(), qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral(" | "))));
        // However long the title and large the text: nothing is scrolled sideways.
        (void)comesTrue([&] { return ui::wideAreas(m_desk->window()).isEmpty(); }, settledMilliseconds);
        const QStringList wide = ui::wideAreas(m_desk->window());
        QVERIFY2(wide.isEmpty(), qPrintable(name + QStringLiteral(": ") + wide.join(QStringLiteral(" | "))));
        if (m_english)
            return;
        // But for keys, units and what has no other name.
        static const QRegularExpression allowed(QStringLiteral(
            "\\b(Enter|Esc|Shift|Ctrl|Alt|Tab|PDF|mm|CSV|https?://\\S*|ABCD|EFGH|yyxyc|[A-Z]|[0-9A-Z]{18})\\b|F\\d+"));
        static const QRegularExpression latin(QStringLiteral("[A-Za-z]{2,}"));
        const QStringList shown = ui::shownTexts(m_desk->window());
        for (QString text : shown)
            QVERIFY2(!text.remove(allowed).contains(latin), qPrintable(name + QStringLiteral(": ") + text));
    }
    void publish(const QByteArray& catalogue) {
        QFile file(m_hall->folder() + QStringLiteral("/items.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(catalogue) == catalogue.size());
        file.close();
        m_hall->stopCentre();
        m_hall->command({"import", "items", file.fileName().toStdString()});
        m_hall->startCentre();
    }
    void begin(bool keychain = true) {
        m_desk.reset();
        m_setting.keychain = keychain;
        m_desk = std::make_unique<CounterDesk>(m_setting, m_hall->clock());
    }
    void signInAs(const QString& person) {
        m_desk->switchTo(person);
        m_desk->letDoublePressPass();
    }
    bool perform(const StreamId& stream, Event event, CommandAct act, const CommandFacts& facts = {}) {
        CaseCommand command;
        command.stream = stream;
        command.event = event;
        command.act = act;
        command.facts = facts;
        command.facts.reasonGiven = true;
        if (event == Event::SubmitOpinion)
            command.particulars.insert(QStringLiteral("opinion"), QStringLiteral("材料属实，建议准予。"));
        else
            command.particulars.insert(
                QStringLiteral("reason"), QStringLiteral("需要专家现场查看储存场所的安全条件。"));
        return m_desk->perform(command);
    }
    /// Taken in, not yet accepted: by whoever is signed in.
    StreamId received(const QString& name) {
        const auto intake
            = m_desk->workplace().intakes().begin(m_desk->workplace().intakes().find(performance).front().item->id);
        Applicant applicant;
        applicant.self = Party {name, QStringLiteral("resident_id"), QStringLiteral("430400198503120011"),
            QStringLiteral("13900000000"), {}};
        applicant.identityChecked = true;
        intake->setApplicant(applicant);
        intake->setMaterial(1, MaterialState::Here, {});
        const auto done = answerOf(intake->conclude(Conclusion::ReceiptOnly, {}, {}));
        return done ? done->stream : StreamId {};
    }
    /// Accepted at the counter, a reviewer assigned by the chief.
    StreamId underReview(const QString& letters, const QString& name, const QString& chief, const QString& reviewer) {
        m_desk->switchTo(QStringLiteral("liufei"));
        const StreamId stream = m_desk->accepted(letters, name);
        m_desk->switchTo(chief);
        CommandFacts facts;
        facts.reviewer = PersonId {reviewer.toStdString()};
        const bool assigned = !stream.empty() && perform(stream, Event::Assign, CommandAct::Do, facts);
        m_desk->switchTo(reviewer);
        return assigned ? stream : StreamId {};
    }
    /// With a reviewer's opinion, before the chief, who is signed in.
    StreamId opined(const QString& name) {
        const StreamId stream = underReview(performance, name, QStringLiteral("caiwen"), QStringLiteral("tangyu"));
        CommandFacts opinion;
        opinion.opinionGiven = true;
        opinion.opinionVerdict = "grant";
        opinion.opinionDate = m_desk->workplace().today();
        const bool given = !stream.empty() && perform(stream, Event::SubmitOpinion, CommandAct::Do, opinion);
        const bool sent = m_desk->everythingIsSent();
        signInAs(QStringLiteral("caiwen"));
        return given && sent ? stream : StreamId {};
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        if (const QByteArray size = qgetenv("YICHUANG_TEXT_SIZE"); !size.isEmpty())
            m_size = QString::fromLatin1(size);
        m_english = qgetenv("YICHUANG_LANGUAGE") == "en";
        QVERIFY(ui::installLanguage(*qApp, m_english ? ui::Language::English : ui::Language::Chinese));
        ui::applyTheme(*qApp, ui::Theme(ui::Appearance::Light, m_size.toDouble() / 100));
        m_hall = std::make_unique<CounterHall>(
            std::vector<std::string> {"liufei", "chenyan", "tangyu", "caiwen", "fanrui", "zhangmu", "wangke"});
        publish(catalogueOfALargeItem());
        m_setting.profile = m_hall->folder() + QStringLiteral("/counter");
        m_setting.url = m_hall->url();
    }

    void init() {
        if (m_desk)
            m_desk->letDoublePressPass();
    }

    void aNewMachineAsksForItsCode() {
        begin(false);
        look(QStringLiteral("sign-in-new-machine"), QStringLiteral("本机是新的。"));
        auto* code = m_desk->find<ui::TextField>("enrol.code");
        m_desk->typeInto(code->line(), QStringLiteral("ABCD-EFGH"));
        m_desk->press(Qt::Key_Return);
        look(QStringLiteral("sign-in-wrong-code"), QStringLiteral("这个注册码不存在、已用过或已超过一天"));
        QCOMPARE(code->value(), QStringLiteral("ABCD-EFGH"));
        m_desk->enrol(m_hall->url(), m_hall->enrolCode("w3"));
        look(QStringLiteral("sign-in-first"), QStringLiteral("衡阳市政务服务中心"));
        m_desk->signIn(QStringLiteral("liufei"));
        QVERIFY(m_desk->everythingIsSent());
        look(QStringLiteral("to-do-empty"), QStringLiteral("这里没有办件"));
    }

    void aMachineWithoutAKeychainSaysWhatThatMeans() {
        begin(false);
        look(QStringLiteral("sign-in-no-keychain"), QStringLiteral("用恢复私钥打开"));
        m_desk->press(Qt::Key_K, Qt::ControlModifier);
        look(QStringLiteral("sign-in-recovery"), QStringLiteral("大厅的恢复私钥"));
        m_desk->press(Qt::Key_Escape);
        m_desk->signIn(QStringLiteral("liufei"));
    }

    void signingInGoesWrongInEveryWay() {
        m_desk->press(Qt::Key_L, Qt::ControlModifier);
        m_desk->trySignIn(QStringLiteral("王珂"), QStringLiteral("wrong"));
        look(QStringLiteral("sign-in-wrong"), QStringLiteral("姓名或密码不对"));
        for (int more = 0; more < 5; ++more) {
            QVERIFY(comesTrue([&] { return m_desk->find("signIn.go")->isEnabled(); }));
            m_desk->trySignIn(QStringLiteral("王珂"), QStringLiteral("wrong"));
        }
        look(QStringLiteral("sign-in-locked-out"), QStringLiteral("输错次数太多"));
        m_hall->stopCentre();
        m_hall->command({"user", "disable", "zhangmu"});
        m_hall->startCentre();
        QVERIFY(comesTrue([&] { return m_desk->find("signIn.go")->isEnabled(); }));
        m_desk->workplace().sync().tryNow();
        QVERIFY(comesTrue([&] { return m_desk->workplace().sync().status().connection == Connection::Online; }));
        m_desk->trySignIn(QStringLiteral("张沐"));
        look(QStringLiteral("sign-in-disabled"), QStringLiteral("已停用"));
        QVERIFY(comesTrue([&] { return m_desk->find("signIn.go")->isEnabled(); }));
        m_desk->signIn(QStringLiteral("liufei"));
    }

    void anItemThatMayNotBeTakenInSaysWhyAndNothingFoundSaysWhatToDo() {
        m_desk->press(Qt::Key_F2);
        m_desk->type(large);
        look(QStringLiteral("find-item-large"), QStringLiteral("要带的材料"));
        m_desk->typeInto(m_desk->ui().findItemScreen()->line(), QStringLiteral("没有的事项"));
        look(QStringLiteral("find-item-nothing"), QStringLiteral("没有找到"));
        signInAs(QStringLiteral("chenyan"));
        m_desk->press(Qt::Key_F2);
        m_desk->type(performance);
        look(QStringLiteral("find-item-off"), QStringLiteral("要带的材料"));
        QVERIFY(!m_desk->ui().findItemScreen()->current()->mayAccept);
        signInAs(QStringLiteral("liufei"));
        // Replaced by another version, and repealed.
        QByteArray next = catalogueOfALargeItem();
        next.replace("\"version\": 1", "\"version\": 2");
        next.replace("第1项材料", "新第1项材料");
        publish(next);
        m_hall->stopCentre();
        m_hall->command({"item", "repeal", "SAMPLE-019"});
        m_hall->startCentre();
        QVERIFY(m_desk->everythingIsSent());
        m_desk->press(Qt::Key_F2);
        auto* screen = m_desk->ui().findItemScreen();
        QVERIFY(comesTrue([&] {
            m_desk->typeInto(screen->line(), large);
            return screen->current() && screen->current()->item->version == 2;
        }));
        look(QStringLiteral("find-item-replaced"), QStringLiteral("新第1项材料"));
        QVERIFY(comesTrue([&] {
            m_desk->typeInto(screen->line(), QStringLiteral("用人单位社会保险"));
            return screen->current() && !screen->current()->mayTakeIn;
        }));
        look(QStringLiteral("find-item-repealed"), QStringLiteral("已废止"));
        // It can't be begun, and says why.
        m_desk->press(Qt::Key_Return);
        QCOMPARE(m_desk->screen(), ui::Screen::FindItem);
    }

    void fortyFieldsAndTwentyFiveMaterialsFitAndEveryWrongFieldSaysSo() {
        m_desk->beginIntake(large);
        look(QStringLiteral("intake-large"), QStringLiteral("25"));
        ui::IntakeScreen* intake = m_desk->ui().intakeScreen();
        QCOMPARE(intake->checklist()->rows().size(), static_cast<std::size_t>(materialsOfLargeItem));
        // Enter walks through all of them.
        int walked = 0;
        while (m_desk->focus() != intake->checklist() && walked <= fieldsOfLargeItem + 10) {
            m_desk->press(Qt::Key_Return);
            ++walked;
        }
        QVERIFY2(walked >= fieldsOfLargeItem, qPrintable(QString::number(walked)));
        for (int row = 0; row < materialsOfLargeItem; ++row)
            m_desk->press(row % 2 == 0 ? Qt::Key_Minus : Qt::Key_Space);
        look(QStringLiteral("intake-many-missing"), QStringLiteral("缺 13 项材料"));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_F9);
        look(QStringLiteral("intake-all-lacking"), QStringLiteral("缺 13 项材料"));
        m_desk->typeInto(
            m_desk->find<ui::Field>("applicant.id_number")->editor(), QStringLiteral("430400198513120011"));
        m_desk->typeInto(m_desk->find<ui::Field>("applicant.phone")->editor(), QStringLiteral("1390"));
        m_desk->typeInto(m_desk->find<ui::Field>("applicant.name")->editor(), QString(400, QChar(u'甲')));
        for (int order = 1; order <= fieldsOfLargeItem; ++order) {
            auto* field = m_desk->find<ui::Field>(QStringLiteral("form.field_%1").arg(order).toLatin1().constData());
            QVERIFY2(field, qPrintable(QString::number(order)));
            m_desk->typeInto(field->editor(),
                order % 3 == 0       ? QStringLiteral("999")
                    : order % 3 == 1 ? QStringLiteral("2018-13-40")
                                     : QString(30, QChar(u'字')));
        }
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_F9);
        look(QStringLiteral("intake-every-field-wrong"), QStringLiteral("43 处待填写或改正"));
        int told = 0;
        for (const ui::Field* field : intake->findChildren<ui::Field*>())
            told += field->isVisibleTo(intake) && !field->shownError().isEmpty() ? 1 : 0;
        QCOMPARE(told, fieldsOfLargeItem + 3);
        // To the last of them.
        for (auto* scroll : intake->findChildren<QScrollArea*>())
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        look(QStringLiteral("intake-every-field-wrong-below"), QStringLiteral("43 处待填写或改正"));
        m_desk->press(Qt::Key_Escape);
    }

    void agentAndOrganisationFitBesideTheForm() {
        m_desk->beginIntake(performance);
        m_desk->press(Qt::Key_J, Qt::ControlModifier);
        look(QStringLiteral("intake-agent"), QStringLiteral("代理人证件号码"));
        m_desk->press(Qt::Key_O, Qt::ControlModifier);
        look(QStringLiteral("intake-organisation"), QStringLiteral("统一社会信用代码"));
        m_desk->typeInto(m_desk->find<ui::Field>("applicant.code")->editor(), QStringLiteral("91430405MA0000H3X9"));
        m_desk->press(Qt::Key_Return);
        look(QStringLiteral("intake-organisation-wrong-code"), QStringLiteral("已对照营业执照"));
        m_desk->press(Qt::Key_Escape);
    }

    void aStoppedAndAnExtendedCaseSayWhatTheClockDoes() {
        const StreamId stopped = underReview(site, QStringLiteral("买买提·阿卜杜热合曼·吐尔逊尼亚孜"),
            QStringLiteral("caiwen"), QStringLiteral("tangyu"));
        QVERIFY(!stopped.empty());
        CommandFacts special;
        const auto view = answerOf(m_desk->workplace().casework().open(stopped));
        QVERIFY(view);
        for (const SpecialProcedureKind& kind : view->item->specialProcedures) {
            if (kind.stopsClock && special.kind.empty())
                special.kind = kind.type;
        }
        special.daysNeeded = 15;
        QVERIFY(perform(stopped, Event::StartReview, CommandAct::Do));
        QVERIFY(perform(stopped, Event::StartSpecial, CommandAct::Request, special)
            || perform(stopped, Event::StartSpecial, CommandAct::Do, special));
        QVERIFY(m_desk->open(stopped));
        look(QStringLiteral("case-special-asked"), QStringLiteral("申请启动特别程序"));
        // The chief approves by the key that grants.
        QVERIFY(m_desk->everythingIsSent());
        signInAs(QStringLiteral("caiwen"));
        look(QStringLiteral("desk-approval"), QStringLiteral("批准启动特别程序"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(comesTrue([&] { return m_desk->panel() != nullptr; }));
        look(QStringLiteral("desk-approving"), QStringLiteral("备注（可空）"));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(comesTrue([&] {
            const auto now = answerOf(m_desk->workplace().casework().open(stopped));
            return now && now->row.stage == Stage::SpecialProcedure;
        }));
        QVERIFY(m_desk->open(stopped));
        look(QStringLiteral("case-stopped"), QStringLiteral("停"));

        const StreamId extended
            = underReview(site, QStringLiteral("慕容测试"), QStringLiteral("caiwen"), QStringLiteral("tangyu"));
        QVERIFY(!extended.empty());
        CommandFacts longer;
        longer.days = 7;
        QVERIFY(perform(extended, Event::StartReview, CommandAct::Do));
        QVERIFY(perform(extended, Event::Extend, CommandAct::Request, longer));
        QVERIFY(m_desk->everythingIsSent());
        signInAs(QStringLiteral("caiwen"));
        CommandFacts approved;
        approved.headApproved = true;
        QVERIFY(perform(extended, Event::Extend, CommandAct::Approve, approved));
        QVERIFY(m_desk->open(extended));
        look(QStringLiteral("case-extended"), QStringLiteral("延期"));
        QCOMPARE(m_desk->onPage()->state.extensionDays, 7);
    }

    void aCaseThatWasReturnedTwiceTellsBothReasons() {
        const StreamId stream = opined(QStringLiteral("测试戊"));
        QVERIFY(!stream.empty());
        QVERIFY(perform(stream, Event::SendBack, CommandAct::Do));
        signInAs(QStringLiteral("tangyu"));
        CommandFacts opinion;
        opinion.opinionGiven = true;
        opinion.opinionVerdict = "grant";
        opinion.opinionDate = m_desk->workplace().today();
        QVERIFY(perform(stream, Event::SubmitOpinion, CommandAct::Do, opinion));
        QVERIFY(m_desk->everythingIsSent());
        signInAs(QStringLiteral("caiwen"));
        QVERIFY(perform(stream, Event::SendBack, CommandAct::Do));
        QVERIFY(m_desk->everythingIsSent());
        signInAs(QStringLiteral("tangyu"));
        QVERIFY(m_desk->open(stream));
        look(QStringLiteral("case-returned-twice"), QStringLiteral("退回"));
        const QString reason = QStringLiteral("需要专家现场查看储存场所的安全条件");
        QVERIFY2(m_desk->words().count(reason) >= 2, qPrintable(m_desk->words()));
    }

    /// Another counter accepts the case while this one is cut off and asks for a correction.
    void whatTheCentreRefusedIsShownWithBothSides() {
        signInAs(QStringLiteral("liufei"));
        const StreamId stream = received(QStringLiteral("测试己"));
        QVERIFY(!stream.empty());
        QVERIFY(comesTrue([&] {
            const auto view = answerOf(m_desk->workplace().casework().open(stream));
            return view && view->row.marks.knownAtCentre;
        }));
        m_desk.reset(); // one window a process
        DeskSetting next = m_setting;
        next.profile = m_hall->folder() + QStringLiteral("/next-counter");
        next.secrets = std::make_shared<KeychainContents>();
        next.keychain = true;
        auto other = std::make_unique<CounterDesk>(next, m_hall->clock());
        other->enrol(m_hall->url(), m_hall->enrolCode("w3"));
        other->signIn(QStringLiteral("liufei"));
        QVERIFY(other->everythingIsSent());
        CaseCommand accept;
        accept.stream = stream;
        accept.event = Event::Accept;
        accept.facts.inScope = true;
        accept.facts.properForm = true;
        QVERIFY(comesTrue([&] { return answerOf(other->workplace().casework().open(stream)).has_value(); }));
        QVERIFY(other->perform(accept));
        QVERIFY(other->everythingIsSent());
        other.reset();
        m_hall->stopCentre();
        begin();
        m_desk->signIn(QStringLiteral("liufei"));
        CaseCommand notice;
        notice.stream = stream;
        notice.event = Event::RequestCorrection;
        notice.facts.fullList = true;
        notice.facts.defects = {2};
        QVERIFY(m_desk->perform(notice));
        m_hall->startCentre();
        QVERIFY(m_desk->everythingIsSent());
        m_desk->press(Qt::Key_F7);
        look(QStringLiteral("sync-refused"), QStringLiteral("本窗口"));
        // What this counter had written itself is not news to it.
        const auto refused = answerOf(m_desk->workplace().sync().refused());
        QVERIFY(refused && refused->size() == 1);
        QCOMPARE(refused->front().stageBase, Stage::Received);
        QCOMPARE(refused->front().stageMine, Stage::AwaitingCorrection);
        QCOMPARE(refused->front().stageNow, Stage::UnderReview);
        QCOMPARE(refused->front().theirs.size(), 1);
        QCOMPARE(refused->front().theirs.front().entry.event, Event::Accept);
        QVERIFY(m_desk->open(stream));
        look(QStringLiteral("case-conflict"), QStringLiteral("中心没有接受本件的一步"));
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        look(QStringLiteral("today-refused"), QStringLiteral("中心未接受"));
        // She takes it up as the centre has it: what comes after finds a case to go on with.
        m_desk->press(Qt::Key_F7);
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_1);
        QVERIFY2(comesTrue([&] { return m_desk->screen() == ui::Screen::Case; }), qPrintable(m_desk->words()));
    }

    void somebodyElseAnswersInPlaceOfTheCentre() {
        QVERIFY(m_desk->everythingIsSent());
        m_hall->stopCentre();
        LoginPage login(m_hall->port(), answer("200 OK"));
        QVERIFY(login.isOpen());
        m_desk->press(Qt::Key_F7);
        m_desk->workplace().sync().tryNow();
        look(QStringLiteral("sync-login-page"), QStringLiteral("登录页"));
    }
    void somebodyElseIsGone() {
        m_hall->startCentre();
        QVERIFY(m_desk->everythingIsSent());
    }

    void theDeskSaysWhyACaseIsNotYoursToDecide() {
        signInAs(QStringLiteral("caiwen"));
        m_desk->press(Qt::Key_2, Qt::AltModifier);
        look(QStringLiteral("desk-empty"), QStringLiteral("没有等您决定的办件"));
        const StreamId stream = opined(QStringLiteral("欧阳测试"));
        QVERIFY(!stream.empty());
        QVERIFY(perform(stream, Event::DeclareInterest, CommandAct::Do));
        m_desk->press(Qt::Key_2, Qt::AltModifier);
        look(QStringLiteral("desk-not-yours"), QStringLiteral("本件不能由您决定"));
    }

    void somebodyElseCollectsAndTheResultIsNotReady() {
        const StreamId stream = opined(QStringLiteral("测试丁"));
        QVERIFY(!stream.empty());
        QVERIFY(perform(stream, Event::Grant, CommandAct::Do));
        QVERIFY(m_desk->everythingIsSent());
        signInAs(QStringLiteral("fanrui"));
        QVERIFY(m_desk->open(stream));
        look(QStringLiteral("hand-over-not-ready"), QStringLiteral("出证"));
        CommandFacts issued;
        issued.sealed = true;
        issued.numberAssigned = true;
        QVERIFY(perform(stream, Event::IssueResult, CommandAct::Do, issued));
        m_desk->press(Qt::Key_3, Qt::AltModifier);
        QVERIFY(comesTrue([&] { return m_desk->ui().handOverScreen()->selected() == stream; }));
        look(QStringLiteral("hand-over"), QStringLiteral("前送达"));
        QVERIFY(m_desk->open(stream));
        QVERIFY(comesTrue([&] { return m_desk->ui().caseScreen()->actions().main().has_value(); }));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(comesTrue([&] { return m_desk->panel() != nullptr; }));
        m_desk->panel()->findChild<QComboBox*>()->setFocus();
        m_desk->press(Qt::Key_Down);
        m_desk->press(Qt::Key_Down);
        look(QStringLiteral("hand-over-somebody-else"), QStringLiteral("代领：关系和原因"));
        // Who stands there shows a document of her own; the applicant's name is not hers.
        auto* name = m_desk->panel()->findChild<ui::TextField*>(QStringLiteral("reason.line"));
        auto* number = m_desk->panel()->findChild<ui::IdentifierField*>(QStringLiteral("reason.other_number"));
        QVERIFY(number->isVisible());
        QCOMPARE(name->value(), QString());
        m_desk->typeInto(name->line(), QStringLiteral("测试乙"));
        m_desk->press(Qt::Key_Return);
        m_desk->type(QStringLiteral("430400198513120011"));
        m_desk->press(Qt::Key_Return);
        m_desk->type(QStringLiteral("配偶，持申请人书面委托"));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        look(QStringLiteral("hand-over-wrong-number"), QStringLiteral("13"));
        QVERIFY(!number->shownError().isEmpty());
        m_desk->typeInto(number->line(), QStringLiteral("430400198503120011"));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }), qPrintable(m_desk->words()));
        look(QStringLiteral("papers-service-receipt"), QStringLiteral("送达回证"));
        const std::size_t before = m_desk->printer().jobs().size();
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_Return);
        QVERIFY(comesTrue([&] { return m_desk->printer().jobs().size() > before; }));
        const PaperContent& receipt = m_desk->printer().jobs().back().content;
        m_handedOver = stream;
        QCOMPARE(receipt.kind, PaperKind::ServiceReceipt);
        QCOMPARE(receipt.collectorName, std::string("测试乙"));
        QCOMPARE(receipt.collectorIdMasked, std::string("430400********0011"));
    }

    void printersFailWithALineAndThePaperStays() {
        signInAs(QStringLiteral("liufei"));
        const StreamId stream = m_desk->accepted(performance, QStringLiteral("测试甲"));
        QVERIFY(m_desk->open(stream));
        for (const auto& [code, words] : {std::pair {"printer.off", QStringLiteral("打印机没有开")},
                 {"printer.paper_out", QStringLiteral("没有纸")}}) {
            m_desk->letDoublePressPass();
            m_desk->press(Qt::Key_P, Qt::ControlModifier);
            QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }));
            m_desk->printer().failNext(code);
            m_desk->press(Qt::Key_Return);
            look(QStringLiteral("papers-%1").arg(QLatin1String(code).mid(8)), words);
            m_desk->press(Qt::Key_Escape);
            QCOMPARE(m_desk->screen(), ui::Screen::Case);
        }
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_P, Qt::ControlModifier);
        m_desk->printPapers();
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_P, Qt::ControlModifier);
        // The receipt was lost: it is not the last that was printed.
        look(QStringLiteral("case-which-paper-again"), QStringLiteral("再打一份"));
        auto* papers = m_desk->panel()->findChild<QComboBox*>();
        QCOMPARE(papers->currentIndex(), papers->count() - 1);
        while (!papers->currentText().startsWith(ui::nameOf(PaperKind::MaterialReceipt)) && papers->currentIndex() > 1)
            m_desk->press(Qt::Key_Up);
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        look(QStringLiteral("papers-reprint"), QStringLiteral("第 1 次补打"));
        QVERIFY(m_desk->words().contains(ui::nameOf(PaperKind::MaterialReceipt)));
        m_desk->press(Qt::Key_Escape);
    }

    void withoutANumberNothingIsTakenInAndHundredsWait() {
        QVERIFY(m_desk->everythingIsSent());
        m_hall->stopCentre();
        Workplace& place = m_desk->workplace();
        place.sync().tryNow();
        QVERIFY(comesTrue([&] { return place.sync().status().connection == Connection::Offline; }));
        // The last number is given out, and one more is wanted.
        int taken = 0;
        while (!m_desk->accepted(performance, QStringLiteral("测试第%1").arg(taken + 1)).empty() && taken < 1000)
            ++taken;
        QVERIFY(comesTrue([&] { return place.sync().status().numbersLeft == 0; }));
        QVERIFY(taken > 100);
        m_desk->press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(comesTrue([&] { return m_desk->ui().toDoScreen()->model().total() >= taken; }));
        look(QStringLiteral("to-do-hundreds-offline"), QStringLiteral("最急的在前"));
        m_desk->beginIntake(performance);
        m_desk->typeInto(
            m_desk->find<ui::Field>("applicant.id_number")->editor(), QStringLiteral("430400198503120011"));
        m_desk->typeInto(m_desk->find<ui::Field>("applicant.name")->editor(), QStringLiteral("测试末"));
        m_desk->typeInto(m_desk->find<ui::Field>("applicant.phone")->editor(), QStringLiteral("13900000000"));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_R, Qt::ControlModifier);
        look(QStringLiteral("intake-no-number"), QStringLiteral("已用完"));
        QCOMPARE(m_desk->find<ui::NameField>("applicant.name")->value(), QStringLiteral("测试末"));
        m_desk->press(Qt::Key_F7);
        look(QStringLiteral("sync-hundreds-waiting"), QStringLiteral("测试第"));
    }

    void afterTwoDaysOfflineAndTwoWeeksLaterEverythingIsOverdueAndSaysSo() {
        m_hall->turnOn(std::chrono::hours {48});
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        look(QStringLiteral("today-offline-two-days"), QStringLiteral("断开 2 天"));
        m_hall->turnOn(std::chrono::hours {24 * 12});
        m_desk->press(Qt::Key_2, Qt::AltModifier);
        look(QStringLiteral("to-do-all-overdue"), QStringLiteral("已过法定期限"));
        m_hall->turnOn(-std::chrono::hours {24 * 14});
    }

    void aClockThatMovedAsksForTheDate() {
        m_desk.reset();
        m_hall->turnOn(-std::chrono::hours {24 * 40});
        begin(false);
        look(QStringLiteral("sign-in-clock"), QStringLiteral("时钟"));
        m_desk.reset();
        m_hall->turnOn(std::chrono::hours {24 * 40});
    }

    void thirtyDaysAfterTheHandOverACaseIsArchived() {
        // Three days more than the archive waits for, whoever has reported meanwhile or not.
        m_hall->turnOn(std::chrono::hours {24 * 36});
        m_hall->stopCentre();
        m_hall->startCentre(); // its own clock has gone on
        begin();
        m_desk->signIn(QStringLiteral("fanrui"));
        QVERIFY(m_desk->everythingIsSent());
        QVERIFY(comesTrue([&] {
            m_desk->workplace().sync().tryNow();
            const auto now = answerOf(m_desk->workplace().casework().open(m_handedOver));
            return now && now->row.stage == Stage::Archived;
        }));
        QVERIFY(m_desk->open(m_handedOver));
        look(QStringLiteral("case-archived"), QStringLiteral("已归档"));
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(StatesTest)
#include "states_test.moc"
