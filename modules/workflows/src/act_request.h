// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/domain/law.h>
#include <yichuang/workflows/views.h>

#include <QList>
#include <QString>

#include <string>
#include <vector>

namespace yichuang {

/// What one command of a person becomes: entries in one stream, written as one act.
struct ActRequest {
    StreamId stream; ///< empty: a new case
    std::vector<Command> commands; ///< decided one after the other; date and actor's id filled in
    std::vector<Particulars> particulars; ///< one for each command
    bool takesNumber = false; ///< `receive`: the next leased number, in the same transaction
    QString draft; ///< removed in the same transaction; may be empty
};

struct PerformedAct {
    StreamId stream;
    ActId act;
    std::string caseNo;
    std::vector<Entry> entries;
    CaseState state; ///< with these entries
    QList<DuePaper> papers; ///< that these entries call for
};

} // namespace yichuang
