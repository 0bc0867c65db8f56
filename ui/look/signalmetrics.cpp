// SPDX-License-Identifier: Apache-2.0
// The measures of SignalStyle: heights of controls, metrics, hints.
#include "ui/look/signalstyle.h"
#include "ui/look/style/kit.h"
#include "ui/look/style/menus.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QStyleOption>

#include <array>

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

struct Metric
{
    QStyle::PixelMetric name;
    int pixels;
};

constexpr int iconSide = 16;

constexpr std::array fixedMetrics{
    // Containers set their own insets; nothing comes from the style.
    Metric{QStyle::PM_LayoutLeftMargin, 0},
    Metric{QStyle::PM_LayoutTopMargin, 0},
    Metric{QStyle::PM_LayoutRightMargin, 0},
    Metric{QStyle::PM_LayoutBottomMargin, 0},
    Metric{QStyle::PM_LayoutHorizontalSpacing, 8},
    Metric{QStyle::PM_LayoutVerticalSpacing, 8},
    Metric{QStyle::PM_ButtonMargin, 0},
    Metric{QStyle::PM_ButtonShiftHorizontal, 0},
    Metric{QStyle::PM_ButtonShiftVertical, 0},
    Metric{QStyle::PM_ButtonIconSize, iconSide},
    Metric{QStyle::PM_FocusFrameHMargin, 3},
    Metric{QStyle::PM_FocusFrameVMargin, 3},
    Metric{QStyle::PM_MenuBarHMargin, 6},
    Metric{QStyle::PM_MenuBarVMargin, 0},
    Metric{QStyle::PM_MenuBarItemSpacing, 0},
    Metric{QStyle::PM_MenuBarPanelWidth, 0},
    Metric{QStyle::PM_MenuHMargin, 5},
    Metric{QStyle::PM_MenuVMargin, 5},
    Metric{QStyle::PM_MenuPanelWidth, 0},
    Metric{QStyle::PM_MenuButtonIndicator, iconSide},
    Metric{QStyle::PM_SubMenuOverlap, -1},
    Metric{QStyle::PM_TabBarBaseOverlap, 0},
    Metric{QStyle::PM_TabBarTabShiftVertical, 0},
    Metric{QStyle::PM_TabBarTabShiftHorizontal, 0},
    Metric{QStyle::PM_TabBarTabOverlap, 0},
    Metric{QStyle::PM_TabBarTabVSpace, 8},
    Metric{QStyle::PM_TabBarIconSize, iconSide},
    Metric{QStyle::PM_TabCloseIndicatorWidth, iconSide},
    Metric{QStyle::PM_TabCloseIndicatorHeight, iconSide},
    Metric{QStyle::PM_ScrollView_ScrollBarOverlap, 0},
    Metric{QStyle::PM_ScrollView_ScrollBarSpacing, 0},
    Metric{QStyle::PM_ScrollBarSliderMin, 32},
    Metric{QStyle::PM_ToolBarFrameWidth, 0},
    Metric{QStyle::PM_ToolBarIconSize, iconSide},
    Metric{QStyle::PM_SmallIconSize, iconSide},
    Metric{QStyle::PM_ListViewIconSize, iconSide},
    Metric{QStyle::PM_LineEditIconSize, iconSide},
    Metric{QStyle::PM_IndicatorWidth, iconSide},
    Metric{QStyle::PM_IndicatorHeight, iconSide},
    Metric{QStyle::PM_ExclusiveIndicatorWidth, iconSide},
    Metric{QStyle::PM_ExclusiveIndicatorHeight, iconSide},
    Metric{QStyle::PM_CheckBoxLabelSpacing, 6},
    Metric{QStyle::PM_RadioButtonLabelSpacing, 6},
    Metric{QStyle::PM_ComboBoxFrameWidth, 1},
    Metric{QStyle::PM_SpinBoxFrameWidth, 1},
    Metric{QStyle::PM_ToolTipLabelFrameWidth, 7},
    Metric{QStyle::PM_HeaderMarkSize, 0},
    Metric{QStyle::PM_HeaderMargin, 4},
    Metric{QStyle::PM_HeaderGripMargin, 4},
};

} // namespace

int SignalStyle::controlHeight(const QWidget *widget) const
{
    const int least = m_tokens->size(style::flagOf(widget, "small") ? Size::ControlSmall : Size::Control);
    return widget ? std::max(least, widget->fontMetrics().height() + 6) : least;
}

QSize SignalStyle::buttonSize(const QStyleOption &option, const QSize &size, const QWidget *widget) const
{
    const auto &button = static_cast<const QStyleOptionButton &>(option);
    const int inset = style::flagOf(widget, "tight") ? 0 : style::flagOf(widget, "link") ? 6 : 12;
    const int iconGap = !button.icon.isNull() && !button.text.isEmpty() ? 4 : 0;
    const int menu = button.features.testFlag(QStyleOptionButton::HasMenu) ? 18 : 0;
    const bool bare = button.text.isEmpty();
    const int width = bare ? controlHeight(widget) : size.width() + iconGap + 2 * inset + menu;
    // A link inside a text is as high as its line.
    const int height = style::flagOf(widget, "tight") ? option.fontMetrics.height() + 2 : controlHeight(widget);
    return {width, height};
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
    case PM_DefaultFrameWidth:
        return frameWidth(widget);
    case PM_ScrollBarExtent:
        return m_tokens->size(Size::ScrollBar);
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return m_tokens->size(Size::SplitterHandle);
    case PM_TabBarTabHSpace:
        return style::flagOf(widget, "dock") ? 24 : 14; // five tabs fit the inspector, also with DejaVu Sans
    default:
        break;
    }
    for (const Metric &fixed : fixedMetrics)
        if (fixed.name == metric)
            return fixed.pixels;
    return QProxyStyle::pixelMetric(metric, option, widget);
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
