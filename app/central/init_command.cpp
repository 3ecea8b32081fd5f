// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_commands.h"

#include "configuration.h"
#include "database.h"
#include "sentences.h"

#include <yichuang/vault/crypto.h>

#include <ostream>

namespace yichuang::central {
namespace {

int run(const Arguments& arguments, Console& console) {
    HallSettings settings;
    settings.centre = arguments.valueOr("--centre", "400");
    settings.hallName = arguments.valueOr("--hall", "政务服务中心");
    if (settings.centre.size() != 3 || settings.centre.find_first_not_of("0123456789") != std::string::npos) {
        complainOf(
            {"usage.bad_value", {{"option", "--centre"}, {"value", settings.centre}, {"expected", "000 … 999"}}, {}},
            console);
        return misused;
    }
    if (!isPlainText("--hall", settings.hallName, console)) {
        return misused;
    }
    const auto open = openCentre(arguments, console, Expect::Anything);
    if (!open) {
        return failed;
    }
    const RecoveryKey recovery = makeRecoveryKey();
    settings.recoveryPublicKey = recovery.publicKey;
    if (auto initialised = open->centre->initialise(settings); !initialised) {
        complainOf(initialised.error(), console);
        return failed;
    }
    console.say(
        {"已建立{hall}(中心号 {centre})的中心数据库。", "The central database of {hall} (centre {centre}) is set up."},
        {{"hall", settings.hallName}, {"centre", settings.centre}});
    console.say({"下面一行是大厅的恢复私钥,只显示这一次,程序不留底。请抄写或打印两份,分开锁存,不要放在任何联网的机器上:"
                 "窗口机的钥匙串损坏或密码遗忘时,只有它能打开那台机器上还没上传的办件。",
        "The next line is the hall's recovery key. It is shown this once and kept nowhere: write it down or print it "
        "twice, "
        "lock both away in different places, and keep it off every connected machine. When a workstation's keychain is "
        "broken or a password forgotten, nothing else opens the cases on it that were not sent yet."});
    console.out() << hexOf(recovery.privateKey.bytes()) << std::endl;
    return done;
}

} // namespace

Command initCommand() {
    return {"init", {"建立中心数据库(只做一次)。", "Set up the central database, once."}, {},
        {databaseOption, configurationOption,
            {"--centre", OptionKind::Value, "400",
                {"三位中心号,印在办件编号里。", "Three digits of the centre, part of every case number."}},
            {"--hall", OptionKind::Value, "衡阳市政务服务中心",
                {"大厅名称,印在各种文书上。", "Name of the hall, printed on its papers."}},
            clockOption, keyFileOption},
        run};
}

} // namespace yichuang::central
