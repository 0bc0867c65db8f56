// SPDX-License-Identifier: Apache-2.0
// Logs of more than one run, by hand: what is new, side by side, merged, searched all at once; and several terms.
#include "tests/support/registry.h"
#include "tests/ui/log/loghouse.h"

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
