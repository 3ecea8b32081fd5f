// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/action_registry.h>

#include <QtGlobal>

#include <algorithm>
#include <initializer_list>

namespace yichuang::ui {

const std::vector<Screen>& allScreens() {
    static const std::vector<Screen> screens {Screen::SignIn, Screen::Today, Screen::FindItem, Screen::Intake,
        Screen::ToDo, Screen::HandOver, Screen::Done, Screen::Case, Screen::Desk, Screen::Papers, Screen::Sync,
        Screen::Month, Screen::Settings};
    return screens;
}

namespace {

/// Every screen of a signed-in person, but these.
std::vector<Screen> everywhereBut(std::initializer_list<Screen> without = {}) {
    std::vector<Screen> result;
    for (const Screen screen : allScreens()) {
        if (screen != Screen::SignIn && std::find(without.begin(), without.end(), screen) == without.end())
            result.push_back(screen);
    }
    return result;
}

using enum Screen;

std::vector<ActionDefinition> makeDefinitions() {
    const std::vector<Screen> lists {Today, ToDo, HandOver, Done};
    const std::vector<Screen> withCase {ToDo, HandOver, Done, Case, Desk};
    return {
        // places and what the top bar offers
        {"place.today", QT_TRANSLATE_NOOP("Actions", "Today"), "Alt+1", everywhereBut(), Part::None, Weight::Quiet},
        {"place.intake", QT_TRANSLATE_NOOP("Actions", "New intake"), "F2", everywhereBut(), Part::None, Weight::Quiet},
        {"place.toDo", QT_TRANSLATE_NOOP("Actions", "To do"), "Alt+2", everywhereBut(), Part::None, Weight::Quiet},
        {"place.handOver", QT_TRANSLATE_NOOP("Actions", "To hand over"), "Alt+3", everywhereBut(), Part::None,
            Weight::Quiet},
        {"place.done", QT_TRANSLATE_NOOP("Actions", "Done"), "Alt+4", everywhereBut(), Part::None, Weight::Quiet},
        {"place.sync", QT_TRANSLATE_NOOP("Actions", "Sync"), "F7", everywhereBut({Sync}), Part::None, Weight::Quiet},
        {"sync.tryNow", QT_TRANSLATE_NOOP("Actions", "Try now"), "F7", {Sync}, Part::None, Weight::Main},
        {"sync.takeUp", QT_TRANSLATE_NOOP("Actions", "Take it up again on the centre's state"), "Ctrl+Return", {Sync},
            Part::None, Weight::Plain, Effect::Writes},
        {"sync.openAnew", QT_TRANSLATE_NOOP("Actions", "Open the case anew, under a new number"), "Ctrl+N", {Sync},
            Part::None, Weight::Plain, Effect::Writes},
        {"sync.printAgain", QT_TRANSLATE_NOOP("Actions", "Print again what holds now"), "Ctrl+P", {Sync}, Part::None,
            Weight::Plain, Effect::Writes},
        {"sync.keep", QT_TRANSLATE_NOOP("Actions", "Keep what was done here"), "Ctrl+K", {Sync}, Part::None,
            Weight::Plain},
        {"sync.leave", QT_TRANSLATE_NOOP("Actions", "Leave it to the chief, with a note"), "F6", {Sync}, Part::None,
            Weight::Plain},
        {"sync.next", QT_TRANSLATE_NOOP("Actions", "The next refused act"), "Ctrl+Down", {Sync}, Part::None,
            Weight::Plain},
        {"sync.enrolAnew", QT_TRANSLATE_NOOP("Actions", "Enrol this workstation anew"), "Ctrl+E", {Sync}, Part::None,
            Weight::Plain},
        {"search.everywhere", QT_TRANSLATE_NOOP("Actions", "Search everywhere"), "F3", everywhereBut(), Part::None,
            Weight::Quiet},
        {"keys.show", QT_TRANSLATE_NOOP("Actions", "All keys"), "F1", allScreens(), Part::None, Weight::Quiet},
        {"place.settings", QT_TRANSLATE_NOOP("Actions", "Settings"), "F11", everywhereBut({Settings}), Part::None,
            Weight::Quiet},
        {"settings.sameForSize", QT_TRANSLATE_NOOP("Actions", "The same for all papers of this size"), "Ctrl+D",
            {Settings}, Part::None, Weight::Plain},
        {"settings.ruler", QT_TRANSLATE_NOOP("Actions", "Print a ruler"), "Ctrl+R", {Settings}, Part::None,
            Weight::Plain},
        {"session.lock", QT_TRANSLATE_NOOP("Actions", "Lock"), "Ctrl+L", everywhereBut(), Part::None, Weight::Quiet},
        {"go.back", QT_TRANSLATE_NOOP("Actions", "Back"), "Esc", everywhereBut({Intake, Desk}), Part::None,
            Weight::Plain},

        // sign in
        {"session.signIn", QT_TRANSLATE_NOOP("Actions", "Sign in"), "Return", {SignIn}, Part::None, Weight::Main,
            Effect::Writes},
        {"session.recover", QT_TRANSLATE_NOOP("Actions", "Open by the recovery key"), "Ctrl+K", {SignIn}, Part::None,
            Weight::Quiet},

        // lists
        {"list.open", QT_TRANSLATE_NOOP("Actions", "Open"), "Return", lists, Part::None, Weight::Plain},
        {"list.filter", QT_TRANSLATE_NOOP("Actions", "Narrow the list"), "Ctrl+F", {ToDo}, Part::None, Weight::Quiet},
        {"case.menu", QT_TRANSLATE_NOOP("Actions", "All that may be done"), "F4", withCase, Part::None, Weight::Quiet},

        // intake
        {"intake.begin", QT_TRANSLATE_NOOP("Actions", "Begin intake"), "Return", {FindItem}, Part::None, Weight::Main},
        {"intake.guide", QT_TRANSLATE_NOOP("Actions", "Process sheet"), "Ctrl+G", {Intake}, Part::None, Weight::Quiet},
        {"intake.refuse", QT_TRANSLATE_NOOP("Actions", "Refuse acceptance"), "F12", {Intake}, Part::None, Weight::Grave,
            Effect::Writes},
        {"intake.setAside", QT_TRANSLATE_NOOP("Actions", "Set aside"), "Esc", {Intake}, Part::None, Weight::Plain},
        {"intake.requestCorrection", QT_TRANSLATE_NOOP("Actions", "One-time correction"), "F8", {Intake}, Part::None,
            Weight::Plain, Effect::Writes},
        {"intake.acceptTolerant", QT_TRANSLATE_NOOP("Actions", "Accept tolerantly"), "Shift+F9", {Intake}, Part::None,
            Weight::Plain, Effect::Writes},
        {"intake.accept", QT_TRANSLATE_NOOP("Actions", "Accept and print"), "F9", {Intake}, Part::None, Weight::Main,
            Effect::Writes},
        {"intake.receiveOnly", QT_TRANSLATE_NOOP("Actions", "Receipt only"), "Ctrl+R", {Intake}, Part::None,
            Weight::Plain, Effect::Writes},
        {"intake.agent", QT_TRANSLATE_NOOP("Actions", "By agent"), "Ctrl+J", {Intake}, Part::None, Weight::Quiet},
        {"intake.organisation", QT_TRANSLATE_NOOP("Actions", "Organisation"), "Ctrl+O", {Intake}, Part::None,
            Weight::Quiet},
        {"intake.known", QT_TRANSLATE_NOOP("Actions", "Take the known person"), "Ctrl+D", {Intake}, Part::None,
            Weight::Quiet},

        // the checklist
        {"checklist.here", QT_TRANSLATE_NOOP("Actions", "Here"), "Space", {}, Part::Checklist, Weight::Quiet},
        {"checklist.missing", QT_TRANSLATE_NOOP("Actions", "Missing"), "-", {}, Part::Checklist, Weight::Quiet},
        {"checklist.tolerate", QT_TRANSLATE_NOOP("Actions", "Tolerate"), "R", {}, Part::Checklist, Weight::Quiet},
        {"checklist.share", QT_TRANSLATE_NOOP("Actions", "Shared"), "X", {}, Part::Checklist, Weight::Quiet},
        {"checklist.pledge", QT_TRANSLATE_NOOP("Actions", "Pledged"), "C", {}, Part::Checklist, Weight::Quiet},
        {"checklist.notApplicable", QT_TRANSLATE_NOOP("Actions", "Not applicable"), "B", {}, Part::Checklist,
            Weight::Quiet},
        {"checklist.scan", QT_TRANSLATE_NOOP("Actions", "Scan"), "S", {}, Part::Checklist, Weight::Quiet},

        // a case
        {"case.main", QT_TRANSLATE_NOOP("Actions", "Go on"), "Ctrl+Return", {ToDo, HandOver, Case}, Part::None,
            Weight::Main, Effect::Writes},
        {"case.accept", QT_TRANSLATE_NOOP("Actions", "Accept and print"), "F9", {ToDo, Case}, Part::None, Weight::Plain,
            Effect::Writes},
        {"case.acceptTolerant", QT_TRANSLATE_NOOP("Actions", "Accept tolerantly"), "Shift+F9", {ToDo, Case}, Part::None,
            Weight::Plain, Effect::Writes},
        {"case.requestCorrection", QT_TRANSLATE_NOOP("Actions", "One-time correction"), "F8", {ToDo, Case}, Part::None,
            Weight::Plain, Effect::Writes},
        {"case.refuse", QT_TRANSLATE_NOOP("Actions", "Refuse"), "F12", {ToDo, Case, Desk}, Part::None, Weight::Grave,
            Effect::Writes},
        {"case.sendBack", QT_TRANSLATE_NOOP("Actions", "Send back to review"), "F6", {ToDo, Case, Desk}, Part::None,
            Weight::Plain, Effect::Writes},
        {"case.extend", QT_TRANSLATE_NOOP("Actions", "Extend"), "Ctrl+E", {ToDo, Case, Desk}, Part::None, Weight::Plain,
            Effect::Writes},
        {"case.unmask", QT_TRANSLATE_NOOP("Actions", "Show a number in clear"), "Ctrl+U", {Case}, Part::None,
            Weight::Plain},
        {"case.export", QT_TRANSLATE_NOOP("Actions", "Take the case out as a file"), "Ctrl+Shift+E", {Case}, Part::None,
            Weight::Plain},
        {"case.special", QT_TRANSLATE_NOOP("Actions", "Special procedure"), "Ctrl+T", {ToDo, Case, Desk}, Part::None,
            Weight::Plain, Effect::Writes},

        // the chief's desk
        {"desk.skip", QT_TRANSLATE_NOOP("Actions", "Skip"), "Esc", {Desk}, Part::None, Weight::Plain},
        {"desk.grant", QT_TRANSLATE_NOOP("Actions", "Grant and next"), "Ctrl+Return", {Desk}, Part::None, Weight::Main,
            Effect::Writes},

        // papers
        {"papers.print", QT_TRANSLATE_NOOP("Actions", "Print and call the next"), "Return", {Papers}, Part::None,
            Weight::Main, Effect::Writes},
        {"papers.save", QT_TRANSLATE_NOOP("Actions", "Save as PDF"), "Ctrl+S", {Papers}, Part::None, Weight::Plain},
        {"paper.print", QT_TRANSLATE_NOOP("Actions", "Print"), "Ctrl+P", {FindItem, ToDo, HandOver, Done, Case, Papers},
            Part::None, Weight::Plain, Effect::Writes},
        {"paper.printer", QT_TRANSLATE_NOOP("Actions", "Choose printer"), "Ctrl+Shift+P", {Papers}, Part::None,
            Weight::Plain},
        {"table.export", QT_TRANSLATE_NOOP("Actions", "Export"), "Ctrl+Shift+E", {ToDo, HandOver, Done}, Part::None,
            Weight::Plain},
        {"pages.previous", QT_TRANSLATE_NOOP("Actions", "Leaf back"), "Left", {}, Part::Pages, Weight::Quiet},
        {"pages.next", QT_TRANSLATE_NOOP("Actions", "Leaf on"), "Right", {}, Part::Pages, Weight::Quiet},
        {"pages.zoom", QT_TRANSLATE_NOOP("Actions", "Zoom"), "Z", {}, Part::Pages, Weight::Quiet},
        {"pages.rotate", QT_TRANSLATE_NOOP("Actions", "Rotate"), "O", {}, Part::Pages, Weight::Quiet},
    };
}

} // namespace

const std::vector<ActionDefinition>& actionDefinitions() {
    static const std::vector<ActionDefinition> definitions = makeDefinitions();
    return definitions;
}

} // namespace yichuang::ui
