// SPDX-License-Identifier: Apache-2.0
// One event, told at the lower end of the window for a few seconds, with a way back; never on a button that somebody
// may want meanwhile. A child of the window, because Wayland does not let a program place windows of its own.
#pragma once

#include "ui/look/look.h"

#include <QTimer>
#include <QWidget>

class QPropertyAnimation;
class QPushButton;

namespace ui {

class KeyCap;
class TextLabel;

enum class Undoable { No, Yes };

class Toast : public QWidget
{
    Q_OBJECT

public:
    Toast(const Look &look, QWidget *window);
    ~Toast() override;

    /// Replaces what is shown. Stays 6 s, with Undo 10 s, and as long as the pointer or the focus is on it.
    void tell(const QString &text, Undoable undoable = Undoable::No);
    /// What it leaves free, in pixels: status line and dock from the lower edge of the window, what has buttons of its
    /// own from its end side.
    void setInsets(int bottom, int end);
    std::chrono::milliseconds stay() const;

public Q_SLOTS:
    /// What Undo does; for the window's Ctrl+Z while isVisible().
    void undo();

Q_SIGNALS:
    void undone();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    QRect clearOfButtons(QRect place) const;
    void stepAside();
    void countDown();
    bool isHeld() const;

    const Look &m_look;
    TextLabel *m_text;
    QPushButton *m_undo;
    KeyCap *m_key;
    QTimer m_life;
    QTimer m_watch; ///< Looks whether it lies on a button by now.
    QPropertyAnimation *m_slide;
    Undoable m_undoable = Undoable::No;
    int m_bottomInset = 38;
    int m_endInset = 0;
};

} // namespace ui
