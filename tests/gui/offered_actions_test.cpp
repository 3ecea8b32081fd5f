// SPDX-License-Identifier: GPL-3.0-or-later
// Every forbidden transition is not offered by the screens: the case page's and the desk's actions, over every state
// that lawful work leads to and every role, against the table written by hand.
#include <fake_clock.h>
#include <fake_keychain.h>
#include <reached_cases.h>

#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/vault/crypto.h>
#include <yichuang/workflows/workplace.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr std::array keyedActions {"case.accept", "case.acceptTolerant", "case.requestCorrection", "case.refuse",
    "case.sendBack", "case.extend", "case.special"};

bool lawfulByTable(Event event, CommandAct act, Stage from, Role role) {
    const auto row = table().find({event, act, from});
    return row != table().end() && row->second.roles.contains(role);
}

QByteArray words(Event event, CommandAct act, Stage from, Role role) {
    std::string told;
    for (const auto& part : {toText(event), toText(act), toText(from), toText(role)})
        told += std::string(part) + ' ';
    return QByteArray::fromStdString(told);
}

class OfferedActionsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeClock m_clock;

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVault()); }

    void theScreensOfferNothingThatTheTableForbids() {
        WorkplaceSettings settings;
        settings.profile = m_folder.filePath(QStringLiteral("desk"));
        Workplace workplace(settings, m_clock, std::make_unique<FakeKeychain>());
        ui::ActionRegistry registry;
        ui::ReasonPanel reasons;
        ui::CaseActions actions(workplace, registry, reasons, nullptr);
        QObject owner;
        for (const char* id : keyedActions)
            registry.action(QLatin1String(id)).bind(&owner, [] { });
        QSignalSpy asked(&reasons, &ui::ReasonPanel::opened);
        QSignalSpy performed(&actions, &ui::CaseActions::performed);

        int offered = 0;
        int withheld = 0;
        std::set<std::tuple<Event, CommandAct, Stage, Role>> seen;
        for (const Reached& reached : reachedCases()) {
            const LawContext context {*reached.item, nationalCalendar()};
            const CivilDate today = addDays(reached.state.lastDate.value_or(on("2019-03-04")), 1);
            const Stage from = reached.state.stage;
            for (const Role role : allRoles()) {
                CaseView view;
                view.state = reached.state;
                view.row.stage = from;
                view.item = std::make_shared<const Item>(*reached.item);
                for (const Possibility& possibility :
                    possibilities(reached.state, actorOf(role, "somebody"), context, today))
                    view.actions.push_back(CaseAction {possibility.event, possibility.act, possibility.refusal});
                actions.setCase(view);

                // F4 lays out what is lawful, and nothing else.
                for (const CaseAction& action : actions.lawful()) {
                    QVERIFY2(lawfulByTable(action.event, action.act, from, role),
                        words(action.event, action.act, from, role));
                    ++offered;
                    seen.insert({action.event, action.act, from, role});
                }
                // Ctrl+Enter leads on by a lawful step only; else it is disabled and says why.
                const ui::Action& main = registry.action(QStringLiteral("case.main"));
                if (const auto step = actions.main())
                    QVERIFY2(
                        lawfulByTable(step->event, step->act, from, role), words(step->event, step->act, from, role));
                else
                    QVERIFY(!main.isEnabled() && !main.reason().isEmpty());
                // The chief's key grants; where nothing is to be granted it takes the step that leads on, and says so.
                const ui::Action& grant = registry.action(QStringLiteral("desk.grant"));
                const CaseAction* grantable = actions.possibility(Event::Grant, CommandAct::Do);
                if (grantable && !grantable->refusal) {
                    QVERIFY(grant.isEnabled() && lawfulByTable(Event::Grant, CommandAct::Do, from, role));
                    QCOMPARE(grant.verb(), ui::ActionRegistry().action(QStringLiteral("desk.grant")).verb());
                } else if (const auto step = actions.main()) {
                    QVERIFY(grant.isEnabled());
                    QCOMPARE(grant.verb(), ui::CaseActions::verbOf(step->event, step->act));
                } else {
                    QVERIFY(!grant.isEnabled() && !grant.reason().isEmpty());
                }
                for (const char* id : keyedActions) {
                    const ui::Action& key = registry.action(QLatin1String(id));
                    const auto meaning = actions.meaningOf(QLatin1String(id));
                    if (!key.isEnabled()) {
                        QVERIFY2(!key.reason().isEmpty(), id);
                        ++withheld;
                        continue;
                    }
                    QVERIFY2(meaning && lawfulByTable(meaning->event, meaning->act, from, role), id);
                }
            }
        }
        QVERIFY2(seen.size() > 60, qPrintable(QString::number(seen.size())));
        QVERIFY(offered > 0 && withheld > 0);
        QCOMPARE(asked.count(), 0);

        // And a step that the table forbids is not taken, either, by whatever way it is asked for.
        int tried = 0;
        for (const Reached& reached : reachedCases()) {
            if (++tried % 40 != 0)
                continue;
            const LawContext context {*reached.item, nationalCalendar()};
            const CivilDate today = addDays(reached.state.lastDate.value_or(on("2019-03-04")), 1);
            for (const Role role : allRoles()) {
                CaseView view;
                view.state = reached.state;
                view.item = std::make_shared<const Item>(*reached.item);
                for (const Possibility& possibility :
                    possibilities(reached.state, actorOf(role, "somebody"), context, today))
                    view.actions.push_back(CaseAction {possibility.event, possibility.act, possibility.refusal});
                actions.setCase(view);
                for (const Event event : transitions()) {
                    for (const CommandAct act : allActs) {
                        if (lawfulByTable(event, act, reached.state.stage, role))
                            continue;
                        actions.run(event, act);
                        QVERIFY2(!reasons.isOpen(), words(event, act, reached.state.stage, role));
                    }
                }
            }
        }
        QCOMPARE(performed.count(), 0);
    }
};

} // namespace

QTEST_MAIN(OfferedActionsTest)
#include "offered_actions_test.moc"
