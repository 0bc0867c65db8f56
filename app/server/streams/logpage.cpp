// SPDX-License-Identifier: Apache-2.0
#include "app/server/streams/logpage.h"

#include "app/server/shapes.h"
#include "app/server/streams/lines.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace server {

namespace {

constexpr qint64 mostLines = 100000;
constexpr qint64 mostText = 4 * 1024 * 1024;

struct Search
{
    std::optional<QRegularExpression> grep;
    qint64 wanted = 0; ///< Lines still to be found.
    qint64 room = mostText;
};

struct Findings
{
    QJsonArray lines;
    qint64 text = 0;
    qint64 next = 0;                  ///< The first line not looked at.
    std::optional<base::Error> error; ///< The expression gave up.
};

QJsonObject lineItem(const Line &line, const QString &text)
{
    return {{u"number"_s, line.number},
            {u"stream"_s, streamWord(line.stream)},
            {u"at"_s, base::isoUtc(line.at)},
            {u"text"_s, text}};
}

Findings search(const store::LogChunk &chunk, const Search &search)
{
    Findings found;
    found.next = chunk.firstLine;
    forEachLine(chunk, [&](const Line &line) {
        if (found.lines.size() >= search.wanted || found.text >= search.room) {
            return Walk::Stop;
        }
        const QString text = QString::fromUtf8(line.bytes);
        found.next = line.number + 1;
        if (search.grep) {
            const QRegularExpressionMatch match = search.grep->match(text);
            if (!match.isValid()) {
                found.error = base::invalid(
                    u"grep"_s, u"grep needs too many steps for line %1; make it simpler"_s.arg(line.number));
                return Walk::Stop;
            }
            if (!match.hasMatch()) {
                return Walk::On;
            }
        }
        found.text += line.bytes.size();
        found.lines.append(lineItem(line, text));
        return Walk::On;
    });
    return found;
}

/// The steps of one match are bounded, so that no expression keeps the pool busy for long. Errors are told for the
/// expression as it was given.
base::Result<QRegularExpression> compile(const QString &pattern)
{
    const QRegularExpression given(pattern);
    if (!given.isValid()) {
        base::Error error =
            base::invalid(u"grep"_s, u"grep is not a regular expression: %1"_s.arg(given.errorString()));
        error.position = static_cast<int>(given.patternErrorOffset());
        return error;
    }
    return QRegularExpression(u"(*LIMIT_MATCH=200000)"_s + pattern);
}

class LogPage : public std::enable_shared_from_this<LogPage>
{
public:
    LogPage(Tools &tools, CallPtr call, Search search, const store::LogInfo &info, qint64 from)
        : m_tools(tools),
          m_call(std::move(call)),
          m_search(std::move(search)),
          m_total(info.lines),
          m_first(std::min(from, info.lines)),
          m_next(m_first)
    {
    }

    void readOn()
    {
        if (m_next >= m_total || m_search.wanted <= 0 || m_search.room <= 0) {
            answer();
            return;
        }
        const qint64 count = m_search.grep ? m_total - m_next : std::min(m_search.wanted, m_total - m_next);
        whenDone(m_tools.store.logs().read(m_call->run->id, m_next, count), m_tools.loop,
                 [self = shared_from_this()](const base::Result<store::LogChunk> &chunk) { self->look(chunk); });
    }

private:
    void look(const base::Result<store::LogChunk> &chunk)
    {
        if (!chunk || m_call->exchange->gone()) {
            m_call->fail(chunk ? base::Error{} : chunk.error());
        } else if (chunk->bytes.isEmpty()) {
            m_total = m_next;
            answer();
        } else {
            offload(
                m_tools.pool, m_tools.loop, [chunk = *chunk, wanted = m_search] { return search(chunk, wanted); },
                [self = shared_from_this()](const Findings &found) { self->take(found); });
        }
    }

    void take(const Findings &found)
    {
        if (found.error) {
            m_call->fail(*found.error);
            return;
        }
        for (const QJsonValue line : found.lines) {
            m_lines.append(line);
        }
        m_search.wanted -= found.lines.size();
        m_search.room -= found.text;
        m_next = found.next;
        readOn();
    }

    void answer()
    {
        m_call->answer(200, {{u"first"_s, m_first},
                             {u"total"_s, m_total},
                             {u"next"_s, m_next < m_total ? QJsonValue(m_next) : QJsonValue(QJsonValue::Null)},
                             {u"lines"_s, m_lines}});
    }

    Tools &m_tools;
    CallPtr m_call;
    Search m_search;
    qint64 m_total;
    qint64 m_first;
    qint64 m_next;
    QJsonArray m_lines;
};

struct Wanted
{
    Search search;
    qint64 from = 0;
};

base::Result<Wanted> wantedBy(const Query &query)
{
    Wanted wanted;
    TRY(wanted.from, query.number(u"from"_s, 0));
    TRY(const qint64 lines, query.number(u"lines"_s, 1000));
    wanted.search.wanted = std::min(lines, mostLines);
    if (const std::optional<QString> grep = query.value(u"grep"_s)) {
        TRY(wanted.search.grep, compile(*grep));
    }
    return wanted;
}

} // namespace

void sendLogPage(Tools &tools, const CallPtr &call)
{
    const base::Result<Wanted> wanted = wantedBy(call->query);
    if (!wanted) {
        call->fail(wanted.error());
        return;
    }
    whenDone(tools.store.logs().info(call->run->id), tools.loop,
             [&tools, call, wanted = *wanted](const base::Result<store::LogInfo> &info) {
                 if (!info) {
                     call->fail(info.error());
                     return;
                 }
                 std::make_shared<LogPage>(tools, call, wanted.search, *info, wanted.from)->readOn();
             });
}

} // namespace server
