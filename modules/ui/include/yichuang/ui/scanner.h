// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/ui/action_registry.h>

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace yichuang::ui {

enum class ScanKind { CaseNumber, ResidentId, CreditCode, ItemCode };

struct Scan {
    ScanKind kind = ScanKind::CaseNumber;
    QString value; ///< normalised
    friend bool operator==(const Scan&, const Scan&) = default;
};
/// What a text from a scanner or reader is, with a prefix 0x02 or * dropped; empty if it is none of our codes.
[[nodiscard]] std::optional<Scan> readScan(const QString& text, CivilDate today);

/// Recognises the burst of a scanner or card reader among the keys of the application: less than 35 ms a key, ended by
/// Enter, and a valid case number, resident ID, credit code or item code. Such a burst reaches no widget; anything else
/// is handed on unchanged, at the latest 35 ms after its last key. Nothing is held in password fields or while an input
/// method composes.
class Scanner : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 gapMilliseconds = 35;
    using Today = std::function<CivilDate()>;

    /// Install with QCoreApplication::installEventFilter.
    Scanner(MillisecondClock clock, Today today, QObject* parent = nullptr);
    ~Scanner() override;

    /// Only keys of this window are looked at; of all windows as long as none is named.
    void watch(QWidget* window) { m_window = window; }
    bool eventFilter(QObject* receiver, QEvent* event) override;
    /// Gives held keys to the widget for which they were typed.
    void release();
    /// For scanners at a serial or HID-POS port: the same reading without keys.
    void receive(const QString& text);

Q_SIGNALS:
    void scanned(yichuang::ui::ScanKind kind, const QString& value);

private:
    bool hold(QObject* receiver, QKeyEvent* event);

    MillisecondClock m_clock;
    Today m_today;
    QTimer m_timer;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    QString m_text;
    QPointer<QObject> m_receiver;
    QPointer<QWidget> m_window;
    qint64 m_last = 0;
    bool m_handingOn = false;
    bool m_composing = false;
};

} // namespace yichuang::ui
