// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/memorylog.h"
#include "tests/ui/shots.h"

#include "ui/widgets/log/logview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

/// Counts paint events of a viewport.
class PaintCounter : public QObject
{
    Q_OBJECT

public:
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_log = std::make_unique<test::MemoryLog>();
        m_view = std::make_unique<LogView>(test::look());
        m_view->resize(700, 200);
        for (int i = 0; i < 100; ++i)
            m_log->add("line " + QByteArray::number(i));
        m_view->setSource(m_log.get());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_log.reset();
    }

    void followsTheEnd()
    {
        QVERIFY(m_view->isFollowing());
        const qint64 before = m_view->topLine();
        m_log->add("one more");
        QTRY_COMPARE(m_view->topLine(), before + 1);
        QVERIFY(m_view->visibleText().contains(u"one more"_s));
    }

    void afterARestTwoChangesAreShownAtOnce()
    {
        QTest::qWait(50);
        for (int change = 0; change < 2; ++change) {
            const qint64 before = m_view->topLine();
            m_log->add("more");                   // Not wider than what is there.
            for (int turn = 0; turn < 20; ++turn) // A frame would take longer than this.
                QCoreApplication::processEvents();
            QCOMPARE(m_view->topLine(), before + 1);
        }
    }

    void scrollingUpPausesAndCounts()
    {
        QSignalSpy paused(m_view.get(), &LogView::paused);
        QSignalSpy followed(m_view.get(), &LogView::followed);
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
        QVERIFY(!m_view->isFollowing());
        QCOMPARE(paused.size(), 1);
        const qint64 top = m_view->topLine();
        for (int i = 0; i < 5; ++i)
            m_log->add("late");
        QTRY_COMPARE(paused.last().first().toLongLong(), 5);
        QCOMPARE(m_view->topLine(), top);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QVERIFY(m_view->isFollowing());
        QCOMPARE(followed.size(), 1);
        QCOMPARE(m_view->newLines(), 0);
    }

    void reachingTheEndResumes()
    {
        m_view->verticalScrollBar()->setValue(0);
        QVERIFY(!m_view->isFollowing());
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        QVERIFY(m_view->isFollowing());
    }

    void paintsOnceForManyLines()
    {
        QTRY_VERIFY(m_view->viewport()->isVisible());
        QCoreApplication::processEvents();
        PaintCounter counter;
        m_view->viewport()->installEventFilter(&counter);
        const qint64 before = m_view->topLine();
        for (int i = 0; i < 1000; ++i)
            m_log->add("flood");
        QTRY_COMPARE(m_view->topLine(), before + 1000);
        QTRY_VERIFY(counter.count > 0);
        QVERIFY2(counter.count <= 3, qPrintable(QString::number(counter.count)));
    }

    void asksOnlyForWhatIsSeen()
    {
        m_log->pretend(5'000'000'000);
        QTRY_COMPARE(m_view->topLine(), 5'000'000'000 - m_view->visibleRows());
        QTRY_VERIFY(!m_log->requests.isEmpty());
        m_view->showLine(2'500'000'000);
        m_log->requests.clear();
        QTRY_VERIFY(!m_log->requests.isEmpty());
        const auto [first, count] = m_log->requests.last();
        QVERIFY(first <= 2'500'000'000 && first + count > 2'500'000'000);
        QVERIFY(count <= m_view->visibleRows() + 1);
        m_log->load(first, count);
        QTRY_VERIFY(m_view->visibleText().contains(u"2500000000"_s));
    }

    void scrollsTheWholeOfAHugeLog()
    {
        const ScrollMap map(5'000'000'000'000, 40);
        QCOMPARE(map.topAt(0), 0);
        QCOMPARE(map.topAt(map.maximum()), map.lastTop());
        QCOMPARE(map.valueAt(map.lastTop()), map.maximum());
        qint64 before = -1;
        for (int value = 0; value < map.maximum(); value += 9'999'991) {
            QVERIFY(map.topAt(value) > before);
            before = map.topAt(value);
            QVERIFY(std::abs(map.valueAt(before) - value) <= 1);
        }
        const ScrollMap empty(0, 40);
        QCOMPARE(empty.maximum(), 0);
        QCOMPARE(empty.topAt(99), 0);
    }

    void gutterGrowsWithTheNumbers()
    {
        const LogMeasures measures{58, 104, 8, 15};
        QCOMPARE(logColumns(measures, 10).gutter, 58);
        QVERIFY(logColumns(measures, 5'000'000'000).gutter > 100);
        QCOMPARE(logColumns(measures, 10).rowHeight, 18);
        QCOMPARE(logColumns({58, 104, 8, 20}, 10).rowHeight, 23);
    }

    void selectsAndCopies()
    {
        m_view->setSelection({{3, 2}, {1, 5}});
        QCOMPARE(m_view->selectedText(), u"1\nline 2\nli"_s);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"1\nline 2\nli"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->selection().isEmpty());
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_view->selectedText().startsWith(u"line 0\n"_s) && m_view->selectedText().endsWith(u"\nline 99"_s));
    }

    void selectsByMouse()
    {
        const LogColumns columns =
            logColumns({test::look().size(ui::Size::LogGutter), test::look().size(ui::Size::LogStamp),
                        QFontMetrics(m_view->viewport()->font()).horizontalAdvance(u'0'),
                        QFontMetrics(m_view->viewport()->font()).height()},
                       m_log->lineCount());
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {},
                           QPoint(columns.textStart() + 3, columns.rowHeight / 2));
        QCOMPARE(m_view->selectedText(), u"line"_s);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(5, columns.rowHeight / 2));
        QCOMPARE(m_view->selectedText(), u"line %1"_s.arg(m_view->topLine()));
    }

    void extendsByKey()
    {
        m_view->setSelection({{98, 0}, {98, 2}});
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedText(), u"lin"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedText(), u"line 98\nlin"_s);
    }

    void saysWhichLinesAreNotLoaded()
    {
        m_log->pretend(1000);
        QTRY_COMPARE(m_view->topLine(), 1000 - m_view->visibleRows());
        m_view->selectAll();
        m_view->setSelection({{10, 0}, {11, 0}});
        QVERIFY(m_view->selectedText().contains(u"line 11 is not loaded"_s));
    }

    void survivesTheEndOfItsSource()
    {
        m_log.reset();
        m_view->viewport()->repaint();
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->visibleText(), QString());
        m_view->setSource(nullptr);
        QCOMPARE(m_view->topLine(), 0);
    }

    void tellsAScreenReaderWhatIsSeen()
    {
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(access && access->isValid());
        QVERIFY(access->text(QAccessible::Value).contains(u"line 99"_s));
        QCOMPARE(access->role(), QAccessible::Document);
    }

    void showsStampsAsAsked()
    {
        LogPainter painter(test::look());
        painter.setStamps(LogStamps::Relative, base::fromMillis(1000));
        QCOMPARE(painter.stamp(base::fromMillis(2234)), u"+1.234"_s);
        QCOMPARE(painter.stamp(base::fromMillis(0)), u"\u22121.000"_s);
        painter.setStamps(LogStamps::Delta, base::fromMillis(1000));
        QCOMPARE(painter.stamp(base::fromMillis(2234), base::fromMillis(2200)), u"+0.034"_s);
        QCOMPARE(painter.stamp(base::fromMillis(2234)), u"+0.000"_s);
        painter.setStamps(LogStamps::Off, {});
        QCOMPARE(painter.stamp(base::fromMillis(0)), QString());
    }

private:
    std::unique_ptr<test::MemoryLog> m_log;
    std::unique_ptr<LogView> m_view;
};

REGISTER_TEST(TestLogView);
#include "test_logview.moc"
