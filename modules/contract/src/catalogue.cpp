// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/catalogue.h>

#include "file_kind.h"
#include "item_reading.h"
#include "object_reader.h"
#include "strict_json.h"

#include <yichuang/contract/form.h>

#include <algorithm>
#include <set>

namespace yichuang {
namespace {

namespace bj = boost::json;

/// "/items/3/steps" belongs to the item with index 3.
std::optional<std::size_t> itemIndexOf(std::string_view pointer) {
    constexpr std::string_view prefix = "/items/";
    if (!pointer.starts_with(prefix))
        return std::nullopt;
    std::size_t index = 0;
    std::size_t digits = 0;
    for (const char c : pointer.substr(prefix.size())) {
        if (c < '0' || c > '9' || digits > 8)
            break;
        index = index * 10 + static_cast<std::size_t>(c - '0');
        ++digits;
    }
    return digits == 0 ? std::nullopt : std::optional(index);
}

/// Members that an item may also have under the name that samples use: the pointer must name the one that stands in the
/// file.
std::string asInFile(const std::string& field, const bj::object& object) {
    for (const std::string name : {"/impl_code", "/dept_uscc"}) {
        if (field == name && !object.contains(name.substr(1)) && object.contains(name.substr(1) + "_sample"))
            return field + "_sample";
    }
    return field;
}

class CatalogueReading {
public:
    [[nodiscard]] CatalogueReport read(std::string_view text) {
        auto parsed = readImportFile(text, "items", m_report.problems);
        if (!parsed)
            return std::move(m_report);
        const bj::array& items = parsed->value.get_object().at("items").get_array();
        m_flaws = std::move(parsed->flaws);
        if (const auto* meta = parsed->value.get_object().if_contains("meta"))
            header(*meta, items.size());
        fileFlaws();
        for (std::size_t i = 0; i < items.size(); ++i)
            one(items[i], i);
        return std::move(m_report);
    }

private:
    void file(std::string field, std::string rule, std::map<std::string, std::string> arguments,
        ProblemSeverity severity = ProblemSeverity::Error) {
        m_report.problems.push_back({{}, std::move(field), std::move(rule), std::move(arguments), severity});
    }

    void header(const bj::value& meta, std::size_t found) {
        if (!meta.is_object())
            return file("/meta", "wrong_type", {{"expected", "object"}, {"found", std::string(kindName(meta))}});
        if (const auto* count = meta.get_object().if_contains("count");
            count != nullptr && count->is_int64() && count->get_int64() != static_cast<std::int64_t>(found)) {
            // A count that does not fit tells of a file that lost its tail and was mended by hand.
            file("/meta/count", "count",
                {{"found", std::to_string(found)}, {"stated", std::to_string(count->get_int64())}});
        }
    }

    void fileFlaws() {
        for (const auto& flaw : m_flaws) {
            if (!itemIndexOf(flaw.pointer))
                file(flaw.pointer, flaw.rule, {});
        }
    }

    void one(const bj::value& value, std::size_t index) {
        const std::string pointer = pointerTo("/items", index);
        std::string subject = "#" + std::to_string(index + 1);
        std::vector<ItemProblem> problems;
        if (!value.is_object()) {
            problems.push_back(
                {pointer, "wrong_type", {{"expected", "object"}, {"found", std::string(kindName(value))}}});
            return take(subject, problems);
        }
        for (const auto& flaw : m_flaws) {
            if (itemIndexOf(flaw.pointer) == index)
                problems.push_back({flaw.pointer, flaw.rule});
        }
        const bj::object& object = value.get_object();
        Item item = readItem(object, pointer, problems);
        if (!item.id.empty()) {
            subject = excerpt(item.id.value());
            const auto [first, isNew] = m_seen.emplace(item.id, index);
            if (!isNew)
                problems.push_back(
                    {pointer + "/item_id", "duplicate_item", {{"first", pointerTo("/items", first->second)}}});
        }
        // Rules are asked where the members they read could be read; else they would tell of what is not there.
        const bool readable = std::ranges::none_of(
            problems, [](const ItemProblem& problem) { return problem.severity == ProblemSeverity::Error; });
        if (readable) {
            for (auto& problem : checkItem(item)) {
                problem.field = pointer + asInFile(problem.field, object);
                problems.push_back(std::move(problem));
            }
        }
        if (!item.formSchema.empty()) {
            auto form = parseForm(item.formSchema);
            for (auto& problem : form.problems) {
                problem.field = pointer + "/form" + problem.field;
                problems.push_back(std::move(problem));
            }
            for (const auto& [material, condition] : form.form.materials) {
                if (readable && item.material(material) == nullptr)
                    problems.push_back(
                        {pointer + "/form/x-materials", "unknown_material", {{"material", std::to_string(material)}}});
            }
        }
        const bool good = std::ranges::none_of(
            problems, [](const ItemProblem& problem) { return problem.severity == ProblemSeverity::Error; });
        take(subject, problems);
        if (good)
            m_report.items.push_back(std::move(item));
    }

    void take(const std::string& subject, std::vector<ItemProblem>& problems) {
        for (auto& problem : problems) {
            m_report.problems.push_back({subject, std::move(problem.field), std::move(problem.rule),
                std::move(problem.arguments), problem.severity});
        }
    }

    CatalogueReport m_report;
    std::vector<JsonFlaw> m_flaws;
    std::map<ItemId, std::size_t> m_seen;
};

} // namespace

bool CatalogueReport::importable() const {
    return !items.empty() && std::ranges::none_of(problems, [](const ImportProblem& problem) {
        return problem.severity == ProblemSeverity::Error;
    });
}

CatalogueReport parseCatalogue(std::string_view text) {
    return CatalogueReading().read(text);
}

} // namespace yichuang
