// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/calendar.h>
#include <yichuang/domain/ids.h>
#include <yichuang/domain/item.h>
#include <yichuang/domain/law.h>
#include <yichuang/domain/people.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace yichuang {

/// The hall's own streams, in scope `hall`: what others call master data. Written by the centre, except keys and
/// workstations, which it writes on behalf of a sign-in and an enrolment.
struct Person {
    PersonId id;
    std::string name; ///< particulars
    std::string department;
    std::set<Role> roles;
    bool disabled = false;
    friend bool operator==(const Person&, const Person&) = default;
};
struct RegisteredMandate {
    MandateId id;
    PersonId person;
    Mandate mandate;
    bool revoked = false;
    friend bool operator==(const RegisteredMandate&, const RegisteredMandate&) = default;
};
struct Window {
    WindowId id;
    std::string name; ///< "3 号综合窗口"
    bool integrated = false;
    std::vector<std::string> departments; ///< whose items it takes; "*" = all
    friend bool operator==(const Window&, const Window&) = default;
};
struct Workstation {
    WorkstationId id;
    WindowId window;
    std::string publicKey; ///< hex, of the workstation's own credential
    bool revoked = false;
    friend bool operator==(const Workstation&, const Workstation&) = default;
};
struct PersonKey {
    KeyId id;
    PersonId person;
    WorkstationId workstation;
    std::string publicKey; ///< hex, Ed25519
    bool ended = false;
    friend bool operator==(const PersonKey&, const PersonKey&) = default;
};
/// The centre's own key of one scope; public half, so that every reader can check signed heads.
struct CentreKey {
    KeyId id;
    ScopeId scope;
    std::string publicKey;
    friend bool operator==(const CentreKey&, const CentreKey&) = default;
};
struct ItemRepealed {
    ItemId id;
    friend bool operator==(const ItemRepealed&, const ItemRepealed&) = default;
};

/// One entry of a hall stream states the whole new value of its subject. Type names on the wire: "person", "mandate",
/// "window", "workstation", "key", "centreKey", "item", "itemRepealed", "calendarYear".
using HallFact = std::variant<Person, RegisteredMandate, Window, Workstation, PersonKey, CentreKey,
    std::shared_ptr<const Item>, ItemRepealed, CalendarYear>;
[[nodiscard]] StreamId streamOf(const HallFact& fact);

/// The registry as of any position of the `hall` scope log: every value is kept with the position from which it held.
/// A value type; reading is safe from several threads. Positions start at 1; a workstation may use the feed's
/// positions.
class Registry {
public:
    /// Positions must not go back.
    void apply(std::int64_t position, const HallFact& fact);

    static constexpr std::int64_t now = INT64_MAX;

    [[nodiscard]] const Person* person(const PersonId& id, std::int64_t at = now) const;
    [[nodiscard]] const Window* window(const WindowId& id, std::int64_t at = now) const;
    [[nodiscard]] const Workstation* workstation(const WorkstationId& id, std::int64_t at = now) const;
    [[nodiscard]] const PersonKey* key(const KeyId& id, std::int64_t at = now) const;
    [[nodiscard]] const CentreKey* centreKey(const KeyId& id, std::int64_t at = now) const;
    /// A published version, in force or not; nullptr if it was never published up to `at`.
    [[nodiscard]] std::shared_ptr<const Item> item(const ItemId& id, int version, std::int64_t at = now) const;
    /// The version in force; nullptr if repealed or unknown.
    [[nodiscard]] std::shared_ptr<const Item> itemInForce(const ItemId& id, std::int64_t at = now) const;
    [[nodiscard]] std::vector<std::shared_ptr<const Item>> itemsInForce(std::int64_t at = now) const;
    /// Of each item that was repealed, the version that was in force last.
    [[nodiscard]] std::vector<std::shared_ptr<const Item>> itemsRepealed() const;
    [[nodiscard]] std::vector<const Person*> people(std::int64_t at = now) const;
    [[nodiscard]] std::vector<const Window*> windows(std::int64_t at = now) const;
    [[nodiscard]] std::vector<const Workstation*> workstations(std::int64_t at = now) const;
    [[nodiscard]] const RegisteredMandate* mandate(const MandateId& id, std::int64_t at = now) const;
    [[nodiscard]] std::vector<Mandate> mandatesOf(const PersonId& id, std::int64_t at = now) const;
    [[nodiscard]] std::vector<const PersonKey*> keysOf(const PersonId& id, std::int64_t at = now) const;
    [[nodiscard]] const Calendar& calendar(std::int64_t at = now) const;
    /// The calendar of a version text (Calendar::version()), nullptr if these years were never known together.
    [[nodiscard]] std::optional<Calendar> calendarOfVersion(const std::string& version) const;

    /// The person as actor in that role. Errors as refusals: UnknownPerson, PersonDisabled, NotPermitted (has not that
    /// role).
    [[nodiscard]] tl::expected<Actor, Refusal> actor(const PersonId& id, Role role, std::int64_t at = now) const;

private:
    template <typename T> struct Version {
        std::int64_t from;
        T value;
    };
    template <typename Key, typename T> using History = std::map<Key, std::vector<Version<T>>>;

    History<PersonId, Person> m_people;
    History<MandateId, RegisteredMandate> m_mandates;
    std::map<PersonId, std::set<MandateId>> m_mandatesOf;
    History<WindowId, Window> m_windows;
    History<WorkstationId, Workstation> m_workstations;
    History<KeyId, PersonKey> m_keys;
    std::map<PersonId, std::set<KeyId>> m_keysOf;
    History<KeyId, CentreKey> m_centreKeys;
    std::map<std::pair<ItemId, int>, Version<std::shared_ptr<const Item>>> m_itemVersions;
    History<ItemId, std::shared_ptr<const Item>> m_itemsInForce; ///< nullptr = repealed
    std::vector<Version<Calendar>> m_calendars;
};

/// Decides as the product does: item version published and in force (for `receive`) and actor's role, department and
/// mandates as the registry had them at `at`. What the command claims of these counts only if the registry agrees.
/// `command.actor.id` and `.role` are given; the rest of the actor is filled in here.
/// System commands (Role::System) are taken from the centre only: the caller checks the origin.
[[nodiscard]] Decision decideInHall(
    const Registry& registry, std::int64_t at, const Calendar& calendar, const CaseState& state, Command command);

/// Scopes of a case at its opening: home = "dept:<item's department>", and the window's own when it takes in for
/// others.
[[nodiscard]] ScopeId homeScope(const Item& item);
[[nodiscard]] std::vector<ScopeId> scopesOf(const Item& item, const Window& window);
/// Scopes that a workstation at this window reads: `hall`, its own, its departments'.
[[nodiscard]] std::vector<ScopeId> scopesReadAt(const Window& window, const Registry& registry);

} // namespace yichuang
