// SPDX-License-Identifier: GPL-3.0-or-later
#include "template.h"

#include "fields.h"
#include "fonts.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

// A static library's resources are not linked in by themselves. The macro works outside of namespaces only.
static void loadPaperResources() {
    Q_INIT_RESOURCE(papers);
}

namespace yichuang {

namespace {

namespace mustache = kainjow::mustache;

constexpr std::array partialNames {"part_head", "part_materials", "part_promised", "part_tail", "part_tailplain",
    "part_signature", "part_remedies", "part_privacy", "part_paragraphs"};

/// Templates speak of points; QTextDocument of pixels, which are our units.
QString pointsToUnits(QString text) {
    static const QRegularExpression inAttribute {QStringLiteral("=\"(\\d+(?:\\.\\d+)?)pt\"")};
    static const QRegularExpression inStyle {QStringLiteral("(-?\\d+(?:\\.\\d+)?)pt\\b")};
    const auto replaceAll = [&text](const QRegularExpression& pattern, const QString& form) {
        QString result;
        qsizetype last = 0;
        for (auto match = pattern.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            result += text.mid(last, found.capturedStart() - last);
            result += form.arg(std::lround(found.captured(1).toDouble() * unitsPerPoint));
            last = found.capturedEnd();
        }
        text = result + text.mid(last);
    };
    replaceAll(inAttribute, QStringLiteral("=\"%1\""));
    replaceAll(inStyle, QStringLiteral("%1px"));
    return text;
}

std::string resourceText(const QString& name) {
    static const bool isLoaded = [] {
        loadPaperResources();
        return true;
    }();
    Q_UNUSED(isLoaded)
    QFile file {QStringLiteral(":/yichuang/papers/") + name};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    // Before anything is filled in: what an applicant wrote is never touched.
    return pointsToUnits(QString::fromUtf8(file.readAll())).toStdString();
}

std::string templateText(PaperKind kind) {
    return resourceText(toQString(toText(kind)) + QStringLiteral(".html"));
}

int versionOf(const std::string& text) {
    static const QRegularExpression pattern {QStringLiteral("^<!-- version (\\d+) -->")};
    return pattern.match(toQString(std::string_view {text})).captured(1).toInt();
}

} // namespace

Result<FilledTemplate> fillTemplate(const PaperContent& content) {
    if (const std::string field = missingField(content); !field.empty()) {
        return failure("paper.incomplete", {{"field", field}});
    }
    if (content.kind != PaperKind::ProcessSheet) {
        const bool isNumber = content.caseNo.size() == 14
            && std::all_of(content.caseNo.begin(), content.caseNo.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!isNumber) {
            return failure("paper.case_number");
        }
    }
    const std::string text = templateText(content.kind);
    const int version = versionOf(text);
    if (version < 1) {
        return failure("paper.template", {{"kind", std::string {toText(content.kind)}}});
    }
    mustache::mustache filler {text};
    mustache::data fields = fieldsOf(content);
    for (const char* name : partialNames) {
        fields.set(name,
            mustache::partial {[name] { return resourceText(QString::fromLatin1(name) + QStringLiteral(".html")); }});
    }
    const std::string html = filler.render(fields);
    if (!filler.is_valid()) {
        return failure("paper.template", {{"kind", std::string {toText(content.kind)}}}, filler.error_message());
    }
    const bool isSlip = sizeOf(content.kind) == PaperSize::Roll80;
    return FilledTemplate {toQString(std::string_view {html}),
        toQString(std::string_view {resourceText(isSlip ? QStringLiteral("slip.css") : QStringLiteral("style.css"))}),
        version};
}

int templateVersion(PaperKind kind) {
    return versionOf(templateText(kind));
}

QString rulerTemplate(PaperSize size) {
    return toQString(std::string_view {resourceText(QStringLiteral("ruler.html"))})
        .replace(QStringLiteral("{{margins}}"),
            size == PaperSize::A4 ? QStringLiteral("左、上各 18 毫米") : QStringLiteral("左 4 毫米、上 5 毫米"));
}

QString footLine(const PaperContent& content) {
    QStringList parts;
    if (content.copies > 1) {
        parts.append(QStringLiteral("第 %1 份，共 %2 份").arg(content.copy).arg(content.copies));
    }
    if (sizeOf(content.kind) != PaperSize::Roll80) {
        QStringList desk {
            toQString(std::string_view {content.windowName}), toQString(std::string_view {content.clerkName})};
        desk.removeAll(QString());
        if (!desk.isEmpty()) {
            parts.append(desk.join(QLatin1Char(' ')));
        }
        if (!content.issuedAtTime.empty()) {
            parts.append(toQString(std::string_view {content.issuedAtTime}));
        }
    }
    if (content.reprint > 0) {
        parts.append(QStringLiteral("补打 %1").arg(content.reprint));
    }
    if (sizeOf(content.kind) != PaperSize::Roll80 && content.mark != CentreMark::NotShown) {
        parts.append(markText(content.mark));
    }
    return parts.join(QStringLiteral(" · "));
}

QString markText(CentreMark mark) {
    switch (mark) {
    case CentreMark::NotShown:
        return {};
    case CentreMark::AtWindow:
        return QStringLiteral("窗口已收 · 中心待确认");
    case CentreMark::KnownAtCentre:
        return QStringLiteral("窗口已收 · 中心已知");
    }
    return {};
}

QString sealName(PaperKind kind) {
    switch (kind) {
    case PaperKind::MaterialReceipt:
    case PaperKind::CorrectionReceipt:
        return QStringLiteral("收件专用章");
    case PaperKind::AcceptanceNotice:
    case PaperKind::TolerantAcceptanceNotice:
    case PaperKind::CorrectionNotice:
    case PaperKind::NonAcceptanceDecision:
        return QStringLiteral("受理专用章");
    case PaperKind::GrantDecision:
    case PaperKind::RefusalDecision:
    case PaperKind::ExtensionNotice:
    case PaperKind::SpecialProcedureNotice:
    case PaperKind::SuspensionNotice:
    case PaperKind::ResumptionNotice:
    case PaperKind::TerminationNotice:
    case PaperKind::ServiceReceipt:
    case PaperKind::CommitmentPledge:
        return QStringLiteral("印章");
    case PaperKind::MaterialReceiptSlip:
    case PaperKind::WithdrawalForm:
    case PaperKind::ProcessSheet:
        return {};
    }
    return {};
}

} // namespace yichuang
