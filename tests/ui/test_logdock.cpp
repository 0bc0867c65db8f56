// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/log/followchip.h"
#include "ui/log/logbar.h"
#include "ui/log/logdock.h"
#include "ui/log/out/logsaver.h"

#include <QLabel>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestLogDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_automation = m_desk->stored(test::someAutomation(u"Price feed"_s));
        m_run = m_desk->running(m_automation);
        m_lines = 0;
        m_dock = std::make_unique<ui::LogDock>(m_desk->context());
        m_dock->resize(1000, 256);
        m_dock->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dock.get()));
        m_dock->open(m_run.id);
    }
    void cleanup()
    {
        m_dock.reset();
        m_desk.reset();
    }

    void linesThatComeAreShown()
    {
        append("first line\nsecond line\n", 2);
        QTRY_VERIFY(text().contains(u"second line"_s));
        append("third line\n", 1, store::Stream::Err);
        QTRY_VERIFY(text().contains(u"third line"_s));
        QCOMPARE(tool<ui::FollowChip>("followChip")->text(), u"Following"_s);
        QTRY_COMPARE(m_dock->current()->title(), u"Price feed"_s);
        QVERIFY(bar().headline().startsWith(u"Running"_s));
        QTRY_VERIFY(tool<QLabel>("runFigures")->text().contains(u"3 lines"_s));
    }

    void scrollingPausesAndTheChipGoesBack()
    {
        append(QByteArray("line\n").repeated(200), 200);
        QTRY_COMPARE(m_dock->current()->view().topLine() > 100, true);
        QTest::keyClick(&m_dock->current()->view(), Qt::Key_PageUp);
        auto *chip = tool<ui::FollowChip>("followChip");
        QCOMPARE(chip->text(), u"Paused"_s);
        append(QByteArray("more\n").repeated(7), 7);
        QTRY_COMPARE(chip->text(), u"Paused, +7"_s);
        chip->click();
        QCOMPARE(chip->text(), u"Following"_s);
        QTest::keyClick(&m_dock->current()->view(), Qt::Key_Home);
        QVERIFY(chip->text().startsWith(u"Paused"_s));
        QTest::keyClick(&m_dock->current()->view(), Qt::Key_End);
        QCOMPARE(chip->text(), u"Following"_s);
        QTRY_VERIFY(text().contains(u"more"_s));
    }

    void stopIsARequestAndCountsToKill()
    {
        QTRY_VERIFY(tool<QToolButton>("stopRun")->isVisible());
        tool<QToolButton>("stopRun")->click();
        QTRY_COMPARE(bar().headline(), u"Stopping: TERM sent, KILL in 10 s"_s);
        const auto requests = test::await(m_desk->store->runs().cancelRequests());
        QCOMPARE(requests->value(m_run.id), u"tester"_s);
        QVERIFY(!tool<QToolButton>("stopRun")->isEnabled());
        m_desk->store.clock.advance(base::Seconds(2));
        QTRY_COMPARE(bar().headline(), u"Stopping: TERM sent, KILL in 8 s"_s);
        m_desk->store.clock.advance(base::Seconds(9));
        QTRY_COMPARE(bar().headline(), u"Stopping: KILL sent"_s);
        finish({.status = domain::RunStatus::Cancelled, .reason = u"by tester"_s});
        QTRY_COMPARE(bar().headline(), u"Cancelled after 0:11"_s);
        QVERIFY(!tool<QToolButton>("stopRun")->isVisible());
    }

    void runAgainOpensTheNewRun()
    {
        finish({.status = domain::RunStatus::Failed, .exitCode = 2});
        QTRY_VERIFY(tool<QToolButton>("runAgain")->isVisible());
        QVERIFY(bar().headline().endsWith(u"exit code 2"_s));
        tool<QToolButton>("runAgain")->click();
        QTRY_COMPARE(m_dock->count(), 2);
        QVERIFY(!(m_dock->current()->runId() == m_run.id));
    }

    void aRunWithoutOutputSaysSo()
    {
        finish({.status = domain::RunStatus::Done});
        QTRY_VERIFY(shownTexts().contains(u"This run wrote nothing."_s));
    }

    void aRunThatDidNotStartSaysWhy()
    {
        const auto waiting = test::await(m_desk->store->runs().request(m_automation.id, u"tester"_s));
        QVERIFY(
            test::await(m_desk->store->runs().drop(waiting->id, domain::RunStatus::Failed, u"nosuch was not found"_s))
                .has_value());
        m_dock->open(waiting->id);
        QTRY_VERIFY(shownTexts().contains(u"nosuch was not found"_s));
        QVERIFY(shownTexts().contains(u"This run did not start."_s));
        QVERIFY(test::shoot(*m_dock, u"logdock-notstarted"_s));
    }

    void openingAgainShowsItsTab()
    {
        const base::RunId other = another();
        m_dock->open(other);
        QCOMPARE(m_dock->count(), 2);
        m_dock->open(m_run.id);
        QCOMPARE(m_dock->count(), 2);
        QVERIFY(m_dock->current()->runId() == m_run.id);
    }

    void twelveAreKept()
    {
        for (int i = 0; i < 14; ++i) {
            m_dock->open(another());
            m_dock->open(m_run.id);
        }
        QCOMPARE(m_dock->count(), ui::LogDock::mostTabs);
        QVERIFY(m_dock->current()->runId() == m_run.id);
    }

    void detachedLogsComeBack()
    {
        append("kept\n", 1);
        QTRY_VERIFY(text().contains(u"kept"_s));
        QSignalSpy emptied(m_dock.get(), &ui::LogDock::emptied);
        m_dock->detach();
        QVERIFY(m_dock->isEmpty());
        QCOMPARE(emptied.size(), 1);
        auto *window = m_dock->findChild<QWidget *>(u"logWindow"_s);
        QVERIFY(window && window->isWindow());
        QTRY_COMPARE(window->windowTitle(), u"Price feed, "_s + m_run.id.text());
        m_dock->open(m_run.id);
        QVERIFY(m_dock->isEmpty());
        QVERIFY(test::shoot(*window, u"logwindow"_s));
        window->findChild<QToolButton *>(u"attachLog"_s)->click();
        QCOMPARE(m_dock->count(), 1);
        QVERIFY(text().contains(u"kept"_s));
    }

    void closingADetachedLogForgetsIt()
    {
        m_dock->detach();
        m_dock->findChild<QWidget *>(u"logWindow"_s)->close();
        QTRY_VERIFY(!m_dock->findChild<QWidget *>(u"logWindow"_s));
        m_dock->open(m_run.id);
        QCOMPARE(m_dock->count(), 1);
    }

    void ctrlWCloses()
    {
        m_dock->open(another());
        m_dock->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dock.get()));
        m_dock->current()->view().setFocus();
        QTest::keyClick(&m_dock->current()->view(), Qt::Key_W, Qt::ControlModifier);
        QTRY_COMPARE(m_dock->count(), 1);
    }

    void middleClickCloses()
    {
        auto *tabs = m_dock->findChild<QTabBar *>(u"logTabs"_s);
        QTest::mouseClick(tabs, Qt::MiddleButton, {}, tabs->tabRect(0).center());
        QVERIFY(m_dock->isEmpty());
    }

    void stateIsRestored()
    {
        const base::RunId other = another();
        m_dock->open(other);
        m_dock->open(m_run.id);
        m_dock->saveState();
        ui::LogDock later(m_desk->context());
        later.restoreState();
        QCOMPARE(later.count(), 2);
        QVERIFY(later.current()->runId() == m_run.id);
    }

    void savedTextIsWhatWasWritten()
    {
        append("one\ntwo\n", 2);
        append("half\n", 1, store::Stream::Err, true);
        append("\x1b[31mthree\n", 1);
        QTRY_VERIFY(text().contains(u"three"_s));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"out.log"_s);
        QSignalSpy said(m_dock.get(), &ui::LogDock::said);
        m_dock->current()->saveTo(path);
        QTRY_COMPARE(said.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "one\ntwo\nhalf\x1b[31mthree\n"_ba);
    }

    void aCancelledSaveLeavesNoFile()
    {
        append("one\n", 1);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"out.log"_s);
        ui::LogSaver saver(m_desk->store->logs(), {.run = m_run.id, .path = path});
        QSignalSpy cancelled(&saver, &ui::LogSaver::cancelled);
        QSignalSpy saved(&saver, &ui::LogSaver::saved);
        saver.start();
        saver.cancel();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(test::await(m_desk->store->logs().info(m_run.id)).has_value());
        QCoreApplication::processEvents();
        QCOMPARE(saved.size(), 0);
        QVERIFY(!QFile::exists(path));
    }

    void aFileThatCantBeWrittenIsAnError()
    {
        QSignalSpy failed(m_dock.get(), &ui::LogDock::failed);
        m_dock->current()->saveTo(u"/nonexistent/folder/out.log"_s);
        QTRY_COMPARE(failed.size(), 1);
    }

    void looks()
    {
        append("\x1b[34mautotask\x1b[0m price-feed started, timeout 300 s\nGET /v2/quotes 200 in 612 ms\n", 2);
        append("warn source-4 answered 429, backing off 4 s\n", 1, store::Stream::Err);
        append("retry 1 of 3\n", 1);
        append("exit code 0\n", 1, store::Stream::Note);
        m_dock->open(another());
        m_dock->open(m_run.id);
        QTRY_VERIFY(text().contains(u"retry"_s));
        QVERIFY(test::shoot(*m_dock, u"logdock"_s));
        QCOMPARE(test::unnamedWidgets(*m_dock), QStringList());
        tool<QToolButton>("stopRun")->click();
        QTRY_VERIFY(bar().headline().startsWith(u"Stopping"_s));
        m_dock->resize(620, 178);
        QTest::keyClick(&m_dock->current()->view(), Qt::Key_Home);
        QVERIFY(test::shoot(*m_dock, u"logdock-narrow"_s));
    }

private:
    base::RunId another() { return test::await(m_desk->store->runs().request(m_automation.id, u"tester"_s))->id; }
    void append(const QByteArray &bytes, qint64 lines, store::Stream stream = store::Stream::Out, bool open = false)
    {
        const store::LogSpan span{lines, stream, m_desk->store.clock.now(), open};
        const auto info = test::await(m_desk->store->logs().append(m_run.id, {m_lines, bytes, {span}}));
        QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().message()));
        m_lines += lines;
    }
    void finish(const domain::RunEnd &end)
    {
        QVERIFY(test::await(m_desk->store->runs().finish(m_run.id, end)).has_value());
    }
    QString text() const { return m_dock->current()->view().visibleText(); }
    ui::LogBar &bar() const { return *m_dock->current()->findChild<ui::LogBar *>(u"logBar"_s); }
    template <typename T> T *tool(const char *name) const
    {
        return m_dock->current()->findChild<T *>(QLatin1StringView(name));
    }
    QStringList shownTexts() const
    {
        QStringList texts;
        const QList<QLabel *> labels = m_dock->current()->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisible())
                texts.append(label->text());
        return texts;
    }

    std::unique_ptr<test::Desk> m_desk;
    domain::Automation m_automation;
    domain::Run m_run;
    qint64 m_lines = 0;
    std::unique_ptr<ui::LogDock> m_dock;
};

REGISTER_TEST(TestLogDock);
#include "test_logdock.moc"
