// SPDX-License-Identifier: Apache-2.0
// The style: Fusion with our own painting for everything an operator sees, and no default margins. It only decides
// which painter (style/) paints what; every value comes from Tokens.
#pragma once

#include "ui/look/focusring.h"
#include "ui/look/tokens.h"

#include <QProxyStyle>

#include <memory>

namespace ui {

/// Widgets ask for variants by dynamic properties: `primary`, `destructive`, `link`, `tight` (a link in a line of
/// text), `inverse` (a link on the inverse ground), `small` (24 px) on buttons;
/// `error` on fields; `field` on text areas that need a field's edge; `dock` on tab bars of documents; `chrome` on tool
/// buttons and scroll bars that lie on the chrome ground.
class SignalStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit SignalStyle(std::shared_ptr<const Tokens> tokens);
    ~SignalStyle() override;

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;
    QIcon standardIcon(StandardPixmap name, const QStyleOption *option, const QWidget *widget) const override;

private:
    bool drawOwnControl(ControlElement element, const QStyleOption &option, QPainter &painter,
                        const QWidget *widget) const;
    void drawTabLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawItem(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    QSize buttonSize(const QStyleOption &option, const QSize &size, const QWidget *widget) const;
    QSize toolButtonSize(const QStyleOption &option, const QSize &size, const QWidget *widget) const;
    int controlHeight(const QWidget *widget) const;

    std::shared_ptr<const Tokens> m_tokens;
    FocusRing m_focusRing;
};

} // namespace ui
