// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/workflows/exported_case.h>

#include <QWidget>

namespace yichuang::ui {

class Card;

/// An exported case, to be read: what `yichuang FILE` opens, without a sign-in and without any profile. Esc closes.
/// Where the file is none, or was changed, a sentence says so and nothing of it is shown.
class ExportedCaseWindow : public QWidget {
    Q_OBJECT
public:
    explicit ExportedCaseWindow(const QString& path);
    [[nodiscard]] bool holdsACase() const { return m_case.has_value(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* page() const;
    void tellApplicant(Card& card) const;

    std::optional<ExportedCase> m_case;
};

} // namespace yichuang::ui
