// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/shots.h"

#include "ui/look/signalstyle.h"
#include "ui/look/tokennames.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QMenuBar>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

QByteArray bundledJson()
{
    QFile file(u":/look/tokens.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage glyphImage(const QString &key)
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    const StatusShape *shape = test::look().tokens().status(key);
    paintDrawing(painter, QRectF(0, 0, 32, 32), shape->drawing, {Qt::black, Qt::white});
    return image;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryBundledValue()
    {
        const base::Result<Tokens> tokens = Tokens::parse(bundledJson());
        QVERIFY2(tokens.has_value(), tokens ? "" : qPrintable(tokens.error().message()));
        QCOMPARE(tokens->size(ui::Size::Control), 28);
        QCOMPARE(tokens->colour(Colour::BgChrome), QColor(0xF0, 0xF1, 0xF4));
        QCOMPARE(tokens->statusKeys().size(), 35);
        QCOMPARE(tokens->iconNames().size(), 75);
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("name");
        QTest::newRow("colour gone") << QByteArray("\"bg.log\":\"#FCFCFD\"") << QByteArray("\"x\":1") << u"bg.log"_s;
        QTest::newRow("no colour") << QByteArray("\"bg.log\":\"#FCFCFD\"") << QByteArray("\"bg.log\":\"#zz\"")
                                   << u"bg.log"_s;
        QTest::newRow("size gone") << QByteArray("\"menuBar\":34") << QByteArray("\"menuBar\":\"a\"") << u"menuBar"_s;
        QTest::newRow("family") << QByteArray("\"family\":\"bad\"") << QByteArray("\"family\":\"evil\"") << u"family"_s;
        QTest::newRow("path") << QByteArray("M 8 3 L 8 13") << QByteArray("Q 8 3 L 8 13") << u"plus"_s;
    }
    void namesWhatIsWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, name);
        QByteArray json = bundledJson();
        QVERIFY(json.contains(from));
        json.replace(from, to);
        const base::Result<Tokens> tokens = Tokens::parse(json);
        QVERIFY(!tokens.has_value());
        QVERIFY2(tokens.error().message().contains(name), qPrintable(tokens.error().message()));
        QVERIFY(!Tokens::parse("{").has_value());
    }

    void parsesPaths()
    {
        QVERIFY(parsePath(u"M 1 2 L 3 4 C 1 1 2 2 3 3 Z").has_value());
        for (const QString &wrong : {u""_s, u"L 1 2"_s, u"M 1"_s, u"M 1 2 L nan 3"_s, u"M 1 2 Q 1 2"_s, u"M 1 2 3 4"_s})
            QVERIFY2(!parsePath(wrong).has_value(), qPrintable(wrong));
    }

    void tellsStatesApartInOneInk()
    {
        const QStringList keys = test::look().tokens().statusKeys();
        QHash<QString, QList<QImage>> seen;
        for (const QString &key : keys) {
            QList<QImage> &others = seen[key.section(u'.', 0, 0)];
            const QImage image = glyphImage(key);
            QVERIFY2(!others.contains(image), qPrintable(key));
            others.append(image);
        }
    }

    void hasAWordForEveryState()
    {
        const QStringList keys = test::look().tokens().statusKeys();
        for (const QString &key : keys)
            QVERIFY2(GlyphPainter::word(key) != key, qPrintable(key));
        QCOMPARE(GlyphPainter::word(u"run.new_in_a_later_version"), u"run.new_in_a_later_version"_s);
    }

    void mapsKindsAndRemoteNames()
    {
        const Icons &icons = test::look().icons();
        QCOMPARE(icons.kindIconName(u"script"_s), u"kind-script"_s);
        QCOMPARE(icons.kindIconName(u"fa-solid fa-robot"_s), u"kind-bot"_s);
        QCOMPARE(icons.kindIconName(u"clock"_s), u"clock"_s);
        QCOMPARE(icons.kindIconName(u"fa-unheard-of"_s), u"kind-autotask"_s);
        QVERIFY(icons.icon(u"no such icon"_s).isNull());
        QVERIFY(!icons.icon(u"plus"_s).pixmap(16, 16).isNull());
    }

    void keepsTextReadable()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            test::look().setScheme(scheme);
            const Tokens &tokens = test::look().tokens();
            for (const Colour ground : {Colour::BgBase, Colour::BgChrome, Colour::BgPanel, Colour::BgSelected}) {
                QVERIFY(contrastRatio(tokens.colour(Colour::TextPrimary), tokens.colour(ground)) >= 4.5);
                QVERIFY(contrastRatio(tokens.colour(Colour::TextSecondary), tokens.colour(ground)) >= 4.5);
            }
            for (int i = 0; i < ansiCount; ++i)
                QVERIFY(contrastRatio(tokens.ansi(i), tokens.colour(Colour::BgLog)) >= 4.5);
        }
        test::look().setScheme(Scheme::Light);
    }

    void movesAnyInkUntilItIsReadable()
    {
        for (const QColor &ground : {QColor(0xFC, 0xFC, 0xFD), QColor(0x18, 0x1A, 0x1E), QColor(0x77, 0x77, 0x77)})
            for (int red = 0; red < 256; red += 51)
                for (int green = 0; green < 256; green += 51)
                    for (int blue = 0; blue < 256; blue += 51) {
                        const QColor ink = readableOn(QColor(red, green, blue), ground);
                        QVERIFY2(contrastRatio(ink, ground) >= 4.5, qPrintable(ink.name() + ground.name()));
                    }
        QCOMPARE(readableOn(Qt::black, Qt::white), QColor(Qt::black));
    }

    void highContrastTakesTheSystemsColours()
    {
        test::look().setContrast(Contrast::High);
        const Tokens &tokens = test::look().tokens();
        for (int i = 1; i < familyCount; ++i)
            QCOMPARE(tokens.family(Family(i)).glyph, tokens.family(Family::Neutral).glyph);
        QCOMPARE(tokens.colour(Colour::BgSelected), tokens.colour(Colour::BgBase));
        test::look().setContrast(Contrast::Normal);
        QCOMPARE(tokens.colour(Colour::BgChrome), QColor(0xF0, 0xF1, 0xF4));
    }

    void understandsThePortal()
    {
        QCOMPARE(schemeFromPortal(1), std::optional(Scheme::Dark));
        QCOMPARE(schemeFromPortal(2), std::optional(Scheme::Light));
        QVERIFY(!schemeFromPortal(0).has_value() && !schemeFromPortal(77).has_value());
        QCOMPARE(contrastFromPortal(1), Contrast::High);
        QCOMPARE(contrastFromPortal(0), Contrast::Normal);
    }

    void controlsAreOfOneHeight()
    {
        test::look();
        QPushButton button(u"Run"_s);
        QToolButton tool;
        tool.setIcon(test::look().icons().icon(u"plus"_s));
        QLineEdit edit;
        QComboBox combo;
        QSpinBox spin;
        for (const QWidget *widget : std::initializer_list<QWidget *>{&button, &tool, &edit, &combo, &spin})
            QCOMPARE(widget->sizeHint().height(), std::max(28, widget->fontMetrics().height() + 6));
        QCOMPARE(tool.sizeHint().width(), tool.sizeHint().height());
    }

    void menuBarIsAsHighAsItsItems()
    {
        test::look();
        QMenuBar bar;
        QAction *file = bar.addAction(u"File"_s);
        bar.resize(300, bar.sizeHint().height());
        QCOMPARE(bar.sizeHint().height(), 34);
        QCOMPARE(bar.actionGeometry(file).height(), 34);
    }

    void nothingHasDefaultMargins()
    {
        test::look();
        QWidget widget;
        const QVBoxLayout layout(&widget);
        QCOMPARE(layout.contentsMargins(), QMargins());
        QCOMPARE(widget.style()->pixelMetric(QStyle::PM_LayoutVerticalSpacing), 8);
        QCOMPARE(widget.style()->pixelMetric(QStyle::PM_ScrollBarExtent), 12);
    }
};

REGISTER_TEST(TestLook);
#include "test_look.moc"
