// SPDX-License-Identifier: Apache-2.0
// The ring around a push button that got the focus by a key. It lies outside the button, which no style can paint, so
// it is a frame widget that follows the button.
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace ui {

class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;
    /// `button` shows the ring from now on; it belongs to its owner.
    void watch(QWidget *button);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QFocusFrame> m_frame;
};

} // namespace ui
