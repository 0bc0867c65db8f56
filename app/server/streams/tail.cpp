// SPDX-License-Identifier: Apache-2.0
#include "app/server/streams/tail.h"

#include "app/server/shapes.h"
#include "app/server/streams/lines.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

/// Logs know lines, not bytes: it guesses from which line on there is enough, and goes back twice as far where there
/// was not.
class TailReader : public std::enable_shared_from_this<TailReader>
{
public:
    TailReader(Tools &tools, base::RunId run, TailHandler handler)
        : m_tools(tools), m_run(std::move(run)), m_handler(std::move(handler))
    {
    }

    void begin()
    {
        whenDone(m_tools.store.logs().info(m_run), m_tools.loop,
                 [self = shared_from_this()](const base::Result<store::LogInfo> &info) {
                     if (!info) {
                         self->m_handler(info.error());
                         return;
                     }
                     self->m_end = info->lines;
                     const qint64 average = std::max<qint64>(1, info->bytes / std::max<qint64>(1, info->lines));
                     self->readBack(info->bytes <= tailBytes ? info->lines : tailBytes / average + 16);
                 });
    }

private:
    void readBack(qint64 lines)
    {
        m_back = lines;
        m_next = m_start = std::max<qint64>(0, m_end - lines);
        m_bytes.clear();
        readOn();
    }

    void readOn()
    {
        if (m_next >= m_end) {
            finish();
            return;
        }
        whenDone(m_tools.store.logs().read(m_run, m_next, m_end - m_next), m_tools.loop,
                 [self = shared_from_this()](const base::Result<store::LogChunk> &chunk) { self->take(chunk); });
    }

    void take(const base::Result<store::LogChunk> &chunk)
    {
        if (!chunk) {
            m_handler(chunk.error());
            return;
        }
        const qint64 lines = lineCount(*chunk);
        m_next = lines > 0 ? m_next + lines : m_end;
        m_bytes = (m_bytes + storedBytes(*chunk)).right(tailBytes);
        readOn();
    }

    void finish()
    {
        if (m_bytes.size() < tailBytes && m_start > 0) {
            readBack(m_back * 2);
        } else {
            m_handler(m_bytes);
        }
    }

    Tools &m_tools;
    base::RunId m_run;
    TailHandler m_handler;
    qint64 m_end = 0;
    qint64 m_back = 0;
    qint64 m_start = 0;
    qint64 m_next = 0;
    QByteArray m_bytes;
};

} // namespace

void readTail(Tools &tools, const base::RunId &run, TailHandler handler)
{
    std::make_shared<TailReader>(tools, run, std::move(handler))->begin();
}

} // namespace server
