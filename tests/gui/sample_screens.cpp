// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_screens.h"

#include <yichuang/ui/cards.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/deadline_ribbon.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/key_router.h>
#include <yichuang/ui/page_view.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/theme.h>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace yichuang::ui::sample {

CivilDate day(int year, unsigned month, unsigned dayOfMonth) {
    return CivilDate {std::chrono::year {year}, std::chrono::month {month}, std::chrono::day {dayOfMonth}};
}

Calendar calendar2018() {
    CalendarYear year {2018, 1, false, {}};
    const auto off = [&](unsigned month, unsigned from, unsigned to, const char* name) {
        for (unsigned each = from; each <= to; ++each)
            year.days.push_back({day(2018, month, each), DayKind::Holiday, name});
    };
    off(9, 22, 24, "中秋节");
    year.days.push_back({day(2018, 9, 29), DayKind::Workday, "国庆节"});
    year.days.push_back({day(2018, 9, 30), DayKind::Workday, "国庆节"});
    off(10, 1, 7, "国庆节");
    return Calendar({year});
}

namespace {

struct Row {
    Lamp lamp;
    QString name;
    QString number;
    QString item;
    QString state;
    QString due;
    int total;
    int gone;
    Custody custody;
};

std::vector<Row> rows() {
    const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
    const auto known = Custody::KnownAtCentre;
    const auto here = Custody::TakenInHere;
    return {
        {Lamp::Red, text("陈 某"), text("400 18 010 4926 92"), text("食品经营许可（新办）"), text("承诺件 · 待决定"),
            text("法定昨日到期"), 10, 10, known},
        {Lamp::Yellow, text("李 某"), text("400 18 010 5033 62"), text("出版物零售单位设立"),
            text("一审一核件 · 审查中"), text("承诺昨日到期"), 3, 3, known},
        {Lamp::Alert, text("衡某餐饮有限公司"), text("400 18 010 4951 17"), text("食品经营许可（变更）"),
            text("承诺件 · 审查中"), text("今日到期"), 10, 9, known},
        {Lamp::None, text("王 某"), text("400 18 010 5102 49"), text("护士执业注册（延续）"),
            text("一审一核件 · 审查中"), text("还有 2 个工作日"), 3, 1, here},
        {Lamp::None, text("湘某建筑劳务有限公司"), text("400 18 010 5106 37"), text("建筑工程施工许可"),
            text("承诺件 · 特别程序 停 4 天"), text("还有 7 个工作日"), 10, 3, known},
        {Lamp::None, text("赵 某"), text("400 18 010 5109 28"), text("城镇职工养老保险关系转移"),
            text("即办件 · 已收件"), text("补正告知至 11-26"), 0, 0, here},
        {Lamp::None, text("阿卜测热合试·麦麦提测尔荪·测试甲"), text("400 18 010 5113 16"), text("残疾人证（首次申领）"),
            text("一审一核件 · 待补正"), text("等补正至 12-29"), 0, 0, known},
        {Lamp::None, text("吴 某"), text("400 18 010 5121 89"), text("再生育审批"), text("一审一核件 · 审查中"),
            text("还有 3 个工作日"), 3, 0, here},
    };
}

QStandardItemModel* caseModel(QObject* parent) {
    auto* model = new QStandardItemModel(parent);
    for (const Row& row : rows()) {
        auto* item = new QStandardItem(row.name);
        item->setData(row.name, ApplicantRole);
        item->setData(row.number, CaseNumberRole);
        item->setData(row.item, ItemTitleRole);
        item->setData(row.state, StateRole);
        item->setData(row.due, DueWordsRole);
        item->setData(static_cast<int>(row.lamp), LampRole);
        item->setData(row.total, ProgressTotalRole);
        item->setData(row.gone, ProgressGoneRole);
        item->setData(static_cast<int>(row.custody), CustodyRole);
        item->setEditable(false);
        model->appendRow(item);
        item->setData(caseRowSentence(item->index()), Qt::AccessibleTextRole);
    }
    return model;
}

DeadlineRibbon* ribbon(CivilDate dayZero, int days, const std::vector<Pause>& pauses, CivilDate today) {
    auto* widget = new DeadlineRibbon;
    const auto explained = deadline(calendar2018(), dayZero, Limit {days, LimitUnit::Workday}, pauses, today);
    widget->setDeadline(explained ? std::optional(*explained) : std::nullopt, today);
    return widget;
}

QWidget* toDo(Hall& hall) {
    const Theme& theme = currentTheme();
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14));
    row->setSpacing(theme.px(16));
    auto* left = new QVBoxLayout;
    auto* head = new QHBoxLayout;
    head->addWidget(new Words(QString::fromUtf8("待办"), TextStyle::Title));
    head->addWidget(new Words(QString::fromUtf8("14 件，最急的在前"), TextStyle::Text, Token::Muted));
    head->addStretch();
    for (const char* name : {"我的", "本部门", "已停"}) {
        auto* chip = new Chip(QString::fromUtf8(name));
        chip->setCheckable(true);
        chip->setChecked(std::string_view(name) == "我的");
        head->addWidget(chip);
    }
    head->addWidget(new KeyCap(QStringLiteral("Ctrl+F")));
    left->addLayout(head);
    auto* frame = new Card;
    frame->setListLike();
    hall.cases = caseModel(page);
    hall.list = new QListView;
    hall.list->setObjectName(QStringLiteral("caseList"));
    hall.list->setModel(hall.cases);
    hall.list->setItemDelegate(new CaseRowDelegate(hall.list));
    hall.list->setCurrentIndex(hall.cases->index(2, 0));
    frame->body()->addWidget(hall.list);
    left->addWidget(frame, 1);
    row->addLayout(left, 63);

    auto* preview = new Card;
    auto* body = preview->body();
    body->addWidget(new Words(QString::fromUtf8("衡某餐饮有限公司"), TextStyle::Title));
    auto* chips = new QHBoxLayout;
    chips->addWidget(new Chip(QString::fromUtf8("审查中")));
    chips->addWidget(new Chip(QString::fromUtf8("承诺件")));
    chips->addWidget(new Chip(QString::fromUtf8("预警"), Tone::Amber));
    chips->addStretch();
    body->addLayout(chips);
    body->addWidget(
        new Words(QString::fromUtf8("食品经营许可（变更） · 400 18 010 4951 17"), TextStyle::Text, Token::Muted));
    preview->addRule();
    auto* dues = new QHBoxLayout;
    dues->addWidget(new Words(QString::fromUtf8("今日到期"), TextStyle::Head));
    dues->addStretch();
    dues->addWidget(new Words(QString::fromUtf8("承诺 10 个工作日，其中停 2 天"), TextStyle::Text, Token::Muted));
    body->addLayout(dues);
    body->addWidget(ribbon(
        day(2018, 11, 1), 10, {Pause {day(2018, 11, 7), day(2018, 11, 8), "行政许可法第四十五条"}}, day(2018, 11, 19)));
    body->addWidget(
        new Words(QString::fromUtf8("11 月 1 日受理，次日起算；7、8 日听证停止计算。"), TextStyle::Hint, Token::Muted));
    preview->addRule();
    preview->addFact(QString::fromUtf8("申请人"), QString::fromUtf8("9143 **** **** **** 7K"));
    preview->addFact(QString::fromUtf8("联系人"), QString::fromUtf8("孙 某 · 139****0000"));
    preview->addFact(QString::fromUtf8("经办"), QString::fromUtf8("食药监局 · 唐 某"));
    preview->addRule();
    auto* marks = new TwoMarks;
    marks->setCustody(Custody::KnownAtCentre);
    body->addWidget(marks);
    auto* actions = new ActionList(*hall.registry);
    actions->setActions({QStringLiteral("list.open"), QStringLiteral("case.main"), QStringLiteral("case.extend"),
        QStringLiteral("case.special"), QStringLiteral("case.accept")});
    body->addWidget(actions);
    body->addStretch();
    row->addWidget(preview, 37);
    return page;
}

QWidget* intake(Hall& hall) {
    const Theme& theme = currentTheme();
    auto* page = new QWidget;
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12));
    column->setSpacing(theme.px(10));
    auto* head = new QHBoxLayout;
    head->addWidget(new Words(QString::fromUtf8("护士执业注册（延续）"), TextStyle::Title));
    for (const char* name : {"一审一核件", "3 个工作日", "不收费"})
        head->addWidget(new Chip(QString::fromUtf8(name)));
    head->addStretch();
    head->addWidget(new Words(QString::fromUtf8("办事指南"), TextStyle::Text, Token::Muted));
    head->addWidget(new KeyCap(QStringLiteral("Ctrl+G")));
    column->addLayout(head);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(theme.px(12));
    const auto today = [] { return day(2018, 11, 19); };

    auto* left = new QVBoxLayout;
    left->setSpacing(theme.px(10));
    auto* applicant = new Card(QString::fromUtf8("申请人"));
    auto* identity = new IdentifierField(QString::fromUtf8("身份证号"), {IdentifierKind::ResidentId}, today);
    identity->setValue(QStringLiteral("430400198503120011"));
    identity->setGiven(true);
    applicant->body()->addWidget(identity);
    auto* grid = new QGridLayout;
    grid->setSpacing(theme.px(10));
    auto* name = new NameField(QString::fromUtf8("姓名"));
    name->setValue(QString::fromUtf8("王 某"));
    auto* phone = new IdentifierField(QString::fromUtf8("手机"), {IdentifierKind::Phone}, today);
    phone->setValue(QStringLiteral("13900000000"));
    grid->addWidget(name, 0, 0);
    grid->addWidget(phone, 0, 1);
    applicant->body()->addLayout(grid);
    applicant->body()->addStretch();
    left->addWidget(applicant);
    auto* form = new Card(QString::fromUtf8("本事项表单"));
    form->setAside(QString::fromUtf8("3 / 4 已填"));
    auto* formGrid = new QGridLayout;
    formGrid->setSpacing(theme.px(10));
    auto* certificate = new TextField(QString::fromUtf8("执业证书编号"));
    certificate->setValue(QStringLiteral("201443000221"));
    auto* result = new ChoiceField(QString::fromUtf8("近两年业务考核"),
        {{QStringLiteral("pass"), QString::fromUtf8("合格")}, {QStringLiteral("fail"), QString::fromUtf8("不合格")}});
    result->setValue(QStringLiteral("pass"));
    auto* good = new DateField(QString::fromUtf8("上次注册有效期至"));
    good->setValue(QStringLiteral("2018-12-05"));
    auto* bad = new DateField(QString::fromUtf8("健康体检日期"));
    bad->setValue(QStringLiteral("2018-13-02"));
    bad->settle();
    formGrid->addWidget(certificate, 0, 0);
    formGrid->addWidget(good, 0, 1);
    formGrid->addWidget(result, 1, 0, Qt::AlignTop);
    formGrid->addWidget(bad, 1, 1, Qt::AlignTop);
    form->body()->addLayout(formGrid);
    form->body()->addStretch();
    left->addWidget(form, 1);
    cards->addLayout(left, 48);

    auto* materials = new Card(QString::fromUtf8("材料核对"));
    hall.checklist = new ChecklistView;
    const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
    hall.checklist->setRows({
        {1, text("护士延续注册申请审核表"), text("原件 1"), {}, MaterialState::Here},
        {2, text("居民身份证"), text("验原件"), text("读卡"), MaterialState::Here},
        {3, text("护士执业证书"), text("原件 1"), text("扫描 2 页"), MaterialState::Here},
        {4, text("近两年业务考核材料"), text("复印件 1"), {}, MaterialState::Pledged},
        {5, text("二级以上医院健康体检证明"), text("原件 1"), text("6 个月内；可容缺，11-20 前补"),
            MaterialState::Missing, true},
        {6, text("继续教育学分证明"), text("共享"), text("卫健委共享，不再收取"), MaterialState::Shared, false, true},
        {7, text("执业地点变更说明"), text("有变更时"), text("本次不适用"), MaterialState::NotApplicable, false, false,
            false, true},
        {8, text("授权委托书"), text("原件 1"), text("代理人办理时"), MaterialState::Undecided, true, false, false,
            true},
    });
    hall.checklist->setCurrentIndex(hall.checklist->model()->index(4, 0));
    materials->body()->addWidget(hall.checklist);
    materials->addRule();
    materials->body()->addWidget(new Words(text("补正告知书（由缺项自动生成）"), TextStyle::Text, Token::Muted));
    materials->body()->addWidget(new Words(text("一、二级以上医院出具的 6 个月内健康体检证明，原件 1 份。")));
    materials->body()->addStretch();
    cards->addWidget(materials, 52);
    column->addLayout(cards, 1);
    whole->addLayout(column, 1);

    hall.bar = new ActionBar(*hall.registry);
    hall.bar->setActions(
        {QStringLiteral("intake.refuse"), QStringLiteral("intake.setAside"), QStringLiteral("intake.requestCorrection"),
            QStringLiteral("intake.acceptTolerant"), QStringLiteral("intake.accept")});
    hall.bar->setStatement(text("差 1 项材料、1 处填写"), text("补齐后可受理：今日受理，11 月 22 日（周四）前办结"));
    whole->addWidget(hall.bar);
    new FieldWalker(page);
    return page;
}

QWidget* desk(Hall& hall) {
    const Theme& theme = currentTheme();
    auto* page = new QWidget;
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12));
    row->setSpacing(theme.px(12));
    auto* left = new Card(QString::fromUtf8("待决定"));
    left->setAside(QStringLiteral("2 / 6"));
    left->setListLike();
    auto* list = new QListView;
    auto* model = caseModel(page);
    for (int i = 0; i < 2; ++i)
        model->item(i)->setData(QString::fromUtf8("✓ 准予"), DoneWordsRole);
    list->setModel(model);
    auto* delegate = new CaseRowDelegate(list);
    delegate->setNarrow(true);
    list->setItemDelegate(delegate);
    list->setCurrentIndex(model->index(3, 0));
    left->body()->addWidget(list);
    row->addWidget(left, 26);

    auto* middle = new Card;
    middle->body()->addWidget(new Words(QString::fromUtf8("雁某物业服务有限公司"), TextStyle::Title));
    auto* pages = new PageView;
    QImage sheet(900, 1270, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    {
        QPainter painter(&sheet);
        painter.setFont(theme.font(TextStyle::Figure));
        painter.drawText(sheet.rect().adjusted(0, 60, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
            QString::fromUtf8("户外广告设置申请表"));
        painter.drawRect(60, 160, 780, 500);
    }
    pages->setPages({sheet, sheet}, QString::fromUtf8("申请表"));
    middle->body()->addWidget(pages, 1);
    row->addWidget(middle, 43);

    auto* right = new Card;
    auto* lamp = new LampMark;
    lamp->setLamp(Lamp::Alert, QString::fromUtf8("还有 1 个工作日"));
    right->body()->addWidget(lamp);
    right->body()->addWidget(ribbon(day(2018, 11, 8), 10, {}, day(2018, 11, 13)));
    right->body()->addWidget(new Words(QString::fromUtf8("国庆调休："), TextStyle::Text, Token::Muted));
    right->body()->addWidget(ribbon(day(2018, 9, 28), 3, {}, day(2018, 9, 29)));
    right->body()->addWidget(new Words(QString::fromUtf8("四十五日："), TextStyle::Text, Token::Muted));
    right->body()->addWidget(ribbon(day(2018, 9, 3), 45, {}, day(2018, 10, 18)));
    right->body()->addWidget(ribbon(
        day(2018, 9, 3), 10, {Pause {day(2018, 9, 10), day(2018, 10, 21), "行政许可法第四十五条"}}, day(2018, 10, 22)));
    right->body()->addWidget(new Words(QString::fromUtf8("已过期："), TextStyle::Text, Token::Muted));
    right->body()->addWidget(ribbon(day(2018, 11, 5), 5, {}, day(2018, 11, 19)));
    auto* opinion = new LongTextField(QString::fromUtf8("决定理由（准予可空）"));
    opinion->setValue(QString::fromUtf8("同意。"));
    right->body()->addWidget(opinion);
    auto* marks = new TwoMarks;
    marks->setCustody(Custody::TakenInHere);
    right->body()->addWidget(marks);
    right->body()->addStretch();
    row->addWidget(right, 31);
    whole->addLayout(row, 1);
    auto* bar = new ActionBar(*hall.registry);
    bar->setActions({QStringLiteral("desk.skip"), QStringLiteral("case.extend"), QStringLiteral("case.sendBack"),
        QStringLiteral("case.refuse"), QStringLiteral("desk.grant")});
    bar->setStatement({}, QString::fromUtf8("您未收件、未审查本件，可以决定。"));
    whole->addWidget(bar);
    return page;
}

} // namespace

Hall::Hall()
    : registry(std::make_unique<ActionRegistry>([this] { return milliseconds; })) {
    const Instant noon = startOfDayInShanghai(day(2018, 11, 19)) + std::chrono::hours {14} + std::chrono::minutes {26};
    window = std::make_unique<MainWindow>(*registry, [noon] { return noon; });
    window->setWindowAndPerson(QString::fromUtf8("3 号综合窗口"), QString::fromUtf8("刘 某"));
    window->setNumbersLeft(186);
    window->setConnection({CentreStatus::State::Offline, 3, 12, 0});
    window->setCount(Screen::ToDo, 14);
    window->setCount(Screen::HandOver, 5);
    window->addScreen(Screen::ToDo, toDo(*this));
    window->addScreen(Screen::Intake, intake(*this));
    window->addScreen(Screen::Desk, desk(*this));
    window->addScreen(Screen::Today,
        new EmptyState(QString::fromUtf8("现在没有要办的。"), QString::fromUtf8("收一件："), QStringLiteral("F2")));
    for (const char* id : {"list.open", "case.main", "case.extend", "case.special", "case.accept", "case.sendBack",
             "case.refuse", "desk.skip", "desk.grant", "intake.refuse", "intake.setAside", "intake.requestCorrection",
             "intake.acceptTolerant", "intake.accept"})
        registry->action(QString::fromLatin1(id)).bind(window.get(), [] { });
    registry->action(QStringLiteral("case.accept")).disable(QString::fromUtf8("已受理"));
    registry->action(QStringLiteral("intake.accept")).disable(QString::fromUtf8("差 1 项材料、1 处填写"));
}

Hall::~Hall() {
    window.reset();
}

void Hall::show(Screen screen) {
    Action& accept = registry->action(QStringLiteral("intake.accept"));
    Action& correction = registry->action(QStringLiteral("intake.requestCorrection"));
    accept.setWeight(Weight::Plain);
    correction.setWeight(Weight::Main);
    window->showScreen(screen);
}

} // namespace yichuang::ui::sample
