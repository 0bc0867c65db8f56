// SPDX-License-Identifier: Apache-2.0
// A request in two lines: what would run and how much time is left, who asked and how many have agreed.
#pragma once

#include "ui/look/look.h"

#include <QStyledItemDelegate>

namespace ui {

class ApprovalDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ApprovalDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Look &m_look;
};

} // namespace ui
