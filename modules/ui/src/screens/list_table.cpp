// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/list_table.h>

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>

#include <QCoreApplication>

namespace yichuang::ui {
namespace {

struct ListTable {
    Q_DECLARE_TR_FUNCTIONS(ListTable)
};

QString line(const QStringList& cells) {
    QStringList quoted;
    for (QString cell : cells)
        quoted.push_back(u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"');
    return quoted.join(u',') + QLatin1String("\r\n");
}

} // namespace

QByteArray listTable(const QList<CaseRow>& rows, CivilDate today) {
    QString table = line({ListTable::tr("Case number"), ListTable::tr("Item"), ListTable::tr("Department"),
        ListTable::tr("Kind"), ListTable::tr("State"), ListTable::tr("To be done by"), ListTable::tr("Time left")});
    for (const CaseRow& row : rows)
        // Grouped, a number is text to a spreadsheet, which would round fourteen digits.
        table += line({text(groupedCaseNo(row.caseNo.toStdString())), inLanguage(row.itemTitle, row.itemTitleEn),
            inLanguage(row.department, row.departmentEn), nameOf(row.caseType), nameOf(row.stage),
            row.dues.effective ? dateInForm(*row.dues.effective) : QString {}, dueWords(row.state, row.dues, today)});
    return QByteArray("\xEF\xBB\xBF") + table.toUtf8();
}

} // namespace yichuang::ui
