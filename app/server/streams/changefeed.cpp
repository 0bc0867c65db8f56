// SPDX-License-Identifier: Apache-2.0
#include "app/server/limits.h"
#include "app/server/streams/events.h"
#include "app/server/streams/feeds.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

QString tableWord(store::Table table)
{
    switch (table) {
    case store::Table::Automations:
        return u"automations"_s;
    case store::Table::Runs:
        return u"runs"_s;
    case store::Table::Schedules:
        return u"schedules"_s;
    case store::Table::Settings:
        return u"settings"_s;
    case store::Table::Engine:
        return u"engine"_s;
    case store::Table::Pauses:
        return u"pauses"_s;
    case store::Table::Secrets:
        return u"secrets"_s;
    case store::Table::Views:
        return u"views"_s;
    case store::Table::Notices:
        return u"notices"_s;
    case store::Table::CancelRequests:
        return u"cancel_requests"_s;
    case store::Table::Approvals:
        return u"approvals"_s;
    case store::Table::Operators:
        return u"operators"_s;
    case store::Table::Windows:
        return u"windows"_s;
    case store::Table::Webhooks:
        return u"webhooks"_s;
    case store::Table::Templates:
        return u"templates"_s;
    case store::Table::Connections:
        return u"connections"_s;
    case store::Table::Outbox:
        return u"outbox"_s;
    case store::Table::Conflicts:
        return u"conflicts"_s;
    }
    Q_UNREACHABLE();
}

QString kindWord(store::ChangeKind kind)
{
    switch (kind) {
    case store::ChangeKind::Inserted:
        return u"inserted"_s;
    case store::ChangeKind::Updated:
        return u"updated"_s;
    case store::ChangeKind::Deleted:
        return u"deleted"_s;
    }
    Q_UNREACHABLE();
}

/// Whoever may not know of everything is not told which rows changed, only that some did.
enum class Ids { Told, Left };

/// Changes can't be read again later, so what a client does not take piles up; beyond the limit it is dropped, and
/// reads everything when it comes back.
class ChangeFeed final : public Feed
{
public:
    ChangeFeed(ExchangePtr exchange, qsizetype most, Ids ids)
        : m_exchange(std::move(exchange)), m_most(most), m_ids(ids)
    {
    }

    void grew(const base::RunId &) override {}
    void changed(const store::Changes &changes) override
    {
        QByteArray events;
        for (const store::Change &change : changes) {
            events += dataEvent({{u"table"_s, tableWord(change.table)},
                                 {u"kind"_s, kindWord(change.kind)},
                                 {u"id"_s, m_ids == Ids::Told ? change.id : QString()}});
        }
        if (m_exchange->queued() + events.size() > m_most) {
            m_exchange->drop();
        } else {
            m_exchange->write(events);
        }
    }

private:
    ExchangePtr m_exchange;
    qsizetype m_most;
    Ids m_ids;
};

} // namespace

void openChangeFeed(Tools &tools, const CallPtr &call)
{
    const Ids ids = call->hidden.isEmpty() ? Ids::Told : Ids::Left;
    const auto feed = std::make_shared<ChangeFeed>(call->exchange, tools.limits.streamQueue, ids);
    tools.feeds.add(feed);
    call->exchange->onDrained([feed] {}); // Keeps the feed as long as its client.
    call->exchange->openStream({"text/event-stream"_ba, heartbeatEvent, tools.limits.stall});
}

} // namespace server
