// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/logwriter.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

rest::Future<QJsonObject> LogWriter::append(const RunPlace &place, const QJsonArray &entries)
{
    const bool areObjects =
        std::all_of(entries.begin(), entries.end(), [](const QJsonValue &entry) { return entry.isObject(); });
    if (entries.isEmpty() || !areObjects) {
        return rest::settled<QJsonObject>(
            base::invalid(u"entries"_s, u"entries must be a list of objects with at least one of them"_s));
    }
    Queue &queue = m_queues[place.text()];
    for (const QJsonValue entry : entries) {
        queue.entries.append(entry);
    }
    queue.promises.emplaceBack();
    const rest::Future<QJsonObject> answer = queue.promises.last().future();
    if (!queue.isBusy) {
        send(place);
    }
    return answer;
}

void LogWriter::send(const RunPlace &place)
{
    Queue &queue = m_queues[place.text()];
    queue.isBusy = true;
    const QJsonObject body{{u"entries"_s, std::exchange(queue.entries, {})}};
    const auto promises = std::exchange(queue.promises, {});
    const auto sent = m_service.object(m_service.send("POST", Service::runPath(place, {u"append_log"_s}), body));
    base::onAnswer(&m_service.client(), sent, [this, place, promises](const base::Result<QJsonObject> &run) {
        for (const rest::Promise<QJsonObject> &promise : promises) {
            promise.give(run);
        }
        if (m_queues[place.text()].promises.isEmpty()) {
            m_queues.erase(place.text());
        } else {
            send(place);
        }
    });
}

} // namespace providers::posthog
