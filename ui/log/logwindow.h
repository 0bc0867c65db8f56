// SPDX-License-Identifier: Apache-2.0
// A log in a window of its own. Closing it closes the log; its bar has the way back into the dock.
#pragma once

#include <QWidget>

namespace ui {

class LogTab;

/// Deletes itself when closed.
class LogWindow : public QWidget
{
    Q_OBJECT

public:
    /// Takes the tab over.
    LogWindow(LogTab *tab, QWidget *parent);
    /// Null once it was taken.
    LogTab *tab() const { return m_tab; }
    /// The caller owns it; the window closes.
    LogTab *takeTab();

Q_SIGNALS:
    void attachWanted();

private:
    void showTitle();

    LogTab *m_tab;
};

} // namespace ui
