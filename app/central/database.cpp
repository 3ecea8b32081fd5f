// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include "sentences.h"

#include <yichuang/centralstore/store.h>
#include <yichuang/vault/crypto.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace yichuang::central {

const Option databaseOption {"--database", OptionKind::Required, "sqlite:FILE|postgresql://…",
    {"中心数据库:一个 SQLite 文件,或 PostgreSQL 的连接地址。",
        "The central database: an SQLite file, or the address of a PostgreSQL database."}};
const Option clockOption {"--clock", OptionKind::Value, "2018-11-19T09:00:00+08:00",
    {"从这一时刻开始计时,而不用真实时间。仅供演示和测试。",
        "Start at this moment instead of the real time. For demonstrations and tests only."}};
const Option keyFileOption {"--key-file", OptionKind::Value, "FILE",
    {"封存中心私钥的密钥文件。不写时:SQLite 为数据库旁的 .key 文件,PostgreSQL 存在库内。",
        "File of the key that seals the centre's private keys. Without it: a .key file beside an SQLite database; "
        "inside a "
        "PostgreSQL one."}};

std::optional<Instant> parseIsoInstant(std::string_view text) {
    constexpr std::size_t dateLength = 10;
    constexpr std::size_t minutesLength = 16;
    if (text.size() < minutesLength + 1 || text[dateLength] != 'T') {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at, int most) -> std::optional<int> {
        if (at + 2 > text.size() || text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9') {
            return std::nullopt;
        }
        const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
        return value <= most ? std::optional(value) : std::nullopt;
    };
    const auto date = parseIsoDate(text.substr(0, dateLength));
    const auto hour = number(11, 23);
    const auto minute = number(14, 59);
    std::optional<int> second = 0;
    std::size_t at = minutesLength;
    if (text[at] == ':') {
        second = number(at + 1, 59);
        at += 3;
    }
    if (!date || !hour || text[13] != ':' || !minute || !second || at >= text.size()) {
        return std::nullopt;
    }
    std::chrono::minutes offset {0};
    if (text.substr(at) != "Z") {
        const auto zoneHour = number(at + 1, 14);
        const auto zoneMinute = number(at + 4, 59);
        if (text.size() != at + 6 || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':' || !zoneHour
            || !zoneMinute) {
            return std::nullopt;
        }
        offset = std::chrono::hours(*zoneHour) + std::chrono::minutes(*zoneMinute);
        offset = text[at] == '-' ? -offset : offset;
    }
    return Instant(std::chrono::sys_days(*date)) + std::chrono::hours(*hour) + std::chrono::minutes(*minute)
        + std::chrono::seconds(*second) - offset;
}

std::optional<std::string> readFile(const std::string& path, Console& console) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    int fault = file ? 0 : errno;
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        fault = EISDIR; // it can be opened, too
    } else if (file) {
        std::ostringstream text;
        text << file.rdbuf();
        if (!file.bad()) {
            return text.str();
        }
    }
    complainOf({"file.unreadable", {{"file", path}, {"reason", std::strerror(fault != 0 ? fault : EIO)}}, {}}, console);
    return std::nullopt;
}

std::optional<OpenCentre> openCentre(const Arguments& arguments, Console& console, Expect expect) {
    constexpr std::string_view sqlite = "sqlite:";
    const std::string address = arguments.valueOr("--database", "");
    if (address == "sqlite::memory:") {
        complainOf({"store.memory", {}, {}}, console);
        return std::nullopt;
    }
    std::error_code ignored;
    if (expect == Expect::Initialised && address.starts_with(sqlite)
        && !std::filesystem::exists(address.substr(sqlite.size()), ignored)) {
        complainOf({"store.missing_file", {{"file", address.substr(sqlite.size())}}, {}}, console);
        return std::nullopt;
    }
    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (const auto start = arguments.value("--clock")) {
        const auto instant = parseIsoInstant(*start);
        if (!instant) {
            complainOf({"usage.bad_value",
                           {{"option", "--clock"}, {"value", *start}, {"expected", "2018-11-19T09:00:00+08:00"}}, {}},
                console);
            return std::nullopt;
        }
        clock = std::make_unique<ShiftedClock>(*instant);
    }
    if (auto started = startVault(); !started) {
        complainOf(started.error(), console);
        return std::nullopt;
    }
    StoreOptions options;
    options.keyFile = arguments.valueOr("--key-file", "");
    auto store = CentralStore::open(address, options);
    if (!store) {
        complainOf(store.error(), console);
        return std::nullopt;
    }
    OpenCentre open;
    open.clock = std::make_unique<ServiceClock>(std::move(clock));
    open.centre = std::make_unique<Centre>(*store, *open.clock);
    if (expect == Expect::Initialised) {
        if (const auto settings = open.centre->settings(); !settings) {
            complainOf(settings.error(), console);
            return std::nullopt;
        }
    }
    return open;
}

std::shared_ptr<const Registry> readRegistry(const Centre& centre, Console& console) {
    auto registry = centre.registry();
    if (!registry) {
        complainOf(registry.error(), console);
        return nullptr;
    }
    return *std::move(registry);
}

std::optional<ImportReport> writeFacts(Centre& centre, const std::vector<HallFact>& facts, Console& console) {
    auto report = centre.write(facts);
    if (!report) {
        complainOf(report.error(), console);
        return std::nullopt;
    }
    for (const Error& problem : report->problems) {
        complainOf(problem, console);
    }
    return report->problems.empty() ? std::optional(*std::move(report)) : std::nullopt;
}

} // namespace yichuang::central
