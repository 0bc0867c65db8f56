// SPDX-License-Identifier: Apache-2.0
#include "ui/look/signalstyle.h"

#include "ui/look/icons.h"
#include "ui/look/style/bars.h"
#include "ui/look/style/buttons.h"
#include "ui/look/style/fields.h"
#include "ui/look/style/menus.h"
#include "ui/look/style/tabs.h"
#include "ui/look/style/views.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleOption>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

template <typename Option> const Option &as(const QStyleOption &option)
{
    return static_cast<const Option &>(option);
}

QString arrowName(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
        return u"chevron-up"_s;
    case QStyle::PE_IndicatorArrowLeft:
        return u"chevron-left"_s;
    case QStyle::PE_IndicatorArrowRight:
        return u"chevron-right"_s;
    default:
        return u"chevron-down"_s;
    }
}

} // namespace

SignalStyle::SignalStyle(std::shared_ptr<const Tokens> tokens) : QProxyStyle(u"Fusion"_s), m_tokens(std::move(tokens))
{
}

SignalStyle::~SignalStyle() = default;

void SignalStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QMenu *>(widget))
        widget->setAttribute(Qt::WA_TranslucentBackground);
    else if (qobject_cast<QPushButton *>(widget))
        m_focusRing.watch(widget);
}

void SignalStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const style::Kit kit{*m_tokens, *proxy(), *painter, widget};
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return style::paintCheckBox(kit, *option);
    case PE_IndicatorRadioButton:
        return style::paintRadioButton(kit, *option);
    case PE_PanelLineEdit:
        if (as<QStyleOptionFrame>(*option).lineWidth > 0)
            style::paintField(kit, *option);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QRadioButton *>(widget))
            style::paintFocusRing(kit, option->rect, 4);
        return;
    case PE_Frame:
        return style::paintFrame(kit, *option);
    case PE_PanelItemViewItem:
        return style::paintItemGround(kit, as<QStyleOptionViewItem>(*option));
    case PE_IndicatorBranch:
        return style::paintBranch(kit, *option);
    case PE_PanelMenu:
        return style::paintMenuPanel(kit, *option);
    case PE_PanelTipLabel:
        return style::paintToolTip(kit, *option);
    case PE_IndicatorTabClose:
        return style::paintTabClose(kit, *option);
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        return style::paintIcon(kit, option->rect, arrowName(element), m_tokens->colour(Colour::TextSecondary), 14);
    case PE_IndicatorDockWidgetResizeHandle:
        return style::paintSeparator(kit, *option);
    case PE_PanelItemViewRow:
    case PE_IndicatorHeaderArrow:
    case PE_FrameMenu:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
    case PE_FrameWindow:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

bool SignalStyle::drawOwnControl(ControlElement element, const QStyleOption &option, QPainter &painter,
                                 const QWidget *widget) const
{
    const style::Kit kit{*m_tokens, *proxy(), painter, widget};
    switch (element) {
    case CE_PushButton:
        style::paintPushButton(kit, as<QStyleOptionButton>(option));
        return true;
    case CE_ComboBoxLabel:
        style::paintComboLabel(kit, as<QStyleOptionComboBox>(option));
        return true;
    case CE_Header:
        style::paintHeader(kit, as<QStyleOptionHeader>(option));
        return true;
    case CE_HeaderEmptyArea:
        style::paintHeaderEmptyArea(kit, option);
        return true;
    case CE_TabBarTabShape:
        style::paintTabShape(kit, as<QStyleOptionTab>(option));
        return true;
    case CE_MenuItem:
        style::paintMenuItem(kit, as<QStyleOptionMenuItem>(option));
        return true;
    case CE_MenuBarItem:
        style::paintMenuBarItem(kit, as<QStyleOptionMenuItem>(option));
        return true;
    case CE_MenuBarEmptyArea:
        painter.fillRect(option.rect, m_tokens->colour(Colour::BgChrome));
        return true;
    case CE_Splitter:
        style::paintSplitter(kit, option);
        return true;
    case CE_ProgressBar:
        style::paintProgressBar(kit, as<QStyleOptionProgressBar>(option));
        return true;
    case CE_FocusFrame:
        style::paintFocusRing(kit, option.rect, 9);
        return true;
    case CE_MenuEmptyArea:
    case CE_SizeGrip:
        return true;
    default:
        return false;
    }
}

void SignalStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (drawOwnControl(element, *option, *painter, widget))
        return;
    if (element == CE_TabBarTabLabel)
        drawTabLabel(*option, *painter, widget);
    else if (element == CE_ItemViewItem)
        drawItem(*option, *painter, widget);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

void SignalStyle::drawTabLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    QStyleOptionTab tab = as<QStyleOptionTab>(option);
    const style::Kit kit{*m_tokens, *proxy(), painter, widget};
    tab.palette.setColor(QPalette::WindowText, style::tabInk(kit, tab));
    QProxyStyle::drawControl(CE_TabBarTabLabel, &tab, &painter, widget);
}

void SignalStyle::drawItem(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    QStyleOptionViewItem item = as<QStyleOptionViewItem>(option);
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        item.palette.setColor(group, QPalette::HighlightedText, m_tokens->colour(Colour::TextPrimary));
    QProxyStyle::drawControl(CE_ItemViewItem, &item, &painter, widget);
}

void SignalStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    const style::Kit kit{*m_tokens, *proxy(), *painter, widget};
    switch (control) {
    case CC_ToolButton:
        return style::paintToolButton(kit, as<QStyleOptionToolButton>(*option));
    case CC_ComboBox:
        return style::paintComboBox(kit, as<QStyleOptionComboBox>(*option));
    case CC_SpinBox:
        return style::paintSpinBox(kit, as<QStyleOptionSpinBox>(*option));
    case CC_ScrollBar:
        return style::paintScrollBar(kit, as<QStyleOptionSlider>(*option));
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect SignalStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        return style::comboPart(as<QStyleOptionComboBox>(*option), part);
    case CC_SpinBox:
        return style::spinPart(as<QStyleOptionSpinBox>(*option), part);
    case CC_ScrollBar:
        return style::scrollBarPart(as<QStyleOptionSlider>(*option), part);
    default:
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
}

QRect SignalStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const bool framed = as<QStyleOptionFrame>(*option).lineWidth > 0;
        return framed ? option->rect.adjusted(7, 0, -7, 0) : option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QIcon SignalStyle::standardIcon(StandardPixmap name, const QStyleOption *option, const QWidget *widget) const
{
    const Icons icons(m_tokens);
    switch (name) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return icons.icon(u"close"_s);
    case SP_ToolBarHorizontalExtensionButton:
        return icons.icon(u"more"_s);
    default:
        return QProxyStyle::standardIcon(name, option, widget);
    }
}

} // namespace ui
