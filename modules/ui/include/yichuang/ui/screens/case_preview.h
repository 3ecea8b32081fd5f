// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/cards.h>
#include <yichuang/workflows/views.h>

#include <QWidget>

class QVBoxLayout;

namespace yichuang::ui {

class ActionList;
class Chip;
class DeadlineRibbon;
class LampMark;

/// The head of a case: applicant, chips, item and number, due words and the deadline ribbon with its sentence.
class CaseHead : public QWidget {
    Q_OBJECT
public:
    explicit CaseHead(QWidget* parent = nullptr);
    void setCase(const CaseView& view, CivilDate today);

private:
    Words* m_applicant;
    Chip* m_stage;
    Chip* m_kind;
    Chip* m_lamp;
    Chip* m_flag;
    Words* m_item;
    Words* m_due;
    Words* m_limit;
    DeadlineRibbon* m_ribbon;
    Words* m_explanation;
};

/// What stands beside a list: the head, the facts, and what may be done.
class CasePreview : public Column {
    Q_OBJECT
public:
    CasePreview(ActionRegistry& registry, const QStringList& actions, QWidget* parent = nullptr);
    void setCase(const std::optional<CaseView>& view, CivilDate today);

private:
    CaseHead* m_head;
    QWidget* m_body;
    Words* m_applicant;
    Words* m_contact;
    Words* m_officer;
    Words* m_materials;
    ActionList* m_actions;
    QWidget* m_nothing;
};

/// "9143 **** **** **** 7K", "139****0000": as shown outside the field being typed.
[[nodiscard]] QString maskedId(const Party& party);
[[nodiscard]] QString maskedPhone(const QString& phone);
/// "8 项齐全", "7 项，缺 1 项".
/// "原件 1": in which form, how many copies.
[[nodiscard]] QString materialForm(const Material& material);
[[nodiscard]] QString titleOf(const CaseRow& row);
[[nodiscard]] QString materialsWords(const QList<MaterialRow>& rows);
/// "承诺 10 个工作日，其中停 2 天".
[[nodiscard]] QString limitWords(const CaseView& view);
/// "11 月 1 日受理，次日起算；7、8 日听证停止计算（行政许可法 45 条）。"
[[nodiscard]] QString explanationOf(const CaseView& view, CivilDate today);

} // namespace yichuang::ui
