// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace yichuang::ui {

/// Writes the file or leaves what was there. Not for the GUI thread. Error "file.write" (path).
[[nodiscard]] inline Result<void> writeWholeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure("file.write", {{"path", path.toStdString()}}, file.errorString().toStdString());
    return {};
}

} // namespace yichuang::ui
