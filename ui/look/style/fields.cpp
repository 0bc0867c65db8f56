// SPDX-License-Identifier: Apache-2.0
#include "ui/look/style/fields.h"

#include <QPainter>
#include <QStyleOption>

namespace ui::style {

using namespace Qt::StringLiterals;

namespace {

constexpr int arrowWidth = 26;

} // namespace

void paintField(const Kit &kit, const QStyleOption &option)
{
    Box box{kit.colour(Colour::BgBase), kit.colour(Colour::BorderControl)};
    if (!enabled(option)) {
        box = {kit.colour(Colour::BgPanel), kit.colour(Colour::BorderDefault)};
    } else if (kit.flag("error")) {
        box.edge = kit.tokens.family(Family::Bad).glyph;
        box.edgeWidth = 2;
    } else if (option.state.testFlag(QStyle::State_HasFocus)) {
        box.edge = kit.colour(Colour::AccentFocus);
        box.edgeWidth = 2;
    }
    paintBox(kit.painter, option.rect, box);
}

void paintComboBox(const Kit &kit, const QStyleOptionComboBox &option)
{
    if (option.frame)
        paintField(kit, option);
    paintIcon(kit, comboPart(option, QStyle::SC_ComboBoxArrow), u"chevron-down"_s,
              kit.colour(enabled(option) ? Colour::TextSecondary : Colour::TextDisabled), 14);
}

void paintComboLabel(const Kit &kit, const QStyleOptionComboBox &option)
{
    if (option.editable)
        return;
    QRect rect = comboPart(option, QStyle::SC_ComboBoxEditField);
    if (!option.currentIcon.isNull()) {
        const QSize size = option.iconSize;
        const QRect place(rect.x(), rect.y() + (rect.height() - size.height()) / 2, size.width(), size.height());
        option.currentIcon.paint(&kit.painter, QStyle::visualRect(option.direction, rect, place), Qt::AlignCenter,
                                 enabled(option) ? QIcon::Normal : QIcon::Disabled);
        rect = QStyle::visualRect(option.direction, rect, rect.adjusted(size.width() + 6, 0, 0, 0));
    }
    kit.painter.setPen(kit.colour(enabled(option) ? Colour::TextPrimary : Colour::TextDisabled));
    const QString text = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, rect.width());
    kit.painter.drawText(rect, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), text);
}

QRect comboPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const QRect rect = option.rect;
    QRect place = rect;
    if (part == QStyle::SC_ComboBoxArrow)
        place = {rect.right() - arrowWidth + 1, rect.y(), arrowWidth - 4, rect.height()};
    else if (part == QStyle::SC_ComboBoxEditField)
        place = rect.adjusted(option.editable ? 7 : 9, 2, -arrowWidth, -2);
    else if (part == QStyle::SC_ComboBoxListBoxPopup)
        place = rect.adjusted(0, 2, 0, 2);
    return QStyle::visualRect(option.direction, rect, place);
}

void paintSpinBox(const Kit &kit, const QStyleOptionSpinBox &option)
{
    if (option.frame)
        paintField(kit, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step, const QString &name) {
        const bool possible = enabled(option) && option.stepEnabled.testFlag(step);
        const bool under = possible && hovered(option) && option.activeSubControls == part;
        paintIcon(kit, spinPart(option, part), name,
                  kit.colour(!possible ? Colour::TextDisabled
                             : under   ? Colour::TextPrimary
                                       : Colour::TextSecondary),
                  11);
    };
    arrow(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, u"chevron-up"_s);
    arrow(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, u"chevron-down"_s);
}

QRect spinPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect rect = option.rect;
    const int width = option.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 22;
    const int half = rect.height() / 2;
    QRect place = rect;
    if (part == QStyle::SC_SpinBoxUp)
        place = {rect.right() - width, rect.y() + 2, width, half - 2};
    else if (part == QStyle::SC_SpinBoxDown)
        place = {rect.right() - width, rect.y() + half, width, half - 2};
    else if (part == QStyle::SC_SpinBoxEditField)
        place = rect.adjusted(7, 2, -width - 2, -2);
    return QStyle::visualRect(option.direction, rect, place);
}

} // namespace ui::style
