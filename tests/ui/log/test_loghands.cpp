// SPDX-License-Identifier: Apache-2.0
// What hands do with a log: wrap, zoom, copy, mark, colour words, save in forms.
#include "app/store/retention/retention.h"
#include "tests/support/registry.h"
#include "tests/ui/log/loghouse.h"
#include "tests/ui/memorylog.h"

#include "ui/log/logbar.h"
#include "ui/log/logtabbar.h"
#include "ui/log/marks/marklist.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;
using ui::LogFlow;
using ui::LogTop;

class TestLogHands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::LogHouse>();
        QApplication::clipboard()->clear();
    }
    void cleanup() { m_house.reset(); }

    void linesOfSeveralRowsFollowEachOther()
    {
        const LogFlow flow(4, 3, [](qint64 line) { return line == 1 ? 5 : 1; });
        QCOMPARE(flow.end(), (LogTop{1, 4}));
        QCOMPARE(flow.moved({0, 0}, 2), (LogTop{1, 1}));
        QCOMPARE(flow.moved({1, 3}, -4), (LogTop{0, 0}));
        QCOMPARE(flow.moved({1, 3}, -100), (LogTop{0, 0}));
        QCOMPARE(flow.moved({0, 0}, 100), flow.end());
        QCOMPARE(LogFlow(0, 3).end(), LogTop());
        QCOMPARE(LogFlow(5'000'000'000, 10).end(), (LogTop{4'999'999'990, 0}));
    }

    void longLinesWrapAndTheEndStaysInSight()
    {
        QVERIFY(m_house->append(QByteArray("short\n").repeated(50) + QByteArray("word ").repeated(400) + "LAST\n"));
        QVERIFY(m_house->sees(u"LAST"_s));
        const int rows = m_house->view().visibleText().count(u'\n');
        m_house->part<QToolButton>("wrapLog")->click();
        QVERIFY(m_house->view().isFollowing());
        QTRY_VERIFY(m_house->view().visibleText().count(u'\n') < rows - 3);
        QVERIFY(m_house->sees(u"LAST"_s));
        QCOMPARE(m_house->view().horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(&m_house->view(), Qt::Key_Up);
        QVERIFY(!m_house->view().isFollowing());
        QTest::keyClick(&m_house->view(), Qt::Key_Down);
        QVERIFY(m_house->view().isFollowing());
        QVERIFY(test::shoot(*m_house->dock, u"log-wrapped"_s));
        // A click in its fourth row is far inside the line.
        const int rowHeight = m_house->view().viewport()->height() / m_house->view().visibleRows();
        m_house->view().showLine(50);
        QTest::mouseClick(m_house->view().viewport(), Qt::LeftButton, {},
                          QPoint(400, m_house->view().viewport()->height() - rowHeight / 2));
        QCOMPARE(m_house->view().selection().cursor.line, 50);
        QVERIFY(m_house->view().selection().cursor.column > 1000);
        m_house->part<QToolButton>("wrapLog")->click();
        QVERIFY(m_house->desk.settings.value(u"log/wrap"_s) == false);
    }

    void theFontGrowsShrinksAndComesBack()
    {
        const auto size = [this] { return m_house->view().viewport()->font().pointSizeF(); };
        const double usual = size();
        QTest::keyClick(&m_house->view(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(&m_house->view(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(size(), usual + 2);
        QCOMPARE(m_house->desk.settings.value(u"log/zoom"_s).toInt(), 2);
        QTest::keyClick(&m_house->view(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(size(), usual + 1);
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(&m_house->view(), Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(size() >= 5);
        QTest::keyClick(&m_house->view(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(size(), usual);
    }

    void aSelectionThatWasNeverLoadedIsCopied()
    {
        QByteArray bytes;
        for (int i = 0; i < 100'000; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        QVERIFY(m_house->append(bytes));
        QSignalSpy said(m_house->dock.get(), &ui::LogDock::said);
        QTest::keyClick(&m_house->view(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&m_house->view(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(QApplication::clipboard()->text() + u'\n', QString::fromUtf8(bytes));
        m_house->view().setSelection({{10, 2}, {60'000, 4}});
        QTest::keyClick(&m_house->view(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"ne 10\nline 11\n"_s));
        QVERIFY(QApplication::clipboard()->text().endsWith(u"\nline 59999\nline"_s));
    }

    void aQuoteSaysWhereItIsFrom()
    {
        QVERIFY(m_house->append("one\n\x1b[31mtwo\x1b[0m\nthree\n"));
        QVERIFY(m_house->sees(u"three"_s));
        QTRY_VERIFY(m_house->tab().model().run());
        m_house->view().setSelection({{0, 0}, {1, 3}});
        QTest::keyClick(&m_house->view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(),
                     u"Price feed, %1, lines 1 to 2:\n\n> one\n> two"_s.arg(m_house->run.id.text()));
    }

    void marksAreMadeFoundAndKept()
    {
        QVERIFY(m_house->append(QByteArray("line\n").repeated(500)));
        const ui::LogView &view = m_house->view();
        for (const int line : {20, 300}) {
            m_house->view().setSelection({{line, 0}, {line, 1}});
            QTest::keyClick(&m_house->view(), Qt::Key_B, Qt::ControlModifier);
        }
        QTRY_COMPARE(marks().size(), 2);
        QTRY_VERIFY(m_house->part<QWidget>("matchStrip")->isVisible());
        QTest::keyClick(&m_house->view(), Qt::Key_Home);
        QTest::keyClick(&m_house->view(), Qt::Key_F2);
        QCOMPARE(view.markedLine(), 20);
        QTest::keyClick(&m_house->view(), Qt::Key_F2);
        QCOMPARE(view.markedLine(), 300);
        QTest::keyClick(&m_house->view(), Qt::Key_F2, Qt::ShiftModifier);
        QCOMPARE(view.markedLine(), 20);
        m_house->desk.prompts.text = u"here it began"_s;
        m_house->view().setSelection({{20, 0}, {20, 1}});
        QTest::keyClick(&m_house->view(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(marks().value(0).note, u"here it began"_s);
        QCOMPARE(marks().value(0).madeBy, u"tester"_s);
        QVERIFY(test::shoot(*m_house->dock, u"log-marks"_s));
        QTest::keyClick(&m_house->view(), Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(marks().size(), 1);
    }

    void theListOfMarksLeadsToThem()
    {
        QVERIFY(m_house->append(QByteArray("line\n").repeated(500)));
        m_house->view().setSelection({{42, 0}, {42, 1}});
        QTest::keyClick(&m_house->view(), Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(marks().size(), 1);
        for (QAction *action : m_house->part<QToolButton>("logMarks")->menu()->actions()) {
            if (action->text().startsWith(u"All marks"_s))
                action->trigger();
        }
        auto *list = m_house->part<ui::MarkList>("markList");
        QVERIFY(list);
        QTRY_COMPARE(list->findChild<QTableView *>(u"marksTable"_s)->model()->rowCount(), 1);
        QVERIFY(test::shoot(*list, u"log-marklist"_s));
        list->findChild<QPushButton *>(u"goToMark"_s)->click();
        QCOMPARE(m_house->view().markedLine(), 42);
        list->findChild<QPushButton *>(u"removeMark"_s)->click();
        QTRY_COMPARE(marks().size(), 0);
    }

    void wordsGetColoursForEveryLog()
    {
        QVERIFY(m_house->append("the worker said hello\n"));
        QVERIFY(m_house->sees(u"worker"_s));
        const QImage before = m_house->view().viewport()->grab().toImage();
        m_house->view().setSelection({{0, 4}, {0, 10}});
        QMenu *menu = openMenu();
        menu->findChild<QAction *>(u"label_green"_s)->trigger();
        menu->close();
        m_house->view().setSelection({});
        QTRY_VERIFY(m_house->view().viewport()->grab().toImage() != before);
        const auto views = test::await(m_house->desk.store->views().ofPane(u"log.words"_s));
        QCOMPARE(views->value(0).name, u"worker"_s);
        QCOMPARE(views->value(0).filter, u"green"_s);
        openMenu()->findChild<QAction *>(u"unlabel_worker"_s)->trigger();
        QTRY_VERIFY(m_house->view().viewport()->grab().toImage() == before);
    }

    void everyFormTellsTheSameLines()
    {
        QVERIFY(m_house->append("\x1b[1;31mbad\x1b[0m <b> \x1b]0;title\x07 \xff end\n", store::Stream::Err));
        QVERIFY(m_house->append("plain\n"));
        const QByteArray html = saved(ui::LogForm::Html);
        QVERIFY(html.startsWith("<!DOCTYPE html>") && html.endsWith("</html>\n"));
        QVERIFY(html.contains("font-weight:bold") && html.contains("&lt;b&gt;") && !html.contains('\x1b'));
        QVERIFY(html.contains("default-src 'none'"));
        const QByteArray ansi = saved(ui::LogForm::Ansi);
        QVERIFY(ansi.contains("\x1b[1;38;5;1mbad\x1b[0m") && !ansi.contains("\x1b]"));
        const QByteArrayList records = saved(ui::LogForm::JsonLines).split('\n');
        QCOMPARE(records.size(), 3);
        const QJsonObject first = QJsonDocument::fromJson(records[0]).object();
        QCOMPARE(first.value(u"line"_s).toInt(), 1);
        QCOMPARE(first.value(u"stream"_s).toString(), u"err"_s);
        QVERIFY(QByteArray::fromBase64(first.value(u"bytes"_s).toString().toLatin1()).contains("\xff end"));
        QCOMPARE(QJsonDocument::fromJson(records[1]).object().value(u"text"_s).toString(), u"plain"_s);
        QCOMPARE(saved(ui::LogForm::Text), "\x1b[1;31mbad\x1b[0m <b> \x1b]0;title\x07 \xff end\nplain\n"_ba);
    }

    void aZipHoldsTheTextAndTheRun()
    {
        QVERIFY(m_house->append("one\n\xff two\n"));
        QTRY_VERIFY(m_house->tab().model().run());
        QTemporaryDir folder;
        const QString path = folder.filePath(u"log.zip"_s);
        QSignalSpy said(m_house->dock.get(), &ui::LogDock::said);
        QSignalSpy failed(m_house->dock.get(), &ui::LogDock::failed);
        m_house->tab().saveTo(path, ui::LogForm::Zip);
        QTRY_VERIFY(said.size() + failed.size() == 1);
        QCOMPARE(failed.size(), 0);
        QFile zip(path);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        const QByteArray bytes = zip.readAll();
        QVERIFY(bytes.startsWith("PK") && bytes.contains("log.txt") && bytes.contains("run.json"));
        QTRY_COMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                     QStringList(u"log.zip"_s));
    }

    void aDragOutIsAFileThatIsMadeWhenSomebodyWantsIt_data()
    {
        QTest::addColumn<QString>("saved");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("nothing saved before") << QString() << u"log"_s;
        for (const QString &form : {u"log"_s, u"ansi"_s, u"html"_s, u"jsonl"_s, u"zip"_s})
            QTest::newRow(qPrintable(form)) << form << form;
    }
    void aDragOutIsAFileThatIsMadeWhenSomebodyWantsIt()
    {
        QFETCH(const QString, saved);
        QFETCH(const QString, suffix);
        QVERIFY(m_house->append("one\n\x1b[31m\xff two\x1b[0m\n"));
        QTRY_VERIFY(m_house->tab().model().run());
        m_house->desk.settings.setValue(QLatin1StringView(ui::logFormKey), saved);
        const QTemporaryDir folder;
        const std::unique_ptr<QMimeData> data(m_house->tab().dragData(folder.path()));
        QVERIFY(data && data->hasUrls());
        const QString name = u"Price feed %1.%2"_s.arg(m_house->run.id.text(), suffix);
        QVERIFY(!QFile::exists(folder.filePath(name)));
        const QList<QUrl> urls = data->urls();
        QCOMPARE(urls, QList{QUrl::fromLocalFile(folder.filePath(name))});
        QCOMPARE(QString::fromUtf8(data->data(u"text/uri-list"_s)).trimmed(),
                 urls.first().toString(QUrl::FullyEncoded));
        QFile file(urls.first().toLocalFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (suffix == u"log"_s)
            QCOMPARE(bytes, "one\n\x1b[31m\xff two\x1b[0m\n"_ba);
        else if (suffix == u"zip"_s)
            QVERIFY(bytes.startsWith("PK") && bytes.contains("run.json"));
        else
            QVERIFY(bytes.contains("one") && bytes.contains("two"));
    }

    void aFileThatCannotBeWrittenIsNotOffered()
    {
        QVERIFY(m_house->append("one\n"));
        QTRY_VERIFY(m_house->tab().model().run());
        const std::unique_ptr<QMimeData> data(m_house->tab().dragData(u"/nowhere"_s));
        QVERIFY(data);
        QCOMPARE(data->urls(), QList<QUrl>());
        QCOMPARE(ui::dragFileName(u"../a/b\n.c"_s, base::RunId(u"run_1"_s), ui::LogForm::Text), u"a b .c run_1.log"_s);
    }

    void aTabIsDraggedOutOfTheBarOrMovedAlongIt()
    {
        ui::LogTabBar bar(m_house->desk.context().look);
        for (const QString &name : {u"a"_s, u"b"_s})
            bar.addCaption({name, name, u"run.done"_s});
        bar.show();
        QSignalSpy out(&bar, &ui::LogTabBar::draggedOut);
        const QPoint start = bar.tabRect(1).center();
        QTest::mousePress(&bar, Qt::LeftButton, {}, start);
        drag(bar, start + QPoint(-30, 0));
        QCOMPARE(out.size(), 0);
        drag(bar, start + QPoint(0, 100));
        QCOMPARE(out.size(), 1);
        QCOMPARE(out.first().first().toInt(), 1);
        drag(bar, start + QPoint(0, 120));
        QCOMPARE(out.size(), 1);
    }

    void aLogThatEndedWithItsEngineSaysSo()
    {
        QVERIFY(m_house->append("the last line\n"));
        QVERIFY(test::await(m_house->desk.store->runs().interruptLeftovers(77)));
        QTRY_COMPARE(m_house->tab().statusKey(), u"run.interrupted"_s);
        QVERIFY(m_house->sees(u"the last line"_s));
        QTRY_VERIFY(m_house->tab().findChild<ui::LogBar *>()->headline().startsWith(u"Interrupted"_s));
        QVERIFY(test::shoot(*m_house->dock, u"log-interrupted"_s));
    }

    void aLogThatWasRemovedSaysSo()
    {
        QVERIFY(m_house->append("one\n"));
        domain::RunEnd end;
        end.log = {.lines = 1, .bytes = 4};
        QVERIFY(test::await(m_house->desk.store->runs().finish(m_house->run.id, end)));
        const auto given = test::await(m_house->desk.store->retention().giveUpLogs(1));
        QVERIFY(test::await(m_house->desk.store->logs().remove(*given)));
        ui::LogDock dock(m_house->desk.context());
        dock.resize(900, 300);
        dock.show();
        dock.open(m_house->run.id);
        const auto said = [&dock] {
            QStringList texts;
            for (const QLabel *label : dock.findChildren<QLabel *>())
                texts.append(label->text());
            return texts.join(u'|');
        };
        QTRY_VERIFY(said().contains(u"This log was removed."_s));
        QVERIFY(test::shoot(dock, u"log-removed"_s));
    }

private:
    static void drag(QWidget &widget, const QPoint &to)
    {
        QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&widget, &move);
    }
    QList<store::Mark> marks() { return test::await(m_house->desk.store->marks().ofRun(m_house->run.id)).value_or({}); }
    QMenu *openMenu()
    {
        Q_EMIT m_house->view().customContextMenuRequested({200, 5});
        return m_house->tab().findChild<QMenu *>(u"logMenu"_s);
    }
    QByteArray saved(ui::LogForm form)
    {
        QTemporaryDir folder;
        QSignalSpy said(m_house->dock.get(), &ui::LogDock::said);
        m_house->tab().saveTo(folder.filePath(u"log"_s), form);
        QFile file(folder.filePath(u"log"_s));
        return QTest::qWaitFor([&said] { return said.size() == 1; }) && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                                                       : QByteArray();
    }

    std::unique_ptr<test::LogHouse> m_house;
};

REGISTER_TEST(TestLogHands);
#include "test_loghands.moc"
