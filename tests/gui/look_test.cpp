// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_screens.h"

#include <yichuang/ui/cards.h>
#include <yichuang/ui/fit.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QTest>

using namespace yichuang;
using namespace yichuang::ui;

namespace {

struct Pair {
    Token text;
    Token ground;
    qreal least;
};

/// Every text on every ground that it is drawn on. A new use belongs here.
const std::vector<Pair>& pairs() {
    static const std::vector<Pair> all {{Token::Ink, Token::Ground, 4.5}, {Token::Ink, Token::Surface, 4.5},
        {Token::Ink, Token::Sunk, 4.5}, {Token::Ink, Token::AccentGround, 4.5}, {Token::Ink, Token::RedGround, 4.5},
        {Token::Muted, Token::Ground, 4.5}, {Token::Muted, Token::Surface, 4.5}, {Token::Muted, Token::Sunk, 4.5},
        {Token::Muted, Token::AccentGround, 4.5}, {Token::Muted, Token::ChipGround, 4.5},
        {Token::Faint, Token::Surface, 3.0}, {Token::Faint, Token::Sunk, 3.0}, {Token::Faint, Token::Ground, 3.0},
        {Token::Accent, Token::Surface, 4.5}, {Token::Accent, Token::Ground, 4.5},
        {Token::Accent, Token::AccentGround, 4.5}, {Token::OnAccent, Token::Accent, 4.5},
        {Token::OnAccent, Token::Red, 4.5}, {Token::OnAccentSoft, Token::AccentSoft, 4.5},
        {Token::Red, Token::Surface, 4.5}, {Token::Red, Token::RedGround, 4.5}, {Token::Red, Token::AccentGround, 4.5},
        {Token::Red, Token::Ground, 4.5}, {Token::Amber, Token::Surface, 4.5}, {Token::Amber, Token::AmberGround, 4.5},
        {Token::Amber, Token::AccentGround, 4.5}, {Token::Green, Token::Surface, 4.5},
        {Token::Green, Token::GreenGround, 4.5}, {Token::Green, Token::AccentGround, 4.5}};
    return all;
}

} // namespace

class LookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeReadOnItsGround_data() {
        QTest::addColumn<int>("appearance");
        QTest::newRow("light") << static_cast<int>(Appearance::Light);
        QTest::newRow("dark") << static_cast<int>(Appearance::Dark);
        QTest::newRow("high contrast") << static_cast<int>(Appearance::HighContrast);
    }
    void everyTextCanBeReadOnItsGround() {
        QFETCH(int, appearance);
        const Theme theme(static_cast<Appearance>(appearance));
        for (const Pair& pair : pairs()) {
            const qreal ratio = contrast(theme.color(pair.text), theme.color(pair.ground));
            QVERIFY2(ratio >= pair.least,
                qPrintable(QStringLiteral("%1 on %2: %3")
                        .arg(theme.color(pair.text).name(), theme.color(pair.ground).name())
                        .arg(ratio)));
        }
    }

    void theShapesOfTheLampsDiffer() {
        const Theme theme;
        std::vector<QImage> shapes;
        for (const Lamp lamp : {Lamp::Alert, Lamp::Yellow, Lamp::Red}) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintLamp(painter, QRectF(5, 5, 30, 30), lamp, theme);
            painter.end();
            // Without its colour: drawn or not drawn.
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    image.setPixel(x, y, image.pixel(x, y) == qRgb(255, 255, 255) ? 0xFFFFFFFF : 0xFF000000);
            }
            for (const QImage& other : shapes)
                QVERIFY(image != other);
            shapes.push_back(image);
            QVERIFY(!lampText(lamp).isEmpty());
        }
    }

    void noTextIsCutInEitherLanguage_data() {
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<qreal>("scale");
        QTest::newRow("Chinese") << true << 1.0;
        QTest::newRow("English") << false << 1.0;
        QTest::newRow("Chinese, 125 %") << true << 1.25;
        QTest::newRow("Chinese, 150 %") << true << 1.5;
    }
    void noTextIsCutInEitherLanguage() {
        QFETCH(bool, chinese);
        QFETCH(qreal, scale);
        QVERIFY(installLanguage(*qApp, chinese ? Language::Chinese : Language::English));
        applyTheme(*qApp, Theme(Appearance::Light, scale));
        sample::Hall hall;
        hall.window->resize(1366, 768);
        hall.window->show();
        for (const Screen screen : {Screen::ToDo, Screen::Intake, Screen::Desk}) {
            hall.show(screen);
            QApplication::processEvents();
            QVERIFY2(hall.window->width() <= 1366 && hall.window->height() <= 768,
                qPrintable(QStringLiteral("%1 × %2").arg(hall.window->width()).arg(hall.window->height())));
            const QStringList cut = cutTexts(*hall.window);
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
        }
        hall.window->showKeys();
        const auto* overlay = hall.window->findChild<QWidget*>(QStringLiteral("keyOverlay"));
        const auto* card = overlay->findChild<Card*>();
        QVERIFY(overlay->rect().contains(card->geometry()));
    }

    void theTimeIsTheHallsWhateverTheComputersZone() {
        sample::Hall hall; // tests run in UTC
        const auto labels = hall.window->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](const QLabel* label) { return label->text() == QStringLiteral("14:26"); }));
    }

    void everythingThatTakesTheFocusHasAName() {
        QVERIFY(installLanguage(*qApp, Language::Chinese));
        applyTheme(*qApp, Theme());
        sample::Hall hall;
        hall.window->show();
        for (const QWidget* widget : hall.window->findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()
                || qobject_cast<const QStackedWidget*>(widget))
                continue;
            if (widget->objectName() == QStringLiteral("caseList") || widget->inherits("QComboBoxListView")
                || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QListView"))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(),
                qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
};

QTEST_MAIN(LookTest)
#include "look_test.moc"
