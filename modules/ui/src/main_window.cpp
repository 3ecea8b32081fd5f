// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/main_window.h>

#include "scroll_frame.h"
#include "shell_parts.h"

#include <yichuang/ui/cards.h>
#include <yichuang/ui/handbook_page.h>
#include <yichuang/ui/key_router.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/theme.h>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace yichuang::ui {
namespace {

/// White, with a thin line below.
class TopBar : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = currentTheme();
        QPainter painter(this);
        painter.fillRect(rect(), theme.color(Token::Surface));
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
    }
};

constexpr std::pair<Screen, const char*> placeActions[] {{Screen::Today, "place.today"},
    {Screen::Intake, "place.intake"}, {Screen::ToDo, "place.toDo"}, {Screen::HandOver, "place.handOver"},
    {Screen::Done, "place.done"}, {Screen::Sync, "place.sync"}};

} // namespace

MainWindow::MainWindow(ActionRegistry& registry, Now now, QWidget* parent)
    : QMainWindow(parent)
    , m_registry(registry)
    , m_now(std::move(now))
    , m_placeOf {{Screen::FindItem, Screen::Intake}, {Screen::Papers, Screen::Intake}, {Screen::Case, Screen::ToDo},
          {Screen::Desk, Screen::ToDo}, {Screen::Month, Screen::Today}} {
    const Theme& theme = currentTheme();
    setWindowTitle(tr("Yichuang"));
    // The usual screen of a counter. It does not grow with the text: 150 % must fit on it too.
    setMinimumSize(1024, 640);
    resize(1366, 768);

    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    m_top = new TopBar;
    m_top->setObjectName(QStringLiteral("topBar"));
    m_top->setFixedHeight(theme.px(50));
    auto* top = new QHBoxLayout(m_top);
    top->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    top->setSpacing(theme.px(10));
    m_windowName = new Words({}, TextStyle::Head);
    m_person = new Words({}, TextStyle::Text, Token::Muted);
    m_search = new SearchField;
    m_numbers = new Words({}, TextStyle::Text, Token::Muted);
    m_connection = new ConnectionLine(m_top);
    m_time = new Words({}, TextStyle::Head);
    m_time->setAccessibleName(tr("Time"));
    top->addWidget(m_windowName);
    top->addWidget(m_person);
    top->addSpacing(theme.px(22));
    top->addWidget(m_search, 100);
    top->addStretch(1);
    top->addWidget(m_numbers);
    top->addSpacing(theme.px(14));
    top->addWidget(m_connection);
    top->addWidget(new KeyCap(QStringLiteral("F7")));
    top->addSpacing(theme.px(12));
    top->addWidget(m_time);
    column->addWidget(m_top);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_places = new PlaceList(registry, whole);
    m_stack = new QStackedWidget;
    middle->addWidget(m_places);
    middle->addWidget(m_stack, 1);
    column->addLayout(middle, 1);
    setCentralWidget(whole);

    m_overlay = new KeyOverlay(registry, whole);
    m_router = new KeyRouter(registry, this);
    m_handbook = new HandbookPage(whole);
    m_router->setCapture(m_overlay);
    m_router->setApart(m_handbook);
    connect(m_router, &KeyRouter::captured, m_overlay, [this](int key) {
        m_overlay->hide();
        if (key == Qt::Key_F1)
            m_handbook->open(handbookPlaceOf(screen()));
    });

    for (const auto& [screen, id] : placeActions) {
        const Screen place = screen;
        registry.action(QString::fromLatin1(id)).bind(this, [this, place] { Q_EMIT placeWanted(place); });
    }
    registry.action(QStringLiteral("search.everywhere")).bind(this, [this] {
        if (!m_search->line()->hasFocus())
            m_beforeSearch = focusWidget();
        m_search->focusAndSelect();
    });
    connect(m_search, &SearchField::left, this, [this] {
        if (m_beforeSearch)
            m_beforeSearch->setFocus(Qt::OtherFocusReason);
        else
            m_search->line()->clearFocus();
    });
    registry.action(QStringLiteral("keys.show")).bind(this, [this] { showKeys(); });
    connect(m_places, &PlaceList::placeWanted, this, &MainWindow::placeWanted);
    connect(m_places, &PlaceList::keysWanted, this, &MainWindow::showKeys);
    connect(m_connection, &QAbstractButton::clicked, this, [this] { Q_EMIT placeWanted(Screen::Sync); });

    connect(&m_clock, &QTimer::timeout, this, &MainWindow::tick);
    m_clock.start(1000);
    tick();
    setNumbersLeft(std::nullopt);
}

MainWindow::~MainWindow() {
    // Screens may still ask the registry while they go.
    m_clock.stop();
}

void MainWindow::addScreen(Screen screen, QWidget* widget) {
    if (const auto old = m_frames.find(screen); old != m_frames.end()) {
        m_stack->removeWidget(old->second);
        old->second->deleteLater();
    }
    // Large text on a small screen: what does not fit is reached by scrolling, never cut.
    auto* frame = new QScrollArea;
    frame->setObjectName(QStringLiteral("screenFrame"));
    frameForScrolling(*frame, widget);
    takeGroundAway(*frame);
    m_screens[screen] = widget;
    m_frames[screen] = frame;
    m_stack->addWidget(frame);
}

QWidget* MainWindow::screenWidget(Screen screen) const {
    const auto found = m_screens.find(screen);
    return found == m_screens.end() ? nullptr : found->second;
}

void MainWindow::showScreen(Screen screen) {
    const bool inside = screen != Screen::SignIn;
    m_top->setVisible(inside);
    m_places->setVisible(inside);
    m_overlay->hide();
    m_places->setLit(placeOf(screen));
    m_registry.setScreen(screen);
    QWidget* widget = screenWidget(screen);
    if (!widget)
        return;
    m_stack->setCurrentWidget(m_frames.at(screen));
    // Typing goes on in the screen, not in the bar that was left; a screen that knows better moves it after this.
    if (!widget->isAncestorOf(focusWidget())) {
        if (widget->focusProxy() || (widget->focusPolicy() & Qt::TabFocus)) {
            widget->setFocus(Qt::OtherFocusReason);
        } else if (QWidget* old = focusWidget()) {
            old->clearFocus();
        }
    }
}

Screen MainWindow::screen() const {
    return m_registry.screen();
}

Screen MainWindow::placeOf(Screen screen) const {
    const auto place = m_placeOf.find(screen);
    return place == m_placeOf.end() ? screen : place->second;
}

void MainWindow::setPlaceOf(Screen screen, Screen place) {
    m_placeOf[screen] = place;
    if (m_registry.screen() == screen)
        m_places->setLit(place);
}

void MainWindow::setWindowAndPerson(const QString& window, const QString& person) {
    m_windowName->setText(window);
    m_person->setText(person);
    setWindowTitle(window.isEmpty() ? tr("Yichuang") : tr("%1 – Yichuang").arg(window));
}

void MainWindow::setNumbersLeft(std::optional<int> left, bool low) {
    m_numbers->setVisible(left.has_value());
    if (!left)
        return;
    m_numbers->setText(tr("%n number(s) left", nullptr, *left));
    static_cast<Words*>(m_numbers)->setStyle(
        low ? TextStyle::Strong : TextStyle::Text, low ? Token::Amber : Token::Muted);
}

void MainWindow::setConnection(const CentreStatus& status) {
    m_connection->setStatus(status);
}

void MainWindow::setCount(Screen place, int count) {
    m_places->setCount(place, count);
}

void MainWindow::showKeys() {
    std::vector<Part> parts;
    if (const QWidget* widget = screenWidget(screen())) {
        for (const QWidget* each : widget->findChildren<QWidget*>()) {
            const auto* target = dynamic_cast<const PartTarget*>(each);
            if (target && each->isVisible() && std::find(parts.begin(), parts.end(), target->part()) == parts.end())
                parts.push_back(target->part());
        }
    }
    m_overlay->showFor(screen(), parts);
}

bool MainWindow::keysShown() const {
    return m_overlay->isVisible();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    if (m_overlay->isVisible())
        showKeys();
}

void MainWindow::tick() {
    // The hall's time is UTC+8 whatever the computer's zone says.
    const Instant local = m_now() + std::chrono::hours {8};
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local.time_since_epoch()).count();
    const int ofDay = static_cast<int>(((minutes % 1440) + 1440) % 1440);
    const QString words
        = QStringLiteral("%1:%2").arg(ofDay / 60, 2, 10, QChar(u'0')).arg(ofDay % 60, 2, 10, QChar(u'0'));
    if (m_time->text() != words)
        m_time->setText(words);
}

} // namespace yichuang::ui
