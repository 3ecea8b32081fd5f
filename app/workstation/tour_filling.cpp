// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_filling.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/screens/form_panel.h>

#include <algorithm>
#include <array>

namespace yichuang {
namespace {

/// What applicants write, by the words that the field's title ends in.
QString textFor(const FormField& field) {
    if (field.personName)
        return QStringLiteral("测试丙");
    const QString title = toQString(field.title);
    struct Kind {
        const char16_t* words; ///< any of these
        const char16_t* value;
    };
    static constexpr std::array kinds {Kind {u"号码|编号|证号|书号|文号|代码|账号|卡号|证明号", u"430400-2018-0317"},
        Kind {u"地址|场所|坐落|地点|位置|住址|居住地|所在地", u"衡阳市蒸湘区某路 88 号"},
        Kind {u"演出名称", u"金秋惠民专场演出"}, Kind {u"名称|招牌", u"雁某文化"},
        Kind {u"网址", u"https://example.cn"}, Kind {u"单位|机构|医院|学校|银行|机关|抵押权人", u"衡阳市某单位"},
        Kind {u"电话", u"0734-8000108"}, Kind {u"范围|项目|内容|规模", u"与所附材料一致"},
        Kind {u"人员|管理人", u"测试丁"}};
    for (const Kind& kind : kinds) {
        const QStringList words = QString::fromUtf16(kind.words).split(QLatin1Char('|'));
        if (std::any_of(words.begin(), words.end(), [&title](const QString& word) { return title.contains(word); }))
            return QString::fromUtf16(kind.value);
    }
    return QStringLiteral("符合要求，详见所附材料");
}

/// A good value for a field, as somebody would type it.
QString sampleFor(const FormField& field) {
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money: {
        const std::int64_t least = field.minimum.value_or(1);
        const std::int64_t value = std::max<std::int64_t>(least, 12);
        return QString::number(field.maximum ? std::min(value, *field.maximum) : value);
    }
    case FieldType::Date:
        return field.dateBound == DateBound::NotInFuture ? QStringLiteral("2018-11-01") : QStringLiteral("2018-12-20");
    case FieldType::Identifier:
        if (field.identifiers.empty())
            return {};
        switch (field.identifiers.front()) {
        case IdentifierKind::Uscc:
            return QStringLiteral("91430400MA00000A9Q");
        case IdentifierKind::Phone:
            return QStringLiteral("13900000000");
        case IdentifierKind::ResidentId:
            return QStringLiteral("430400198503120011");
        default:
            return QStringLiteral("430400198503120011");
        }
    case FieldType::Text:
        return textFor(field).left(field.maxLength);
    case FieldType::Boolean:
    case FieldType::Choice:
    case FieldType::List:
        return {};
    }
    return {};
}

} // namespace

void fillForm(ui::FormPanel& panel, const Form& form) {
    FormValues values = panel.values();
    // Conditions may bring up further fields: a second round fills these.
    for (int round = 0; round < 3; ++round) {
        for (const FormField& field : form.fields) {
            if (!isShown(form, field.name, values) || values.filled(field.name))
                continue;
            if (field.type == FieldType::Choice && !field.choices.empty()) {
                values.fields.insert_or_assign(field.name, field.choices.front().value);
            } else if (field.type == FieldType::Boolean) {
                values.fields.insert_or_assign(field.name, false);
            } else if (field.type == FieldType::List) {
                FormValues row;
                for (const FormField& column : field.columns) {
                    if (column.type == FieldType::Choice && !column.choices.empty())
                        row.fields.insert_or_assign(column.name, column.choices.front().value);
                    else if (const auto reading = readTyped(column, sampleFor(column).toStdString(),
                                 CivilDate {std::chrono::year {2018}, std::chrono::month {11}, std::chrono::day {19}});
                        reading.value)
                        row.fields.insert_or_assign(column.name, *reading.value);
                }
                values.fields.insert_or_assign(field.name, std::vector<FormValues> {row});
            } else if (const auto reading = readTyped(field, sampleFor(field).toStdString(),
                           CivilDate {std::chrono::year {2018}, std::chrono::month {11}, std::chrono::day {19}});
                reading.value) {
                values.fields.insert_or_assign(field.name, *reading.value);
            }
        }
    }
    panel.setValues(values);
    Q_EMIT panel.edited();
}

} // namespace yichuang
