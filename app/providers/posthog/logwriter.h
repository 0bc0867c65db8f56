// SPDX-License-Identifier: Apache-2.0
// Writes to logs of runs. The server reads, adds and writes back: of two who do so at once one loses lines. So there is
// one request for each run at a time, and what comes meanwhile goes together in the next.
#pragma once

#include "app/providers/posthog/service.h"

#include <map>

namespace providers::posthog {

/// Lives no longer than its service.
class LogWriter
{
public:
    explicit LogWriter(Service &service) : m_service(service) {}

    /// The run as it is answered. Invalid where an entry is no object, or there is none.
    rest::Future<QJsonObject> append(const RunPlace &place, const QJsonArray &entries);

private:
    struct Queue
    {
        QJsonArray entries;
        QList<rest::Promise<QJsonObject>> promises;
        bool isBusy = false;
    };

    void send(const RunPlace &place);

    Service &m_service;
    std::map<QString, Queue> m_queues; // by run
};

} // namespace providers::posthog
