// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/storedlog.h"

#include "app/providers/posthog/entries.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr qint64 partLength = 1000;

bool isMissing(const base::Error &error)
{
    return error.code == base::ErrorCode::NotFound || error.code == base::ErrorCode::Unsupported;
}

base::Result<LogEntries> entriesOf(const rest::Reply &reply)
{
    TRY(const QJsonArray entries, rest::arrayOf(reply));
    const QByteArray more = reply.header("X-Has-More").toLower();
    return LogEntries{entries, more.isEmpty() ? entries.size() >= partLength : more == "true"};
}

/// `other()` where there is no such route.
template <typename T, typename Other>
rest::Future<T> orElse(Service &service, const rest::Future<T> &answer, Other other)
{
    const rest::Promise<T> promise;
    base::onAnswer(&service.client(), answer, [&service, promise, other](const base::Result<T> &result) {
        if (result || !isMissing(result.error())) {
            promise.give(result);
            return;
        }
        base::onAnswer(&service.client(), other(), [promise, first = result.error()](const base::Result<T> &second) {
            // That neither is there means that the run is not.
            promise.give(second || !isMissing(second.error()) ? second : base::Result<T>(first));
        });
    });
    return promise.future();
}

} // namespace

rest::Future<LogEntries> storedLog(Service &service, const RunPlace &place, qint64 from)
{
    rest::Call call = service.call("GET", Service::runPath(place, {u"session_logs"_s}));
    call.ask(u"limit"_s, QString::number(partLength));
    call.ask(u"offset"_s, QString::number(from));
    const auto part = rest::then<LogEntries>(&service.client(), service.ask(call), entriesOf);
    return orElse(service, part, [&service, place, from] {
        return rest::then<LogEntries>(&service.client(), wholeLog(service, place), [from](const QByteArray &lines) {
            const QJsonArray all = entriesIn(lines);
            LogEntries rest;
            for (qsizetype i = from; i < all.size(); ++i) {
                rest.entries.append(all.at(i));
            }
            return base::Result<LogEntries>(rest);
        });
    });
}

rest::Future<QByteArray> wholeLog(Service &service, const RunPlace &place)
{
    rest::Call call = service.call("GET", Service::runPath(place, {u"logs"_s}));
    call.expects = rest::Expects::Anything;
    const auto lines = rest::then<QByteArray>(&service.client(), service.ask(call), [](const rest::Reply &reply) {
        return base::Result<QByteArray>(reply.body);
    });
    return orElse(service, lines, [&service, place] { return logInStorage(service, place); });
}

rest::Future<QByteArray> logInStorage(Service &service, const RunPlace &place)
{
    return rest::chain<QByteArray>(&service.client(), service.run(place), [&service](const QJsonObject &run) {
        const QUrl url(run.value("log_url"_L1).toString(), QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty()) {
            return rest::settled<QByteArray>(
                base::Error{.code = base::ErrorCode::Unsupported, .detail = u"that server has no storage for logs"_s});
        }
        rest::Call call = rest::plainCall({});
        call.url = url;
        call.identity = rest::Identity::None;
        call.expects = rest::Expects::Anything;
        return rest::then<QByteArray>(&service.client(), service.client().ask(call),
                                      [](const rest::Reply &reply) { return base::Result<QByteArray>(reply.body); });
    });
}

} // namespace providers::posthog
