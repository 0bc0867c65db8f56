// SPDX-License-Identifier: Apache-2.0
// Gives the schedules of a workspace to a process without a window: the user's systemd service where it is installed
// for this workspace, else `signalbox serve`. It waits as a guest until the engine is free.
#pragma once

#include "app/base/result.h"
#include "app/runner/descriptor.h"

#include <QObject>
#include <QProcess>

/// Lives on the main thread.
class Handover : public QObject
{
    Q_OBJECT

public:
    /// `program` is the path of signalbox, `serviceStore` the workspace that the systemd service keeps.
    Handover(QString program, QString store, const QString &serviceStore, QObject *parent = nullptr);
    /// started() or failed() follows. One that was started before and still runs is enough.
    void start();

Q_SIGNALS:
    void started();
    void failed(const base::Error &error);

private:
    void onUnitLooked(bool exists);
    void startOwn();
    bool isAtWork() const;

    QString m_program;
    QString m_store;
    bool m_serviceFits;
    QProcess m_lookUp;
    runner::Descriptor m_own; // a pidfd: its number may be another's by now
};
