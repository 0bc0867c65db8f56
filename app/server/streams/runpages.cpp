// SPDX-License-Identifier: Apache-2.0
#include "app/server/streams/runpages.h"

#include "app/server/limits.h"
#include "app/server/shapes.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

constexpr qint64 pageLength = 1000;

QByteArray itemsOf(const QList<domain::Run> &runs)
{
    QJsonArray items;
    for (const domain::Run &run : runs) {
        items.append(runItem(run));
    }
    return QJsonDocument(items).toJson(QJsonDocument::Compact);
}

/// Writes the pages of one array: each is an array whose brackets are taken off, but for the first and the last.
class RunPages : public std::enable_shared_from_this<RunPages>
{
public:
    RunPages(Tools &tools, ExchangePtr exchange, store::RunQuery query)
        : m_tools(tools), m_exchange(std::move(exchange)), m_query(std::move(query)), m_left(m_query.limit)
    {
    }

    void open(const QList<domain::Run> &first)
    {
        m_exchange->onDrained([self = shared_from_this()] { self->readOn(); });
        m_exchange->openStream({"application/json"_ba, {}, m_tools.limits.idle});
        send(first);
    }

private:
    void readOn()
    {
        if (m_over) {
            return;
        }
        m_query.limit = m_left > 0 ? std::min(m_left, pageLength) : pageLength;
        whenDone(m_tools.store.runs().page(m_query), m_tools.loop,
                 [self = shared_from_this()](const base::Result<QList<domain::Run>> &runs) {
                     if (!runs) {
                         self->m_exchange->drop(); // Cut off: half a list must not look whole.
                         return;
                     }
                     self->send(*runs);
                 });
    }

    void send(const QList<domain::Run> &runs)
    {
        const bool bounded = m_left > 0;
        m_left -= bounded ? runs.size() : 0;
        m_over = runs.size() < pageLength || (bounded && m_left == 0);
        if (!runs.isEmpty()) {
            m_query.before = runs.last().id;
        }
        QByteArray items = itemsOf(runs);
        items = items.sliced(1, items.size() - 2);
        m_exchange->write((m_started ? (items.isEmpty() ? ""_ba : ","_ba) : "["_ba) + items +
                          (m_over ? "]"_ba : ""_ba));
        m_started = true;
        if (m_over) {
            m_exchange->endStream();
        }
    }

    Tools &m_tools;
    ExchangePtr m_exchange;
    store::RunQuery m_query;
    qint64 m_left; // Runs still wanted; 0 is all.
    bool m_started = false;
    bool m_over = false;
};

} // namespace

void sendRuns(Tools &tools, const CallPtr &call, const store::RunQuery &query)
{
    store::RunQuery first = query;
    first.limit = query.limit == 0 ? pageLength : std::min(query.limit, pageLength);
    whenDone(tools.store.runs().page(first), tools.loop,
             [&tools, call, query](const base::Result<QList<domain::Run>> &runs) {
                 if (!runs) {
                     call->fail(runs.error());
                     return;
                 }
                 if (runs->size() == pageLength && query.limit != pageLength) {
                     std::make_shared<RunPages>(tools, call->exchange, query)->open(*runs);
                     return;
                 }
                 Response response;
                 response.body = itemsOf(*runs);
                 call->exchange->answer(response);
             });
}

} // namespace server
