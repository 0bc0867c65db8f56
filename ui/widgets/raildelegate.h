// SPDX-License-Identifier: Apache-2.0
// Paints the rows of a Rail.
#pragma once

#include "ui/look/look.h"
#include "ui/widgets/rail.h"

#include <QStyledItemDelegate>

namespace ui {

class RailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RailDelegate(const Look &look, const Rail &rail, QObject *parent)
        : QStyledItemDelegate(parent), m_look(look), m_rail(rail)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintItem(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintView(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBadge(QPainter &painter, const QRect &row, const QModelIndex &index) const;

    const Look &m_look;
    const Rail &m_rail;
};

} // namespace ui
