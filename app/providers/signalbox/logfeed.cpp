// SPDX-License-Identifier: Apache-2.0
#include "app/providers/signalbox/logfeed.h"

#include "app/providers/signalbox/reading.h"

using namespace Qt::StringLiterals;

namespace providers::signalbox {

namespace {

constexpr qsizetype mostAhead = 256 << 10;
constexpr base::Millis longestWait{10000};
constexpr base::Millis longestIdle{60000};

} // namespace

LogFeed::LogFeed(rest::RestClient &client, const QString &run, const QByteArray &from)
    : m_stream(client, rest::plainCall({u"api"_s, u"automations"_s, u"runs"_s, run, u"stream"_s}), from),
      m_position(from),
      m_readUpTo(from)
{
    m_longWait.setSingleShot(true);
    m_longWait.setInterval(longestWait);
    m_idle.setSingleShot(true);
    m_idle.setInterval(longestIdle);
    connect(&m_longWait, &QTimer::timeout, this, &LogFeed::giveWhatIsThere);
    connect(&m_idle, &QTimer::timeout, this, &LogFeed::done);
    connect(&m_stream, &rest::EventStream::arrived, this, &LogFeed::take);
    connect(&m_stream, &rest::EventStream::ended, this, &LogFeed::onEnded);
    m_stream.start();
}

syncing::Answer<syncing::LogPart> LogFeed::next()
{
    m_idle.stop();
    m_asked.emplace();
    const syncing::Answer<syncing::LogPart> answer = m_asked->future();
    if (!m_bytes.isEmpty() || m_end) {
        giveWhatIsThere();
    } else {
        m_longWait.start();
    }
    return answer;
}

void LogFeed::take(const QList<rest::Event> &events)
{
    m_bytes += linesOf(events);
    m_readUpTo = events.last().id;
    if (endsWith(events)) {
        m_end = base::Status();
    }
    if (m_asked && (!m_bytes.isEmpty() || m_end)) {
        giveWhatIsThere();
    } else if (m_bytes.size() > mostAhead || m_end) {
        m_stream.holdBack(true);
    }
}

void LogFeed::onEnded(const base::Status &status)
{
    m_end = m_end.value_or(status);
    if (m_asked) {
        giveWhatIsThere();
    }
}

void LogFeed::giveWhatIsThere()
{
    m_longWait.stop();
    m_idle.start();
    const auto asked = std::exchange(m_asked, std::nullopt);
    if (!asked) {
        return;
    }
    if (m_bytes.isEmpty() && m_end && !*m_end) {
        asked->give(m_end->error());
        Q_EMIT done();
        return;
    }
    m_position = m_readUpTo;
    const bool complete = m_end && *m_end;
    asked->give(syncing::LogPart{std::exchange(m_bytes, {}), QString::fromLatin1(m_position), complete});
    if (complete) {
        Q_EMIT done();
    } else if (!m_end) {
        m_stream.holdBack(false);
    }
}

} // namespace providers::signalbox
