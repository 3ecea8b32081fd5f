// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace yichuang::test {

constexpr int fieldsOfLargeItem = 40;
constexpr int materialsOfLargeItem = 25;

/// A catalogue of one item, larger than any of the samples: a long name, forty fields, twenty-five materials.
inline QByteArray catalogueOfALargeItem() {
    QFile file(QStringLiteral(YICHUANG_RESOURCES "/items/hengyang-sample.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonObject catalogue = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray items = catalogue.value(QStringLiteral("items")).toArray();
    QJsonObject item;
    for (const QJsonValue& each : items) {
        if (each[QStringLiteral("item_id")] == QStringLiteral("SAMPLE-016"))
            item = each.toObject();
    }
    item[QStringLiteral("item_id")] = QStringLiteral("SAMPLE-900");
    item[QStringLiteral("title")]
        = QStringLiteral("大型群众性文化体育活动举办与临时搭建设施使用公共场地一并审批(省外演出单位首次申请)");
    item[QStringLiteral("title_en")] = QStringLiteral("Approval of a large public event");
    item[QStringLiteral("impl_code_sample")] = QStringLiteral("11430400MB00010A5X3430199990000");
    QJsonArray list;
    for (int seq = 1; seq <= materialsOfLargeItem; ++seq) {
        list.append(QJsonObject {{"seq", seq},
            {"name", QStringLiteral("第%1项材料：演出场所的消防、容量、结构安全合格证明和安全保卫方案").arg(seq)},
            {"name_en", QStringLiteral("Material %1").arg(seq)}, {"form", "copy"}, {"form_zh", "复印件"}, {"copies", 2},
            {"required", seq % 5 == 0 ? "conditional" : "required"},
            {"condition", seq % 5 == 0 ? QStringLiteral("有省外演职人员并且演出超过三场的") : QString {}},
            {"condition_en", ""}, {"tolerable", false}, {"source", "applicant"}, {"source_zh", "申请人自备"},
            {"shareable", seq % 7 == 0}});
    }
    item[QStringLiteral("materials")] = list;
    QJsonObject properties;
    QJsonArray required;
    for (int order = 1; order <= fieldsOfLargeItem; ++order) {
        QJsonObject field {{"title", QStringLiteral("第%1格：演职人员、场地和设备情况").arg(order)},
            {"x-title-en", QStringLiteral("Field %1").arg(order)}, {"x-order", order}};
        if (order % 3 == 0) {
            field.insert(QStringLiteral("type"), QStringLiteral("integer"));
            field.insert(QStringLiteral("minimum"), 1);
            field.insert(QStringLiteral("maximum"), 500);
        } else if (order % 3 == 1) {
            field.insert(QStringLiteral("type"), QStringLiteral("string"));
            field.insert(QStringLiteral("format"), QStringLiteral("date"));
        } else {
            field.insert(QStringLiteral("type"), QStringLiteral("string"));
            field.insert(QStringLiteral("minLength"), 1);
            field.insert(QStringLiteral("maxLength"), 20);
        }
        const QString name = QStringLiteral("field_%1").arg(order);
        properties.insert(name, field);
        required.append(name);
    }
    QJsonObject form = item.value(QStringLiteral("form")).toObject();
    form[QStringLiteral("properties")] = properties;
    form[QStringLiteral("required")] = required;
    form.remove(QStringLiteral("allOf"));
    item[QStringLiteral("form")] = form;
    catalogue[QStringLiteral("items")] = QJsonArray {item};
    QJsonObject meta = catalogue.value(QStringLiteral("meta")).toObject();
    meta[QStringLiteral("count")] = 1;
    catalogue[QStringLiteral("meta")] = meta;
    return QJsonDocument(catalogue).toJson();
}

} // namespace yichuang::test
