// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/workflow/stepstable.h"

#include "ui/forms/rowtable.h"
#include "ui/forms/workflow/stepgraph.h"
#include "ui/forms/workflow/stepwords.h"
#include "ui/widgets/graph/graphlegend.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTableWidget>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tableHeight = 170;
constexpr int drawingHeight = 170;
constexpr int nameWidth = 110;
constexpr int automationWidth = 200;
constexpr int afterWidth = 190;

} // namespace

StepsTable::StepsTable(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_table(new QTableWidget(0, ColumnCount)),
      m_drawing(new GraphView(look)),
      m_legend(new GraphLegend(look))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    buildTable();
    column->addWidget(m_table, 1);
    buildButtons(column);
    buildDrawing(column);
    connect(this, &StepsTable::edited, this, &StepsTable::draw);
    draw();
}

void StepsTable::buildTable()
{
    m_table->setObjectName(u"steps"_s);
    m_table->setAccessibleName(tr("Steps"));
    m_table->setHorizontalHeaderLabels({tr("Step"), tr("Runs"), tr("After"), tr("Is given")});
    m_table->horizontalHeaderItem(After)->setToolTip(
        tr("The steps before it, between semicolons: build; test on failure; clean always. Empty starts at once."));
    m_table->horizontalHeaderItem(Arguments)->setToolTip(
        tr("Arguments, between semicolons: name=value; other=value. What is not given here comes from the "
           "results of the steps before."));
    dressRows(*m_table, m_look, Size::RowComfortable);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(Name, nameWidth);
    m_table->setColumnWidth(Automation, automationWidth);
    m_table->setColumnWidth(After, afterWidth);
    m_table->setMinimumHeight(tableHeight);
    connect(m_table, &QTableWidget::cellChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
}

void StepsTable::buildDrawing(QBoxLayout *column)
{
    m_drawing->setObjectName(u"stepsDrawing"_s);
    m_drawing->setAccessibleName(tr("Drawing of the steps"));
    m_drawing->setMinimumHeight(drawingHeight);
    m_legend->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    column->addSpacing(6);
    column->addWidget(new Hairline(m_look, Qt::Horizontal));
    column->addWidget(m_drawing, 1);
    column->addWidget(m_legend);
    const auto choose = [this](int step) { m_table->setCurrentCell(step, Name); };
    connect(m_drawing, &GraphView::chosen, this, choose);
    connect(m_drawing, &GraphView::opened, this, [this, choose](int step) {
        choose(step);
        m_table->setFocus();
    });
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) { m_drawing->setCurrent(row); });
}

void StepsTable::draw()
{
    QHash<QString, QString> names;
    for (const auto &[id, name] : m_automations)
        names.insert(id.text(), name);
    const Graph graph = graphOfSteps(steps(), names);
    m_drawing->setGraph(graph);
    m_drawing->setVisible(!graph.nodes.isEmpty());
    m_legend->setVisible(!graph.edges.isEmpty());
}

QString StepsTable::pointAt(const QString &inside)
{
    static const QRegularExpression path(u"^\\[(\\d+)\\]\\.?(\\w*)"_s);
    static const QHash<QString, Column> columns{
        {u"id"_s, Name}, {u"automation_id"_s, Automation}, {u"after"_s, After}, {u"arguments"_s, Arguments}};
    const QRegularExpressionMatch match = path.match(inside);
    const int row = match.captured(1).toInt();
    if (!match.hasMatch() || row >= m_table->rowCount())
        return {};
    m_table->setCurrentCell(row, columns.value(match.captured(2), Name));
    const QString name = textAt(row, Name);
    return name.isEmpty() ? tr("Step %1").arg(row + 1) : tr("Step “%1”").arg(name);
}

void StepsTable::buildButtons(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    const auto add = [&](const QString &name, const QString &icon, const QString &text) {
        return addRowTool(*row, m_look, {name, icon, text});
    };
    connect(add(u"addStep"_s, u"plus"_s, tr("Add step")), &QToolButton::clicked, this, &StepsTable::addStep);
    connect(add(u"removeStep"_s, u"minus"_s, tr("Remove")), &QToolButton::clicked, this, &StepsTable::removeStep);
    row->addStretch(1);
    column->addLayout(row);
}

/// After the last one, as most workflows are chains.
void StepsTable::addStep()
{
    const int last = m_table->rowCount() - 1;
    QJsonArray after;
    if (last >= 0)
        after.append(QJsonObject{{u"step"_s, textAt(last, Name)}, {u"on"_s, u"success"_s}});
    addRow({{u"id"_s, freeName()}, {u"after"_s, after}});
    m_table->setCurrentCell(last + 1, Name);
    m_table->editItem(m_table->currentItem());
    Q_EMIT edited();
}

void StepsTable::removeStep()
{
    if (m_table->currentRow() < 0)
        return;
    m_table->removeRow(m_table->currentRow());
    Q_EMIT edited();
}

void StepsTable::addRow(const QJsonObject &step)
{
    const bool before = std::exchange(m_filling, true);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, Name, new QTableWidgetItem(step.value("id"_L1).toString()));
    m_table->setItem(row, After, new QTableWidgetItem(afterText(step.value("after"_L1).toArray())));
    m_table->setItem(row, Arguments, new QTableWidgetItem(argumentsText(step.value("arguments"_L1).toObject())));
    auto *combo = new QComboBox;
    combo->setAccessibleName(tr("Automation of the step"));
    fill(*combo, step.value("automation_id"_L1).toString());
    connect(combo, &QComboBox::activated, this, &StepsTable::edited);
    m_table->setCellWidget(row, Automation, combo);
    m_filling = before;
}

void StepsTable::fill(QComboBox &combo, const QString &automation) const
{
    combo.clear();
    for (const auto &[id, name] : m_automations)
        combo.addItem(name, id.text());
    if (!automation.isEmpty() && combo.findData(automation) < 0)
        combo.addItem(automation, automation);
    combo.setPlaceholderText(tr("choose one"));
    combo.setCurrentIndex(automation.isEmpty() ? -1 : combo.findData(automation));
}

void StepsTable::setAutomations(const Followable &automations)
{
    m_automations = automations;
    for (int row = 0; row < m_table->rowCount(); ++row)
        fill(*comboAt(row), comboAt(row)->currentData().toString());
    draw();
}

void StepsTable::setSteps(const QJsonArray &steps)
{
    m_filling = true;
    m_table->setRowCount(0);
    for (const QJsonValue step : steps)
        addRow(step.toObject());
    m_filling = false;
    draw();
}

QJsonArray StepsTable::steps() const
{
    QJsonArray steps;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QJsonObject step{{u"id"_s, textAt(row, Name)}, {u"automation_id"_s, comboAt(row)->currentData().toString()}};
        if (const QJsonArray after = afterFromText(textAt(row, After)); !after.isEmpty())
            step.insert(u"after"_s, after);
        const QJsonObject arguments = argumentsFromText(m_table->item(row, Arguments)->text());
        if (!arguments.isEmpty())
            step.insert(u"arguments"_s, arguments);
        steps.append(step);
    }
    return steps;
}

QString StepsTable::textAt(int row, Column column) const
{
    return m_table->item(row, column)->text().trimmed();
}

QComboBox *StepsTable::comboAt(int row) const
{
    return qobject_cast<QComboBox *>(m_table->cellWidget(row, Automation));
}

QString StepsTable::freeName() const
{
    QStringList taken;
    for (int row = 0; row < m_table->rowCount(); ++row)
        taken.append(textAt(row, Name));
    int number = m_table->rowCount() + 1;
    while (taken.contains(u"step%1"_s.arg(number)))
        ++number;
    return u"step%1"_s.arg(number);
}

} // namespace ui
