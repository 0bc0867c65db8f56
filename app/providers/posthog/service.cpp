// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/service.h"

#include "app/sync/rest/pages.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr int longestPart = 100; // later servers give no more

bool isPathPart(const QString &part)
{
    return !part.isEmpty() && part != "."_L1 && part != ".."_L1;
}

/// Of 403 which scope is wanted.
base::Error inOurWords(base::Error error, const rest::Call &call)
{
    if (error.code == base::ErrorCode::Denied && error.field.isEmpty()) {
        // What the server names counts: some that only look want to write, and the other way round.
        static const QRegularExpression named(u"\\btask:(?:read|write)\\b"_s);
        const QString said = named.match(error.detail).captured();
        const QString scope = !said.isEmpty() ? said : call.changes() ? u"task:write"_s : u"task:read"_s;
        error.detail += u"; the key needs the scope %1, and its organisation must have Tasks"_s.arg(scope);
    }
    return error;
}

} // namespace

bool isNoStream(const base::Status &status)
{
    using enum base::ErrorCode;
    return !status &&
           (status.error().code == NotFound || status.error().code == Unsupported || status.error().code == Invalid);
}

struct Service::Walk
{
    QUrlQuery more;
    rest::PageWatch watch;
    QSet<QString> ids;
    QList<QJsonObject> items;
    rest::Promise<QList<QJsonObject>> promise;
};

Service::Service(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits)
    : m_clock(context.clock),
      m_base(context.connection.baseUrl),
      m_settings(settings),
      m_client({.base = m_base,
                .caFile = context.connection.settings.value("ca_file"_L1).toString(),
                .clock = context.clock,
                .habits = habits})
{
    m_client.identifyBy([token = context.credential.value(u"token"_s).trimmed().toUtf8()] {
        return token.isEmpty() || !net::isHeaderValue(token) ? net::Headers()
                                                             : net::Headers{{"Authorization", "Bearer " + token}};
    });
}

void Service::notice(const QJsonObject &item)
{
    const Generation seen = generationIn(item);
    if (m_generation != Generation::Later && seen != Generation::Unknown) {
        m_generation = seen;
    }
}

rest::Call Service::call(const QByteArray &method, const QStringList &path, const QString &root) const
{
    QByteArray encoded = m_base.path(QUrl::FullyEncoded).toLatin1();
    while (encoded.endsWith('/')) {
        encoded.chop(1);
    }
    for (const QString &part : QStringList{u"api"_s, u"projects"_s, m_settings.project, root} + path) {
        encoded += '/' + QUrl::toPercentEncoding(part, "@");
    }
    rest::Call call = rest::plainCall({}, method);
    call.url = m_base;
    call.url.setPath(QString::fromLatin1(encoded) + u'/', QUrl::StrictMode);
    if (!std::all_of(path.begin(), path.end(), isPathPart)) {
        call.url = {};
        call.path = path; // which the client refuses by name
    }
    // What stands in a change is absolute: said twice it is the same.
    call.repeat = method == "PATCH" ? rest::Repeat::Safe : rest::Repeat::ByMethod;
    return call;
}

rest::Call Service::send(const QByteArray &method, const QStringList &path, const QJsonObject &body,
                         const QString &root) const
{
    rest::Call made = call(method, path, root);
    made.headers.emplaceBack("Content-Type", "application/json");
    made.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return made;
}

QStringList Service::runPath(const RunPlace &place, const QStringList &rest)
{
    return QStringList{place.task, u"runs"_s, place.run} + rest;
}

syncing::Answer<rest::Reply> Service::ask(const rest::Call &call)
{
    const rest::Promise<rest::Reply> promise;
    base::onAnswer(&m_client, m_client.ask(call), [promise, call](const base::Result<rest::Reply> &reply) {
        promise.give(reply ? reply : base::Result<rest::Reply>(inOurWords(reply.error(), call)));
    });
    return promise.future();
}

syncing::Answer<QJsonObject> Service::object(const rest::Call &call)
{
    return rest::then<QJsonObject>(&m_client, ask(call), rest::objectOf);
}

syncing::Answer<QJsonArray> Service::array(const rest::Call &call)
{
    return rest::then<QJsonArray>(&m_client, ask(call), rest::arrayOf);
}

syncing::Answer<void> Service::done(const rest::Call &call)
{
    return rest::then<void>(&m_client, ask(call), [](const rest::Reply &) { return base::Status(); });
}

syncing::Answer<Part> Service::part(const rest::Call &call, const QString &cursor)
{
    const rest::Promise<Part> promise;
    base::onAnswer(&m_client, object(call), [this, promise, cursor](const base::Result<QJsonObject> &list) {
        const base::Result<Part> part = list ? partOf(*list, cursor) : rest::pageError(list.error(), cursor);
        for (const QJsonObject &item : part.value_or({}).items) {
            notice(item);
        }
        promise.give(part);
    });
    return promise.future();
}

syncing::Answer<Part> Service::tasks(const QString &cursor, const QUrlQuery &more)
{
    rest::Call call = this->call("GET", {});
    call.query = m_settings.filters;
    for (const auto &[name, value] : more.queryItems(QUrl::FullyEncoded)) {
        call.query.addQueryItem(name, value);
    }
    call.ask(u"limit"_s, QString::number(longestPart));
    call.ask(u"offset"_s, cursor.isEmpty() ? u"0"_s : cursor);
    return part(call, cursor);
}

syncing::Answer<Part> Service::runs(const QString &task, const QString &cursor, int atMost)
{
    rest::Call call = this->call("GET", {task, u"runs"_s});
    call.ask(u"limit"_s, QString::number(std::clamp(atMost, 1, longestPart)));
    call.ask(u"offset"_s, cursor.isEmpty() ? u"0"_s : cursor);
    return part(call, cursor);
}

syncing::Answer<QList<QJsonObject>> Service::allTasks(const QUrlQuery &more)
{
    const auto walk = std::make_shared<Walk>();
    walk->more = more;
    goOn(walk, {});
    return walk->promise.future();
}

void Service::goOn(const std::shared_ptr<Walk> &walk, const QString &cursor)
{
    base::onAnswer(&m_client, tasks(cursor, walk->more), [this, walk, cursor](const base::Result<Part> &part) {
        if (!part) {
            walk->promise.give(part.error());
            return;
        }
        QStringList ids;
        for (const QJsonObject &item : part->items) {
            ids.append(item.value("id"_L1).toString());
            if (!walk->ids.contains(ids.last())) {
                walk->ids.insert(ids.last());
                walk->items.append(item);
            }
        }
        const base::Status sound = walk->watch.take(cursor, ids, part->next);
        if (!sound) {
            walk->promise.give(sound.error());
        } else if (part->next.isEmpty()) {
            walk->promise.give(walk->items);
        } else {
            goOn(walk, part->next);
        }
    });
}

syncing::Answer<QJsonObject> Service::run(const RunPlace &place)
{
    return rest::then<QJsonObject>(&m_client, object(call("GET", runPath(place))), [this](const QJsonObject &run) {
        notice(run);
        return base::Result<QJsonObject>(run);
    });
}

} // namespace providers::posthog
