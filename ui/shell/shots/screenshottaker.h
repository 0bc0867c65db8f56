// SPDX-License-Identifier: Apache-2.0
// Takes pictures of the window, one after the other: every pane in both schemes, the automations also small and large,
// the editor, and what a first start offers where this machine has jobs of its own. Each step asks for a state of the
// window and comes back once it stands.
#pragma once

#include "app/base/result.h"
#include "ui/look/tokens.h"
#include "ui/shell/context.h"

#include <QObject>
#include <QSize>
#include <QTimer>

namespace ui {

class MainWindow;

/// Lives on the main thread; for a store that is open.
class ScreenshotTaker : public QObject
{
    Q_OBJECT

public:
    /// `out` is a folder; it is made.
    ScreenshotTaker(const Context &context, MainWindow &window, QString out);
    /// Starts the window and prints the path of every picture; finished() follows.
    void start();

Q_SIGNALS:
    void finished(const base::Status &result);

private:
    struct Shot
    {
        QString name;
        QString pane;
        QSize size;
        Scheme scheme = Scheme::Light;
        bool editor = false;
        int view = -1; ///< Of the maintenance pane, by its number; -1 leaves it.
    };
    static QList<Shot> allShots();
    void openLatestLog();
    void offer();
    void next();
    void take();
    void stopWith(const base::Status &result);

    const Context &m_context;
    MainWindow &m_window;
    QString m_out;
    QList<Shot> m_shots;
    QTimer m_settle;
    QTimer m_limit;
    int m_looks = 0; ///< How often the current step found nothing to take.
    bool m_offered = false;
};

} // namespace ui
