// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/restclient.h"

#include "app/sync/rest/attempts.h"
#include "app/sync/rest/errorreader.h"
#include "app/sync/rest/retryafter.h"

#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rest {

namespace {

QString serverOf(const QUrl &url)
{
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

base::Error leftAlone(const QUrl &url, const QString &why, base::Millis pause)
{
    return base::unavailable(
        {}, u"%1 %2; it is asked again in %3 s"_s.arg(url.host(), why).arg((pause.count() + 999) / 1000));
}

Reply replyOf(const net::Answer &answer, const QByteArray &body)
{
    return {.status = answer.status, .headers = answer.headers, .body = body, .url = answer.url};
}

} // namespace

/// One call on its way.
struct RestClient::Errand
{
    Call call;
    QUrl url;
    Promise<Reply> promise = {};
    std::optional<Breaker::Time> since = {};
    int attempts = 0;
    quint64 generation = 0; // of the credential it was sent with
    bool replayed = false;
    QByteArray body = {};
};

RestClient::RestClient(Remote remote, QObject *parent) : QObject(parent), m_remote(std::move(remote))
{
    m_remote.base.setUserInfo({});
    if (!m_remote.chance) {
        m_remote.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    }
}

RestClient::~RestClient() = default;

Future<Reply> RestClient::ask(const Call &call)
{
    const base::Result<QUrl> url = urlOf(call);
    if (!url) {
        return settled<Reply>(url.error());
    }
    const auto errand = std::make_shared<Errand>(Errand{.call = call, .url = *url});
    m_waiting.push_back(errand);
    pump();
    return errand->promise.future();
}

base::Result<QUrl> RestClient::urlOf(const Call &call) const
{
    QUrl url = call.url;
    if (url.isEmpty()) {
        QByteArray path = m_remote.base.path(QUrl::FullyEncoded).toLatin1();
        while (path.endsWith('/')) {
            path.chop(1);
        }
        for (const QString &part : call.path) {
            if (part.isEmpty() || part == "."_L1 || part == ".."_L1) {
                return base::Error{.code = base::ErrorCode::Corrupt,
                                   .detail = u"nothing can be called “%1” there"_s.arg(part)};
            }
            path += '/' + QUrl::toPercentEncoding(part);
        }
        url = m_remote.base;
        url.setPath(QString::fromLatin1(path), QUrl::StrictMode);
    } else if (call.identity == Identity::Ours && !net::isSameOrigin(m_remote.base, url)) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .detail = u"%1 names an address at %2, which does not get our credential"_s.arg(
                               m_remote.base.host(), url.host())};
    }
    if (!call.query.isEmpty()) {
        url.setQuery(call.query);
    }
    return url;
}

base::Result<net::Request> RestClient::requestOf(const Call &call) const
{
    TRY(const QUrl url, urlOf(call));
    net::Request request{.url = url,
                         .method = call.method,
                         .headers = call.headers,
                         .body = call.body,
                         .caFile = m_remote.caFile,
                         .longestSilence =
                             std::max(m_remote.habits.longestSilence, call.longest.value_or(base::Millis(0))),
                         .longest = call.longest.value_or(m_remote.habits.longest),
                         .mostBytes = m_remote.habits.mostBytes,
                         .redirects = call.changes() ? 0 : 3}; // a POST that became a GET would seem to have worked
    if (call.expects == Expects::Json) {
        request.headers.emplaceBack("Accept", "application/json");
    }
    if (call.identity == Identity::Ours && m_identity) {
        request.headers.append(m_identity());
    }
    return request;
}

Breaker &RestClient::breakerOf(const QUrl &url)
{
    const QString server = serverOf(url);
    const auto found = m_breakers.find(server);
    return found != m_breakers.end() ? *found : *m_breakers.insert(server, Breaker(m_remote.habits));
}

void RestClient::pump()
{
    while (m_underWay < m_remote.habits.together) {
        const auto next = std::find_if(m_waiting.begin(), m_waiting.end(), [this](const ErrandPtr &errand) {
            return !m_renewing || errand->call.identity == Identity::None;
        });
        if (next == m_waiting.end()) {
            return;
        }
        const ErrandPtr errand = *next;
        m_waiting.erase(next);
        if (!isKeptWaiting(errand)) {
            start(errand);
        }
    }
}

/// Whether the server is to be left alone: it waits then, or has its answer.
bool RestClient::isKeptWaiting(const ErrandPtr &errand)
{
    errand->since = errand->since.value_or(now());
    const Breaker &breaker = breakerOf(errand->url);
    if (const base::Millis rest = breaker.restsFor(now()); rest.count() > 0) {
        errand->promise.give(leftAlone(errand->url, u"failed several times in a row"_s, rest));
        return true;
    }
    const base::Millis plea = breaker.plea(now());
    if (plea.count() == 0) {
        return false;
    }
    if (attemptOf(*errand).spent + plea > m_remote.habits.patience) {
        errand->promise.give(leftAlone(errand->url, u"asks to be left alone"_s, plea));
    } else {
        again(errand, plea);
    }
    return true;
}

void RestClient::start(const ErrandPtr &errand)
{
    const base::Result<net::Request> request = requestOf(errand->call);
    if (!request) {
        errand->promise.give(request.error());
        return;
    }
    ++errand->attempts;
    errand->body.clear();
    errand->generation = m_generation;
    breakerOf(errand->url).begins(now());
    ++m_underWay;
    auto *exchange = new net::Exchange(*request, this);
    connect(exchange, &net::Exchange::body, this, [errand](const QByteArray &bytes) { errand->body += bytes; });
    connect(exchange, &net::Exchange::redirected, this, [errand] { errand->body.clear(); });
    connect(exchange, &net::Exchange::finished, this, [this, errand, exchange](const base::Status &status) {
        exchange->deleteLater();
        over(errand, *exchange, status);
    });
    exchange->start();
}

void RestClient::over(const ErrandPtr &errand, net::Exchange &exchange, const base::Status &status)
{
    --m_underWay;
    if (status) {
        answered(errand, replyOf(exchange.answer(), errand->body));
    } else {
        broken(errand, exchange, status.error());
    }
    pump();
}

Attempt RestClient::attemptOf(const Errand &errand) const
{
    const Breaker::Time since = errand.since.value_or(now());
    return {.number = errand.attempts,
            .spent = std::chrono::floor<base::Millis>(now() - since),
            .chance = m_remote.chance()};
}

void RestClient::answered(const ErrandPtr &errand, const Reply &reply)
{
    Breaker &breaker = breakerOf(errand->url);
    reply.status >= 500 && reply.status != 501 ? breaker.failed(now()) : breaker.worked();
    Attempt attempt = attemptOf(*errand);
    if (reply.status == 429 || reply.status == 503) {
        attempt.plea = retryAfter(reply.header("Retry-After"), reply.header("Date"), m_remote.clock.now());
        breaker.asksForPatience(now(), attempt.plea.value_or(base::Millis(0)));
    }
    if (refused(errand, reply)) {
        return;
    }
    if (const auto pause = pauseAfter(errand->call, reply.status, attempt, m_remote.habits)) {
        again(errand, *pause);
    } else {
        errand->promise.give(judged(errand->call, reply));
    }
}

void RestClient::broken(const ErrandPtr &errand, const net::Exchange &exchange, const base::Error &error)
{
    const int status = exchange.answer().status;
    const bool wasLedAway = status >= 300 && status < 400;
    const bool isOurs = error.code != base::ErrorCode::Unavailable && error.code != base::ErrorCode::Timeout;
    Breaker &breaker = breakerOf(errand->url);
    wasLedAway || isOurs ? breaker.ended() : breaker.failed(now());
    const auto pause = wasLedAway || isOurs
                           ? std::nullopt
                           : pauseAfterSilence(errand->call, exchange.sent(), attemptOf(*errand), m_remote.habits);
    if (pause) {
        again(errand, *pause);
    } else {
        errand->promise.give(lost(errand->call, exchange.sent(), error));
    }
}

/// Whether it waits for a newer credential.
bool RestClient::refused(const ErrandPtr &errand, const Reply &reply)
{
    if (reply.status != 401 || errand->call.identity == Identity::None || !m_renew ||
        std::exchange(errand->replayed, true)) {
        return false;
    }
    renewSince(errand->generation, [this, errand](const base::Status &status) {
        if (status) {
            m_waiting.push_front(errand);
        } else {
            errand->promise.give(status.error());
        }
    });
    return true;
}

void RestClient::renewSince(quint64 generation, const Renewed &then)
{
    if (generation != m_generation) {
        then({});
        return;
    }
    m_parked.push_back(then);
    if (!std::exchange(m_renewing, true)) {
        base::onAnswer(this, m_renew(), [this](const base::Status &status) { renewed(status); });
    }
}

void RestClient::renewed(const base::Status &status)
{
    m_renewing = false;
    if (status) {
        ++m_generation;
    }
    for (const Renewed &then : std::exchange(m_parked, {})) {
        then(status);
    }
    if (!status) {
        // They would be refused each in turn.
        for (const ErrandPtr &errand : std::exchange(m_waiting, {})) {
            errand->promise.give(status.error());
        }
    }
    pump();
}

void RestClient::again(const ErrandPtr &errand, base::Millis pause)
{
    QTimer::singleShot(pause, this, [this, errand] {
        m_waiting.push_back(errand);
        pump();
    });
}

} // namespace rest
