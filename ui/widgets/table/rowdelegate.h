// SPDX-License-Identifier: Apache-2.0
// Paints the cells of all tables: the ground of the row in its states, and what its column calls for. Models give
// values by roles (models/roles.h); colours are looked up here.
#pragma once

#include "ui/look/look.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace ui {

enum class CellPainter {
    Text,
    GlyphText,   ///< Glyph of StatusKeyRole, then the text in the colour of its emphasis.
    StatusText,  ///< Glyph, then the text in the colour of its status, then SecondaryTextRole.
    WordText,    ///< As StatusText without the glyph.
    IconText,    ///< IconNameRole at 14 px, then the text.
    FoldText,    ///< Room for the chevron of rows that fold, then the text; what is in an open fold is set in.
    Number,      ///< Right-aligned.
    DurationBar, ///< 52 px bar of FractionRole, then the text right-aligned.
    Spark        ///< BarsRole.
};

enum class Emphasis { Primary, Secondary, Tertiary };

struct CellStyle
{
    CellPainter painter = CellPainter::Text;
    Emphasis emphasis = Emphasis::Secondary;
};

class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(const Look &look, QObject *parent = nullptr);

    /// Columns without a style are secondary text, the first one primary.
    void setColumn(int column, CellStyle style) { m_columns.insert(column, style); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Elided text is shown in full as a tool tip, unless the model has one of its own.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    CellStyle styleOf(int column) const;

    const Look &m_look;
    QHash<int, CellStyle> m_columns;
};

} // namespace ui
