// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace yichuang {

/// Ends the requests that were given it: their answer is "rest.aborted" at once.
class AbortSwitch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void pull() { Q_EMIT pulled(); }

Q_SIGNALS:
    void pulled();
};

} // namespace yichuang
