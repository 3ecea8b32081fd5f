// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_grounds.h"

#include <yichuang/qtbridge/values.h>

#include <QRegularExpression>

#include <array>
#include <utility>

namespace yichuang {
namespace {

constexpr std::string_view licensingLaw = "行政许可法";
constexpr std::string_view wholeLicensingLaw = "中华人民共和国行政许可法";

struct GroundRow {
    std::string_view ground;
    std::string_view sentence;
};

constexpr std::array groundRows {
    GroundRow {"no_licence_needed", "申请事项依法不需要取得行政许可。"},
    GroundRow {"not_competent", "申请事项依法不属于本行政机关职权范围。"},
    GroundRow {"false_materials", "申请人隐瞒有关情况或者提供虚假材料申请行政许可。"},
    GroundRow {"listed_defects_open", "一次性告知需要补正的内容没有全部补正。"},
    GroundRow {"applicant_dead_or_dissolved", "申请人死亡或者依法终止。"},
    GroundRow {"item_repealed", "申请事项已经取消。"},
    GroundRow {"force_majeure", "因不可抗力不能继续办理。"},
    GroundRow {"duplicate", "同一申请已经另案办理。"},
    GroundRow {"irregular", "收件所依据的事项、授权或者人员在收件时已经失效。"},
};

} // namespace

std::string citation(const std::string& text) {
    // Up to the number of the article: “第”, a number, “条”.
    static const QRegularExpression pattern {QStringLiteral("^([^《].*?)(第[0-9〇零一二三四五六七八九十百千]+条.*)$")};
    const auto found = pattern.match(toQString(text));
    if (!found.hasMatch()) {
        return text;
    }
    const std::string law = found.captured(1).toStdString();
    return "《" + (law == licensingLaw ? std::string {wholeLicensingLaw} : law) + "》"
        + found.captured(2).toStdString();
}

std::string sentenceOfGround(std::string_view ground) {
    for (const GroundRow& row : groundRows) {
        if (row.ground == ground) {
            return std::string {row.sentence};
        }
    }
    return {};
}

std::string articleOfNonAcceptance(std::string_view ground) {
    const std::string law = "《" + std::string {wholeLicensingLaw} + "》";
    if (ground == "no_licence_needed") {
        return law + "第三十二条第一款第（一）项";
    }
    if (ground == "not_competent") {
        return law + "第三十二条第一款第（二）项";
    }
    if (ground == "false_materials") {
        return law + "第七十八条";
    }
    return law + "第三十二条";
}

std::vector<std::string> conditionsOfPledge(const Item& item, const Commit& commit) {
    std::vector<std::string> conditions;
    std::string laws;
    for (const std::string& basis : item.legalBasis) {
        laws += (laws.empty() ? "" : "、") + citation(basis);
    }
    if (!laws.empty()) {
        conditions.push_back("符合" + laws + "规定的条件；");
    }
    for (const int seq : commit.pledged) {
        if (const Material* material = item.material(seq)) {
            conditions.push_back("具备“" + material->name + "”所证明的条件；");
        }
    }
    conditions.emplace_back("配合本机关事后的核查，按照核查的要求提供证明材料。");
    return conditions;
}

} // namespace yichuang
