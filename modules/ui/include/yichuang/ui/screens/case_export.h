// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/qtbridge/background.h>
#include <yichuang/ui/action_registry.h>
#include <yichuang/workflows/views.h>

#include <QObject>

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class ReasonPanel;

/// Ctrl+Shift+E on a case: takes the whole case out of the hall as a file, in clear. Asks who agreed and why, and notes
/// both in the case (domain.md 10 "Exports").
class CaseExport : public QObject {
    Q_OBJECT
public:
    CaseExport(Workplace& workplace, ActionRegistry& registry, ReasonPanel& reasons, QObject* parent);
    /// Enables the action or disables it with its reason.
    void setCase(const CaseView& view);
    void ask(const CaseView& view);
    /// Where files go; asked for by a dialog when empty.
    void setFolder(const QString& folder) { m_folder = folder; }

Q_SIGNALS:
    void saved(const QString& sentence);

private:
    /// Empty if none was chosen.
    [[nodiscard]] QString fileFor(const CaseView& view) const;
    void save(const QString& path, const QByteArray& bytes);

    Workplace& m_workplace;
    ActionRegistry& m_registry;
    ReasonPanel& m_reasons;
    QString m_folder;
    Background m_beside {1};
};

} // namespace yichuang::ui
