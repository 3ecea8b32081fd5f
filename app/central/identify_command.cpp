// SPDX-License-Identifier: GPL-3.0-or-later
#include "law_commands.h"

#include <yichuang/domain/clock.h>
#include <yichuang/domain/identifiers.h>

#include <boost/json.hpp>

#include <map>
#include <ostream>

namespace yichuang::central {
namespace {

std::string allKinds() {
    std::string text;
    for (int kind = 0; kind <= static_cast<int>(IdentifierKind::ItemHandleCode); ++kind) {
        text += (text.empty() ? "" : " ") + std::string {toText(static_cast<IdentifierKind>(kind))};
    }
    return text;
}

Text sentenceOfReason(const std::string& reason) {
    static const std::map<std::string, Text, std::less<>> sentences {
        {"length", {"位数不对。请对照证件数一遍。", "wrong number of characters. Count them against the document."}},
        {"charset", {"含有不该出现的字符。", "a character that this kind never holds."}},
        {"area_code", {"行政区划码不存在。", "no such area code."}},
        {"birth_date", {"出生日期不存在。", "no such birth date."}},
        {"birth_date_future", {"出生日期在今天之后。", "the birth date lies in the future."}},
        {"check_digit",
            {"校验位不符,多半输错了一位。", "the check digit does not fit: most likely one digit is wrong."}},
        {"check_digits",
            {"校验位不符,多半输错了一位。", "the check digits do not fit: most likely one digit is wrong."}},
        {"legacy_15",
            {"15 位旧号码,只用于查旧档。请用现行 18 位号码。",
                "an old number of 15 digits, for old files only. Use the one of 18."}},
        {"type_digit", {"第一位应为 9。", "the first digit is 9."}},
        {"check_char",
            {"校验字符不符。与执照核对无误的,可说明原因后保存。",
                "the check character does not fit. Compared with the licence it may be kept, with a reason."}},
        {"org_check_char",
            {"主体标识码的校验字符不符。与执照核对无误的,可说明原因后保存。",
                "the inner check character does not fit. Compared with the licence it may be kept, with a reason."}},
        {"prefix", {"不是手机号段(13 至 19 开头)。", "no mobile number: these begin with 13 to 19."}},
        {"first_digit", {"座机号码不以 0 或 1 开头。", "a subscriber number does not begin with 0 or 1."}},
        {"serial_zero", {"流水号不能为零。", "the serial is never zero."}},
        {"date", {"号码里的日期不存在。", "no such date inside the number."}},
        {"uscc", {"前 18 位不是有效的统一社会信用代码。", "the first 18 characters are no valid credit code."}},
        {"level", {"行使层级应为 1 至 7。", "the level is 1 to 7."}},
    };
    const auto found = sentences.find(reason);
    return found == sentences.end() ? Text {"无法识别。", "can't be read."} : found->second;
}

int run(const Arguments& arguments, Console& console) {
    const auto kind = identifierKindFromText(arguments.operands[0]);
    if (!kind) {
        console.complain({"没有“{kind}”这种号码。可用的种类:{kinds}", "There is no kind \"{kind}\". Kinds: {kinds}"},
            {{"kind", arguments.operands[0]}, {"kinds", allKinds()}});
        return misused;
    }
    CivilDate today = shanghaiDate(SystemClock {}.now());
    if (const auto set = arguments.value("--today")) {
        const auto date = parseIsoDate(*set);
        if (!date) {
            console.complain({"“{value}”不是日期。--today 请写成 2018-09-28 的样子。",
                                 "\"{value}\" is no date. Write --today as 2018-09-28."},
                {{"value", *set}});
            return misused;
        }
        today = *date;
    }
    const Identification found = identify(*kind, arguments.operands[1], today);
    if (arguments.has("--json")) {
        console.out() << boost::json::serialize(
            boost::json::object {{"valid", found.valid}, {"normalized", found.normalized}, {"reason", found.reason}})
                      << std::endl;
    } else if (found.valid) {
        console.say({"有效:{value}", "valid: {value}"}, {{"value", found.normalized}});
    } else {
        console.say({"无效({reason}):{sentence}", "invalid ({reason}): {sentence}"},
            {{"reason", found.reason}, {"sentence", console.sentence(sentenceOfReason(found.reason))}});
    }
    return found.valid ? done : failed;
}

} // namespace

Command identifyCommand() {
    return Command {"identify",
        {"检查一个证件号、信用代码、电话或编号。", "Checks an identity number, credit code, phone or case number."},
        {{"KIND", {"号码种类,如 resident_id、uscc、phone、case_no。", "Kind, e.g. resident_id, uscc, phone, case_no."}},
            {"VALUE", {"要检查的号码。", "What is to be checked."}}},
        {{"--json", OptionKind::Flag, "", {"输出 JSON。", "Answer in JSON."}},
            {"--today", OptionKind::Value, "DATE",
                {"以这一天为今天(判断出生日期是否在将来)。", "Take this day for today (births in the future)."}}},
        run};
}

} // namespace yichuang::central
