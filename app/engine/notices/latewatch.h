// SPDX-License-Identifier: Apache-2.0
// Finds runs that are late, for automations that have somebody told of it, and writes that to the store.
#pragma once

#include "app/base/clock.h"
#include "app/engine/book.h"
#include "app/engine/clockwork/alarm.h"
#include "app/store/store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace engine {

/// Lives on the engine thread.
class LateWatch : public QObject
{
    Q_OBJECT

public:
    LateWatch(store::Store &store, const Book &book, const base::Clock &clock, std::unique_ptr<Alarm> alarm);
    ~LateWatch() override;

    void start();

private:
    /// What one look finds out.
    struct Look
    {
        QList<store::LateRun> late;
        std::optional<base::Instant> next;
        QSet<base::RunId> told; ///< Of those that are not over.
    };

    bool concerns(const domain::Run &run) const;
    void lookSoon();
    void look();
    void judgeWaiting(const QList<domain::Run> &runs);
    void judgeRunning(Look look, const QList<domain::Run> &runs);
    void askForUsual(const base::AutomationId &automation);
    void keepTold(Look &look, const QList<domain::Run> &runs) const;
    void note(Look &look, const domain::Run &run, base::Instant lateAt, const QString &why) const;
    void conclude(const Look &look);

    store::Store &m_store;
    const Book &m_book;
    const base::Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    QTimer m_soon;
    /// What the last runs of an automation took at most, but for the slowest of them; of those that run now.
    QHash<base::AutomationId, std::optional<base::Millis>> m_usual;
    QSet<base::AutomationId> m_asked;
    QSet<base::RunId> m_told;
    bool m_looking = false;
};

} // namespace engine
