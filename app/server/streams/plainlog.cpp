// SPDX-License-Identifier: Apache-2.0
#include "app/server/streams/plainlog.h"

#include "app/server/limits.h"
#include "app/server/shapes.h"
#include "app/server/streams/lines.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

class PlainLog : public std::enable_shared_from_this<PlainLog>
{
public:
    PlainLog(Tools &tools, const CallPtr &call, qint64 from, qint64 end)
        : m_tools(tools), m_exchange(call->exchange), m_run(call->run->id), m_next(from), m_end(end)
    {
    }

    void open()
    {
        m_exchange->onDrained([self = shared_from_this()] { self->readOn(); });
        m_exchange->openStream({"application/octet-stream"_ba, {}, m_tools.limits.idle});
    }

private:
    void readOn()
    {
        if (m_next >= m_end) {
            m_exchange->endStream();
            return;
        }
        whenDone(m_tools.store.logs().read(m_run, m_next, m_end - m_next), m_tools.loop,
                 [self = shared_from_this()](const base::Result<store::LogChunk> &chunk) { self->take(chunk); });
    }

    void take(const base::Result<store::LogChunk> &chunk)
    {
        if (!chunk || chunk->bytes.isEmpty()) {
            m_exchange->drop(); // Removed meanwhile, or unreadable: the client must not take it for whole.
            return;
        }
        m_next = chunk->firstLine + lineCount(*chunk);
        const QByteArray bytes = storedBytes(*chunk);
        if (bytes.isEmpty()) {
            readOn(); // Nothing but empty open lines.
        } else {
            m_exchange->write(bytes);
        }
    }

    Tools &m_tools;
    ExchangePtr m_exchange;
    base::RunId m_run;
    qint64 m_next;
    qint64 m_end;
};

} // namespace

void sendPlainLog(Tools &tools, const CallPtr &call)
{
    const base::Result<qint64> from = call->query.number(u"from"_s, 0);
    const base::Result<qint64> lines = call->query.number(u"lines"_s, std::numeric_limits<qint64>::max());
    if (!from || !lines || call->query.value(u"grep"_s)) {
        call->fail(!from    ? from.error()
                   : !lines ? lines.error()
                            : base::invalid(u"grep"_s, u"grep and plain can't be combined"_s));
        return;
    }
    whenDone(tools.store.logs().info(call->run->id), tools.loop,
             [&tools, call, from = *from, lines = *lines](const base::Result<store::LogInfo> &info) {
                 if (!info) {
                     call->fail(info.error());
                     return;
                 }
                 const qint64 start = std::min(from, info->lines);
                 const qint64 end = start + std::min(lines, info->lines - start);
                 std::make_shared<PlainLog>(tools, call, start, end)->open();
             });
}

} // namespace server
