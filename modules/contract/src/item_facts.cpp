// SPDX-License-Identifier: GPL-3.0-or-later
#include "item_members.h"
#include "json_document.h"

#include <yichuang/contract/catalogue.h>

namespace yichuang {

std::string encodeItem(const Item& item) {
    std::string text;
    json::append(text, item);
    return text;
}

Result<Item> parseItem(std::string_view text) {
    const json::Document document(text);
    if (!document.fault().empty())
        return failure("item.form", {{"field", ""}, {"rule", std::string(document.fault())}});
    Item item;
    json::Fault fault;
    if (!json::read(document.root(), item, fault))
        return failure("item.form", {{"field", fault.member}, {"rule", fault.reason}});
    return item;
}

} // namespace yichuang
