// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation with its real window, at which somebody types an intake key by key: for tests that kill it. Says
// "ready" once the page is open, then "typed <n>" after each character of the words it was given, "done" at the end;
// then it waits for a line on standard input (or its end) and leaves.
#include "counter_desk.h"

#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>

#include <QApplication>
#include <QTimer>

#include <cstdio>

#include <unistd.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

void say(const std::string& line) {
    const std::string text = line + '\n';
    [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
}

int typeAll(const QStringList& arguments) {
    // profile, clock in milliseconds, person, item letters; then field and value by turns.
    const QString profile = arguments.at(1);
    const ShiftedClock clock(fromMilliseconds(arguments.at(2).toLongLong()));
    DeskSetting setting;
    setting.profile = profile;
    setting.keychain = false;
    CounterDesk desk(setting, clock);
    desk.signIn(arguments.at(3));
    desk.beginIntake(arguments.at(4));
    say("ready");
    int typed = 0;
    for (qsizetype at = 5; at + 1 < arguments.size(); at += 2) {
        auto* field = desk.window().findChild<ui::Field*>(arguments.at(at));
        if (!field) {
            std::fprintf(stderr, "no field %s\n", qPrintable(arguments.at(at)));
            return 3;
        }
        field->editor()->setFocus();
        const QList<uint> characters = arguments.at(at + 1).toUcs4();
        for (const uint character : characters) {
            const auto one = static_cast<char32_t>(character);
            desk.type(QString::fromUcs4(&one, 1));
            QCoreApplication::processEvents();
            say("typed " + std::to_string(++typed));
        }
    }
    say("done");
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n') { }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (!startVault())
        return 1;
    try {
        return typeAll(QApplication::arguments());
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "trouble: %s\n", trouble.what());
        return 4;
    }
}
