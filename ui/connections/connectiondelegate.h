// SPDX-License-Identifier: Apache-2.0
// A connection in three lines: its name and system, how it stands, what is mirrored.
#pragma once

#include "app/domain/catalog.h"
#include "ui/look/look.h"

#include <QStyledItemDelegate>

namespace ui {

class ConnectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ConnectionDelegate(const Look &look, const domain::Catalog &catalog, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Look &m_look;
    const domain::Catalog &m_catalog;
};

/// The system's translated name; its word where this build does not know it.
QString providerText(const domain::Catalog &catalog, const QString &provider);

} // namespace ui
