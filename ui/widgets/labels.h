// SPDX-License-Identifier: Apache-2.0
// The smallest parts: a hairline between regions, a key's name in a frame, a label in one of the type roles, a label
// that cuts its text with an ellipsis.
#pragma once

#include "ui/look/look.h"

#include <QLabel>

namespace ui {

/// One device pixel of border.subtle, in a widget one logical pixel thick.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    Hairline(const Look &look, Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Qt::Orientation m_orientation;
};

/// The name of a shortcut ("Ctrl+F"), as a hint.
class KeyCap : public QLabel
{
    Q_OBJECT

public:
    enum class Ground { Base, Inverse };
    KeyCap(const Look &look, const QString &key, QWidget *parent = nullptr, Ground ground = Ground::Base);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Ground m_ground;
};

/// Text of one type role and colour. Plain text only.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    struct Style
    {
        TypeRole role = TypeRole::Body;
        Colour ink = Colour::TextPrimary;
    };
    TextLabel(const Look &look, Style style, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    void applyLook();

    const Look &m_look;
    Style m_style;
};

/// Shows as much of its text as fits; the whole is its tool tip.
class ElidedLabel : public TextLabel
{
    Q_OBJECT

public:
    ElidedLabel(const Look &look, Style style, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace ui
