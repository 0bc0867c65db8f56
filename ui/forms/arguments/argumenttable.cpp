// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/arguments/argumenttable.h"

#include "ui/forms/rowtable.h"

#include "app/domain/input/arguments.h"
#include "ui/forms/arguments/argumentwords.h"
#include "ui/widgets/table/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Kind, Variable };

constexpr int tableHeight = 148;

/// Not taken yet.
QString freshName(const QJsonArray &arguments)
{
    const auto taken = [&arguments](const QString &name) {
        return std::any_of(arguments.begin(), arguments.end(),
                           [&name](const QJsonValue &one) { return one.toObject().value(u"name") == name; });
    };
    int number = int(arguments.size()) + 1;
    while (taken(u"argument %1"_s.arg(number)))
        ++number;
    return u"argument %1"_s.arg(number);
}

} // namespace

ArgumentTable::ArgumentTable(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_table(new QTableWidget(0, 3))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    buildTable();
    column->addWidget(m_table);
    column->addLayout(buildButtons());
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (m_filling || row == before)
            return;
        showUsable();
        Q_EMIT chosen(row);
    });
    showUsable();
}

void ArgumentTable::buildTable()
{
    m_table->setObjectName(u"arguments"_s);
    m_table->setAccessibleName(tr("Arguments"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Kind"), tr("Variable")});
    dressRows(*m_table, m_look);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(Variable, QHeaderView::Stretch);
    m_table->setColumnWidth(Name, 170);
    m_table->setColumnWidth(Kind, 130);
    m_table->setFixedHeight(tableHeight);
}

QBoxLayout *ArgumentTable::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    const auto addTool = [&](const QString &name, const QString &icon, const QString &text) {
        return addRowTool(*row, m_look, {name, icon, text});
    };
    connect(addTool(u"addArgument"_s, u"plus"_s, tr("Add argument")), &QToolButton::clicked, this, &ArgumentTable::add);
    m_remove = addTool(u"removeArgument"_s, u"minus"_s, tr("Remove"));
    m_up = addTool(u"argumentUp"_s, u"arrow-up"_s, tr("Up"));
    m_down = addTool(u"argumentDown"_s, u"arrow-down"_s, tr("Down"));
    m_up->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    connect(m_remove, &QToolButton::clicked, this, &ArgumentTable::remove);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    row->addStretch(1);
    return row;
}

void ArgumentTable::setArguments(const QJsonArray &arguments)
{
    m_arguments = arguments;
    fill();
    choose(m_arguments.isEmpty() ? -1 : 0);
}

int ArgumentTable::current() const
{
    return m_table->currentRow();
}

void ArgumentTable::choose(int index)
{
    const bool before = std::exchange(m_filling, true);
    m_table->setCurrentCell(index, index < 0 ? -1 : int(Name));
    m_filling = before;
    showUsable();
    Q_EMIT chosen(index);
}

void ArgumentTable::replaceCurrent(const QJsonObject &argument)
{
    if (current() < 0)
        return;
    m_arguments.replace(current(), argument);
    fillRow(current());
}

void ArgumentTable::markWrong(int index, bool wrong)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, Name)->setIcon(wrong && row == index ? m_look.icons().status(u"automation.invalid"_s)
                                                                : QIcon());
}

void ArgumentTable::add()
{
    domain::Argument argument;
    argument.name = freshName(m_arguments);
    m_arguments.append(domain::toJson(QList<domain::Argument>{argument}).first());
    fill();
    choose(int(m_arguments.size()) - 1);
    Q_EMIT edited();
}

void ArgumentTable::remove()
{
    const int row = current();
    if (row < 0)
        return;
    m_arguments.removeAt(row);
    fill();
    choose(std::min(row, int(m_arguments.size()) - 1));
    Q_EMIT edited();
}

void ArgumentTable::move(int by)
{
    const int from = current();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_arguments.size())
        return;
    const QJsonValue moved = m_arguments.at(from);
    m_arguments.replace(from, m_arguments.at(to));
    m_arguments.replace(to, moved);
    fill();
    choose(to);
    Q_EMIT edited();
}

void ArgumentTable::fill()
{
    const bool before = std::exchange(m_filling, true);
    m_table->setRowCount(int(m_arguments.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (const int column : {Name, Kind, Variable})
            m_table->setItem(row, column, new QTableWidgetItem);
        m_table->item(row, Variable)->setFont(m_look.font(TypeRole::Mono));
        fillRow(row);
    }
    m_filling = before;
}

void ArgumentTable::fillRow(int row)
{
    const QJsonObject argument = m_arguments.at(row).toObject();
    const QString name = argument.value(u"name").toString();
    const QString kind = argumentKindText(argument.value(u"kind").toString());
    m_table->item(row, Name)->setText(name);
    m_table->item(row, Kind)->setText(argument.value(u"required").toBool() ? tr("%1, required").arg(kind) : kind);
    m_table->item(row, Variable)->setText(domain::argumentVariable(name));
}

void ArgumentTable::showUsable()
{
    m_remove->setEnabled(current() >= 0);
    m_up->setEnabled(current() > 0);
    m_down->setEnabled(current() >= 0 && current() + 1 < m_arguments.size());
}

} // namespace ui
