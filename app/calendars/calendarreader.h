// SPDX-License-Identifier: Apache-2.0
// Reads subscribed calendars when their time has come and hands what they say to the store. One process of a workspace
// does it: the one with the engine.
#pragma once

#include "app/base/clock.h"
#include "app/domain/windows/subscription.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace store {
class Store;
}

namespace calendars {

/// Lives on the thread that made it, which needs an event loop. The store outlives it and is open.
class CalendarReader : public QObject
{
    Q_OBJECT

public:
    CalendarReader(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);
    ~CalendarReader() override;

    void start();

Q_SIGNALS:
    /// One was read, or could not be, and the store knows.
    void looked(const QString &calendar);

private:
    void lookAtAll();
    void consider(const QList<domain::CalendarSubscription> &all);
    void read(const domain::CalendarSubscription &subscription);
    void ask(const domain::CalendarSubscription &subscription);
    void open(const domain::CalendarSubscription &subscription);
    void take(const domain::CalendarSubscription &subscription, const base::Result<QByteArray> &file);
    void note(const QString &calendar, const QString &why);

    store::Store &m_store;
    const base::Clock &m_clock;
    QTimer m_alarm;
    QTimer m_soon;
    QThreadPool m_pool;
    QSet<QString> m_reading;
};

} // namespace calendars
