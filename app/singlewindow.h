// SPDX-License-Identifier: Apache-2.0
// One window a workspace: the first one listens on a socket in the runtime folder, every later start asks it to come to
// the front and ends.
#pragma once

#include <QLocalServer>
#include <QObject>

#include <memory>

/// Lives on the main thread.
class SingleWindow : public QObject
{
    Q_OBJECT

public:
    /// `store` is the workspace's folder.
    explicit SingleWindow(const QString &store, QObject *parent = nullptr);

    /// Whether a window is there already; it has been asked to come to the front. Waits for it, at most two seconds.
    static bool raiseOther(const QString &store);
    /// From now on this is the window. Only when the runtime folder exists. False when another was faster.
    bool listen();
    void close();

Q_SIGNALS:
    void raiseWanted();

private:
    void onConnection();

    QString m_store;
    QLocalServer m_server;
};
