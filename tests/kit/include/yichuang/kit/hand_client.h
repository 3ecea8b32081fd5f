// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/contract/messages.h>
#include <yichuang/domain/law.h>
#include <yichuang/domain/registry.h>
#include <yichuang/service/centre.h>
#include <yichuang/vault/crypto.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace yichuang::test {

/// A centre's clock that stands still until it is moved.
class SetClock final : public CentreClock {
public:
    explicit SetClock(Instant start)
        : m_now(start) { }
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::int64_t milliseconds() const { return toMilliseconds(m_now); }
    void set(Instant now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    /// Nine in the morning of that day, Shanghai.
    void setMorning(std::string_view isoDay);

private:
    Instant m_now;
};

/// Who does what on which case. Facts that are not given are those of a careful officer.
struct Step {
    std::string stream;
    Event event = Event::Receive;
    std::string person;
    Role role = Role::WindowClerk;
    CommandAct act = CommandAct::Do;
    CommandFacts facts {};
    Particulars particulars {};
};

/// What a hand-written client may bend before it signs.
struct Bend {
    std::function<void(ActHead&)> head;
    std::function<void(Entry&)> entry;
    bool lawless = false; ///< the entry is made up where the law refuses it
};

/// Another digit in the act's signature: what nobody has signed.
void forge(SignedAct& act);

/// Writes signed acts without the workstation's code: enrols, signs in, keeps an outbox and what it has fetched.
class HandClient {
public:
    /// Enrols at the window. `clock` is its own clock; it agrees with the centre's unless a test moves it.
    HandClient(Centre& centre, const SetClock& clock, const WindowId& window);

    [[nodiscard]] const WorkstationId& id() const { return m_id; }
    void signIn(const std::string& person);
    /// Fetches all that is new by the feed; says nothing of what it has written.
    void look();
    /// Says how far it has written (X-Yichuang-Written).
    void say();
    void say(std::int64_t written);

    /// Makes one act in the outbox; the id. Fails the test where the law refuses it, unless `bend.lawless`.
    ActId write(const std::vector<Step>& steps, const Bend& bend = {});
    /// The next leased case number; leases a block at the first.
    std::string nextNumber();
    /// The facts of `receive` for an item, with the next number.
    CommandFacts receiving(const std::string& item, int version = 1);
    /// Receive alone. Returns the act.
    ActId receive(const std::string& stream, const std::string& item, const std::string& person);
    /// Receive and accept: F9. Returns the act.
    ActId takeIn(const std::string& stream, const std::string& item, const std::string& person, const Bend& bend = {});

    /// Pushes all that waits; throws where the centre answers with an error. Verdicts by act.
    std::map<ActId, ActVerdict> push();
    [[nodiscard]] Result<PushAnswer> pushRaw(const std::string& ndjson) { return m_centre.push(m_id, ndjson); }
    [[nodiscard]] const PushAnswer& answer() const { return m_answer; }

    [[nodiscard]] std::vector<SignedAct>& outbox() { return m_outbox; }
    [[nodiscard]] const Registry& registry() const { return m_registry; }
    [[nodiscard]] CaseState fetched(const std::string& stream) const; ///< by the admitted entries that it has fetched
    [[nodiscard]] CaseState shown(const std::string& stream) const; ///< with its own waiting acts on top
    [[nodiscard]] const std::vector<ScopeLine>& lines() const { return m_lines; }
    [[nodiscard]] std::vector<Entry> entriesOf(const std::string& stream) const;
    [[nodiscard]] const std::string& cursor() const { return m_cursor; }
    [[nodiscard]] const std::vector<SignedHead>& heads() const { return m_heads; }
    [[nodiscard]] std::optional<EntryId> lastEntry(const std::string& stream) const;

    /// Takes its own waiting entries of the stream out of its view; the acts stay in the outbox.
    void forget(const std::string& stream) { m_streams[stream].waiting.clear(); }

    /// Everything a disk image holds: chain, outbox, keys, numbers. `restore` sets it back.
    struct Image {
        std::int64_t number;
        HashText previous;
        std::vector<std::string> outbox; ///< wire of each
        int nextSerial;
    };
    [[nodiscard]] Image image() const;
    void restore(const Image& image);
    /// A second machine with the same disk.
    [[nodiscard]] std::unique_ptr<HandClient> clone() const;

private:
    struct Known {
        EntryId id;
        Entry entry;
        std::optional<EntryId> after;
    };
    struct Stream {
        std::vector<Known> fetched;
        std::vector<Known> waiting;
    };
    HandClient(const HandClient& other);
    void take(const ScopeLine& line, const ActBytes& bytes);
    [[nodiscard]] CommandFacts careful(const Step& step) const;

    Centre& m_centre;
    const SetClock& m_clock;
    WorkstationId m_id;
    WindowId m_window;
    std::map<std::string, std::pair<KeyId, std::shared_ptr<const Secret>>> m_keys;
    Registry m_registry;
    Seen m_seen;
    std::string m_cursor;
    std::int64_t m_number = 0;
    HashText m_previous;
    std::vector<SignedAct> m_outbox;
    std::map<std::string, Stream> m_streams;
    std::set<ActId> m_taken;
    std::vector<ScopeLine> m_lines;
    std::vector<SignedHead> m_heads;
    PushAnswer m_answer;
    std::optional<Block> m_block;
    int m_nextSerial = 0;
    SystemRandomness m_randomness;
};

/// A small hall: two departments, three windows, people of every role that acts on cases, an item of each kind, the
/// national calendar.
inline constexpr const char* healthDepartment = "卫生健康委员会";
inline constexpr const char* marketDepartment = "市场监督管理局";
[[nodiscard]] Item itemOfKind(CaseType type, const std::string& id, const std::string& department, int version = 1);
[[nodiscard]] std::vector<HallFact> smallHall();
[[nodiscard]] RegisteredMandate mandateFor(const std::string& person, MandateKind kind,
    const std::string& start = "2018-01-01", const std::string& end = "2026-12-31");
/// `init`, and the small hall. Throws where that fails.
void furnish(Centre& centre);

} // namespace yichuang::test
