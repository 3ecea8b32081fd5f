#pragma once

#include <yichuang/workflows/casework.h>

#include <QWidget>

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class Card;
class Words;

/// What must I do first? The figures of the day, each one key away from its list.
class TodayScreen : public QWidget {
    Q_OBJECT
public:
    explicit TodayScreen(Workplace& workplace, QWidget* parent = nullptr);
    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void show(const Counts& counts);
    Workplace& m_workplace;
    Words* m_date;
    Card* m_figures;
    Card* m_state;
};

} // namespace yichuang::ui
