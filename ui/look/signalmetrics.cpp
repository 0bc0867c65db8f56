// SPDX-License-Identifier: Apache-2.0
// The measures of SignalStyle: heights of controls, metrics, hints.
#include "ui/look/signalstyle.h"
#include "ui/look/style/kit.h"
#include "ui/look/style/menus.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QStyleOption>

namespace ui {

namespace {

/// Fields ask for a frame so that their contents are inset; everything else has none.
int frameWidth(const QWidget *widget)
{
    if (style::flagOf(widget, "field"))
        return 3;
    const bool edged = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                       qobject_cast<const QAbstractSpinBox *>(widget) ||
                       (widget && widget->inherits("QComboBoxPrivateContainer"));
    return edged ? 1 : 0;
}

} // namespace

int SignalStyle::controlHeight(const QWidget *widget) const
{
    const int least = m_tokens->size(style::flagOf(widget, "small") ? Size::ControlSmall : Size::Control);
    return widget ? std::max(least, widget->fontMetrics().height() + 6) : least;
}

QSize SignalStyle::buttonSize(const QStyleOption &option, const QSize &size, const QWidget *widget) const
{
    const auto &button = static_cast<const QStyleOptionButton &>(option);
    const int inset = style::flagOf(widget, "link") ? 6 : 12;
    const int iconGap = !button.icon.isNull() && !button.text.isEmpty() ? 4 : 0;
    const int menu = button.features.testFlag(QStyleOptionButton::HasMenu) ? 18 : 0;
    const bool bare = button.text.isEmpty();
    const int width = bare ? controlHeight(widget) : size.width() + iconGap + 2 * inset + menu;
    return {width, controlHeight(widget)};
}

QSize SignalStyle::toolButtonSize(const QStyleOption &option, const QSize &size, const QWidget *widget) const
{
    const auto &button = static_cast<const QStyleOptionToolButton &>(option);
    const int height = controlHeight(widget);
    if (button.toolButtonStyle == Qt::ToolButtonIconOnly && !button.icon.isNull())
        return {height, height};
    const bool menu = button.features.testFlag(QStyleOptionToolButton::HasMenu);
    return {std::max(height, size.width() + 12 + (menu ? 16 : 0)), height};
}

QSize SignalStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        return buttonSize(*option, size, widget);
    case CT_ToolButton:
        return toolButtonSize(*option, size, widget);
    case CT_LineEdit:
        return {size.width() + 12, controlHeight(widget)};
    case CT_ComboBox:
        return {size.width() + 38, controlHeight(widget)};
    case CT_SpinBox:
        return {size.width() + 24, controlHeight(widget)};
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), 22)};
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(m_tokens->size(Size::TableHeader), option->fontMetrics.height() + 8)};
    }
    case CT_TabBarTab:
        return {size.width(), std::max(m_tokens->size(Size::DockTabs), size.height())};
    case CT_MenuItem:
        return style::menuItemSize(*m_tokens, static_cast<const QStyleOptionMenuItem &>(*option), size);
    case CT_MenuBarItem:
        return {size.width() + 18, std::max(m_tokens->size(Size::MenuBar), size.height() + 8)};
    case CT_MenuBar:
        return {size.width(), std::max(m_tokens->size(Size::MenuBar), size.height())};
    case CT_ProgressBar:
        return {std::max(size.width(), 80), 6};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

int SignalStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
    case PM_ButtonMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_MenuBarPanelWidth:
    case PM_MenuPanelWidth:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ToolBarFrameWidth:
    case PM_HeaderMarkSize:
        return 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_DefaultFrameWidth:
        return frameWidth(widget);
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 6;
    case PM_ScrollBarExtent:
        return m_tokens->size(Size::ScrollBar);
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return m_tokens->size(Size::SplitterHandle);
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_MenuBarHMargin:
        return 6;
    case PM_MenuButtonIndicator:
        return 16;
    case PM_SubMenuOverlap:
        return -1;
    case PM_TabBarTabHSpace:
        return style::flagOf(widget, "dock") ? 24 : 20;
    case PM_TabBarTabVSpace:
        return 8;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_HeaderMargin:
    case PM_HeaderGripMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SignalStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_DrawMenuBarSeparator:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
    case SH_FocusFrame_Mask:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
        return 1;
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case SH_FormLayoutFieldGrowthPolicy:
        return 1; // QFormLayout::ExpandingFieldsGrow
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace ui
