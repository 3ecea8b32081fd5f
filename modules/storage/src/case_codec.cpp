// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_codec.h"

#include "statement.h"

#include <yichuang/contract/act.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace yichuang {

namespace {

/// First byte of every row. Raise it when a field is added or its meaning changes.
constexpr unsigned char form = 1;

struct BadForm : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Writer {
public:
    void number(std::uint64_t value) {
        while (value >= 0x80) {
            m_bytes.push_back(static_cast<char>((value & 0x7f) | 0x80));
            value >>= 7;
        }
        m_bytes.push_back(static_cast<char>(value));
    }
    void text(std::string_view text) {
        number(text.size());
        m_bytes.append(text);
    }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes) { }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty())
                throw BadForm("cut off");
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= std::uint64_t {byte & 0x7fU} << shift;
            if (byte < 0x80)
                return value;
        }
        throw BadForm("number");
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > m_bytes.size())
            throw BadForm("cut off");
        std::string text {m_bytes.substr(0, size)};
        m_bytes.remove_prefix(size);
        return text;
    }
    [[nodiscard]] bool atEnd() const { return m_bytes.empty(); }
    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }

private:
    std::string_view m_bytes;
};

std::uint64_t folded(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unfolded(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

// One `carry` for every kind of field, in both directions; `carry(coder, CaseState&)` below names each field once.

void carry(Writer& writer, const int& value) {
    writer.number(folded(value));
}
void carry(Reader& reader, int& value) {
    value = static_cast<int>(unfolded(reader.number()));
}
void carry(Writer& writer, const bool& value) {
    writer.number(value ? 1 : 0);
}
void carry(Reader& reader, bool& value) {
    value = reader.number() != 0;
}
void carry(Writer& writer, const std::string& value) {
    writer.text(value);
}
void carry(Reader& reader, std::string& value) {
    value = reader.text();
}
template <typename Tag> void carry(Writer& writer, const Id<Tag>& value) {
    writer.text(value.value());
}
template <typename Tag> void carry(Reader& reader, Id<Tag>& value) {
    value = Id<Tag> {reader.text()};
}
void carry(Writer& writer, const CivilDate& value) {
    writer.number(folded(std::chrono::sys_days {value}.time_since_epoch().count()));
}
void carry(Reader& reader, CivilDate& value) {
    const auto days = static_cast<int>(unfolded(reader.number()));
    value = CivilDate {std::chrono::sys_days {std::chrono::days {days}}};
}
template <typename Enumeration>
    requires std::is_enum_v<Enumeration>
void carry(Writer& writer, const Enumeration& value) {
    writer.number(static_cast<std::uint64_t>(value));
}
template <typename Enumeration>
    requires std::is_enum_v<Enumeration>
void carry(Reader& reader, Enumeration& value) {
    value = static_cast<Enumeration>(reader.number());
}
template <typename T> void carry(Writer& writer, const std::optional<T>& value);
template <typename T> void carry(Reader& reader, std::optional<T>& value);
template <typename T> void carry(Writer& writer, const std::vector<T>& values);
template <typename T> void carry(Reader& reader, std::vector<T>& values);
template <typename T> void carry(Writer& writer, const std::set<T>& values);
template <typename T> void carry(Reader& reader, std::set<T>& values);
template <typename Key, typename T> void carry(Writer& writer, const std::map<Key, T>& values);
template <typename Key, typename T> void carry(Reader& reader, std::map<Key, T>& values);

template <typename Coder, typename SomeLimit>
    requires std::is_same_v<std::remove_const_t<SomeLimit>, Limit>
void carry(Coder& coder, SomeLimit& limit) {
    carry(coder, limit.days);
    carry(coder, limit.unit);
}
template <typename Coder, typename SomePause>
    requires std::is_same_v<std::remove_const_t<SomePause>, Pause>
void carry(Coder& coder, SomePause& pause) {
    carry(coder, pause.start);
    carry(coder, pause.end);
    carry(coder, pause.basis);
}

/// The asker's facts go as the line that an act would carry: there is one list of their members, in `contract`.
void carry(Writer& writer, const Event& event, const Request& request) {
    Entry entry;
    entry.event = event;
    entry.act = CommandAct::Request;
    entry.date = request.date;
    entry.actor.id = request.asker;
    entry.facts = request.facts;
    const FactsBody body {entry};
    carry(writer, typeOf(body));
    carry(writer, encodeFacts(body, "00000000000000000000000000000000"));
}
void carry(Reader& reader, Request& request) {
    const std::string type = reader.text();
    const std::string line = reader.text();
    auto body = parseFacts(type, 1, line);
    if (!body || !std::holds_alternative<Entry>(*body))
        throw BadForm("request");
    Entry& entry = std::get<Entry>(*body);
    request.asker = entry.actor.id;
    request.date = entry.date;
    request.facts = std::move(entry.facts);
}
void carry(Writer& writer, const std::map<Event, Request>& requests) {
    writer.number(requests.size());
    for (const auto& [event, request] : requests) {
        carry(writer, event);
        carry(writer, event, request);
    }
}
void carry(Reader& reader, std::map<Event, Request>& requests) {
    const std::uint64_t size = reader.number();
    for (std::uint64_t i = 0; i < size; ++i) {
        Event event {};
        carry(reader, event);
        carry(reader, requests[event]);
    }
}

void carry(Writer& writer, const CaseState& state);
void carry(Reader& reader, CaseState& state);
void carry(Writer& writer, const Silence& silence) {
    carry(writer, silence.event);
    carry(writer, silence.before != nullptr);
    if (silence.before)
        carry(writer, *silence.before);
}
void carry(Reader& reader, Silence& silence) {
    carry(reader, silence.event);
    bool known = false;
    carry(reader, known);
    if (!known)
        return;
    auto before = std::make_shared<CaseState>();
    carry(reader, *before);
    silence.before = std::move(before);
}

template <typename T> void carry(Writer& writer, const std::optional<T>& value) {
    writer.number(value ? 1 : 0);
    if (value)
        carry(writer, *value);
}
template <typename T> void carry(Reader& reader, std::optional<T>& value) {
    if (reader.number() != 0)
        carry(reader, value.emplace());
}
template <typename T> void carry(Writer& writer, const std::vector<T>& values) {
    writer.number(values.size());
    for (const T& value : values)
        carry(writer, value);
}
template <typename T> void carry(Reader& reader, std::vector<T>& values) {
    const std::uint64_t size = reader.number();
    if (size > reader.left())
        throw BadForm("size");
    values.resize(size);
    for (T& value : values)
        carry(reader, value);
}
template <typename T> void carry(Writer& writer, const std::set<T>& values) {
    writer.number(values.size());
    for (const T& value : values)
        carry(writer, value);
}
template <typename T> void carry(Reader& reader, std::set<T>& values) {
    const std::uint64_t size = reader.number();
    for (std::uint64_t i = 0; i < size; ++i) {
        T value {};
        carry(reader, value);
        values.insert(std::move(value));
    }
}
template <typename Key, typename T> void carry(Writer& writer, const std::map<Key, T>& values) {
    writer.number(values.size());
    for (const auto& [key, value] : values) {
        carry(writer, key);
        carry(writer, value);
    }
}
template <typename Key, typename T> void carry(Reader& reader, std::map<Key, T>& values) {
    const std::uint64_t size = reader.number();
    for (std::uint64_t i = 0; i < size; ++i) {
        Key key {};
        carry(reader, key);
        carry(reader, values[key]);
    }
}

/// The binding names every field of the fold: a field added to CaseState breaks the build here, where it must be
/// carried.
template <typename Coder, typename State> void carryState(Coder& coder, State& state) {
    auto& [stage, pausedFrom, stageSince, item, itemVersion, caseType, caseNo, window, simulated, lastDate, receivedOn,
        windowEnd, noticeGiven, noticeOn, periodDays, openDefects, periodEnd, lapseConfirmedBy, lapseConfirmedByRole,
        resubmittedOn, acceptedOn, dayZero, promised, statutory, extensionDays, extended, pauses, concludedOn,
        deliveryDue, deliveredOn, stepEntered, calendarVersion, toleranceOpen, toleranceDue, promisedMaterials,
        commitmentMode, pledgedMaterials, intakeBy, intakeRole, tookIn, reviewed, interested, assignedReviewer,
        decidedBy, decidedOnSpotBy, requests, deemedAccepted, silence, irregular, entryCount]
        = state;
    const auto each = [&coder](auto&... fields) { (carry(coder, fields), ...); };
    each(stage, pausedFrom, stageSince, item, itemVersion, caseType, caseNo, window, simulated, lastDate, receivedOn,
        windowEnd, noticeGiven, noticeOn, periodDays, openDefects, periodEnd, lapseConfirmedBy, lapseConfirmedByRole,
        resubmittedOn, acceptedOn, dayZero, promised, statutory, extensionDays, extended, pauses, concludedOn,
        deliveryDue, deliveredOn, stepEntered, calendarVersion, toleranceOpen, toleranceDue, promisedMaterials,
        commitmentMode, pledgedMaterials, intakeBy, intakeRole, tookIn, reviewed, interested, assignedReviewer,
        decidedBy, decidedOnSpotBy, requests, deemedAccepted, silence, irregular, entryCount);
}
void carry(Writer& writer, const CaseState& state) {
    carryState(writer, state);
}
void carry(Reader& reader, CaseState& state) {
    carryState(reader, state);
}

} // namespace

std::string encodeRow(const SealedRow& row) {
    Writer writer;
    writer.number(form);
    carry(writer, row.applicant);
    carry(writer, row.state);
    return writer.take();
}

Result<SealedRow> decodeRow(std::string_view bytes) {
    try {
        Reader reader(bytes);
        if (reader.number() != form)
            return failure("storage.row_form", {}, "another form");
        SealedRow row;
        carry(reader, row.applicant);
        carry(reader, row.state);
        if (!reader.atEnd())
            return failure("storage.row_form", {}, "bytes left over");
        return row;
    } catch (const BadForm& fault) {
        return failure("storage.row_form", {}, fault.what());
    }
}

} // namespace yichuang
