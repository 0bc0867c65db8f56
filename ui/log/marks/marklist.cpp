// SPDX-License-Identifier: Apache-2.0
#include "ui/log/marks/marklist.h"

#include "models/roles.h"
#include "models/times.h"
#include "ui/widgets/table/tableview.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usual{560, 320};

} // namespace

MarkList::MarkList(const Context &context, models::LogMarks &marks, QWidget *parent)
    : QDialog(parent), m_context(context), m_marks(marks), m_table(new TableView(context.look, this))
{
    setObjectName(u"markList"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Marked lines"));
    resize(usual);
    m_model.setHorizontalHeaderLabels({tr("Line"), tr("Note"), tr("By"), tr("Made")});
    m_table->setObjectName(u"marksTable"_s);
    m_table->setAccessibleName(tr("Marked lines"));
    m_table->setSortingEnabled(false);
    m_table->setModel(&m_model);
    m_table->setFlexColumn(1);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *go = buttons->addButton(tr("&Go to the line"), QDialogButtonBox::ActionRole);
    go->setObjectName(u"goToMark"_s);
    QPushButton *remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole);
    remove->setObjectName(u"removeMark"_s);
    QPushButton *close = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"closeMarks"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT lineWanted(lineAt(index)); });
    connect(go, &QPushButton::clicked, this, [this] {
        if (m_table->currentIndex().isValid())
            Q_EMIT lineWanted(lineAt(m_table->currentIndex()));
    });
    connect(remove, &QPushButton::clicked, this, &MarkList::removeChosen);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&marks, &models::LogMarks::changed, this, &MarkList::fill);
    fill();
}

qint64 MarkList::lineAt(const QModelIndex &index) const
{
    return index.siblingAtColumn(0).data(models::KeyRole).toLongLong();
}

void MarkList::fill()
{
    m_model.removeRows(0, m_model.rowCount());
    for (const store::Mark &mark : m_marks.marks()) {
        QList<QStandardItem *> row{new QStandardItem(models::numberText(mark.line + 1)), new QStandardItem(mark.note),
                                   new QStandardItem(mark.madeBy),
                                   new QStandardItem(models::pastExact(mark.madeAt, m_context.clock.now()))};
        row[0]->setData(QString::number(mark.line), models::KeyRole);
        m_model.appendRow(row);
    }
    if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
}

void MarkList::removeChosen()
{
    if (m_table->currentIndex().isValid())
        Q_EMIT removeWanted(lineAt(m_table->currentIndex()));
}

} // namespace ui
