// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/logfeed.h"

#include "app/providers/posthog/entries.h"

#include <QCryptographicHash>

#include <numeric>

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr qsizetype mostAhead = 256 << 10;
constexpr qsizetype mostRemembered = 5000;
constexpr base::Millis longestWait{10000};
constexpr base::Millis longestIdle{60000};
constexpr int pausesBetweenLooks = 5; // of usual length: of 480 requests a minute two dozen are taken so

void setUp(QTimer &timer, base::Millis length)
{
    timer.setSingleShot(true);
    timer.setInterval(length);
}

/// Objects of JSON have their keys in order, so that what is equal has the same one.
QByteArray digestOf(const QJsonObject &entry)
{
    return QCryptographicHash::hash(QJsonDocument(entry).toJson(QJsonDocument::Compact), QCryptographicHash::Md5);
}

/// Whether it was counted there; it is one less then.
bool takeFrom(QHash<QByteArray, int> &counts, const QByteArray &digest)
{
    const auto found = counts.find(digest);
    if (found == counts.end()) {
        return false;
    }
    if (--*found == 0) {
        counts.erase(found);
    }
    return true;
}

bool isOverBy(const QJsonObject &state)
{
    return isOver(QJsonObject{{u"status"_s, state.value("status"_L1)}});
}

} // namespace

LogFeed::LogFeed(Service &service, const RunPlace &place, const QString &from)
    : m_service(service), m_place(place), m_position(from)
{
    m_read = from.section(u'+', 0, 0).toLongLong();
    m_skip = from.section(u'+', 1).toLongLong();
    setUp(m_longWait, longestWait);
    setUp(m_idle, longestIdle);
    setUp(m_again, pausesBetweenLooks * service.client().remote().habits.firstPause);
    connect(&m_longWait, &QTimer::timeout, this, &LogFeed::giveWhatIsThere);
    connect(&m_idle, &QTimer::timeout, this, &LogFeed::close);
    connect(&m_again, &QTimer::timeout, this, &LogFeed::begin);
    begin();
}

QString LogFeed::position() const
{
    return m_position;
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

void LogFeed::begin()
{
    base::onAnswer(this, m_service.run(m_place), [this](const base::Result<QJsonObject> &run) {
        if (!run) {
            end(run.error());
            return;
        }
        m_isOver = isOver(*run);
        if (m_isOver || !m_service.mayStream()) {
            readKept();
        } else {
            open({});
        }
    });
}

void LogFeed::open(const QByteArray &lastId)
{
    rest::Call call = m_service.call("GET", Service::runPath(m_place, {u"stream"_s}));
    if (lastId.isEmpty()) {
        call.ask(u"start"_s, u"latest"_s);
    }
    m_stream = std::make_unique<rest::EventStream>(m_service.client(), call, lastId);
    // Also when it was opened again: what came between was kept.
    connect(m_stream.get(), &rest::EventStream::opened, this, &LogFeed::readKept);
    connect(m_stream.get(), &rest::EventStream::arrived, this, &LogFeed::onEvents);
    connect(m_stream.get(), &rest::EventStream::ended, this, &LogFeed::onStreamEnded);
    m_stream->start();
}

void LogFeed::onEvents(const QList<rest::Event> &events)
{
    for (const rest::Event &event : events) {
        if (m_stream) {
            take(event);
        }
    }
    if (m_asked && !m_bytes.isEmpty()) {
        giveWhatIsThere();
    } else if (m_stream && m_bytes.size() > mostAhead) {
        m_stream->holdBack(true);
    }
}

void LogFeed::take(const rest::Event &event)
{
    if (event.type == "end") { // it is cut off from time to time
        dropStream();
        open(event.id);
        return;
    }
    if (event.type == "stream-end" || event.type == "error") {
        lookAgain();
        return;
    }
    const QJsonObject data = QJsonDocument::fromJson(event.data).object();
    switch (sortOf(data)) {
    case Sort::Entry:
        m_reading ? m_waiting.append(data) : takeEntry(data);
        return;
    case Sort::RunState:
        if (isOverBy(data)) {
            m_isOver = true;
            lookAgain();
        }
        return;
    case Sort::Permission:
        m_bytes += "? " + data.value("toolCall"_L1)["title"_L1].toString().toUtf8() + '\n';
        return;
    case Sort::KeepAlive:
        return;
    }
}

void LogFeed::takeEntry(const QJsonObject &entry)
{
    const QByteArray digest = digestOf(entry);
    if (isPassing(entry) || takeFrom(m_behind, digest)) {
        return;
    }
    ++m_ahead[digest];
    m_bytes += linesOf(entry);
}

void LogFeed::onStreamEnded(const base::Status &status)
{
    if (!status && status.error().code == base::ErrorCode::Denied) {
        end(status);
        return;
    }
    if (status || isNoStream(status)) {
        m_service.hasNoStreams();
    }
    dropStream();
    readKept();
}

/// It may be the one that called.
void LogFeed::dropStream()
{
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream.release()->deleteLater();
    }
}

void LogFeed::readKept()
{
    if (std::exchange(m_reading, true)) {
        m_readAgain = true;
        return;
    }
    m_readAgain = false;
    base::onAnswer(this, storedLog(m_service, m_place, m_read),
                   [this](const base::Result<LogEntries> &part) { onKept(part); });
}

void LogFeed::onKept(const base::Result<LogEntries> &part)
{
    m_reading = false;
    const bool isNone = !part && part.error().code == base::ErrorCode::NotFound; // nothing was ever kept
    if (!part && !isNone) {
        end(part.error());
        return;
    }
    for (const QJsonValue entry : part.value_or({}).entries) {
        addKept(entry.toObject());
    }
    if (m_readAgain || (part && part->hasMore)) {
        readKept();
        return;
    }
    keptIsRead();
}

void LogFeed::addKept(const QJsonObject &entry)
{
    ++m_read;
    if (m_skip > 0) {
        --m_skip;
        return;
    }
    const QByteArray digest = digestOf(entry);
    if (takeFrom(m_ahead, digest)) {
        return;
    }
    if (m_stream) {
        ++m_behind[digest];
    }
    m_bytes += linesOf(entry);
}

void LogFeed::keptIsRead()
{
    for (const QJsonObject &entry : std::exchange(m_waiting, {})) {
        takeEntry(entry);
    }
    if (m_behind.size() > mostRemembered) {
        m_behind.clear();
    }
    if (m_isOver) {
        end({});
        return;
    }
    if (!m_stream) {
        m_again.start();
    }
    if (m_asked && !m_bytes.isEmpty()) {
        giveWhatIsThere();
    }
}

/// How it stands, and what was kept up to now.
void LogFeed::lookAgain()
{
    dropStream();
    m_isOver ? readKept() : m_again.start();
}

void LogFeed::end(const base::Status &status)
{
    m_again.stop();
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
        close();
        return;
    }
    const qint64 ahead = std::accumulate(m_ahead.constBegin(), m_ahead.constEnd(), m_skip);
    m_position = ahead > 0 ? u"%1+%2"_s.arg(m_read).arg(ahead) : QString::number(m_read);
    const bool complete = m_end && *m_end;
    asked->give(syncing::LogPart{std::exchange(m_bytes, {}), m_position, complete});
    if (complete) {
        close();
    } else if (m_stream) {
        m_stream->holdBack(false);
    }
}

void LogFeed::close()
{
    Q_EMIT done();
}

} // namespace providers::posthog
