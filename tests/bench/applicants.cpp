// SPDX-License-Identifier: GPL-3.0-or-later
#include "applicants.h"

#include "form_filling.h"

#include <array>
#include <stdexcept>

namespace yichuang::bench {

namespace {

// The commonest surnames and characters of given names.
constexpr QStringView surnames
    = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
constexpr QStringView givenCharacters
    = u"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力志新春晓东海燕云飞鹏宇浩然子轩梓涵思雨佳欣"
      u"怡婷雪梅林峰波斌鑫龙凤清远安宁康福";

} // namespace

std::uint32_t Applicants::below(std::uint32_t limit) {
    // SplitMix64: small, and the same everywhere.
    m_state += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    mixed ^= mixed >> 31;
    return static_cast<std::uint32_t>(mixed % limit);
}

QString Applicants::name() {
    const auto pick = [this](QStringView from) { return from[below(static_cast<std::uint32_t>(from.size()))]; };
    QString name(pick(surnames));
    name += pick(givenCharacters);
    if (below(4) > 0)
        name += pick(givenCharacters);
    return name;
}

QString Applicants::residentId() {
    constexpr std::array weights {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr const char* checks = "10X98765432";
    QString number = QStringLiteral("43040%1").arg(below(9));
    number += QString::number(1950 + below(50));
    number += QStringLiteral("%1%2")
                  .arg(1 + below(12), 2, 10, QLatin1Char('0'))
                  .arg(1 + below(28), 2, 10, QLatin1Char('0'));
    number += QStringLiteral("%1").arg(1 + below(999), 3, 10, QLatin1Char('0'));
    int sum = 0;
    for (qsizetype i = 0; i < number.size(); ++i)
        sum += (number[i].unicode() - u'0') * weights[static_cast<std::size_t>(i)];
    number += QLatin1Char(checks[sum % 11]);
    return number;
}

QString Applicants::phone() {
    return QStringLiteral("13%1").arg(below(1'000'000'000), 9, 10, QLatin1Char('0'));
}

Applicant Applicants::next() {
    Applicant applicant;
    applicant.self.name = name();
    applicant.self.idKind = QStringLiteral("resident_id");
    applicant.self.idNumber = residentId();
    applicant.self.phone = phone();
    applicant.self.address = QStringLiteral("衡阳市蒸湘区解放大道 %1 号").arg(1 + below(999));
    applicant.identityChecked = true;
    return applicant;
}

std::unique_ptr<Intake> filledIntake(
    IntakeDesk& desk, const ItemId& item, const Applicant& applicant, CivilDate today) {
    auto intake = desk.begin(item);
    if (!intake)
        throw std::runtime_error("no such item in force: " + item.value());
    intake->setApplicant(applicant);
    intake->setValues(test::filledForm(intake->form(), today));
    const QList<MaterialRow> rows = intake->materials();
    for (const MaterialRow& row : rows) {
        intake->setMaterial(row.material.seq,
            row.material.necessity == Necessity::Required ? MaterialState::Here : MaterialState::NotApplicable, {});
    }
    return intake;
}

} // namespace yichuang::bench
