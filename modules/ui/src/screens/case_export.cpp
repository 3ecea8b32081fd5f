// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/case_export.h>

#include "whole_file.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/workflows/workplace.h>

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace yichuang::ui {

CaseExport::CaseExport(Workplace& workplace, ActionRegistry& registry, ReasonPanel& reasons, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_registry(registry)
    , m_reasons(reasons) { }

void CaseExport::setCase(const CaseView& view) {
    Action& action = m_registry.action(QStringLiteral("case.export"));
    if (const auto refusal = m_workplace.casework().exportRefused(view))
        action.disable(m_workplace.casework().approversOfExport().isEmpty()
                ? tr("This hall has no supervisor who agrees")
                : sentenceFor(*refusal));
    else
        action.enable();
}

void CaseExport::ask(const CaseView& view) {
    ReasonPanel::Question question;
    question.title = tr("Take the case out as a file");
    question.go = tr("Export");
    question.groundLabel = tr("Supervisor who agreed");
    for (const auto& [id, name] : m_workplace.casework().approversOfExport())
        question.grounds.push_back({toQString(id), name});
    question.reasonLabel = tr("For whom, and why: it is noted in the case. The file holds everything in clear.");
    m_reasons.ask(question, [this, view](const ReasonPanel::Answer& answer) {
        // Where to comes first: what is noted as taken out has been taken out.
        const QString path = fileFor(view);
        if (path.isEmpty()) {
            m_reasons.setError({});
            return;
        }
        m_workplace.casework()
            .exportCase(view.row.stream, toId<PersonId>(answer.ground), answer.reason)
            .then(this, [this, path](const Result<QByteArray>& bytes) {
                if (!bytes) {
                    m_reasons.setError(sentenceFor(bytes.error()));
                    return;
                }
                m_reasons.close();
                save(path, *bytes);
            });
    });
}

QString CaseExport::fileFor(const CaseView& view) const {
    const QString name = view.row.caseNo + QStringLiteral(".yichuang-case");
    return m_folder.isEmpty() ? QFileDialog::getSaveFileName(QApplication::activeWindow(), tr("Save the case"), name,
                                    tr("Cases (*.yichuang-case)"))
                              : QDir(m_folder).filePath(name);
}

void CaseExport::save(const QString& path, const QByteArray& bytes) {
    m_beside
        .run([path, bytes]() -> Result<QString> {
            if (auto written = writeWholeFile(path, bytes); !written)
                return tl::unexpected<Error> {written.error()};
            return QFileInfo(path).fileName();
        })
        .then(this, [this](const Result<QString>& written) {
            Q_EMIT saved(written ? tr("Exported as %1. Whoever holds the file reads everything in it.").arg(*written)
                                 : sentenceFor(written.error()));
        });
}

} // namespace yichuang::ui
