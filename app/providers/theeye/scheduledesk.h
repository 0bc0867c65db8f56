// SPDX-License-Identifier: Apache-2.0
// The schedules of tasks, each list of which is a request of its own: they are read now and then only, unless one task
// is looked at by itself.
#pragma once

#include "app/providers/theeye/service.h"

namespace providers::theeye {

/// Lives no longer than the service.
class ScheduleDesk
{
public:
    ScheduleDesk(Service &service, const base::Clock &clock) : m_service(service), m_clock(clock) {}

    /// What was read of this task a few minutes ago, or is read now. None where we may not see them.
    rest::Future<QList<domain::Trigger>> known(const QString &task);
    /// Read now.
    rest::Future<QList<domain::Trigger>> read(const QString &task);
    /// Makes of what is there what is wanted; what nobody here knew of stays. Asked again it does what is left.
    rest::Future<void> change(const QString &task, const QList<domain::Trigger> &before,
                              const QList<domain::Trigger> &wanted);

private:
    struct Known
    {
        QList<domain::Trigger> triggers;
        std::chrono::nanoseconds at;
    };

    rest::Future<void> carryOut(const QString &task, const QJsonArray &there, const QList<domain::Trigger> &before,
                                const QList<domain::Trigger> &wanted);

    Service &m_service;
    const base::Clock &m_clock;
    QHash<QString, Known> m_known; // by task
};

} // namespace providers::theeye
