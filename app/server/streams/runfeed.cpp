// SPDX-License-Identifier: Apache-2.0
#include "app/server/limits.h"
#include "app/server/streams/events.h"
#include "app/server/streams/feeds.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

constexpr base::Millis lateLog{10'000}; // after its end, the log of a run elsewhere is waited for so long
constexpr int manyLogs = 1000;

/// Reads on whenever its client has taken what was sent, so that at most one piece waits for a client; one that takes
/// nothing of it is dropped by the connection.
class RunFeed final : public Feed, public std::enable_shared_from_this<RunFeed>
{
public:
    RunFeed(Tools &tools, const CallPtr &call)
        : m_tools(tools), m_exchange(call->exchange), m_run(call->run->id), m_next(firstLine(call->exchange->request()))
    {
        if (!domain::isElsewhere(*call->run)) {
            noteStatus(*call->run);
        }
    }

    void open()
    {
        m_exchange->onDrained([self = shared_from_this()] { self->pump(); });
        m_exchange->openStream({"text/event-stream"_ba, heartbeatEvent, m_tools.limits.stall});
    }
    void grew(const base::RunId &run) override
    {
        if (run == m_run) {
            pump();
        }
    }
    void changed(const store::Changes &changes) override
    {
        for (const store::Change &change : changes) {
            if (change.table == store::Table::Runs && (change.id == m_run.text() || change.id.isEmpty())) {
                m_statusStale = true;
            }
        }
        if (m_statusStale) {
            pump();
        }
    }

private:
    static qint64 firstLine(const Request &request)
    {
        bool fits = false;
        const qint64 last = request.header("last-event-id"_ba).toLongLong(&fits);
        return fits && last >= 0 && last < std::numeric_limits<qint64>::max() ? last + 1 : 0;
    }

    void pump();
    void take(const base::Result<store::LogChunk> &chunk);
    void send(const store::LogChunk &chunk);
    void atEdge();
    void takeStatus(const base::Result<domain::Run> &run);
    void askForLog(const domain::Run &run);
    void takeEnd(const domain::Run &run, bool isLogToCome);
    void noteStatus(const domain::Run &run);

    Tools &m_tools;
    ExchangePtr m_exchange;
    base::RunId m_run;
    qint64 m_next;
    qint64 m_step = 1000;                              // Lines to read at once; follows how long they are.
    QString m_over;                                    // The final status, once it is known. All lines are there then.
    std::optional<std::chrono::nanoseconds> m_endSeen; // Of a run elsewhere, whose log may come later.
    bool m_statusStale = true;                         // The row may have changed since it was read.
    bool m_busy = false;
    bool m_again = false;
};

void RunFeed::pump()
{
    if (m_busy || m_exchange->queued() > 0 || m_exchange->gone()) {
        m_again = true;
        return;
    }
    m_busy = true;
    m_again = false;
    whenDone(m_tools.store.logs().read(m_run, m_next, m_step), m_tools.loop,
             [self = shared_from_this()](const base::Result<store::LogChunk> &chunk) { self->take(chunk); });
}

void RunFeed::take(const base::Result<store::LogChunk> &chunk)
{
    m_busy = false;
    if (!chunk) {
        m_exchange->drop();
    } else if (!chunk->bytes.isEmpty()) {
        send(*chunk);
    } else {
        atEdge();
    }
}

void RunFeed::send(const store::LogChunk &chunk)
{
    const qsizetype most = m_tools.limits.streamQueue;
    QByteArray events;
    qint64 sent = 0;
    forEachLine(chunk, [&](const Line &line) {
        const QByteArray event = lineEvent(line);
        if (sent > 0 && events.size() + event.size() > most) {
            return Walk::Stop;
        }
        events += event;
        ++sent;
        return Walk::On;
    });
    m_next = chunk.firstLine + sent;
    m_step = std::clamp<qint64>(most / std::max<qint64>(1, events.size() / sent), 1, 20000);
    m_exchange->write(events);
}

void RunFeed::atEdge()
{
    if (!m_over.isEmpty()) {
        m_exchange->write(endEvent(m_over));
        m_exchange->endStream();
    } else if (m_statusStale) {
        m_busy = true;
        m_statusStale = false;
        whenDone(m_tools.store.runs().get(m_run), m_tools.loop,
                 [self = shared_from_this()](const base::Result<domain::Run> &run) { self->takeStatus(run); });
    } else if (m_again) {
        pump();
    }
}

void RunFeed::takeStatus(const base::Result<domain::Run> &run)
{
    m_busy = false;
    if (!run) {
        m_exchange->drop();
        return;
    }
    if (domain::isFinal(run->status) && domain::isElsewhere(*run)) {
        askForLog(*run);
        return;
    }
    noteStatus(*run);
    if (!m_over.isEmpty() || m_again || m_statusStale) {
        pump(); // Lines that came before the end may have been committed since the last look.
    }
}

void RunFeed::askForLog(const domain::Run &run)
{
    using Wanted = QList<store::WantedLog>;
    m_busy = true;
    whenDone(m_tools.store.mirrors().wantedLogs(run.connectionId, manyLogs), m_tools.loop,
             [self = shared_from_this(), run](const base::Result<Wanted> &wanted) {
                 const Wanted logs = wanted.value_or(Wanted());
                 self->takeEnd(run, std::any_of(logs.begin(), logs.end(),
                                                [&run](const store::WantedLog &log) { return log.run == run.id; }));
             });
}

/// Where the log is still to come, it is looked for again when the row changes, and with each heartbeat.
void RunFeed::takeEnd(const domain::Run &run, bool isLogToCome)
{
    m_busy = false;
    const std::chrono::nanoseconds now = m_tools.clock.monotonic();
    m_endSeen = m_endSeen.value_or(now);
    if (!isLogToCome || now - *m_endSeen >= lateLog) {
        noteStatus(run);
        pump();
        return;
    }
    m_statusStale = true;
    if (m_again) {
        pump();
    }
}

void RunFeed::noteStatus(const domain::Run &run)
{
    if (domain::isFinal(run.status)) {
        m_over = domain::statusWord(run.status);
    }
}

} // namespace

void openRunFeed(Tools &tools, const CallPtr &call)
{
    const auto feed = std::make_shared<RunFeed>(tools, call);
    tools.feeds.add(feed);
    feed->open();
}

} // namespace server
