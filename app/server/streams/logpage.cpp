// SPDX-License-Identifier: Apache-2.0
#include "app/server/streams/logpage.h"

#include "app/search/matcher.h"
#include "app/server/shapes.h"
#include "app/server/streams/lines.h"
#include "app/store/store.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace server {

namespace {

constexpr qint64 mostLines = 100000;
constexpr qint64 mostText = 4 * 1024 * 1024;

struct Findings
{
    QJsonArray lines;
    qint64 text = 0; ///< Bytes.
    qint64 next = 0; ///< The first line not looked at.
};

QJsonObject lineItem(const Line &line)
{
    return {{u"number"_s, line.number},
            {u"stream"_s, streamWord(line.stream)},
            {u"at"_s, base::isoUtc(line.at)},
            {u"text"_s, QString::fromUtf8(line.bytes)}};
}

struct Search
{
    std::shared_ptr<const search::Matcher> grep;
    qint64 from = 0;
    qint64 wanted = 0; ///< Lines.
};

/// True while there is room for more.
bool add(Findings &findings, const store::LogChunk &chunk, qint64 wanted)
{
    forEachLine(chunk, [&](const Line &line) {
        if (findings.lines.size() >= wanted || findings.text >= mostText) {
            return Walk::Stop;
        }
        findings.next = line.number + 1;
        findings.text += line.bytes.size();
        findings.lines.append(lineItem(line));
        return Walk::On;
    });
    return findings.lines.size() < wanted && findings.text < mostText;
}

/// Answers one page: read as it is stored, or searched for by the store.
class LogPage : public std::enable_shared_from_this<LogPage>
{
public:
    LogPage(Tools &tools, CallPtr call, Search search, const store::LogInfo &info)
        : m_tools(tools),
          m_call(std::move(call)),
          m_search(std::move(search)),
          m_total(info.lines),
          m_first(std::min(m_search.from, info.lines))
    {
        m_found.next = m_first;
    }

    void start()
    {
        if (m_first >= m_total || m_search.wanted <= 0) {
            answer();
        } else if (m_search.grep) {
            find();
        } else {
            readOn();
        }
    }

private:
    void readOn()
    {
        const qint64 count = std::min(m_search.wanted - m_found.lines.size(), m_total - m_found.next);
        whenDone(m_tools.store.logs().read(m_call->run->id, m_found.next, count), m_tools.loop,
                 [self = shared_from_this()](const base::Result<store::LogChunk> &chunk) { self->take(chunk); });
    }

    void take(const base::Result<store::LogChunk> &chunk)
    {
        if (!chunk || m_call->exchange->gone()) {
            m_call->fail(chunk ? base::Error{} : chunk.error());
        } else if (chunk->bytes.isEmpty()) {
            m_total = m_found.next;
            answer();
        } else if (add(m_found, *chunk, m_search.wanted) && m_found.next < m_total) {
            readOn();
        } else {
            answer();
        }
    }

    /// The findings are touched by threads of the store only until the answer has come.
    void find()
    {
        store::FindRequest request{.matcher = m_search.grep, .first = m_first, .end = m_total};
        request.detail = store::FindRequest::Detail::Lines;
        const auto sink = [self = shared_from_this()](const store::FoundPart &part) { return self->note(part); };
        whenDone(m_tools.store.logs().find(m_call->run->id, request, sink), m_tools.loop,
                 [self = shared_from_this()](const base::Result<qint64> &end) { self->found(end); });
    }

    store::FindOn note(const store::FoundPart &part)
    {
        for (const store::LogChunk &line : part.lines) {
            if (!add(m_found, line, m_search.wanted)) {
                return store::FindOn::Stop; // The line after the last one given is where to go on.
            }
        }
        m_found.next = part.end;
        return store::FindOn::Continue;
    }

    void found(const base::Result<qint64> &end)
    {
        if (end) {
            answer();
            return;
        }
        base::Error error = end.error();
        if (error.field == "pattern"_L1) {
            error = base::invalid(u"grep"_s, u"grep: %1"_s.arg(error.detail));
        }
        m_call->fail(error);
    }

    void answer()
    {
        const bool more = m_found.next < m_total;
        QJsonObject page{{u"first"_s, m_first},
                         {u"total"_s, m_total},
                         {u"next"_s, more ? QJsonValue(m_found.next) : QJsonValue(QJsonValue::Null)},
                         {u"lines"_s, m_found.lines}};
        if (const auto removed = m_call->run->log.removedAt) {
            page.insert(u"removed_at"_s, base::isoUtc(*removed));
        }
        m_call->answer(200, page);
    }

    Tools &m_tools;
    CallPtr m_call;
    Search m_search;
    qint64 m_total;
    qint64 m_first;
    Findings m_found;
};

/// Errors are told for the parameter.
base::Result<std::shared_ptr<const search::Matcher>> compile(const QString &pattern)
{
    auto matcher = search::Matcher::compile({.terms = {{.text = pattern, .syntax = search::Syntax::Regex}}});
    if (!matcher) {
        base::Error error = base::invalid(u"grep"_s, u"grep is %1"_s.arg(matcher.error().detail));
        error.position = matcher.error().position;
        return error;
    }
    return std::make_shared<const search::Matcher>(std::move(*matcher));
}

base::Result<Search> searchOf(const Query &query)
{
    Search search;
    TRY(search.from, query.number(u"from"_s, 0));
    TRY(const qint64 lines, query.number(u"lines"_s, 1000));
    search.wanted = std::min(lines, mostLines);
    const std::optional<QString> grep = query.value(u"grep"_s);
    if (grep && !grep->isEmpty()) {
        TRY(search.grep, compile(*grep));
    }
    return search;
}

} // namespace

void sendLogPage(Tools &tools, const CallPtr &call)
{
    const base::Result<Search> search = searchOf(call->query);
    if (!search) {
        call->fail(search.error());
        return;
    }
    whenDone(tools.store.logs().info(call->run->id), tools.loop,
             [&tools, call, search = *search](const base::Result<store::LogInfo> &info) {
                 if (!info) {
                     call->fail(info.error());
                     return;
                 }
                 std::make_shared<LogPage>(tools, call, search, *info)->start();
             });
}

} // namespace server
