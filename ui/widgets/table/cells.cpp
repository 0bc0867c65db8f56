// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table/cells.h"

#include "models/roles.h"
#include "ui/look/style/kit.h"
#include "ui/widgets/table/sparkbars.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 52;
constexpr int badgeInset = 6;

QRect mirrored(const Cell &cell, const QRect &rect)
{
    return QStyle::visualRect(cell.direction, cell.rect, rect);
}

QColor emphasisInk(const Cell &cell, Emphasis emphasis)
{
    if (cell.index.data(models::DimmedRole).toBool() && emphasis == Emphasis::Primary)
        return cell.look.colour(Colour::TextSecondary);
    if (emphasis == Emphasis::Primary)
        return cell.look.colour(Colour::TextPrimary);
    // Tertiary would fall under 4.5 : 1 on the ground of a selection.
    const bool quiet = emphasis == Emphasis::Tertiary && !cell.row.selected;
    return cell.look.colour(quiet ? Colour::TextTertiary : Colour::TextSecondary);
}

enum class Side { Start, End };

/// Returns the width that the text took.
int paintText(const Cell &cell, const QRect &place, const QString &text, const QColor &ink, Side side = Side::Start)
{
    const QFontMetrics metrics(cell.font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, place.width());
    cell.painter.setPen(ink);
    const Qt::Alignment align = (side == Side::Start ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    cell.painter.drawText(mirrored(cell, place),
                          int(QStyle::visualAlignment(cell.direction, align)) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

/// The text, and after it the name of the system where the thing lives.
void paintName(const Cell &cell, const QRect &content, const QString &text, const QColor &ink)
{
    const QString home = cell.index.data(models::HomeRole).toString();
    if (home.isEmpty()) {
        paintText(cell, content, text, ink);
        return;
    }
    Cell badge = cell;
    badge.font = cell.look.font(TypeRole::Caption);
    const QFontMetrics metrics(badge.font);
    const int width = std::min(metrics.horizontalAdvance(home) + 2 * badgeInset, content.width() / 2);
    const int taken = paintText(cell, content.adjusted(0, 0, -width - inset, 0), text, ink);
    const int height = metrics.height() + 2;
    const QRect place(content.x() + taken + inset, content.y() + (content.height() - height) / 2, width, height);
    style::paintBox(cell.painter, mirrored(cell, place),
                    {.fill = cell.look.family(Family::Neutral).tint, .edge = {}, .radius = 4});
    cell.painter.setFont(badge.font);
    paintText(badge, place.adjusted(badgeInset, 0, -badgeInset + 1, 0), home, cell.look.family(Family::Neutral).text);
}

QRect paintGlyph(const Cell &cell, const QRect &content)
{
    const QRect place(content.x(), content.y() + (content.height() - 16) / 2, 16, 16);
    cell.look.glyphs().paint(cell.painter, mirrored(cell, place), cell.index.data(models::StatusKeyRole).toString(),
                             rowGround(cell.look, cell.row));
    return content.adjusted(24, 0, 0, 0);
}

QRect paintIcon(const Cell &cell, const QRect &content)
{
    const QString name = cell.index.data(models::IconNameRole).toString();
    if (name.isEmpty())
        return content;
    const QRect place(content.x(), content.y() + (content.height() - 14) / 2, 14, 14);
    cell.look.icons().paint(cell.painter, mirrored(cell, place), cell.look.icons().kindIconName(name),
                            cell.look.colour(Colour::TextSecondary));
    return content.adjusted(20, 0, 0, 0);
}

QRect paintFold(const Cell &cell, const QRect &content)
{
    const int kind = cell.index.data(models::RowKindRole).toInt();
    if (kind == models::FoldedRow || kind == models::UnfoldedRow) {
        const bool leftwards = cell.direction == Qt::RightToLeft;
        const QString closed = leftwards ? u"chevron-left"_s : u"chevron-right"_s;
        const QRect place(content.x(), content.y() + (content.height() - 14) / 2, 14, 14);
        cell.look.icons().paint(cell.painter, mirrored(cell, place),
                                kind == models::UnfoldedRow ? u"chevron-down"_s : closed,
                                cell.look.colour(Colour::TextSecondary));
    }
    return content.adjusted(kind == models::InnerRow ? foldRoom + 12 : foldRoom, 0, 0, 0);
}

void paintWord(const Cell &cell, const QRect &content)
{
    const QString text = cell.index.data(Qt::DisplayRole).toString();
    const bool dimmed = cell.index.data(models::DimmedRole).toBool();
    const QColor ink = dimmed ? cell.look.colour(Colour::TextSecondary)
                              : cell.look.glyphs().wordColour(cell.index.data(models::StatusKeyRole).toString());
    const int width = paintText(cell, content, text, ink);
    const QString second = cell.index.data(models::SecondaryTextRole).toString();
    if (!second.isEmpty() && width + cellInset < content.width())
        paintText(cell, content.adjusted(width + cellInset, 0, 0, 0), second, cell.look.colour(Colour::TextSecondary));
}

void paintDuration(const Cell &cell, const QRect &content)
{
    const QVariant fraction = cell.index.data(models::FractionRole);
    const QString status = cell.index.data(models::StatusKeyRole).toString();
    const QColor ink = cell.look.glyphs().barColour(status);
    QRect bar(content.x(), content.y() + (content.height() - 6) / 2, barWidth, 6);
    if (fraction.isValid()) {
        const QVariant expected = cell.index.data(models::ExpectedFractionRole);
        if (expected.isValid()) {
            QRect rest = bar;
            rest.setWidth(std::max(2, qRound(barWidth * std::clamp(expected.toDouble(), 0.0, 1.0))));
            cell.painter.setPen(QPen(ink, 0, Qt::DotLine));
            cell.painter.drawRect(mirrored(cell, rest).adjusted(0, 0, -1, -1));
        }
        bar.setWidth(std::max(2, qRound(barWidth * std::clamp(fraction.toDouble(), 0.0, 1.0))));
        cell.painter.fillRect(mirrored(cell, bar), ink);
    }
    paintText(cell, content.adjusted(barWidth + cellInset, 0, 0, 0), cell.index.data(Qt::DisplayRole).toString(),
              emphasisInk(cell, cell.style.emphasis), Side::End);
}

void paintSpark(const Cell &cell, const QRect &content)
{
    const int height = 20;
    const QRect place(content.x(), content.y() + (content.height() - height) / 2, content.width(), height);
    paintBars(cell.painter, cell.look,
              layoutBars(barsFromVariant(cell.index.data(models::BarsRole)), {mirrored(cell, place), 5, 4, 2}));
}

} // namespace

RowState rowState(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    RowState state;
    state.selected = option.state.testFlag(QStyle::State_Selected);
    const auto *view = qobject_cast<const TableView *>(option.widget);
    if (!view) {
        state.hovered = option.state.testFlag(QStyle::State_MouseOver);
        state.focused = option.state.testFlag(QStyle::State_Active) && option.widget && option.widget->hasFocus();
        return state;
    }
    state.hovered = view->hoveredRow() == index.row();
    state.focused = view->hasFocus() && view->isActiveWindow();
    state.outlined = state.focused && view->isSteeredByKeys() && view->currentIndex().row() == index.row();
    state.first = view->firstVisibleColumn() == index.column();
    state.last = view->lastVisibleColumn() == index.column();
    return state;
}

QColor rowGround(const Look &look, const RowState &state)
{
    if (state.selected)
        return look.colour(state.focused ? Colour::BgSelected : Colour::BgSelectedInactive);
    return look.colour(state.hovered ? Colour::BgHover : Colour::BgBase);
}

void paintRowGround(const Cell &cell)
{
    const RowState &row = cell.row;
    QPainter &painter = cell.painter;
    painter.fillRect(cell.rect, rowGround(cell.look, row));
    if (row.selected && row.first) {
        QRect bar = cell.rect;
        bar.setWidth(cell.look.size(Size::SelectionBar));
        painter.fillRect(mirrored(cell, bar),
                         cell.look.colour(row.focused ? Colour::AccentFocus : Colour::BorderControl));
    }
    if (!row.outlined)
        return;
    painter.setPen(QPen(cell.look.colour(Colour::AccentFocus), 0));
    const QRect r = cell.rect.adjusted(0, 0, -1, -1);
    painter.drawLine(r.left(), r.top(), r.right() + 1, r.top());
    painter.drawLine(r.left(), r.bottom(), r.right() + 1, r.bottom());
    const bool rightToLeft = cell.direction == Qt::RightToLeft;
    if (rightToLeft ? row.last : row.first)
        painter.drawLine(r.topLeft(), r.bottomLeft());
    if (rightToLeft ? row.first : row.last)
        painter.drawLine(r.topRight(), r.bottomRight());
}

void paintCell(const Cell &cell)
{
    const QRect content = cell.rect.adjusted(cellInset, 0, -cellInset, 0);
    const QString text = cell.index.data(Qt::DisplayRole).toString();
    const QColor ink = emphasisInk(cell, cell.style.emphasis);
    cell.painter.setFont(cell.font);
    switch (cell.style.painter) {
    case CellPainter::Text:
        paintName(cell, content, text, ink);
        break;
    case CellPainter::GlyphText:
        paintName(cell, paintGlyph(cell, content), text, ink);
        break;
    case CellPainter::StatusText:
        paintWord(cell, paintGlyph(cell, content));
        break;
    case CellPainter::WordText:
        paintWord(cell, content);
        break;
    case CellPainter::IconText:
        paintText(cell, paintIcon(cell, content), text, ink);
        break;
    case CellPainter::FoldText:
        paintText(cell, paintFold(cell, content), text, ink);
        break;
    case CellPainter::Number:
        paintText(cell, content, text, ink, Side::End);
        break;
    case CellPainter::DurationBar:
        paintDuration(cell, content);
        break;
    case CellPainter::Spark:
        paintSpark(cell, content);
        break;
    }
}

void paintCaption(const Cell &cell, const QRect &row)
{
    QPainter &painter = cell.painter;
    painter.fillRect(cell.rect, cell.look.colour(Colour::BgPanel));
    painter.setPen(QPen(cell.look.colour(Colour::BorderSubtle), 0));
    painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight());
    painter.setFont(cell.look.font(TypeRole::Strong));
    painter.setPen(cell.look.colour(Colour::TextSecondary));
    const Qt::Alignment side = QStyle::visualAlignment(cell.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(row.adjusted(cellInset, 0, -cellInset, 0), int(side),
                     cell.index.siblingAtColumn(0).data().toString());
}

} // namespace ui
