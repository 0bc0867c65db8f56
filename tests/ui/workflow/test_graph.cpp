// SPDX-License-Identifier: Apache-2.0
// Where boxes and ways lie, and what a person can do with the drawing of them.
#include "tests/support/registry.h"
#include "tests/ui/shots.h"
#include "ui/widgets/graph/graphlegend.h"
#include "ui/widgets/graph/graphview.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using On = ui::GraphEdge::On;

namespace {

const ui::GraphGrid grid;

/// A release with two branches, a rescue and something that always comes.
ui::Graph someGraph()
{
    ui::Graph graph;
    const auto node = [&](const QString &name, const QString &caption, const QString &status, bool faded = false) {
        graph.nodes.append({name, caption, status, name + u", "_s + status, faded});
    };
    node(u"build"_s, u"Container image: worker"_s, u"run.done"_s);
    node(u"unit"_s, u"Unit tests"_s, u"run.done"_s);
    node(u"browser-tests-of-the-customer-environment"_s, u"Browser tests against the staging environment"_s,
         u"run.running"_s);
    node(u"lint"_s, u"Lint"_s, u"run.failed"_s);
    node(u"rescue"_s, u"Tell the team"_s, u"run.queued"_s);
    node(u"deploy"_s, u"Deploy"_s, u"automation.never_run"_s, true);
    node(u"clean"_s, u"Clean up"_s, u"run.skipped"_s, true);
    graph.edges = {{0, 1, On::Success}, {0, 2, On::Success}, {0, 3, On::Success}, {3, 4, On::Failure},
                   {1, 5, On::Success}, {2, 5, On::Success}, {0, 6, On::Always},  {5, 6, On::Always}};
    return graph;
}

ui::GraphLayout laidOut(const ui::Graph &graph)
{
    QList<ui::GraphLink> links;
    for (const ui::GraphEdge &edge : graph.edges)
        links.append({edge.from, edge.to});
    return ui::layoutGraph(int(graph.nodes.size()), links, grid);
}

QString overlap(const ui::GraphLayout &layout)
{
    for (int a = 0; a < layout.boxes.size(); ++a)
        for (int b = a + 1; b < layout.boxes.size(); ++b)
            if (layout.boxes[a].intersects(layout.boxes[b]))
                return u"%1 and %2"_s.arg(a).arg(b);
    return {};
}

} // namespace

class TestGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBoxIsBelowThoseBeforeIt()
    {
        const ui::Graph graph = someGraph();
        const ui::GraphLayout layout = laidOut(graph);
        QCOMPARE(layout.layers, (QList<int>{0, 1, 1, 1, 2, 2, 3}));
        for (const ui::GraphEdge &edge : graph.edges)
            QVERIFY(layout.boxes[edge.from].bottom() < layout.boxes[edge.to].top());
        QCOMPARE(overlap(layout), QString());
        const QRect whole(QPoint(0, 0), layout.size);
        for (const QRect &box : layout.boxes)
            QVERIFY2(whole.contains(box), qPrintable(u"%1,%2"_s.arg(box.x()).arg(box.y())));
    }

    void branchesLieSideBySide()
    {
        const ui::GraphLayout layout = ui::layoutGraph(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}, grid);
        QCOMPARE(layout.boxes[1].top(), layout.boxes[2].top());
        QVERIFY(layout.boxes[1].right() < layout.boxes[2].left());
        // One and all are in the middle of the two.
        QCOMPARE(layout.boxes[0].center().x(), layout.boxes[3].center().x());
        QCOMPARE(layout.boxes[0].center().x(), (layout.boxes[1].center().x() + layout.boxes[2].center().x()) / 2);
    }

    void aWayThatPassesALayerGoesRoundItsBoxes()
    {
        const ui::GraphLayout layout = ui::layoutGraph(3, {{0, 1}, {1, 2}, {0, 2}}, grid);
        const QPolygonF way = layout.ways[2];
        QCOMPARE(way.size(), 4);
        for (const QPointF &point : way.mid(1, 2))
            QVERIFY(!QRectF(layout.boxes[1]).adjusted(-2, 0, 2, 0).contains(point));
    }

    void whatMakesNoSenseIsDrawnAllTheSame()
    {
        const ui::GraphLayout round = ui::layoutGraph(3, {{0, 1}, {1, 2}, {2, 0}, {1, 1}, {7, 0}, {0, -1}}, grid);
        QCOMPARE(overlap(round), QString());
        QVERIFY(round.ways[3].isEmpty());
        QVERIFY(round.ways[4].isEmpty());
        QVERIFY(ui::layoutGraph(0, {}, grid).boxes.isEmpty());
    }

    void twoHundredStepsAreLaidOutAtOnce_data()
    {
        QTest::addColumn<int>("reach");
        QTest::newRow("a chain") << 1;
        QTest::newRow("everyone after the nine before") << 9;
        QTest::newRow("everyone after everyone") << 200;
    }
    void twoHundredStepsAreLaidOutAtOnce()
    {
        QFETCH(int, reach);
        QList<ui::GraphLink> links;
        for (int to = 1; to < 200; ++to)
            for (int from = std::max(0, to - reach); from < to; ++from)
                links.append({from, to});
        QElapsedTimer timer;
        timer.start();
        const ui::GraphLayout layout = ui::layoutGraph(200, links, grid);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(layout.layers.last(), 199);
        QCOMPARE(overlap(layout), QString());
    }

    void theKeyboardGoesFromBoxToBox()
    {
        ui::GraphView view(test::look());
        view.setGraph(someGraph());
        view.resize(560, 340);
        view.show();
        view.activateWindow();
        view.setFocus();
        QTRY_COMPARE(view.current(), 0);
        QSignalSpy chosen(&view, &ui::GraphView::chosen);
        QSignalSpy opened(&view, &ui::GraphView::opened);
        QTest::keyClick(&view, Qt::Key_Down);
        const int below = view.current();
        QCOMPARE(view.layoutOfBoxes().layers[below], 1);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.current(), below);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.current(), 6);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toInt(), 6);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.layoutOfBoxes().layers[view.current()], 2);
        QVERIFY(chosen.size() >= 3);
    }

    void theCurrentBoxIsInSight()
    {
        ui::GraphView view(test::look());
        ui::Graph graph;
        for (int i = 0; i < 200; ++i) {
            graph.nodes.append({u"step%1"_s.arg(i), u"Something"_s, u"run.done"_s, u"step%1"_s.arg(i)});
            if (i > 0)
                graph.edges.append({i / 3, i, On::Success});
        }
        view.setGraph(graph);
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setCurrent(199);
        const QRect box = view.layoutOfBoxes().boxes[199].translated(-view.horizontalScrollBar()->value(),
                                                                     -view.verticalScrollBar()->value());
        QVERIFY(view.viewport()->rect().contains(box));
        QVERIFY(test::shoot(view, u"graph-many"_s));
    }

    void boxesAreNarrowerWhereThereIsLessRoom()
    {
        ui::GraphView view(test::look());
        ui::Graph graph;
        for (int i = 0; i < 4; ++i)
            graph.nodes.append({u"step%1"_s.arg(i), {}, {}, {}});
        graph.edges = {{0, 1, On::Success}, {0, 2, On::Success}, {1, 3, On::Success}, {2, 3, On::Success}};
        view.setGraph(graph);
        view.resize(500, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const int wide = view.layoutOfBoxes().boxes.first().width();
        view.resize(300, 300);
        QTRY_VERIFY(view.layoutOfBoxes().boxes.first().width() < wide);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    }

    void theMouseChoosesAndOpens()
    {
        ui::GraphView view(test::look());
        view.setGraph(someGraph());
        view.resize(view.sizeHint());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy opened(&view, &ui::GraphView::opened);
        const QPoint place = view.layoutOfBoxes().boxes[4].center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(view.current(), 4);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(opened.size(), 1);
    }

    void aScreenReaderHearsEveryBox()
    {
        ui::GraphView view(test::look());
        view.setAccessibleName(u"Steps"_s);
        view.setGraph(someGraph());
        view.setCurrent(3);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(access);
        QCOMPARE(access->text(QAccessible::Value), u"lint, run.failed"_s);
        const QString all = access->text(QAccessible::Description);
        for (const ui::GraphNode &node : view.graph().nodes)
            QVERIFY2(all.contains(node.spoken), qPrintable(all));
    }

    void itIsDrawnInBothSchemes()
    {
        QWidget sheet;
        sheet.setBackgroundRole(QPalette::Base);
        sheet.setAutoFillBackground(true);
        auto *column = new QVBoxLayout(&sheet);
        auto *view = new ui::GraphView(test::look());
        view->setGraph(someGraph());
        view->setCurrent(2);
        column->addWidget(view, 1);
        column->addWidget(new ui::GraphLegend(test::look()));
        sheet.resize(620, 380);
        QVERIFY(test::shoot(sheet, u"graph"_s));
    }
};

REGISTER_TEST(TestGraph);
#include "test_graph.moc"
