// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QListView>

namespace yichuang::ui {

/// A list of cases in which letters find: the next applicant whose name, initials or syllables begin with what was
/// typed without a pause, digits the case number. Nothing moves if there is none.
class FindingList : public QListView {
    Q_OBJECT
public:
    using QListView::QListView;
    void keyboardSearch(const QString& typed) override;

private:
    QString m_typed;
    QElapsedTimer m_last;
};

} // namespace yichuang::ui
