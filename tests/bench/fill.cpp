// SPDX-License-Identifier: GPL-3.0-or-later
#include "applicants.h"
#include "subjects.h"

#include <yichuang/domain/law.h>
#include <yichuang/storage/workstation_store.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <stdexcept>

namespace yichuang::bench {

namespace {

constexpr int together = 500; ///< acts in one transaction: nobody waits for each of these

template <typename T> T need(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().code + " " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

Particulars particularsOf(const Applicant& applicant) {
    const Party& self = applicant.self;
    const QJsonObject json {{QStringLiteral("kind"), QStringLiteral("person")}, {QStringLiteral("name"), self.name},
        {QStringLiteral("id_kind"), self.idKind}, {QStringLiteral("id_number"), self.idNumber},
        {QStringLiteral("phone"), self.phone}, {QStringLiteral("address"), self.address}};
    return {{"applicant", QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString()},
        {"summary", self.name.toStdString()}};
}

/// A clerk at work in the file itself: signed acts through the journal.
class Filling {
public:
    Filling(const Ground& ground, WorkstationStore& store)
        : m_clock(ground.clock)
        , m_store(store) {
        const auto known = need(store.people().find(Hall::clerk()));
        if (!known)
            throw std::runtime_error("the clerk never signed in at the counter");
        m_key = known->key;
        m_signing = need(unwrapByPassword(known->wrappedKey, "yichuang-1"));
        m_window = need(store.settings().enrolment())->window;
        for (const auto& item : store.registry()->itemsInForce()) {
            const CaseState none;
            if (decided(none, receiving(*item, makeCaseNo("400", 2018, 1))))
                m_items.push_back(item);
        }
    }

    /// Receives, and accepts nine of ten.
    Result<void> takeIn(int serial) {
        const Item& item = *m_items[static_cast<std::size_t>(serial) % m_items.size()];
        const Applicant applicant = m_applicants.next();
        const auto written = m_store.journal().write([&](ActDesk& desk) -> Result<NewAct> {
            auto number = desk.takeNumber(static_cast<int>(today().year()));
            if (!number)
                return tl::unexpected(number.error());
            NewAct act;
            CaseState state;
            std::vector<Command> commands {receiving(item, *number)};
            if (serial % 10 != 0)
                commands.push_back(accepting());
            for (const Command& command : commands) {
                const auto decision = decided(state, command);
                if (!decision)
                    return failure("bench.law", {{"item", item.id.value()}});
                state = evolve(std::move(state), decision->front());
                act.entries.push_back(
                    {decision->front(), act.entries.empty() ? particularsOf(applicant) : Particulars {}});
            }
            const std::int64_t now = toMilliseconds(m_clock.now());
            const StreamId stream = desk.newCase(now);
            auto head = desk.head(
                PersonId {Hall::clerk()}, m_key, now, now, std::vector<StreamId>(act.entries.size(), stream));
            if (!head)
                return tl::unexpected(head.error());
            act.act = writeAct(std::move(*head), act.entries, m_signing, desk.randomness());
            return act;
        });
        return written ? Result<void> {} : tl::unexpected(written.error());
    }

private:
    [[nodiscard]] CivilDate today() const { return shanghaiDate(m_clock.now()); }
    [[nodiscard]] Command commandOn(Event event) const {
        Command command;
        command.event = event;
        command.date = today();
        command.actor.id = PersonId {Hall::clerk()};
        command.actor.role = Role::IntegratedClerk;
        return command;
    }
    [[nodiscard]] Command receiving(const Item& item, const std::string& number) const {
        Command command = commandOn(Event::Receive);
        command.facts.identityChecked = command.facts.itemInForce = true;
        command.facts.caseNo = number;
        command.facts.window = m_window;
        command.facts.item = item.id;
        command.facts.itemVersion = item.version;
        return command;
    }
    [[nodiscard]] Command accepting() const {
        Command command = commandOn(Event::Accept);
        command.facts.inScope = command.facts.properForm = true;
        return command;
    }
    [[nodiscard]] Decision decided(const CaseState& state, const Command& command) const {
        const auto registry = m_store.registry();
        return decideInHall(*registry, Registry::now, registry->calendar(), state, command);
    }

    const Clock& m_clock;
    WorkstationStore& m_store;
    KeyId m_key;
    Secret m_signing;
    WindowId m_window;
    std::vector<std::shared_ptr<const Item>> m_items;
    Applicants m_applicants {fillSeed};
};

} // namespace

void fillFile(const Ground& ground, int held) {
    auto store = need(WorkstationStore::open(ground.counter, ground.clock));
    need(store->keys().unlock(Secret {dataKeyOf(ground.counter, ground.secrets).toStdString()}));
    Filling filling(ground, *store);
    while (held < ground.sizes.cases) {
        const int end = std::min(held + together, ground.sizes.cases);
        need(store->together([&]() -> Result<void> {
            for (; held < end; ++held) {
                if (auto taken = filling.takeIn(held); !taken)
                    return taken;
            }
            return {};
        }));
        // As the storage thread does after every job; kept, they would be compared with all that follow.
        static_cast<void>(store->takeChanges());
    }
    // What the product does while nobody wants anything: index batches, checkpoint.
    while (need(store->idle())) { }
}

} // namespace yichuang::bench
