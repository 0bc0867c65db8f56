// SPDX-License-Identifier: Apache-2.0
// A step of a workflow's run in two lines: its name and time; how it stands, what it runs, why.
#pragma once

#include "ui/look/look.h"

#include <QStyledItemDelegate>

namespace ui {

class StepDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StepDelegate(const Look &look, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintRest(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Look &m_look;
};

} // namespace ui
