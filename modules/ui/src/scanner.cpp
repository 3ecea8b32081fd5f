// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/scanner.h>

#include <yichuang/domain/identifiers.h>
#include <yichuang/ui/key_router.h>

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QWidget>

namespace yichuang::ui {
namespace {

constexpr QChar startOfText {0x02};

/// Longer than any of our codes: nobody waits for the end of a text that a macro types.
constexpr qsizetype longestBurst = 80;

bool isPasswordField(QObject* receiver) {
    const auto* line = qobject_cast<QLineEdit*>(receiver);
    return line && line->echoMode() != QLineEdit::Normal;
}

/// What our codes and a scanner's prefix are made of. Everything else is at once somebody's typing.
bool mayBePartOfCode(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const QString text = event.text();
    if (text.size() != 1)
        return false;
    const ushort code = text.front().unicode();
    return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code == '-'
        || code == '*' || code == startOfText.unicode();
}

bool isEnter(const QKeyEvent& event) {
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier));
}

} // namespace

std::optional<Scan> readScan(const QString& text, CivilDate today) {
    QString code = text.trimmed();
    if (code.startsWith(startOfText) || code.startsWith(u'*'))
        code.remove(0, 1);
    if (code.isEmpty() || code.size() > longestBurst)
        return std::nullopt;
    // A short code is part of a longer one in no case: the lengths of the four kinds differ, or their check digits do.
    static constexpr std::pair<IdentifierKind, ScanKind> kinds[] {{IdentifierKind::CaseNo, ScanKind::CaseNumber},
        {IdentifierKind::ResidentId, ScanKind::ResidentId}, {IdentifierKind::Uscc, ScanKind::CreditCode},
        {IdentifierKind::ItemImplCode, ScanKind::ItemCode}, {IdentifierKind::ItemHandleCode, ScanKind::ItemCode}};
    for (const auto& [identifier, kind] : kinds) {
        const Identification found = identify(identifier, code.toStdString(), today);
        if (found.valid)
            return Scan {kind, QString::fromStdString(found.normalized)};
    }
    return std::nullopt;
}

Scanner::Scanner(MillisecondClock clock, Today today, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_today(std::move(today)) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(static_cast<int>(gapMilliseconds));
    connect(&m_timer, &QTimer::timeout, this, &Scanner::release);
}

Scanner::~Scanner() = default;

void Scanner::receive(const QString& text) {
    if (const auto scan = readScan(text, m_today()))
        Q_EMIT scanned(scan->kind, scan->value);
}

bool Scanner::eventFilter(QObject* receiver, QEvent* event) {
    if (m_handingOn)
        return false;
    switch (event->type()) {
    case QEvent::InputMethod:
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        return false;
    case QEvent::FocusOut:
        // What was typed here stays here, whatever takes the focus.
        if (receiver == m_receiver)
            release();
        m_composing = false;
        return false;
    case QEvent::MouseButtonPress:
        release();
        return false;
    case QEvent::KeyPress:
        if (!receiver->isWidgetType() || (m_window && static_cast<QWidget*>(receiver)->window() != m_window))
            return false;
        return hold(receiver, static_cast<QKeyEvent*>(event));
    case QEvent::KeyRelease:
        // The release of a held key would come before its press.
        return receiver->isWidgetType() && !m_held.empty();
    default:
        return false;
    }
}

bool Scanner::hold(QObject* receiver, QKeyEvent* event) {
    const qint64 now = m_clock();
    if (!m_held.empty() && (receiver != m_receiver || now - m_last >= gapMilliseconds))
        release();
    if (m_composing || isPasswordField(receiver)) {
        release();
        return false;
    }
    // The Shift that a scanner presses for capitals says nothing by itself.
    if (event->key() == Qt::Key_Shift || event->key() == Qt::Key_CapsLock)
        return !m_held.empty();
    if (isEnter(*event) && !m_held.empty()) {
        if (const auto scan = readScan(m_text, m_today())) {
            m_timer.stop();
            m_held.clear();
            m_text.clear();
            m_receiver.clear();
            Q_EMIT scanned(scan->kind, scan->value);
            return true;
        }
        release();
        return false;
    }
    if (!mayBePartOfCode(*event) || m_text.size() >= longestBurst) {
        release();
        return false;
    }
    if (event->isAutoRepeat() && m_held.empty())
        return false;
    m_held.push_back(std::unique_ptr<QKeyEvent>(event->clone()));
    m_text += event->text();
    m_receiver = receiver;
    m_last = now;
    m_timer.start();
    event->accept();
    return true;
}

void Scanner::release() {
    m_timer.stop();
    if (m_held.empty())
        return;
    const auto held = std::exchange(m_held, {});
    m_text.clear();
    const QPointer<QObject> receiver = std::exchange(m_receiver, {});
    m_handingOn = true;
    const QWidget* before = QApplication::focusWidget();
    for (const auto& event : held) {
        // A key may have moved the focus: the next one goes where typing goes now.
        QWidget* focus = QApplication::focusWidget();
        QObject* to = receiver && focus == before ? receiver.data() : focus;
        if (!to)
            break;
        QCoreApplication::sendEvent(to, event.get());
    }
    m_handingOn = false;
}

} // namespace yichuang::ui
