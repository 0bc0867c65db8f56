// SPDX-License-Identifier: Apache-2.0
// Runs that are held, and the one alarm that tells when their time has come. Those without a time are only kept.
#pragma once

#include "app/base/clock.h"
#include "app/domain/run.h"
#include "app/engine/alarm.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <set>

namespace engine {

/// Lives on the engine thread.
class HeldRuns : public QObject
{
    Q_OBJECT

public:
    HeldRuns(const base::Clock &clock, std::unique_ptr<Alarm> alarm, QObject *parent = nullptr);

    void put(const domain::Run &run);
    void remove(const base::RunId &id);
    void clear();
    bool contains(const base::RunId &id) const { return m_until.contains(id); }

Q_SIGNALS:
    /// Their time has come, earliest first. They stay until they are removed, and are told of once.
    void due(const QList<base::RunId> &ids);

private:
    void look();
    void arm();

    const base::Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    QTimer m_now; // for what is due already
    QHash<base::RunId, std::optional<base::Instant>> m_until;
    std::set<std::pair<base::Instant, QString>> m_order; // of those that were not told of
};

} // namespace engine
