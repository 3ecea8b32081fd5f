// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/finding_list.h>

#include <yichuang/ui/case_list.h>
#include <yichuang/workflows/name_search.h>

#include <QApplication>

namespace yichuang::ui {

void FindingList::keyboardSearch(const QString& typed) {
    const bool goesOn = m_last.isValid() && m_last.elapsed() < QApplication::keyboardInputInterval();
    m_typed = goesOn ? m_typed + typed : typed;
    m_last.start();
    const int rows = model() ? model()->rowCount() : 0;
    // A further letter may still be of the row that was found; a first one goes on to the next.
    const int first = currentIndex().row() + (goesOn ? 0 : 1);
    for (int step = 0; step < rows; ++step) {
        const QModelIndex index = model()->index((first + step) % rows, 0);
        QString number = index.data(CaseNumberRole).toString();
        number.remove(QLatin1Char(' '));
        if (nameBeginsWith(index.data(ApplicantRole).toString(), m_typed) || number.startsWith(m_typed)) {
            setCurrentIndex(index);
            return;
        }
    }
}

} // namespace yichuang::ui
