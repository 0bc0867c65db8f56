// SPDX-License-Identifier: Apache-2.0
// Gives the schedules of a workspace to a process without a window: the user's systemd service where it is installed
// for this workspace, else `signalbox serve`. It waits as a guest until the engine is free.
#pragma once

#include "app/base/result.h"

#include <QObject>
#include <QProcess>

/// Lives on the main thread.
class Handover : public QObject
{
    Q_OBJECT

public:
    /// `serviceStore` is the workspace that the systemd service keeps.
    Handover(QString store, const QString &serviceStore, QObject *parent = nullptr);
    /// started() or failed() follows. One that was started before and still runs is enough.
    void start();

Q_SIGNALS:
    void started();
    void failed(const base::Error &error);

private:
    void onUnitLooked(bool exists);
    void startOwn();

    QString m_store;
    bool m_serviceFits;
    QProcess m_lookUp;
    qint64 m_pid = 0;
};
