// SPDX-License-Identifier: Apache-2.0
// A workflow that can't be saved says so at the step that is wrong.
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "app/domain/workflow/steps.h"
#include "ui/forms/automationeditor.h"
#include "ui/forms/formrow.h"
#include "ui/forms/sectionlist.h"
#include "ui/forms/workflow/stepstable.h"
#include "ui/widgets/graph/graphview.h"

#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace {

domain::Step step(const QString &id, const domain::Automation &automation, const QStringList &after = {})
{
    domain::Step made{.id = id, .automation = automation.id, .arguments = {}, .after = {}};
    for (const QString &name : after)
        made.after.append({.step = name});
    return made;
}

} // namespace

class TestStepSave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QList<domain::KindInfo> kinds = m_desk->catalog.kinds();
        kinds.append({.type = u"workflow"_s,
                      .label = "Workflow",
                      .icon = u"kind-workflow"_s,
                      .fields = {{.name = u"steps"_s,
                                  .label = "Steps",
                                  .help = "Automations that are run one after another, or side by side.",
                                  .type = domain::FieldType::StepList}},
                      .oneOf = {u"steps"_s}});
        m_desk->catalog = domain::Catalog(kinds);
        m_part = add(test::someAutomation(u"Container image: worker"_s));
    }
    void cleanup()
    {
        m_editor.reset();
        m_desk.reset();
    }

    void oneThatWouldRunItselfIsRefusedAtItsStep()
    {
        domain::Automation inner = addFlow(u"Inner"_s, {step(u"build"_s, m_part)});
        const domain::Automation outer = addFlow(u"Outer"_s, {step(u"in"_s, inner)});
        inner.params = {{u"steps"_s, domain::toJson({step(u"build"_s, m_part), step(u"out"_s, outer, {u"build"_s})})}};
        openWith(inner);
        m_editor->save();
        QTRY_VERIFY(!error().isEmpty());
        QCOMPARE(error(), u"Step “out”: the workflow would run itself: Inner \u2192 Outer \u2192 Inner"_s);
        QCOMPARE(table()->currentRow(), 1);
        QVERIFY(m_editor->isVisible());
        QVERIFY(test::shoot(*m_editor, u"editor-steps-wrong"_s));
    }

    void aNameGivenTwiceAndARoundAreRefusedThere()
    {
        openWith(addFlow(u"Flow"_s, {step(u"a"_s, m_part), step(u"b"_s, m_part, {u"a"_s})}));
        table()->item(1, 0)->setText(u"a"_s);
        m_editor->save();
        QTRY_COMPARE(error(), u"Step “a”: another step is named a already"_s);
        QCOMPARE(table()->currentRow(), 1);
        table()->item(1, 0)->setText(u"b"_s);
        table()->item(0, 2)->setText(u"b"_s);
        m_editor->save();
        QTRY_COMPARE(error(), u"Step “a”: these steps wait for each other: a, b"_s);
        QCOMPARE(table()->currentColumn(), 2);
    }

    void stepsAreDrawnBelowTheirTable()
    {
        openWith(addFlow(u"Release"_s, {step(u"build"_s, m_part), step(u"unit"_s, m_part, {u"build"_s}),
                                        step(u"browser"_s, m_part, {u"build"_s}), step(u"lint"_s, m_part, {u"build"_s}),
                                        step(u"deploy"_s, m_part, {u"unit"_s, u"browser"_s, u"lint"_s})}));
        auto *drawing = m_editor->findChild<ui::GraphView *>(u"stepsDrawing"_s);
        QTRY_COMPARE(drawing->graph().nodes.at(0).caption, u"Container image: worker"_s);
        QCOMPARE(drawing->graph().edges.size(), 6);
        QTest::mouseClick(drawing->viewport(), Qt::LeftButton, {}, placeOf(*drawing, 2));
        QCOMPARE(table()->currentRow(), 2);
        QCOMPARE(test::unnamedWidgets(*m_editor), QStringList());
        QVERIFY(test::shoot(*m_editor, u"editor-steps"_s));
    }

private:
    static QPoint placeOf(const ui::GraphView &drawing, int node)
    {
        const int spare = std::max(0, drawing.viewport()->width() - drawing.layoutOfBoxes().size.width()) / 2;
        return drawing.layoutOfBoxes().boxes.at(node).center() + QPoint(spare, 0);
    }
    domain::Automation add(const domain::Automation &automation)
    {
        const auto made = test::await(m_desk->store->automations().create({automation}, u"tester"_s));
        return made ? made->first() : domain::Automation();
    }
    domain::Automation addFlow(const QString &name, const domain::Steps &steps)
    {
        domain::Automation flow = test::someAutomation(name);
        flow.type = u"workflow"_s;
        flow.params = {{u"steps"_s, domain::toJson(steps)}};
        return add(flow);
    }
    void openWith(const domain::Automation &flow)
    {
        m_editor = std::make_unique<ui::AutomationEditor>(m_desk->context(), flow, nullptr);
        m_editor->findChild<ui::SectionList *>()->setCurrentRow(1);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
        QTRY_VERIFY(qobject_cast<QComboBox *>(table()->cellWidget(0, 1))->count() > 0);
    }
    QTableWidget *table() const { return m_editor->findChild<QTableWidget *>(u"steps"_s); }
    QString error() const
    {
        for (const auto *line : m_editor->findChildren<ui::ErrorLine *>())
            if (line->isVisible() && !line->text().isEmpty())
                return line->text();
        return {};
    }

    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<ui::AutomationEditor> m_editor;
    domain::Automation m_part;
};

REGISTER_TEST(TestStepSave);
#include "test_stepsave.moc"
