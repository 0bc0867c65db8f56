// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/environmenttable.h"

#include "ui/forms/formrow.h"
#include "ui/forms/rowtable.h"
#include "ui/widgets/table/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

EnvironmentTable::EnvironmentTable(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_table(new QTableWidget(0, 2)), m_error(new ErrorLine(look))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // a form gives it all its width then
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_table->setObjectName(u"environment"_s);
    m_table->setAccessibleName(tr("Environment"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    dressRows(*m_table, look);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(0, 200);
    m_table->setFixedHeight(128);
    m_table->setFont(look.font(TypeRole::Mono));
    m_table->horizontalHeader()->setFont(look.font(TypeRole::Caption));
    connect(m_table, &QTableWidget::cellChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
    column->addWidget(m_table);
    column->addWidget(m_error);
    buildButtons(column);
}

void EnvironmentTable::buildButtons(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    const auto add = [&](const QString &name, const QString &icon, const QString &text) {
        return addRowTool(*row, m_look, {name, icon, text});
    };
    connect(add(u"addVariable"_s, u"plus"_s, tr("Add variable")), &QToolButton::clicked, this, [this] {
        addRow({}, {});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->currentItem());
    });
    m_remove = add(u"removeVariable"_s, u"minus"_s, tr("Remove"));
    connect(m_remove, &QToolButton::clicked, this, &EnvironmentTable::removeRow);
    row->addStretch(1);
    column->addLayout(row);
}

void EnvironmentTable::addRow(const QString &name, const QString &value)
{
    const bool before = std::exchange(m_filling, true);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    m_table->setItem(row, 1, new QTableWidgetItem(value));
    m_filling = before;
}

void EnvironmentTable::removeRow()
{
    if (m_table->currentRow() < 0)
        return;
    m_table->removeRow(m_table->currentRow());
    Q_EMIT edited();
}

void EnvironmentTable::setEnvironment(const QJsonObject &environment)
{
    m_filling = true;
    m_table->setRowCount(0);
    for (auto it = environment.begin(); it != environment.end(); ++it)
        addRow(it.key(), it.value().toString());
    m_filling = false;
    setError({}, {});
}

QJsonObject EnvironmentTable::environment() const
{
    QJsonObject environment;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, 0)->text().trimmed();
        const QString value = m_table->item(row, 1)->text();
        if (!name.isEmpty() || !value.isEmpty())
            environment.insert(name, value);
    }
    return environment;
}

void EnvironmentTable::setError(const QString &name, const QString &text)
{
    markField(*m_table, !text.isEmpty());
    m_error->setText(text);
    for (int row = 0; row < m_table->rowCount() && !text.isEmpty(); ++row)
        if (m_table->item(row, 0)->text().trimmed() == name)
            chooseRow(*m_table, row);
}

bool EnvironmentTable::hasError() const
{
    return !m_error->text().isEmpty();
}

} // namespace ui
