// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/log/find/logsearch.h"
#include "ui/log/logdock.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestLogFind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_run = m_desk->running(m_desk->stored(test::someAutomation(u"Price feed"_s)));
        m_lines = 0;
        m_dock = std::make_unique<ui::LogDock>(m_desk->context());
        m_dock->resize(1000, 300);
        m_dock->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dock.get()));
        m_dock->open(m_run.id);
        QByteArray bytes;
        for (int i = 0; i < 1000; ++i)
            bytes += (i % 100 == 7 ? "an Error at " : "line ") + QByteArray::number(i) + '\n';
        append(bytes, 1000);
        QTRY_COMPARE(m_dock->current()->view().source()->lineCount(), 1000);
    }
    void cleanup()
    {
        m_dock.reset();
        m_desk.reset();
    }

    void theKeysOpenItCountItAndCloseIt()
    {
        QVERIFY(!part<QWidget>("findBar")->isVisible());
        openBar();
        QTest::keyClicks(edit(), u"error"_s);
        QTRY_COMPARE(count(), u"1 of 10"_s);
        QCOMPARE(search().currentLine(), 7);
        QTRY_VERIFY(view().visibleText().contains(u"an Error at 7"_s));
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(search().currentLine(), 107);
        QCOMPARE(count(), u"2 of 10"_s);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(search().currentLine(), 907);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QVERIFY(!part<QWidget>("findBar")->isVisible());
        QCOMPARE(m_dock->window()->focusWidget(), &view());
        QVERIFY(!view().isFollowing());
    }

    void caseWordsAndExpressionsAreObeyed()
    {
        openBar();
        edit()->setText(u"error"_s);
        QTRY_COMPARE(count(), u"1 of 10"_s);
        part<QToolButton>("findCase")->click();
        QTRY_COMPARE(count(), u"Not found"_s);
        part<QToolButton>("findRegex")->click();
        edit()->setText(u"Err.r at [89]"_s);
        QTRY_COMPARE(count(), u"1 of 2"_s);
        edit()->setText(u"Err("_s);
        QTRY_VERIFY(count().startsWith(u"not a regular expression"_s));
        part<QToolButton>("findRegex")->click();
        part<QToolButton>("findWords")->click();
        edit()->setText(u"Err"_s);
        QTRY_COMPARE(count(), u"Not found"_s);
        edit()->setText(u"line 10"_s);
        QTRY_COMPARE(count(), u"1 of 1"_s);
    }

    void linesThatComeLaterAreFoundToo()
    {
        openBar();
        edit()->setText(u"Error"_s);
        QTRY_COMPARE(count(), u"1 of 10"_s);
        append("one more Error\n", 1);
        QTRY_COMPARE(count(), u"1 of 11"_s);
        QCOMPARE(search().currentLine(), 7);
    }

    void onlyMatchingLinesKeepTheirNumbers()
    {
        openBar();
        edit()->setText(u"Error"_s);
        QTRY_COMPARE(count(), u"1 of 10"_s);
        part<QCheckBox>("findOnly")->click();
        QCOMPARE(view().source()->lineCount(), 10);
        QTRY_VERIFY(view().visibleText().startsWith(u"an Error at 7\nan Error at 107\n"_s));
        QTRY_VERIFY(view().source()->line(1));
        QCOMPARE(view().source()->line(1)->number, 107);
        part<QSpinBox>("findContext")->setValue(1);
        QCOMPARE(view().source()->lineCount(), 30);
        QCOMPARE(view().markedLine(), 1);
        QTRY_VERIFY(view().visibleText().startsWith(u"line 6\nan Error at 7\nline 8\nline 106\n"_s));
        QTest::keyClick(edit(), Qt::Key_Escape);
        QCOMPARE(view().source()->lineCount(), 1000);
    }

    void whatWasFoundIsPainted()
    {
        openBar();
        edit()->setText(u"Error"_s);
        QTRY_COMPARE(count(), u"1 of 10"_s);
        QTRY_VERIFY(view().visibleText().contains(u"an Error at 7"_s));
        QImage image(view().viewport()->size(), QImage::Format_RGB32);
        view().viewport()->render(&image);
        const QRgb ground = m_desk->context().look.colour(ui::Colour::FindCurrent).rgb();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixel(x, y) == ground ? 1 : 0;
        QVERIFY(pixels > 50);
        QVERIFY(part<QWidget>("matchStrip")->isVisible());
    }

    void goesToLinesTimesAndProblems()
    {
        QCOMPARE(ui::logTarget(u" 12 "_s), std::optional<ui::LogTarget>(qint64(11)));
        QCOMPARE(ui::logTarget(u"14:05"_s), std::optional<ui::LogTarget>(QTime(14, 5)));
        QCOMPARE(ui::logTarget(u"14:05:39.457"_s), std::optional<ui::LogTarget>(QTime(14, 5, 39, 457)));
        QVERIFY(!ui::logTarget(u"0"_s) && !ui::logTarget(u"soon"_s));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Home);
        QTest::keyClick(&view(), Qt::Key_F8);
        QTRY_COMPARE(view().markedLine(), 7);
        QTest::keyClick(&view(), Qt::Key_F8);
        QTRY_COMPARE(view().markedLine(), 107);
        QTest::keyClick(&view(), Qt::Key_F8, Qt::ShiftModifier);
        QTRY_COMPARE(view().markedLine(), 7);
    }

    void goesToTheFirstLineOfATime()
    {
        const base::Instant later = base::fromMillis(1792672316004 + 3600'000);
        const store::LogSpan span{.lines = 1, .at = later};
        QVERIFY(test::await(
            m_desk->store->logs().append(m_run.id, {.firstLine = 1000, .bytes = "an hour later\n", .spans = {span}})));
        QTRY_COMPARE(view().source()->lineCount(), 1001);
        ui::LogJumps jumps(m_desk->context(), m_dock->current()->model(), search());
        const QTime start = QDateTime::fromMSecsSinceEpoch(1792672316004).time();
        jumps.goTo(start.addSecs(1800));
        QTRY_COMPARE(view().markedLine(), 1000);
        jumps.goTo(start);
        QTRY_COMPARE(view().markedLine(), 0);
        jumps.goTo(qint64(499));
        QCOMPARE(view().markedLine(), 499);
        QTRY_VERIFY(view().visibleText().contains(u"line 499"_s));
    }

    void looks()
    {
        openBar();
        edit()->setText(u"Error"_s);
        QTRY_COMPARE(count(), u"1 of 10"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        QTRY_VERIFY(view().visibleText().contains(u"an Error at 107"_s));
        QVERIFY(test::shoot(*m_dock, u"logdock-find"_s));
        QCOMPARE(test::unnamedWidgets(*m_dock), QStringList());
        part<QCheckBox>("findOnly")->click();
        part<QSpinBox>("findContext")->setValue(1);
        QTRY_VERIFY(view().visibleText().contains(u"line 108"_s));
        QVERIFY(test::shoot(*m_dock, u"logdock-matching"_s));
    }

    void theStripHasATickForEachPlace()
    {
        search::LineSet found;
        found.append(0);
        found.append(500);
        found.append(501);
        found.append(999);
        QCOMPARE(ui::stripTicks(found, 1000, 100), (QList<int>{0, 50, 99}));
        QCOMPARE(ui::stripTicks(found, 1000, 5000), (QList<int>{0, 2500, 2505, 4995}));
        QCOMPARE(ui::stripTicks({}, 1000, 100), QList<int>());
    }

private:
    template <typename Part> Part *part(const char *name) { return m_dock->findChild<Part *>(QLatin1StringView(name)); }
    ui::LogView &view() { return m_dock->current()->view(); }
    ui::LogSearch &search() { return m_dock->current()->search(); }
    QLineEdit *edit() { return part<QLineEdit>("findEdit"); }
    QString count() { return part<QLabel>("findCount")->text(); }

    void openBar()
    {
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Home);
        QTest::keyClick(&view(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(part<QWidget>("findBar")->isVisible());
    }

    void append(const QByteArray &bytes, qint64 lines)
    {
        const store::LogSpan span{.lines = lines, .at = base::fromMillis(1792672316004)};
        const auto stored = test::await(
            m_desk->store->logs().append(m_run.id, {.firstLine = m_lines, .bytes = bytes, .spans = {span}}));
        QVERIFY(stored);
        m_lines += lines;
    }

    std::unique_ptr<test::Desk> m_desk;
    domain::Run m_run;
    qint64 m_lines = 0;
    std::unique_ptr<ui::LogDock> m_dock;
};

REGISTER_TEST(TestLogFind);
#include "test_find.moc"
