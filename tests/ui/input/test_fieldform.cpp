// SPDX-License-Identifier: Apache-2.0
// Forms made from lists of fields.
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/forms/fieldform.h"
#include "ui/forms/formrow.h"
#include "ui/forms/workflow/stepstable.h"
#include "ui/forms/workflow/stepwords.h"
#include "ui/widgets/graph/graphview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestFieldForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup() { m_desk.reset(); }

    void everyFieldTypeGoesRound()
    {
        const domain::KindInfo *kind = m_desk->catalog.kind(u"every"_s);
        ui::FieldForm form(test::look(), {kind->fields, {}, {}});
        const QJsonObject full{{u"text"_s, u"words"_s},
                               {u"command"_s, u"ls -l"_s},
                               {u"script"_s, u"#!/bin/sh\necho\ttab\n"_s},
                               {u"texts"_s, QJsonArray{u"a"_s, u"b c"_s, u""_s}},
                               {u"choice"_s, u"two"_s},
                               {u"integer"_s, 42},
                               {u"flag"_s, true}};
        const QJsonObject plain{{u"text"_s, u""_s}, {u"choice"_s, u"one"_s}, {u"integer"_s, 5}, {u"flag"_s, false}};
        for (const QJsonObject &params : {full, plain, QJsonObject(), QJsonObject{{u"unknown"_s, 1}}}) {
            form.setParams(params);
            QCOMPARE(form.params(), params);
        }
        form.setParams({});
        qobject_cast<QSpinBox *>(form.control(u"integer"_s))->setValue(7);
        QTest::keyClicks(form.control(u"text"_s), u"hello"_s);
        qobject_cast<QCheckBox *>(form.control(u"flag"_s))->click();
        QCOMPARE(form.params(), QJsonObject({{u"integer"_s, 7}, {u"text"_s, u"hello"_s}, {u"flag"_s, true}}));
        form.resize(640, 700);
        QVERIFY(form.setError(u"integer"_s, u"integer must be a whole number from 0 to 99"_s));
        QVERIFY(!form.setError(u"nosuch"_s, u"x"_s));
        form.setBackgroundRole(QPalette::Base);
        form.setAutoFillBackground(true);
        QVERIFY(test::shoot(form, u"fieldform"_s));
    }

    void aDocumentIsShownAsTextAndKeptAsJson()
    {
        ui::FieldForm form(test::look(),
                           {.fields = {{.name = u"any"_s, .type = domain::FieldType::Document}, {.name = u"text"_s}}});
        const QJsonObject odd{{u"any"_s, QJsonArray{1, QJsonObject{{u"a"_s, QJsonValue()}}}}, {u"text"_s, 200}};
        form.setParams(odd);
        QCOMPARE(form.params(), odd); // nobody touched it
        QCOMPARE(qobject_cast<QLineEdit *>(form.control(u"text"_s))->text(), u"200"_s);
        auto *text = qobject_cast<QPlainTextEdit *>(form.control(u"any"_s));
        QVERIFY(text->toPlainText().contains("\"a\": null"_L1));
        text->setPlainText(u"{\"b\": [2]}"_s);
        QCOMPARE(form.params().value(u"any"_s), QJsonValue(QJsonObject{{u"b"_s, QJsonArray{2}}}));
        text->setPlainText(u"{\"b\": "_s); // for whoever checks it to refuse
        QCOMPARE(form.params().value(u"any"_s), QJsonValue(u"{\"b\":"_s));
    }

    void onlyOneOfAGroupIsGiven()
    {
        const domain::KindInfo *kind = m_desk->catalog.kind(u"script"_s);
        ui::FieldForm form(test::look(), {kind->fields, kind->oneOf, {}});
        form.setParams({{u"command"_s, u"true"_s}});
        form.show();
        QVERIFY(form.control(u"command"_s)->isVisible());
        QVERIFY(!form.control(u"script"_s)->isVisible());
        QTest::mouseClick(form.findChild<QWidget *>(u"segment1"_s), Qt::LeftButton);
        QVERIFY(form.control(u"script"_s)->isVisible());
        form.control(u"script"_s)->setFocus();
        QTest::keyClick(form.control(u"script"_s), Qt::Key_Tab);
        QTest::keyClicks(form.control(u"script"_s), u"ls"_s);
        QCOMPARE(form.params(), QJsonObject({{u"script"_s, u"    ls"_s}}));
    }

    void aFieldOfFixedWidthStandsUnderTheOthers()
    {
        auto *line = new QLineEdit;
        line->setFixedWidth(120);
        ui::FormRow row(test::look(), {u"Since"_s, {}, line, new QToolButton});
        row.resize(560, row.sizeHint().height());
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        QCOMPARE(line->mapTo(&row, QPoint()).x(), ui::FormRow::labelWidth + ui::FormRow::labelGap);
    }

    void stepsOfAWorkflowGoRound()
    {
        const QJsonArray steps = QJsonDocument::fromJson(R"([
            {"id": "build", "automation_id": "auto_1"},
            {"id": "test", "automation_id": "auto_2", "arguments": {"list": "a;b\\\\c", "n": "3"},
             "after": [{"step": "build", "on": "success"}]},
            {"id": "tell", "automation_id": "auto_gone",
             "after": [{"step": "test", "on": "failure"}, {"step": "build", "on": "any"}]}
        ])")
                                     .array();
        QCOMPARE(steps.size(), 3);
        ui::StepsTable table(test::look());
        table.setAutomations(
            {{base::AutomationId(u"auto_1"_s), u"Build the site"_s}, {base::AutomationId(u"auto_2"_s), u"Test it"_s}});
        table.setSteps(steps);
        QCOMPARE(table.steps(), steps);
        table.setBackgroundRole(QPalette::Base);
        table.setAutoFillBackground(true);
        table.resize(720, 480);
        QVERIFY(test::shoot(table, u"workflow-steps"_s));
        const auto *drawing = table.findChild<ui::GraphView *>(u"stepsDrawing"_s);
        QCOMPARE(drawing->graph().nodes.at(1).caption, u"Test it"_s);
        QCOMPARE(drawing->graph().edges, (QList<ui::GraphEdge>{{0, 1, ui::GraphEdge::On::Success},
                                                               {1, 2, ui::GraphEdge::On::Failure},
                                                               {0, 2, ui::GraphEdge::On::Always}}));
    }

    void theDrawingFollowsWhatIsTyped()
    {
        ui::StepsTable table(test::look());
        table.setSteps(QJsonArray{QJsonObject{{u"id"_s, u"a"_s}}, QJsonObject{{u"id"_s, u"b"_s}}});
        const auto *drawing = table.findChild<ui::GraphView *>(u"stepsDrawing"_s);
        QVERIFY(drawing->graph().edges.isEmpty());
        auto *rows = table.findChild<QTableWidget *>(u"steps"_s);
        rows->item(1, 2)->setText(u"a always; nobody"_s);
        QCOMPARE(drawing->graph().edges, (QList<ui::GraphEdge>{{0, 1, ui::GraphEdge::On::Always}}));
        rows->setCurrentCell(1, 0);
        QCOMPARE(drawing->current(), 1);
    }

    void anErrorInsideAStepNamesAndShowsIt()
    {
        ui::FieldForm form(test::look(),
                           {{{.name = u"steps"_s, .label = "Steps", .type = domain::FieldType::StepList}}, {}, {}});
        form.setParams({{u"steps"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}}, QJsonObject{{u"id"_s, u"b"_s}}}}});
        QVERIFY(form.setError(u"steps"_s, u"there is no automation x"_s, u"[1].automation_id"_s));
        auto *rows = form.findChild<QTableWidget *>(u"steps"_s);
        QCOMPARE(rows->currentRow(), 1);
        QCOMPARE(rows->currentColumn(), 1);
        QCOMPARE(form.findChild<ui::ErrorLine *>()->text(), u"Step “b”: there is no automation x"_s);
    }

    void aNewStepFollowsTheLastOne()
    {
        ui::StepsTable table(test::look());
        table.setAutomations({{base::AutomationId(u"auto_1"_s), u"Build the site"_s}});
        QSignalSpy edited(&table, &ui::StepsTable::edited);
        auto *add = table.findChild<QToolButton *>(u"addStep"_s);
        add->click();
        add->click();
        QCOMPARE(edited.size(), 2);
        QCOMPARE(table.steps()[1][u"after"][0][u"step"].toString(), table.steps()[0][u"id"].toString());
        QCOMPARE(table.steps()[1][u"automation_id"].toString(), QString());
        table.findChild<QToolButton *>(u"removeStep"_s)->click();
        QCOMPARE(table.steps().size(), 1);
    }

private:
    std::unique_ptr<test::Desk> m_desk;
};

REGISTER_TEST(TestFieldForm);

#include "test_fieldform.moc"
