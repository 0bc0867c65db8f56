// SPDX-License-Identifier: Apache-2.0
#include "ui/look/style/views.h"

#include "ui/look/style/fields.h"

#include <QPainter>
#include <QStyleOption>

namespace ui::style {

using namespace Qt::StringLiterals;

namespace {

constexpr int headerInset = 8;

void paintHeaderLabel(const Kit &kit, const QStyleOptionHeader &option)
{
    QRect place = option.rect.adjusted(headerInset, 0, -headerInset, 0);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const int arrow = sorted ? 16 : 0;
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, place.width() - arrow);
    const int width = option.fontMetrics.horizontalAdvance(text);
    const bool atEnd = option.textAlignment.testFlag(Qt::AlignRight);
    const int start = atEnd ? place.right() + 1 - width - arrow : place.x();
    kit.painter.setPen(kit.colour(sorted || hovered(option) ? Colour::TextPrimary : Colour::TextSecondary));
    kit.painter.drawText(
        QStyle::visualRect(option.direction, option.rect, QRect(start, place.y(), width + 1, place.height())),
        int(Qt::AlignLeft | Qt::AlignVCenter), text);
    if (!sorted)
        return;
    const QRect mark(start + width + 4, place.y(), 12, place.height());
    // A column sorted upwards has its smallest value on top: the arrow points there.
    paintIcon(kit, QStyle::visualRect(option.direction, option.rect, mark),
              option.sortIndicator == QStyleOptionHeader::SortDown ? u"arrow-up"_s : u"arrow-down"_s,
              kit.colour(Colour::TextSecondary), 12);
}

} // namespace

void paintHeaderEmptyArea(const Kit &kit, const QStyleOption &option)
{
    const QRect r = option.rect;
    kit.painter.fillRect(r, kit.colour(Colour::BgBase));
    paintHairline(kit.painter, QLineF(r.left(), r.bottom(), r.right() + 1, r.bottom()),
                  kit.colour(Colour::BorderSubtle));
}

void paintHeader(const Kit &kit, const QStyleOptionHeader &option)
{
    paintHeaderEmptyArea(kit, option);
    const QRect r = option.rect;
    if (hovered(option))
        kit.painter.fillRect(r.adjusted(0, 0, 0, -1), kit.colour(Colour::BgHover));
    if (option.position != QStyleOptionHeader::End && option.position != QStyleOptionHeader::OnlyOneSection) {
        const int end = option.direction == Qt::RightToLeft ? r.left() : r.right();
        paintHairline(kit.painter, QLineF(end, r.top() + 8, end, r.bottom() - 7), kit.colour(Colour::BorderDefault));
    }
    paintHeaderLabel(kit, option);
}

void paintItemGround(const Kit &kit, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool active = option.state.testFlag(QStyle::State_Active);
        kit.painter.fillRect(option.rect, kit.colour(active ? Colour::BgSelected : Colour::BgSelectedInactive));
        // A table does not say where in its row a cell is.
        const bool first = option.viewItemPosition == QStyleOptionViewItem::Beginning ||
                           option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                           (option.viewItemPosition == QStyleOptionViewItem::Invalid && option.index.column() <= 0);
        if (first) {
            QRect bar = option.rect;
            bar.setWidth(kit.tokens.size(Size::SelectionBar));
            kit.painter.fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                                 kit.colour(active ? Colour::AccentFocus : Colour::BorderControl));
        }
    } else if (hovered(option)) {
        kit.painter.fillRect(option.rect, kit.colour(Colour::BgHover));
    }
}

void paintBranch(const Kit &kit, const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Children))
        return;
    const bool open = option.state.testFlag(QStyle::State_Open);
    const QString closed = option.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s;
    paintIcon(kit, option.rect, open ? u"chevron-down"_s : closed, kit.colour(Colour::TextSecondary), 14);
}

void paintFrame(const Kit &kit, const QStyleOption &option)
{
    if (kit.flag("field"))
        paintField(kit, option);
    else if (kit.widget && kit.widget->inherits("QComboBoxPrivateContainer"))
        paintBox(kit.painter, option.rect, {{}, kit.colour(Colour::BorderDefault), 0});
}

} // namespace ui::style
