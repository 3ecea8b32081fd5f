// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/case_state.h>
#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/item.h>
#include <yichuang/domain/law.h>
#include <yichuang/domain/people.h>
#include <yichuang/domain/result.h>
#include <yichuang/printing/paper.h>

#include <QMap>
#include <QString>

#include <string_view>

namespace yichuang::ui {

/// Why the law refuses, with its article at the end: "补正未齐（行政许可法第三十二条）。"
[[nodiscard]] QString sentenceFor(const Refusal& refusal);
/// What went wrong and what to do. A code without a sentence of its own gets an honest one with the code in it.
[[nodiscard]] QString sentenceFor(const Error& error);
[[nodiscard]] bool hasSentence(std::string_view errorCode);
/// Why a number is none. Never tells the right digit. Empty for "ok".
[[nodiscard]] QString sentenceForIdentifier(IdentifierKind kind, std::string_view reason);
/// Why a date can't be read. `typed` helps to name the month or day; `example` is shown as 2018-11-02.
[[nodiscard]] QString sentenceForDate(std::string_view reason, const QString& typed);
/// What is wrong with a value of a form: code and arguments of a form's fault ("missing", "too_long" {max} …), of an
/// identifier
/// ("identifier" {kind, reason}) or of a date ("no_such_date" {reason, typed}).
[[nodiscard]] QString sentenceForFault(const QString& code, const QMap<QString, QString>& arguments);
/// An article in the user's language: 行政许可法第三十二条, or "Administrative Licensing Law, art. 32".
[[nodiscard]] QString articleText(std::string_view article);

[[nodiscard]] QString nameOf(Stage stage);
[[nodiscard]] QString nameOf(CaseType type);
[[nodiscard]] QString nameOf(HandlingMode mode);
[[nodiscard]] QString nameOf(Role role);
[[nodiscard]] QString nameOf(IdentifierKind kind);
/// Of a guardian to the applicant: "parent", "grandparent", "sibling", "other".
[[nodiscard]] QString nameOfRelation(const QString& relation);
/// What the screen calls a paper; the paper itself is Chinese.
[[nodiscard]] QString nameOf(PaperKind kind);
[[nodiscard]] QString nameOf(const Material& material);
/// In what form a material is asked for: code of the catalogue. Empty for one that is not known.
[[nodiscard]] QString nameOfMaterialForm(const std::string& code);
/// What happened, as a time line tells it: "受理", "一次性补正告知".
[[nodiscard]] QString nameOf(Event event, CommandAct act = CommandAct::Do);

/// Reason of a card, as a sentence: code of Dues::lampReason.
[[nodiscard]] QString sentenceForLamp(const Dues& dues, CivilDate today);
/// Due words of a list row: 今日到期, 法定昨日到期, 还有 2 个工作日, 11-26 前办结.
[[nodiscard]] QString dueWords(const CaseState& state, const Dues& dues, CivilDate today);

/// 2018-11-19, in forms and lists.
[[nodiscard]] QString dateInForm(CivilDate date);
/// 11 月 19 日（周一）, in sentences; with the year where it is not this one.
[[nodiscard]] QString dateInSentence(CivilDate date, CivilDate today);
/// 11-19.
[[nodiscard]] QString shortDate(CivilDate date);
[[nodiscard]] QString weekday(CivilDate date);

[[nodiscard]] inline QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace yichuang::ui
