// SPDX-License-Identifier: Apache-2.0
// Logs of more than one run, by hand: what is new, side by side, merged, searched all at once; and several terms.
#include "tests/support/registry.h"
#include "tests/ui/log/loghouse.h"

#include "models/several/timedlines.h"
#include "ui/log/find/findbar.h"
#include "ui/log/several/comparewindow.h"
#include "ui/log/several/mergedwindow.h"
#include "ui/log/several/sweepwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestLogSeveral : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::LogHouse>(); }
    void cleanup() { m_house.reset(); }

    void termsAreReadFromOneLine()
    {
        const search::Query all = ui::termsOf(u"time \"connection reset\"  !retry ! "_s, {}, search::Combine::All);
        QCOMPARE(all.terms.size(), 4);
        QCOMPARE(all.terms[1].text, u"connection reset"_s);
        QCOMPARE(all.terms[2].sense, search::Sense::Unwanted);
        QCOMPARE(all.terms[2].text, u"retry"_s);
        QCOMPARE(all.terms[3].text, u"!"_s);
        QVERIFY(ui::queryOf({}).terms.isEmpty());
        const ui::FindState state{.text = u"a \"b"_s, .regex = true, .several = true, .any = true};
        QCOMPARE(ui::findStateFrom(ui::toText(state)), state);
        QCOMPARE(ui::findStateFrom(u"no json"_s), ui::FindState());
    }

    void severalTermsAreFoundTogetherOrApart()
    {
        QVERIFY(m_house->append("alpha\nalpha beta\nbeta\nalpha beta gamma\n"));
        openBar(u"alpha beta"_s);
        QTRY_COMPARE(count(), u"1 of 2"_s);
        m_house->part<QToolButton>("findSeveral")->click();
        m_house->part<QLineEdit>("findEdit")->setText(u"beta alpha"_s);
        QTRY_COMPARE(count(), u"1 of 2"_s);
        m_house->part<QLineEdit>("findEdit")->setText(u"beta alpha !gamma"_s);
        QTRY_COMPARE(count(), u"1 of 1"_s);
        m_house->part<QToolButton>("findAny")->click();
        QTRY_VERIFY(count().endsWith(u" of 3"_s));
    }

    void searchesAreKept()
    {
        QVERIFY(m_house->append("alpha\nbeta\n"));
        openBar(u"alpha"_s);
        m_house->part<QToolButton>("findRegex")->click();
        m_house->desk.prompts.text = u"mine"_s;
        QSignalSpy said(m_house->dock.get(), &ui::LogDock::said);
        QTRY_VERIFY(savedMenu()->findChild<QAction *>(u"saveSearch"_s)->isEnabled());
        m_house->part<QToolButton>("savedSearches")->menu()->findChild<QAction *>(u"saveSearch"_s)->trigger();
        QTRY_COMPARE(said.size(), 1);
        m_house->part<QToolButton>("findRegex")->click();
        m_house->part<QLineEdit>("findEdit")->setText(u"beta"_s);
        QTRY_VERIFY(savedMenu()->findChild<QAction *>(u"search_mine"_s));
        savedMenu()->findChild<QAction *>(u"search_mine"_s)->trigger();
        QCOMPARE(m_house->part<QLineEdit>("findEdit")->text(), u"alpha"_s);
        QVERIFY(m_house->part<QToolButton>("findRegex")->isChecked());
        QVERIFY(test::shoot(*m_house->dock, u"log-findterms"_s));
    }

    void oneClickSaysWhatIsNewSinceItWorked()
    {
        QVERIFY(m_house->append("10:00:01 start\n10:00:02 read 7 rows\n10:00:03 end\n"));
        finish({.status = domain::RunStatus::Done});
        const base::RunId failed = another("11:30:01 start\n11:30:02 read 12 rows\nthe host is gone\n11:30:03 end\n");
        m_house->dock->open(failed);
        QVERIFY(m_house->sees(u"the host is gone"_s));
        part<QToolButton>("logNews")->click();
        QTRY_COMPARE(m_house->view().visibleText(), u"the host is gone"_s);
        QTRY_VERIFY(part<QLabel>("newsText")->text().startsWith(u"1 lines are new"_s) ||
                    part<QLabel>("newsText")->text().startsWith(u"1 line is new"_s));
        QVERIFY(test::shoot(*m_house->dock, u"log-news"_s));
        part<QToolButton>("newsOnly")->click();
        QTRY_VERIFY(m_house->sees(u"read 12 rows"_s));
        part<QToolButton>("newsBoth")->click();
        auto *both = m_house->part<ui::CompareWindow>("compareWindow");
        QVERIFY(both);
        QTRY_VERIFY(both->findChild<QLabel *>(u"compareText"_s)->text().startsWith(u"Only left: 0. Only right: 1."_s));
        both->findChild<QToolButton *>(u"nextDifference"_s)->click();
        QVERIFY(test::shoot(*both, u"log-compare"_s));
        QCOMPARE(test::unnamedWidgets(*both), QStringList());
        part<QToolButton>("closeNews")->click();
        QVERIFY(!part<QWidget>("newsRow")->isVisible());
    }

    void itSaysThatItNeverWorked()
    {
        QVERIFY(m_house->append("start\n"));
        QSignalSpy said(m_house->dock.get(), &ui::LogDock::said);
        QTRY_VERIFY(m_house->tab().model().run());
        part<QToolButton>("logNews")->click();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(!part<QWidget>("newsRow")->isVisible());
    }

    void openLogsAreMergedMutedAndSoloed()
    {
        QVERIFY(m_house->append("one A\n"));
        m_house->desk.store.clock.advance(base::Seconds(2));
        const base::RunId other = another("two A\n");
        m_house->desk.store.clock.advance(base::Seconds(2));
        QVERIFY(m_house->append("one B\n"));
        m_house->dock->open(other);
        QTRY_VERIFY(m_house->tab().model().run());
        QTRY_VERIFY((m_house->part<QToolButton>("mergeLogs")->click(), m_house->part<QWidget>("mergedWindow")));
        auto *merged = m_house->part<ui::MergedWindow>("mergedWindow");
        QVERIFY(merged);
        QTRY_COMPARE(merged->view().visibleText(), u"one A\ntwo A\none B"_s);
        QVERIFY(test::shoot(*merged, u"log-merged"_s));
        QCOMPARE(test::unnamedWidgets(*merged), QStringList());
        merged->findChild<QToolButton *>(u"heard0"_s)->click();
        QTRY_COMPARE(merged->view().visibleText(), u"two A"_s);
        merged->findChild<QToolButton *>(u"solo0"_s)->click();
        QTRY_COMPARE(merged->view().visibleText(), u"one A\none B"_s);
        merged->findChild<QToolButton *>(u"solo0"_s)->click();
        QTRY_COMPARE(merged->view().visibleText(), u"one A\ntwo A\none B"_s);
        m_house->dock->open(m_house->run.id);
        QVERIFY(m_house->append("one C\n", store::Stream::Err));
        QTRY_COMPARE(merged->view().visibleText(), u"one A\ntwo A\none B\none C"_s);
    }

    void severalLogsAreSearchedAsOne()
    {
        QVERIFY(m_house->append("one A\nnothing\n"));
        m_house->desk.store.clock.advance(base::Seconds(2));
        const base::RunId other = another("two a\ntwo B\n");
        m_house->desk.store.clock.advance(base::Seconds(2));
        QVERIFY(m_house->append("one C\none a\n"));
        m_house->dock->openTogether({runOf(m_house->run.id), runOf(other)}, ui::LogsVerb::Merge);
        auto *merged = m_house->part<ui::MergedWindow>("mergedWindow");
        QTRY_COMPARE(merged->view().visibleText(), u"one A\nnothing\ntwo a\ntwo B\none C\none a"_s);
        const auto count = [merged] { return merged->findChild<QLabel *>(u"findCount"_s)->text(); };
        const auto press = [merged](const QString &name) { merged->findChild<QToolButton *>(name)->click(); };
        press(u"findMerged"_s);
        auto *edit = merged->findChild<QLineEdit *>(u"findEdit"_s);
        edit->setText(u"a$"_s);
        QTRY_COMPARE(count(), u"Not found"_s);
        press(u"findRegex"_s);
        QTRY_COMPARE(count(), u"1 of 3"_s);
        QCOMPARE(merged->view().markedLine(), 0);
        QVERIFY(test::shoot(*merged, u"log-merged-find"_s));
        QCOMPARE(test::unnamedWidgets(*merged), QStringList());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(merged->view().markedLine(), 2);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(merged->view().markedLine(), 5);
        QCOMPARE(count(), u"3 of 3"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(merged->view().markedLine(), 0);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(merged->view().markedLine(), 5);
        press(u"findCase"_s);
        QTRY_VERIFY(count().endsWith(u" of 2"_s));
        press(u"heard1"_s); // What is muted is not found.
        QTRY_COMPARE(count(), u"1 of 1"_s);
        QTRY_COMPARE(merged->view().markedLine(), 3);
        press(u"heard1"_s);
        m_house->dock->open(m_house->run.id);
        QVERIFY(m_house->append("la a\n")); // A log that grows is searched on.
        QTRY_VERIFY(count().endsWith(u" of 3"_s));
        edit->setText(u"("_s);
        QTRY_VERIFY(count().startsWith(u"not a regular expression"_s));
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QCOMPARE(merged->view().markedLine(), -1);
        QTest::keyClick(&merged->view(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(edit->isVisible());
    }

    void mergedLinesAreFoundBothWays()
    {
        const auto at = [](qint64 second) { return base::fromMillis(second * 1000); };
        const models::TimedLines lines({{{0, 2, at(1)}, {2, 3, at(5)}}, {}, {{0, 1, at(0)}, {1, 4, at(3)}}});
        QCOMPARE(lines.size(), 10);
        for (qint64 row = 0; row < lines.size(); ++row) {
            QCOMPARE(lines.rowOf(lines.at(row)), row);
            QCOMPARE(lines.firstLine(lines.at(row).log, row), lines.at(row).line);
        }
        QCOMPARE(lines.rowOf({0, 5}), -1);
        QCOMPARE(lines.rowOf({1, 0}), -1);
        QCOMPARE(lines.firstLine(0, 0), 0);
        QCOMPARE(lines.firstLine(0, 4), 2);
        QCOMPARE(lines.firstLine(2, 1), 1);
        QCOMPARE(lines.firstLine(2, 7), std::numeric_limits<qint64>::max());
    }

    void runsAreSearchedInTheSameWaysAsOneLog()
    {
        QVERIFY(m_house->append("an Error\nerrors\nno err0r\n"));
        const domain::Run run = runOf(m_house->run.id);
        m_house->dock->openTogether({run}, ui::LogsVerb::Find);
        auto *sweep = m_house->part<ui::SweepWindow>("sweepWindow");
        auto *table = sweep->findChild<QTableView *>(u"sweepTable"_s);
        const auto press = [sweep](const QString &name) { sweep->findChild<QToolButton *>(name)->click(); };
        sweep->findChild<QLineEdit *>(u"sweepEdit"_s)->setText(u"error"_s);
        QTest::keyClick(sweep->findChild<QLineEdit *>(u"sweepEdit"_s), Qt::Key_Return);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        press(u"findCase"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        press(u"findCase"_s);
        press(u"findWords"_s);
        QTRY_COMPARE(table->model()->index(0, 3).data().toString(), u"an Error"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        press(u"findWords"_s);
        press(u"findRegex"_s);
        sweep->findChild<QLineEdit *>(u"sweepEdit"_s)->setText(u"err[o0]r$"_s);
        QTest::keyClick(sweep->findChild<QLineEdit *>(u"sweepEdit"_s), Qt::Key_Return);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(test::unnamedWidgets(*sweep), QStringList());
    }

    void oneLogIsNotMerged()
    {
        QSignalSpy said(m_house->dock.get(), &ui::LogDock::said);
        m_house->part<QToolButton>("mergeLogs")->click();
        QCOMPARE(said.size(), 1);
        QVERIFY(!m_house->part<ui::MergedWindow>("mergedWindow"));
    }

    void whatIsFoundInOtherRunsIsOneClickAway()
    {
        QVERIFY(m_house->append(QByteArray("line\n").repeated(300) + "an Error\n"));
        const base::RunId other = another(QByteArray("line\n").repeated(400) + "one more Error\n");
        openBar(u"error"_s);
        QTRY_VERIFY(m_house->tab().model().run());
        m_house->part<QToolButton>("findEverywhere")->click();
        auto *sweep = m_house->part<ui::SweepWindow>("sweepWindow");
        QVERIFY(sweep);
        auto *table = sweep->findChild<QTableView *>(u"sweepTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(test::shoot(*sweep, u"log-sweep"_s));
        QCOMPARE(test::unnamedWidgets(*sweep), QStringList());
        Q_EMIT table->activated(table->model()->index(0, 0));
        QTRY_COMPARE(m_house->tab().runId(), other);
        QTRY_COMPARE(m_house->view().markedLine(), 400);
        QVERIFY(m_house->sees(u"one more Error"_s));
    }

    void chosenRunsAreOpenedTogether()
    {
        QVERIFY(m_house->append("start\nbad thing\n"));
        const base::RunId later = another("start\nanother thing\n");
        const domain::Run other = *test::await(m_house->desk.store->runs().get(later));
        m_house->dock->openTogether({other, m_house->run}, ui::LogsVerb::Compare);
        auto *both = m_house->part<ui::CompareWindow>("compareWindow");
        QVERIFY(both);
        QTRY_VERIFY(both->findChild<QLabel *>(u"compareText"_s)->text().startsWith(u"Only left: 1. Only right: 1."_s));
        m_house->dock->openTogether({other, m_house->run}, ui::LogsVerb::Merge);
        QVERIFY(m_house->part<ui::MergedWindow>("mergedWindow"));
        m_house->dock->openTogether({other, m_house->run}, ui::LogsVerb::Find);
        auto *sweep = m_house->part<ui::SweepWindow>("sweepWindow");
        QVERIFY(sweep);
        sweep->findChild<QLineEdit *>(u"sweepEdit"_s)->setText(u"bad"_s);
        QTest::keyClick(sweep->findChild<QLineEdit *>(u"sweepEdit"_s), Qt::Key_Return);
        auto *table = sweep->findChild<QTableView *>(u"sweepTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

private:
    void openBar(const QString &text)
    {
        QTest::keyClick(&m_house->view(), Qt::Key_F, Qt::ControlModifier);
        m_house->part<QLineEdit>("findEdit")->setText(text);
    }
    QString count() { return m_house->part<QLabel>("findCount")->text(); }
    QMenu *savedMenu()
    {
        QMenu *menu = m_house->part<QToolButton>("savedSearches")->menu();
        Q_EMIT menu->aboutToShow();
        QCoreApplication::processEvents();
        return menu;
    }
    template <typename T> T *part(const char *name) { return m_house->tab().findChild<T *>(QLatin1StringView(name)); }
    void finish(const domain::RunEnd &end)
    {
        QVERIFY(test::await(m_house->desk.store->runs().finish(m_house->run.id, end)).has_value());
    }
    domain::Run runOf(const base::RunId &id) { return *test::await(m_house->desk.store->runs().get(id)); }
    /// A later run of the same automation, that wrote this.
    base::RunId another(const QByteArray &bytes)
    {
        const auto run = test::await(m_house->desk.store->runs().request(m_house->automation.id, u"tester"_s));
        const store::LogSpan span{bytes.count('\n'), store::Stream::Out, m_house->desk.store.clock.now(), false};
        if (!test::await(m_house->desk.store->logs().append(run->id, {0, bytes, {span}})))
            qFatal("the log is not written");
        return run->id;
    }

    std::unique_ptr<test::LogHouse> m_house;
};

REGISTER_TEST(TestLogSeveral);
#include "test_several.moc"
