// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/rowtable.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QToolButton>

namespace ui {

void dressRows(QTableWidget &table, const Look &look, Size rowHeight)
{
    table.setProperty("field", true);
    table.setFrameShape(QFrame::StyledPanel);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.verticalHeader()->hide();
    // Qt hides it only when the table is shown.
    if (auto *corner = table.findChild<QAbstractButton *>())
        corner->hide();
    table.verticalHeader()->setDefaultSectionSize(look.size(rowHeight) + 4);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setFont(look.font(TypeRole::Caption));
}

QToolButton *addRowTool(QHBoxLayout &row, const Look &look, const RowTool &tool)
{
    auto *button = new QToolButton;
    button->setObjectName(tool.name);
    button->setIcon(look.icons().icon(tool.icon));
    button->setText(tool.text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row.addWidget(button);
    return button;
}

} // namespace ui
