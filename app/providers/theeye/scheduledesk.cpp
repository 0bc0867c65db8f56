// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/scheduledesk.h"

#include "app/providers/theeye/schedules.h"
#include "app/sync/rest/together.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

constexpr std::chrono::minutes newsEnough{10};

using Triggers = QList<domain::Trigger>;

/// Older servers, and those who may not see them.
bool areNotOurs(const base::Error &error)
{
    using enum base::ErrorCode;
    return error.code == Unsupported || error.code == NotFound || (error.code == Denied && error.field.isEmpty()) ||
           isSilence(error);
}

} // namespace

rest::Future<Triggers> ScheduleDesk::known(const QString &task)
{
    const auto found = m_known.constFind(task);
    return found != m_known.constEnd() && m_clock.monotonic() - found->at < newsEnough
               ? rest::settled<Triggers>(found->triggers)
               : read(task);
}

rest::Future<Triggers> ScheduleDesk::read(const QString &task)
{
    const rest::Promise<Triggers> promise;
    base::onAnswer(m_service.context(), m_service.schedules(task),
                   [this, promise, task](const base::Result<QJsonArray> &schedules) {
                       if (!schedules && !areNotOurs(schedules.error())) {
                           promise.give(schedules.error());
                           return;
                       }
                       const Triggers triggers = triggersOf(schedules.value_or({}));
                       m_known.insert(task, {triggers, m_clock.monotonic()});
                       promise.give(triggers);
                   });
    return promise.future();
}

rest::Future<void> ScheduleDesk::change(const QString &task, const Triggers &before, const Triggers &wanted)
{
    return rest::chain<void>(
        m_service.context(), m_service.schedules(task),
        [this, task, before, wanted](const QJsonArray &there) { return carryOut(task, there, before, wanted); });
}

rest::Future<void> ScheduleDesk::carryOut(const QString &task, const QJsonArray &there, const Triggers &before,
                                          const Triggers &wanted)
{
    const base::Result<ScheduleChanges> changes = changesOf(there, before, wanted);
    if (!changes) {
        return rest::settled<void>(changes.error());
    }
    QList<rest::Future<QJsonObject>> all;
    for (const QString &id : changes->gone) {
        all.append(m_service.removeSchedule(id));
    }
    for (const QJsonObject &body : changes->added) {
        all.append(m_service.addSchedule(task, body));
    }
    return rest::then<void>(m_service.context(), rest::together(m_service.context(), all),
                            [](const QList<QJsonObject> &) { return base::Status(); });
}

} // namespace providers::theeye
