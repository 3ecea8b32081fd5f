// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall.h"

#include "pq.h"

#include <yichuang/qtbridge/values.h>

#include <boost/json.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace yichuang::bench {

namespace {

constexpr std::size_t materials = 8;

std::string textOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The sample catalogue; the bench's item gets as many materials as a mean intake of the hall has.
void writeCatalogue(const std::string& path) {
    auto catalogue = boost::json::parse(textOf(YICHUANG_RESOURCES "/items/hengyang-sample.json"));
    for (auto& item : catalogue.at("items").as_array()) {
        if (item.at("item_id").as_string() != Hall::item().value())
            continue;
        auto& rows = item.at("materials").as_array();
        while (rows.size() < materials) {
            boost::json::object row = rows.back().as_object();
            row["seq"] = row.at("seq").as_int64() + 1;
            row["name"] = "授权委托书";
            row["name_en"] = "Letter of authority";
            rows.push_back(row);
        }
    }
    std::ofstream(path, std::ios::binary) << boost::json::serialize(catalogue);
}

void run(const std::vector<std::string>& arguments) {
    const kit::ProgramRun run = kit::runCentral(arguments);
    if (run.status != 0)
        throw std::runtime_error("yichuang-central " + arguments.front() + ": " + run.out + run.err);
}

std::string nameOf(const std::string& address) {
    const std::size_t from = address.find(":///") + 4;
    return address.substr(from, address.find('?') - from);
}

std::string addressOf(const std::string& like, const std::string& name) {
    const std::size_t from = like.find(":///") + 4;
    return like.substr(0, from) + name + like.substr(like.find('?'));
}

} // namespace

Hall::Hall(const Clock& clock)
    : m_clock(clock)
    , m_template(m_cluster.makeDatabase())
    , m_workshop(m_cluster.makeDatabase()) {
    const std::string catalogue = (m_folder.path() / "items.json").string();
    writeCatalogue(catalogue);
    // By the bench's clock, an hour earlier: a hall that was published after its acts would take them in as received
    // only.
    const std::string before = toHallTime(m_clock.now() - std::chrono::hours {1}).toString(Qt::ISODate).toStdString();
    const auto prepare = [this, &before](std::vector<std::string> command) {
        command.insert(command.end(), {"--database", m_template, "--clock", before});
        run(command);
    };
    prepare({"init", "--centre", "400", "--hall", "衡阳市政务服务中心"});
    prepare({"import", "calendar", YICHUANG_RESOURCES "/calendars/calendar-cn.csv"});
    prepare({"import", "items", catalogue});
    prepare({"import", "staff", YICHUANG_RESOURCES "/demo/staff.json"});
}

std::string Hall::enrolCode(const std::string& window) const {
    return kit::enrolCode(m_template, window);
}

std::unique_ptr<kit::CentralProcess> Hall::serve(const std::string& database, unsigned short port) const {
    // Whole seconds, rounded up: the centre's clock does not run behind what was written before.
    const Instant start = m_clock.now() + std::chrono::seconds {1};
    const std::string text = toHallTime(start).toString(Qt::ISODate).toStdString();
    return std::make_unique<kit::CentralProcess>(
        database, std::vector<std::string> {"--clock", text}, std::filesystem::path {}, port);
}

std::string Hall::freshCopy() {
    const std::string name = "copy" + std::to_string(++m_copies);
    tell("CREATE DATABASE " + name + " TEMPLATE " + nameOf(m_template));
    return addressOf(m_template, name);
}

void Hall::drop(const std::string& database) {
    tell("DROP DATABASE " + nameOf(database) + " WITH (FORCE)");
}

void Hall::tell(const std::string& statement) {
    Pq(m_workshop).run(statement);
}

} // namespace yichuang::bench
