// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>
#include <yichuang/workflows/sync_desk.h>

#include <QFuture>
#include <QWidget>

class QVBoxLayout;

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class ActionButton;
class ActionList;
class Card;
class ReasonPanel;
class Words;

/// Is anything missing? What waits and since when, the next try; refused acts with both sides and what is lawful now.
class SyncScreen : public QWidget {
    Q_OBJECT
public:
    SyncScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent = nullptr);
    void refresh();

Q_SIGNALS:
    void caseWanted(const yichuang::StreamId& stream);
    /// The papers of the case as it stands at the centre, once more.
    void printingWanted(const yichuang::StreamId& stream);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showStatus();
    void askForCode();
    void showWaiting(const QList<WaitingAct>& waiting);
    void showRefused(const QList<RefusedAct>& refused);
    void showCurrent();
    void offerEnrolment();
    [[nodiscard]] const RefusedAct* current() const;
    /// The case goes on as the centre has it; the refused act stays kept.
    void takeUp();
    void printAgain();
    [[nodiscard]] QFuture<void> openAnew();
    void leave();
    void offerChoices(const RefusedAct& act);
    void showSides(const RefusedAct& act);
    void say(const QString& sentence);

    Workplace& m_workplace;
    ActionRegistry& m_registry;
    Words* m_headline;
    Words* m_detail;
    ActionButton* m_anew; ///< only where the chain is disputed or broken
    Card* m_waiting;
    QVBoxLayout* m_refused; ///< one act at a time
    Card* m_choicesCard;
    ActionList* m_choices; ///< keys 1 to 4
    Words* m_lawful;
    Words* m_error;
    QList<RefusedAct> m_acts;
    qsizetype m_at = 0;
    ReasonPanel* m_reasons;
};

/// "与中心断开 12 分钟，3 件在本机等待上传。收件、打印照常。"
[[nodiscard]] QString connectionSentence(const SyncStatus& status, const QDateTime& now);

} // namespace yichuang::ui
