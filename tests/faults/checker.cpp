// SPDX-License-Identifier: GPL-3.0-or-later
#include "checker.h"

#include "plain_database.h"

#include <boost/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace yichuang::test {
namespace {

void must(bool holds, const std::string& what) {
    if (!holds)
        throw Broken(what);
}

/// The product's rule, written once more: the algorithm's byte, then BLAKE2b-256 over that byte and the text.
std::string ownHash(const std::string& text) {
    const std::string bytes = '\x01' + text;
    std::array<unsigned char, 32> hash {};
    crypto_generichash(
        hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    std::array<char, 65> hex {};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return std::string("01") + hex.data();
}

std::string textAt(const boost::json::object& object, const char* name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string {};
}

std::vector<std::string> streamsOf(const CentreBooks::Act& act) {
    std::vector<std::string> streams;
    const auto head = boost::json::parse(act.head).as_object();
    for (const auto& entry : head.at("entries").as_array())
        streams.push_back(textAt(entry.as_object(), "stream"));
    return streams;
}

/// What the facts of an intake say; empty for others.
std::string caseNumberIn(const std::string& facts) {
    constexpr std::string_view member = R"("case_no":")";
    const auto at = facts.find(member);
    return at == std::string::npos
        ? std::string {}
        : facts.substr(at + member.size(), facts.find('"', at + member.size()) - at - member.size());
}

bool isWorkstation(const std::string& chain) {
    return chain.starts_with("ws:");
}

} // namespace

void Checker::noteVerdict(const std::string& act, const std::string& verdict, const std::string& reason) {
    const auto [known, fresh] = m_verdicts.try_emplace(act, verdict, reason);
    must(fresh || known->second == std::pair(verdict, reason),
        "act " + act + " was told " + known->second.first + " and then " + verdict);
}

Checker::Told Checker::readTold(const HallUnderFire::Desk& desk) {
    Told told;
    std::ifstream file(desk.log);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string kind;
        std::string id;
        words >> kind >> id;
        if (kind == "try") {
            told.tried.insert(id);
        } else if (kind == "draft") {
            std::string tag;
            words >> tag;
            told.drafts[id] = tag;
        } else {
            must(told.acts.insert(id).second, "act " + id + " was acknowledged twice");
            if (kind == "intake") {
                std::string stream;
                std::string number;
                std::string tag;
                words >> stream >> number >> tag;
                must(told.intakes.emplace(tag, std::array {id, stream, number}).second,
                    "the intake " + tag + " was acknowledged twice");
            }
        }
    }
    return told;
}

void Checker::checkDeskFile(const HallUnderFire::Desk& desk, const DeskFile& file, const Told& told) {
    const std::string at = "at workstation " + desk.name + ": ";
    must(file.damage.empty(), at + file.damage);
    std::map<std::string, std::int64_t> numbers;
    for (const auto& act : file.acts) {
        must(act.number == static_cast<std::int64_t>(numbers.size()) + 1,
            at + "number " + std::to_string(act.number) + " after " + std::to_string(numbers.size()));
        must(numbers.emplace(act.id, act.number).second, at + "act " + act.id + " stands twice");
    }
    must(file.chainNumber == static_cast<std::int64_t>(file.acts.size())
            && (file.acts.empty() || file.acts.back().hash == file.chainHash),
        at + "the chain ends elsewhere than its acts");
    must(file.twice.empty(), at + "a case number stands twice: " + (file.twice.empty() ? "" : *file.twice.begin()));
    for (const auto& id : told.acts)
        must(numbers.contains(id), at + "act " + id + " was acknowledged and is lost");
    std::set<std::string> concluded;
    for (const auto& [tag, intake] : told.intakes) {
        concluded.insert(tag);
        const auto number = file.caseOfNumber.find(intake[2]);
        must(number != file.caseOfNumber.end() && number->second == intake[1],
            at + "number " + intake[2] + " was printed and is another case's or nobody's");
    }
    for (const auto& [id, tag] : told.drafts) {
        // Tried: it may have been concluded, and the person killed before she was told so.
        must(concluded.contains(tag) || told.tried.contains(tag) || file.drafts.contains(id),
            at + "draft " + id + " was saved and is lost");
        must(!(concluded.contains(tag) && file.drafts.contains(id)),
            at + "draft " + id + " was concluded and is still there");
    }
}

void Checker::checkKilled(const HallUnderFire::Desk& desk) {
    checkDeskFile(desk, readDeskFile(desk.profile), readTold(desk));
}

void Checker::checkCentreLightly() {
    const std::string& address = m_hall.address();
    for (const auto& row : readPlainly(address,
             "SELECT a.chain, count(*), max(a.number), max(c.number) FROM act a LEFT JOIN chain c ON c.id = a.chain"
             " WHERE a.chain LIKE 'ws:%' GROUP BY a.chain"))
        must(row[1] == row[2] && row[1] == row[3],
            "chain " + row[0] + " has " + row[1] + " acts, ends at " + row[2] + " and says " + row[3]);
    for (const auto& row : readPlainly(address,
             "SELECT l.scope, count(*), max(l.position), max(s.position) FROM scope_log l"
             " LEFT JOIN scope s ON s.id = l.scope GROUP BY l.scope"))
        must(row[1] == row[2] && row[1] == row[3],
            "log of " + row[0] + " has " + row[1] + " lines, ends at " + row[2] + " and says " + row[3]);
    for (const auto& row : readPlainly(address,
             "SELECT case_no FROM stream WHERE case_no IS NOT NULL"
             " GROUP BY case_no HAVING count(*) > 1"))
        throw Broken("number " + row[0] + " was given to two cases");
}

CentreBooks Checker::readBooks() const {
    CentreBooks books;
    for (auto& row : readPlainly(m_hall.address(),
             "SELECT id, chain, number, hash, verdict, reason, head, signature, facts, particulars FROM act"
             " ORDER BY chain, number")) {
        books.chains[row[1]].push_back({row[0], row[1], std::stoll(row[2]), row[3], row[4], row[5], std::move(row[6]),
            std::move(row[7]), std::move(row[8]), std::move(row[9])});
    }
    return books;
}

void Checker::checkChains(const CentreBooks& books) const {
    std::map<std::string, std::pair<std::int64_t, std::string>> ends;
    for (const auto& row : readPlainly(m_hall.address(), "SELECT id, number, hash FROM chain"))
        ends[row[0]] = {std::stoll(row[1]), row[2]};
    for (const auto& [chain, acts] : books.chains) {
        must(chain.find('@') == std::string::npos, "there is a branch: " + chain);
        std::string previous;
        std::int64_t number = 0;
        for (const auto& act : acts) {
            const auto head = boost::json::parse(act.head).as_object();
            const std::string at = chain + ' ' + std::to_string(act.number) + ": ";
            ++number;
            must(act.number == number, at + "follows " + std::to_string(number - 1));
            must(textAt(head, "act") == act.id && textAt(head, "origin") == chain
                    && head.at("number").to_number<std::int64_t>() == number,
                at + "the head says otherwise");
            must(textAt(head, "previous") == previous, at + "names another act before it");
            must(ownHash(act.head + '\n' + act.signature) == act.hash, at + "has another hash");
            previous = act.hash;
        }
        const auto end = ends.find(chain);
        if (isWorkstation(chain))
            must(end != ends.end() && end->second == std::pair(number, previous), chain + " ends elsewhere");
    }
}

void Checker::checkLogs(const CentreBooks& books) {
    std::map<std::string, std::pair<std::int64_t, std::string>> ends;
    std::set<std::pair<std::string, std::string>> lines;
    std::map<std::string, std::string> verdictOf;
    for (const auto& [chain, acts] : books.chains) {
        for (const auto& act : acts)
            verdictOf[act.id] = act.verdict;
    }
    std::set<std::string> named;
    for (const auto& row : readPlainly(m_hall.address(),
             "SELECT scope, position, kind, subject, subject_hash, verdict, reason, link FROM scope_log"
             " ORDER BY scope, position")) {
        auto& [position, link] = ends[row[0]];
        const std::string at = "log of " + row[0] + ", line " + row[1] + ": ";
        ++position;
        must(std::stoll(row[1]) == position, at + "follows " + std::to_string(position - 1));
        std::string text = link;
        for (std::size_t column = 0; column < 7; ++column)
            text += '|' + row[column];
        must(ownHash(text) == row[7], at + "links to something else");
        link = row[7];
        m_links[{row[0], position}] = link;
        ++m_counts.lines;
        if (row[2] == "admitted" || row[2] == "refused") {
            must(lines.insert({row[0], row[3]}).second, at + "act " + row[3] + " stands twice");
            must(verdictOf.contains(row[3]) && (row[2] == "admitted") == (verdictOf[row[3]] == "admitted"),
                at + "act " + row[3] + " has another verdict, or is nowhere");
            named.insert(row[3]);
        }
    }
    for (const auto& row : readPlainly(m_hall.address(), "SELECT id, position, hash FROM scope")) {
        const auto& end = ends[row[0]];
        must(end.first == std::stoll(row[1]) && end.second == row[2], "the head of " + row[0] + " is elsewhere");
    }
    for (const auto& [id, verdict] : verdictOf)
        must(named.contains(id) || verdict == "bad_act", "act " + id + " stands in no log");
}

void Checker::checkStreams(const CentreBooks& books) const {
    std::set<std::string> numbers;
    std::map<std::string, std::string> opened; // stream by number, as the acts themselves say
    for (const auto& [chain, acts] : books.chains) {
        if (!isWorkstation(chain))
            continue;
        for (const auto& act : acts) {
            const auto streams = streamsOf(act);
            std::istringstream facts(act.facts);
            std::size_t at = 0;
            for (std::string line; std::getline(facts, line); ++at) {
                const std::string number = caseNumberIn(line);
                if (number.empty())
                    continue;
                must(act.verdict == "admitted", "the intake under " + number + " was refused: " + act.reason);
                must(opened.emplace(number, streams.at(at)).second, "number " + number + " was given twice");
            }
        }
    }
    for (const auto& row : readPlainly(m_hall.address(), "SELECT case_no, id FROM stream WHERE case_no IS NOT NULL")) {
        must(numbers.insert(row[0]).second, "number " + row[0] + " was given to two cases");
        must(opened.contains(row[0]) && opened[row[0]] == row[1], "number " + row[0] + " names another case");
    }
    must(numbers.size() == opened.size(), "a case that was taken in is not there");
    std::map<std::string, std::int64_t> ordinals;
    std::set<std::pair<std::string, std::string>> pairs;
    for (const auto& row :
        readPlainly(m_hall.address(), "SELECT stream, ordinal, act FROM stream_act ORDER BY stream, ordinal")) {
        must(std::stoll(row[1]) == ++ordinals[row[0]], "stream " + row[0] + " has a gap before " + row[1]);
        must(pairs.insert({row[0], row[2]}).second, "stream " + row[0] + " has act " + row[2] + " twice");
    }
    for (const auto& row : readPlainly(m_hall.address(), "SELECT id, acts FROM stream"))
        must(ordinals[row[0]] == std::stoll(row[1]), "stream " + row[0] + " counts " + row[1]);
}

void Checker::checkDesk(const HallUnderFire::Desk& desk, const DeskFile& file, const CentreBooks& books) const {
    const std::string at = "workstation " + desk.name + ", ";
    const auto found = books.chains.find("ws:" + file.workstation);
    const std::vector<CentreBooks::Act> none;
    const auto& theirs = found == books.chains.end() ? none : found->second;
    must(theirs.size() == file.acts.size(),
        at + std::to_string(file.acts.size()) + " acts here, " + std::to_string(theirs.size()) + " at the centre");
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        const auto& own = file.acts[i];
        must(own.id == theirs[i].id && own.hash == theirs[i].hash, at + "another act " + own.id + " at the centre");
        must(own.standing != 0, at + "act " + own.id + " still waits");
        must((own.standing == 3) == (theirs[i].verdict != "admitted"), at + "act " + own.id + " stands otherwise here");
    }
    const DeskKept kept = openDeskFile(desk.profile, desk.firstPerson());
    must(kept.ids.size() == theirs.size(), at + "not every act is kept");
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        std::string facts;
        std::string particulars;
        for (const auto& body : kept.bytes[i].bodies) {
            facts += (facts.empty() ? "" : "\n") + body.facts;
            particulars += (particulars.empty() ? "" : "\n") + body.particulars.value_or("null");
        }
        must(kept.bytes[i].head == theirs[i].head && kept.bytes[i].signature == theirs[i].signature
                && facts == theirs[i].facts && particulars == theirs[i].particulars,
            at + "act " + kept.ids[i] + " has other bytes at the centre");
    }
}

void Checker::checkTold(const Told& told, const DeskFile& file, const CentreBooks& books) const {
    std::map<std::string, const CentreBooks::Act*> acts;
    std::map<std::string, int> tags;
    // In a few short rounds somebody may not have come to write anything: then the centre has no chain of his.
    const auto chain = books.chains.find("ws:" + file.workstation);
    const std::vector<CentreBooks::Act> none;
    for (const auto& act : chain == books.chains.end() ? none : chain->second) {
        acts[act.id] = &act;
        for (const std::string& tag : told.tried) {
            if (act.facts.find("case_no") != std::string::npos && act.particulars.find(tag) != std::string::npos)
                ++tags[tag];
        }
    }
    for (const auto& id : told.acts)
        must(acts.contains(id), "act " + id + " was acknowledged and is not at the centre");
    for (const auto& [tag, count] : tags)
        must(count == 1, "the intake " + tag + " is at the centre " + std::to_string(count) + " times");
    for (const auto& [tag, intake] : told.intakes) {
        must(tags.contains(tag), "the intake " + tag + " was acknowledged and is not at the centre");
        const auto* act = acts.at(intake[0]);
        must(act != nullptr && streamsOf(*act).front() == intake[1] && caseNumberIn(act->facts) == intake[2],
            "the intake " + tag + " is at the centre under another number than was printed");
    }
}

/// A lawful refusal needs two who worked on one case apart. Where only one did, nothing may be refused.
void Checker::checkRefusals(const CentreBooks& books) {
    std::map<std::string, std::set<std::string>> writers;
    for (const auto& [chain, acts] : books.chains) {
        for (const auto& act : acts) {
            for (const auto& stream : streamsOf(act))
                writers[stream].insert(chain.starts_with("centre:") ? "centre" : chain);
        }
    }
    for (const auto& [chain, acts] : books.chains) {
        for (const auto& act : acts) {
            if (!isWorkstation(chain)) {
                ++m_counts.ofCentre;
                continue;
            }
            ++m_counts.acts;
            noteVerdict(act.id, act.verdict, act.reason);
            if (act.verdict == "admitted") {
                must(act.reason.empty(), "act " + act.id + " was admitted only in part: " + act.reason);
                continue;
            }
            ++m_counts.refused;
            ++m_counts.reasons[act.reason];
            const auto streams = streamsOf(act);
            must(std::any_of(streams.begin(), streams.end(),
                     [&writers](const std::string& stream) { return writers[stream].size() > 1; }),
                "act " + act.id + " was refused (" + act.verdict + ' ' + act.reason
                    + ") though nobody else wrote on its case");
        }
    }
}

void Checker::checkHeads(const DeskFile& file) const {
    for (const SignedHead& head : file.heads) {
        const auto link = m_links.find({head.scope.value(), head.position});
        must(link != m_links.end() && link->second == head.hash,
            "the centre signed another " + head.scope.value() + " at " + std::to_string(head.position));
    }
}

void Checker::checkAll(const std::filesystem::path& folder) {
    m_counts = {};
    const CentreBooks books = readBooks();
    checkChains(books);
    checkLogs(books);
    checkStreams(books);
    checkRefusals(books);
    const std::filesystem::path heads = folder / "heads.ndjson";
    std::ofstream kept(heads);
    for (const auto& desk : m_hall.desks()) {
        const DeskFile file = readDeskFile(desk.profile);
        const Told told = readTold(desk);
        m_counts.told += told.acts.size();
        m_counts.intakes += told.intakes.size();
        checkDeskFile(desk, file, told);
        checkDesk(desk, file, books);
        checkTold(told, file, books);
        checkHeads(file);
        for (const SignedHead& head : file.heads)
            kept << encode(head) << '\n';
    }
    kept.close();
    const auto verified
        = kit::runCentral({"verify", "--lang", "en", "--database", m_hall.address(), "--heads", heads.string()});
    must(verified.status == 0, "verify: " + verified.out + verified.err);
}

} // namespace yichuang::test
