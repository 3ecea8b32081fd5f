// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/registry.h>

#include <algorithm>

namespace yichuang {

namespace {

/// The value that held at a position: the last one written at or before it.
template <typename Versions> auto* versionAt(const Versions& versions, std::int64_t at) {
    const auto after = std::upper_bound(versions.begin(), versions.end(), at,
        [](std::int64_t position, const auto& version) { return position < version.from; });
    return after == versions.begin() ? nullptr : &std::prev(after)->value;
}

template <typename Histories, typename Key>
auto valueAt(const Histories& histories, const Key& key, std::int64_t at)
    -> decltype(versionAt(histories.begin()->second, at)) {
    const auto found = histories.find(key);
    return found == histories.end() ? nullptr : versionAt(found->second, at);
}

template <typename T> StreamId stream(std::string_view kind, const Id<T>& id) {
    return StreamId {std::string {kind} + ':' + id.value()};
}

/// No position, for these begin at 1: asked for it, `itemsInForce` answers with every version ever published.
constexpr std::int64_t ever = INT64_MIN;

} // namespace

StreamId streamOf(const HallFact& fact) {
    struct Visitor {
        StreamId operator()(const Person& person) const { return stream("person", person.id); }
        StreamId operator()(const RegisteredMandate& mandate) const { return stream("mandate", mandate.id); }
        StreamId operator()(const Window& window) const { return stream("window", window.id); }
        StreamId operator()(const Workstation& workstation) const { return stream("workstation", workstation.id); }
        StreamId operator()(const PersonKey& key) const { return stream("key", key.id); }
        StreamId operator()(const CentreKey& key) const { return stream("key", key.id); }
        StreamId operator()(const std::shared_ptr<const Item>& item) const { return stream("item", item->id); }
        StreamId operator()(const ItemRepealed& item) const { return stream("item", item.id); }
        StreamId operator()(const CalendarYear& year) const {
            return StreamId {"calendar:" + std::to_string(year.year)};
        }
    };
    return std::visit(Visitor {}, fact);
}

void Registry::apply(std::int64_t position, const HallFact& fact) {
    struct Visitor {
        Registry& registry;
        std::int64_t position;

        void operator()(const Person& person) const { registry.m_people[person.id].push_back({position, person}); }
        void operator()(const RegisteredMandate& mandate) const {
            registry.m_mandates[mandate.id].push_back({position, mandate});
            registry.m_mandatesOf[mandate.person].insert(mandate.id);
        }
        void operator()(const Window& window) const { registry.m_windows[window.id].push_back({position, window}); }
        void operator()(const Workstation& workstation) const {
            registry.m_workstations[workstation.id].push_back({position, workstation});
        }
        void operator()(const PersonKey& key) const {
            registry.m_keys[key.id].push_back({position, key});
            registry.m_keysOf[key.person].insert(key.id);
        }
        void operator()(const CentreKey& key) const { registry.m_centreKeys[key.id].push_back({position, key}); }
        void operator()(const std::shared_ptr<const Item>& item) const {
            // A version is immutable: published again it is in force again, with its first position kept.
            registry.m_itemVersions.try_emplace(
                {item->id, item->version}, Version<std::shared_ptr<const Item>> {position, item});
            registry.m_itemsInForce[item->id].push_back({position, item});
        }
        void operator()(const ItemRepealed& item) const {
            registry.m_itemsInForce[item.id].push_back({position, nullptr});
        }
        void operator()(const CalendarYear& year) const {
            std::vector<CalendarYear> years;
            if (!registry.m_calendars.empty()) {
                for (const auto& [number, known] : registry.m_calendars.back().value.years()) {
                    years.push_back(known);
                }
            }
            years.push_back(year); // replaces the year's earlier version
            registry.m_calendars.push_back({position, Calendar {std::move(years)}});
        }
    };
    std::visit(Visitor {*this, position}, fact);
}

const Person* Registry::person(const PersonId& id, std::int64_t at) const {
    return valueAt(m_people, id, at);
}

const Window* Registry::window(const WindowId& id, std::int64_t at) const {
    return valueAt(m_windows, id, at);
}

const Workstation* Registry::workstation(const WorkstationId& id, std::int64_t at) const {
    return valueAt(m_workstations, id, at);
}

const PersonKey* Registry::key(const KeyId& id, std::int64_t at) const {
    return valueAt(m_keys, id, at);
}

const CentreKey* Registry::centreKey(const KeyId& id, std::int64_t at) const {
    return valueAt(m_centreKeys, id, at);
}

std::shared_ptr<const Item> Registry::item(const ItemId& id, int version, std::int64_t at) const {
    const auto found = m_itemVersions.find({id, version});
    return found != m_itemVersions.end() && found->second.from <= at ? found->second.value : nullptr;
}

std::shared_ptr<const Item> Registry::itemInForce(const ItemId& id, std::int64_t at) const {
    const auto* item = valueAt(m_itemsInForce, id, at);
    return item == nullptr ? nullptr : *item;
}

std::vector<std::shared_ptr<const Item>> Registry::itemsInForce(std::int64_t at) const {
    std::vector<std::shared_ptr<const Item>> result;
    if (at == ever) {
        for (const auto& [id, version] : m_itemVersions) {
            result.push_back(version.value);
        }
        return result;
    }
    for (const auto& [id, versions] : m_itemsInForce) {
        if (const auto* item = versionAt(versions, at); item != nullptr && *item != nullptr) {
            result.push_back(*item);
        }
    }
    return result;
}

std::vector<std::shared_ptr<const Item>> Registry::itemsRepealed() const {
    std::vector<std::shared_ptr<const Item>> result;
    for (const auto& [id, versions] : m_itemsInForce) {
        if (versions.empty() || versions.back().value != nullptr) {
            continue;
        }
        const auto last = std::find_if(
            versions.rbegin(), versions.rend(), [](const auto& version) { return version.value != nullptr; });
        if (last != versions.rend()) {
            result.push_back(last->value);
        }
    }
    return result;
}

std::vector<const Person*> Registry::people(std::int64_t at) const {
    std::vector<const Person*> result;
    for (const auto& [id, versions] : m_people) {
        if (const Person* person = versionAt(versions, at)) {
            result.push_back(person);
        }
    }
    return result;
}

std::vector<const Window*> Registry::windows(std::int64_t at) const {
    std::vector<const Window*> result;
    for (const auto& [id, versions] : m_windows) {
        if (const Window* window = versionAt(versions, at)) {
            result.push_back(window);
        }
    }
    return result;
}

std::vector<const Workstation*> Registry::workstations(std::int64_t at) const {
    std::vector<const Workstation*> result;
    for (const auto& [id, versions] : m_workstations) {
        if (const Workstation* workstation = versionAt(versions, at)) {
            result.push_back(workstation);
        }
    }
    return result;
}

const RegisteredMandate* Registry::mandate(const MandateId& id, std::int64_t at) const {
    return valueAt(m_mandates, id, at);
}

std::vector<Mandate> Registry::mandatesOf(const PersonId& id, std::int64_t at) const {
    std::vector<Mandate> result;
    const auto found = m_mandatesOf.find(id);
    if (found == m_mandatesOf.end()) {
        return result;
    }
    for (const MandateId& mandateId : found->second) {
        const RegisteredMandate* mandate = valueAt(m_mandates, mandateId, at);
        if (mandate != nullptr && !mandate->revoked && mandate->person == id) {
            result.push_back(mandate->mandate);
        }
    }
    return result;
}

std::vector<const PersonKey*> Registry::keysOf(const PersonId& id, std::int64_t at) const {
    std::vector<const PersonKey*> result;
    const auto found = m_keysOf.find(id);
    if (found == m_keysOf.end()) {
        return result;
    }
    for (const KeyId& keyId : found->second) {
        if (const PersonKey* personKey = valueAt(m_keys, keyId, at); personKey != nullptr && personKey->person == id) {
            result.push_back(personKey);
        }
    }
    return result;
}

const Calendar& Registry::calendar(std::int64_t at) const {
    static const Calendar empty;
    const Calendar* known = versionAt(m_calendars, at);
    return known == nullptr ? empty : *known;
}

std::optional<Calendar> Registry::calendarOfVersion(const std::string& version) const {
    const auto found = std::find_if(m_calendars.rbegin(), m_calendars.rend(),
        [&version](const Version<Calendar>& known) { return known.value.version() == version; });
    return found == m_calendars.rend() ? std::nullopt : std::optional {found->value};
}

tl::expected<Actor, Refusal> Registry::actor(const PersonId& id, Role role, std::int64_t at) const {
    const Person* known = person(id, at);
    if (known == nullptr) {
        return tl::unexpected {Refusal {RefusalCode::UnknownPerson, {{"person", id.value()}}}};
    }
    if (known->disabled) {
        return tl::unexpected {Refusal {RefusalCode::PersonDisabled, {{"person", id.value()}}}};
    }
    if (!known->roles.contains(role)) {
        return tl::unexpected {Refusal {RefusalCode::NotPermitted, {{"role", std::string {toText(role)}}}}};
    }
    return Actor {id, role, known->department, mandatesOf(id, at)};
}

ScopeId homeScope(const Item& item) {
    return ScopeId {"dept:" + item.department};
}

std::vector<ScopeId> scopesOf(const Item& item, const Window& window) {
    std::vector<ScopeId> scopes {homeScope(item)};
    // A window of the department itself reads the case by the department's scope.
    const bool forOthers = window.integrated
        || std::find(window.departments.begin(), window.departments.end(), item.department) == window.departments.end();
    if (forOthers) {
        scopes.emplace_back("window:" + window.id.value());
    }
    return scopes;
}

std::vector<ScopeId> scopesReadAt(const Window& window, const Registry& registry) {
    std::set<ScopeId> scopes {ScopeId {"window:" + window.id.value()}};
    for (const std::string& department : window.departments) {
        if (department != "*") {
            scopes.emplace("dept:" + department);
            continue;
        }
        // A department keeps its open cases when its last item is repealed, or goes to another department in a new
        // version: whoever reads all goes on reading them.
        for (const auto& item : registry.itemsInForce(ever)) {
            scopes.insert(homeScope(*item));
        }
        for (const Window* other : registry.windows()) {
            for (const std::string& named : other->departments) {
                if (named != "*") {
                    scopes.emplace("dept:" + named);
                }
            }
        }
    }
    std::vector<ScopeId> result {ScopeId {"hall"}};
    result.insert(result.end(), scopes.begin(), scopes.end());
    return result;
}

} // namespace yichuang
