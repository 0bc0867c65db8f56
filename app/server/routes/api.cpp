// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/api.h"

#include "app/server/identity.h"
#include "app/server/rates.h"
#include "app/server/tickets.h"
#include "app/store/store.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

QByteArray bearerToken(const Request &request)
{
    const QByteArray value = request.header("authorization"_ba);
    const bool bearer = value.left(7).toLower() == "bearer "_ba && request.count("authorization"_ba) == 1;
    return bearer ? value.mid(7).trimmed() : QByteArray();
}

Response noToken()
{
    Response response = refusal(401, u"unauthorized"_s, u"send the token as Authorization: Bearer …"_s);
    response.headers.append({"WWW-Authenticate"_ba, "Bearer"_ba});
    return response;
}

Response wrongMethod(const Match &match)
{
    const QByteArray allowed = match.allowed.join(", "_ba);
    Response response =
        refusal(405, u"method_not_allowed"_s, u"this path answers %1"_s.arg(QString::fromLatin1(allowed)));
    response.headers.append({"Allow"_ba, allowed});
    return response;
}

base::AutomationId automationOf(const domain::Automation &automation)
{
    return automation.id;
}

base::AutomationId automationOf(const domain::Run &run)
{
    return run.automationId;
}

base::AutomationId automationOf(const domain::Approval &approval)
{
    return approval.automation;
}

base::AutomationId automationOf(const domain::MaintenanceWindow &)
{
    return {};
}

base::Result<QJsonValue> parseBody(const QByteArray &body)
{
    if (body.isEmpty()) {
        return base::invalid({}, u"a JSON body is needed"_s);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        base::Error error = base::invalid({}, u"the body is not JSON: %1"_s.arg(problem.errorString()));
        error.position = problem.offset;
        return error;
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

CallPtr callFor(const ExchangePtr &exchange, const Match &match, const Query &query)
{
    const auto call = std::make_shared<Call>();
    call->exchange = exchange;
    call->route = match.route;
    call->id = match.id;
    call->path = match.path;
    call->query = query;
    return call;
}

Response tooOften(base::Seconds wait)
{
    Response response = refusal(429, u"too_many"_s, u"this token is used too often; wait %1 s"_s.arg(wait.count()));
    response.headers.append({"Retry-After"_ba, QByteArray::number(qint64(wait.count()))});
    return response;
}

} // namespace

void Api::receive(const ExchangePtr &exchange)
{
    const Request &request = exchange->request();
    if (const std::optional<Response> refused = refuseHead(request, m_guards)) {
        exchange->answer(*refused);
        return;
    }
    const Match match = matchRoute(request.method, request.path);
    const Guard guard = match.route ? match.route->guard : Guard::Token;
    if (const std::optional<Response> refused = refuseForeignPage(request, m_guards); refused && guard != Guard::Path) {
        judgePage(exchange, match, *refused);
        return;
    }
    enter(exchange, match);
}

void Api::judgePage(const ExchangePtr &exchange, const Match &match, const Response &refused)
{
    if (!match.route || match.route->pages == Pages::Own) {
        exchange->answer(refused);
        return;
    }
    whenDone(m_tools.store.settings().all(), m_tools.loop,
             [this, exchange, match, refused](const base::Result<QJsonObject> &all) {
                 if (!all) {
                     exchange->answer(errorResponse(all.error()));
                     return;
                 }
                 const QJsonValue origins = all->value(QLatin1StringView(store::setting::origins));
                 if (!isFromListedPage(exchange->request(), origins.toVariant().toStringList())) {
                     exchange->answer(refused);
                     return;
                 }
                 exchange->addHeader({"Access-Control-Allow-Origin"_ba, exchange->request().header("origin"_ba)});
                 exchange->addHeader({"Vary"_ba, "Origin"_ba});
                 enter(exchange, match);
             });
}

void Api::enter(const ExchangePtr &exchange, const Match &match)
{
    const Request &request = exchange->request();
    const Guard guard = match.route ? match.route->guard : Guard::Token;
    const Query query = Query::parse(request.query);
    if (guard != Guard::Token) {
        admitStranger(exchange, match, query);
        return;
    }
    identify(request, match.route, query,
             [this, exchange, match, query](const Known &who) { proceed(exchange, match, query, who); });
}

void Api::proceed(const ExchangePtr &exchange, const Match &match, const Query &query, const Known &who)
{
    if (!who) {
        exchange->answer(errorResponse(who.error()));
    } else if (!*who) {
        exchange->answer(noToken());
    } else if (match.allowed.isEmpty()) {
        exchange->answer(errorResponse(base::notFound(u"this path"_s)));
    } else if (!match.route) {
        exchange->answer(wrongMethod(match));
    } else {
        admit(exchange, match, query, **who);
    }
}

void Api::identify(const Request &request, const Route *route, const Query &query,
                   const std::function<void(const Known &)> &then)
{
    // The command line says who it is; whatever else knows the private token is some program of this account.
    const bool ours = request.header("user-agent"_ba).startsWith("signalbox/");
    const bool mayStandInQuery = route && route->token == TokenPlace::Query && request.count("authorization"_ba) == 0;
    const QByteArray token =
        mayStandInQuery ? query.value(u"token"_s).value_or(QString()).toUtf8() : bearerToken(request);
    if (m_tools.identity.isPrivate(token)) {
        then(std::optional(m_tools.identity.owner(ours ? u"command line"_s : u"local API"_s)));
    } else if (const auto holder = mayStandInQuery ? m_tools.tickets.take(token) : std::nullopt) {
        then(holder);
    } else {
        m_tools.identity.find(token, then);
    }
}

void Api::admitStranger(const ExchangePtr &exchange, const Match &match, const Query &query)
{
    m_tools.identity.whenOpen([this, exchange, match, query](const base::Result<bool> &open) {
        if (!open) {
            exchange->answer(errorResponse(open.error()));
        } else if (!*open) {
            exchange->answer(noToken());
        } else {
            loadSubject(callFor(exchange, match, query));
        }
    });
}

void Api::admit(const ExchangePtr &exchange, const Match &match, const Query &query, const domain::Actor &who)
{
    const CallPtr call = callFor(exchange, match, query);
    call->by = who;
    call->desk = m_tools.identity.desk();
    if (const base::Status allowed = domain::authorize(who, match.route->right); !allowed) {
        call->fail(allowed.error());
        return;
    }
    lookWhatIsHidden(call);
}

void Api::lookWhatIsHidden(const CallPtr &call)
{
    if (call->by.role == domain::Role::Admin) {
        loadSubject(call);
        return;
    }
    whenDone(m_tools.store.automations().hiddenFrom(call->by), m_tools.loop,
             [this, call](const base::Result<QSet<base::AutomationId>> &hidden) {
                 if (!hidden) {
                     call->fail(hidden.error());
                     return;
                 }
                 call->hidden = *hidden;
                 loadSubject(call);
             });
}

void Api::loadSubject(const CallPtr &call)
{
    const auto keep = [this, call](auto Call::*place) {
        return [this, call, place](const auto &loaded) {
            if (!loaded) {
                call->fail(loaded.error());
                return;
            }
            if (!call->sees(automationOf(*loaded))) {
                call->fail(base::notFound(call->id));
                return;
            }
            (*call).*place = *loaded;
            readBody(call);
        };
    };
    switch (call->route->subject) {
    case Subject::None:
        readBody(call);
        return;
    case Subject::Automation:
        whenDone(m_tools.store.automations().get(base::AutomationId(call->id)), m_tools.loop, keep(&Call::automation));
        return;
    case Subject::Window:
        whenDone(m_tools.store.windows().get(call->id), m_tools.loop, keep(&Call::window));
        return;
    case Subject::Run:
        whenDone(m_tools.store.runs().get(base::RunId(call->id)), m_tools.loop, keep(&Call::run));
        return;
    case Subject::Hook:
        loadHook(call);
        return;
    case Subject::Approval:
        whenDone(m_tools.store.approvals().get(domain::ApprovalId(call->id)), m_tools.loop, keep(&Call::approval));
        return;
    }
}

void Api::loadHook(const CallPtr &call)
{
    whenDone(m_tools.store.webhooks().owner(call->path.value(u"token"_s).toUtf8()), m_tools.loop,
             [this, call](const base::Result<std::optional<domain::Automation>> &owner) {
                 const bool named = owner && *owner && (call->id.isEmpty() || (*owner)->id.text() == call->id);
                 if (!owner) {
                     call->fail(owner.error());
                 } else if (!named) {
                     call->fail(base::notFound(u"webhook"_s));
                 } else if (const auto wait = m_tools.rates.take((*owner)->id.text())) {
                     call->exchange->answer(tooOften(*wait));
                 } else {
                     call->automation = *owner;
                     readBody(call);
                 }
             });
}

void Api::readBody(const CallPtr &call)
{
    const Route &route = *call->route;
    const bool hook = route.body == BodyKind::Raw;
    QStringList known = route.query;
    if (route.token == TokenPlace::Query) {
        known.append(u"token"_s);
    }
    if (const base::Status status = call->query.expectOnly(known); !status && !hook) {
        call->fail(status.error());
        return;
    }
    const Request &request = call->exchange->request();
    if (const std::optional<Response> refused = hook ? refuseHookType(request) : refuseBodyType(request)) {
        call->exchange->answer(*refused);
        return;
    }
    call->exchange->readBody(route.bodyLimit, [this, call] {
        const bool empty = call->exchange->request().body.isEmpty();
        if (call->route->body == BodyKind::Json || (call->route->body == BodyKind::MaybeJson && !empty)) {
            base::Result<QJsonValue> body = parseBody(call->exchange->request().body);
            if (!body) {
                call->fail(body.error());
                return;
            }
            call->body = *std::move(body);
        }
        call->route->handle(m_tools, call);
    });
}

} // namespace server
