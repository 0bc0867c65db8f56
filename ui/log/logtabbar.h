// SPDX-License-Identifier: Apache-2.0
// The tabs of the log dock: status glyph, name, the start of the run's id, a cross. A middle click closes.
#pragma once

#include "ui/look/look.h"

#include <QTabBar>

namespace ui {

class LogTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit LogTabBar(const Look &look, QWidget *parent = nullptr);

    struct Caption
    {
        QString name;
        QString id;
        QString statusKey;
    };
    void addCaption(const Caption &caption);
    void setCaption(int index, const Caption &caption);

Q_SIGNALS:
    void closeWanted(int index);
    /// A tab was dragged out of the bar, upwards or downwards.
    void draggedOut(int index);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    QSize tabSizeHint(int index) const override;

private:
    QWidget *makeEnd(const QString &id);

    const Look &m_look;
    int m_pressed = -1; ///< The tab that may be dragged.
};

} // namespace ui
