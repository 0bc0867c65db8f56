// SPDX-License-Identifier: Apache-2.0
#include "ui/agenda/foldsteering.h"

#include "ui/widgets/table/cells.h"
#include "ui/widgets/table/tableview.h"

#include <QKeyEvent>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::AgendaModel;

FoldSteering::FoldSteering(const Look &look, TableView &table, models::AgendaModel &model)
    : QObject(&table), m_look(look), m_table(table), m_model(model), m_verb(new QAction(this))
{
    m_verb->setObjectName(u"toggleFold"_s);
    connect(m_verb, &QAction::triggered, this, [this] {
        if (const int row = chosenRow(); row >= 0)
            toggle(m_model.headOf(row));
    });
    table.installEventFilter(this);
    table.viewport()->installEventFilter(this);
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &FoldSteering::followSelection);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &FoldSteering::followSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &FoldSteering::followSelection);
    followSelection();
}

int FoldSteering::chosenRow() const
{
    const QModelIndexList rows = m_table.selectionModel()->selectedRows();
    return rows.size() == 1 ? rows.constFirst().row() : -1;
}

void FoldSteering::followSelection()
{
    const int row = chosenRow();
    const int head = row < 0 ? -1 : m_model.headOf(row);
    const bool isFold = head >= 0 && m_model.row(head).isFold();
    const bool open = isFold && m_model.isOpen(head);
    m_verb->setText(open ? tr("&Fold these times") : tr("&Unfold these times"));
    m_verb->setIcon(m_look.icons().icon(open ? u"chevron-up"_s : u"chevron-down"_s));
    m_verb->setEnabled(isFold);
    m_verb->setToolTip(isFold ? m_verb->text().remove(u'&') : tr("Choose times that are folded first"));
}

bool FoldSteering::toggle(int row)
{
    if (!m_model.row(row).isFold())
        return false;
    if (m_model.isOpen(row))
        close(row);
    else
        m_model.setFold(row, Model::Fold::Open);
    return true;
}

void FoldSteering::close(int row)
{
    const int head = m_model.headOf(row);
    if (head != row || chosenRow() > row)
        chooseRow(m_table, head); // What is chosen may be about to go.
    m_model.setFold(head, Model::Fold::Closed);
}

bool FoldSteering::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == &m_table)
        return steer(static_cast<QKeyEvent *>(event)->key());
    if (event->type() == QEvent::MouseButtonPress && watched == m_table.viewport()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton && press(mouse->position().toPoint());
    }
    return QObject::eventFilter(watched, event);
}

/// As in a tree: outwards from what is in a fold goes to the fold itself first.
bool FoldSteering::steer(int key)
{
    const bool leftwards = m_table.layoutDirection() == Qt::RightToLeft;
    const bool inwards = key == (leftwards ? Qt::Key_Left : Qt::Key_Right);
    const bool outwards = key == (leftwards ? Qt::Key_Right : Qt::Key_Left);
    const int row = chosenRow();
    if ((!inwards && !outwards) || row < 0)
        return false;
    if (m_model.row(row).inner && outwards)
        chooseRow(m_table, m_model.headOf(row));
    else if (m_model.row(row).isFold() && m_model.isOpen(row) == outwards)
        toggle(row);
    return true;
}

bool FoldSteering::press(const QPoint &place)
{
    const QModelIndex index = m_table.indexAt(place);
    if (!index.isValid() || index.column() != Model::Due || !m_model.row(index.row()).isFold())
        return false;
    const QRect cell = m_table.visualRect(index);
    const bool leftwards = m_table.layoutDirection() == Qt::RightToLeft;
    const int fromStart = leftwards ? cell.right() - place.x() : place.x() - cell.left();
    if (fromStart > foldRoom + 4)
        return false;
    chooseRow(m_table, index.row());
    return toggle(index.row());
}

} // namespace ui
