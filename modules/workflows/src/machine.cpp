// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/machine.h>

#include "workplace_private.h"

#include <yichuang/qtbridge/values.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <utility>

namespace yichuang {
namespace {

constexpr const char* lockName = "lock.minutes";

std::string nameOfOutput(PaperKind kind) {
    return "print." + std::string {toText(kind)};
}

std::string writtenOutput(const PaperOutput& output) {
    const QJsonObject json {{QStringLiteral("printer"), output.printer.printer},
        {QStringLiteral("tray"), output.printer.tray}, {QStringLiteral("right"), output.printer.offsetRightMillimetres},
        {QStringLiteral("down"), output.printer.offsetDownMillimetres}, {QStringLiteral("copies"), output.copies}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

bool isLawful(const PaperOutput& output) {
    return std::abs(output.printer.offsetRightMillimetres) <= Machine::mostOffset
        && std::abs(output.printer.offsetDownMillimetres) <= Machine::mostOffset && output.copies >= 0
        && output.copies <= Machine::mostCopies;
}

PaperOutput readOutput(const std::string& text) {
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    PaperOutput output;
    output.printer.printer = json.value(QStringLiteral("printer")).toString();
    output.printer.tray = json.value(QStringLiteral("tray")).toString();
    output.printer.offsetRightMillimetres = json.value(QStringLiteral("right")).toDouble();
    output.printer.offsetDownMillimetres = json.value(QStringLiteral("down")).toDouble();
    output.copies = json.value(QStringLiteral("copies")).toInt();
    return isLawful(output) ? output : PaperOutput {};
}

Result<void> outOfRange(const char* code, int least, int most) {
    return failure(code, {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
}

} // namespace

Machine::Machine(Workplace& workplace)
    : m_workplace(workplace) { }

PaperOutput Machine::output(PaperKind kind) const {
    const auto found = m_values.outputs.find(kind);
    return found == m_values.outputs.end() ? PaperOutput {} : found->second;
}

QFuture<Result<void>> Machine::setOutput(PaperKind kind, const PaperOutput& output) {
    if (output.copies < 0 || output.copies > mostCopies)
        return readyFuture<void>(outOfRange("setting.copies", 1, mostCopies));
    if (!isLawful(output))
        return readyFuture<void>(
            outOfRange("setting.offset", -static_cast<int>(mostOffset), static_cast<int>(mostOffset)));
    if (output == this->output(kind))
        return readyFuture<void>({});
    m_values.outputs.insert_or_assign(kind, output);
    Q_EMIT changed();
    return keep(nameOfOutput(kind), writtenOutput(output));
}

QFuture<Result<void>> Machine::setLockMinutes(int minutes) {
    if (minutes < leastLockMinutes || minutes > mostLockMinutes)
        return readyFuture<void>(outOfRange("setting.lock", leastLockMinutes, mostLockMinutes));
    if (minutes == m_values.lockMinutes)
        return readyFuture<void>({});
    m_values.lockMinutes = minutes;
    Q_EMIT changed();
    return keep(lockName, std::to_string(minutes));
}

QFuture<Result<void>> Machine::keep(const std::string& name, const std::string& value) {
    return m_workplace.m_d->storage->run(
        [name, value](WorkstationStore& store) { return store.settings().setText(name, value); });
}

Result<Machine::Values> Machine::read(WorkstationStore& store) {
    Values values;
    for (const PaperKind kind : allPaperKinds()) {
        const auto text = store.settings().text(nameOfOutput(kind));
        if (!text)
            return tl::unexpected<Error> {text.error()};
        if (!text->empty())
            values.outputs.emplace(kind, readOutput(*text));
    }
    const auto minutes = store.settings().text(lockName);
    if (!minutes)
        return tl::unexpected<Error> {minutes.error()};
    const int read = toQString(*minutes).toInt();
    if (read >= leastLockMinutes && read <= mostLockMinutes)
        values.lockMinutes = read;
    return values;
}

void Machine::take(Values values) {
    m_values = std::move(values);
    Q_EMIT changed();
}

} // namespace yichuang
