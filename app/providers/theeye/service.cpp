// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/service.h"

#include "app/sync/rest/apart.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

const QString workflowMark = u"workflow:"_s;
const net::Headers workflowVersion{{"Accept-Version", "2.9.0"}}; // of the interface that changes them

Credential credentialOf(const syncing::AccountContext &context)
{
    return {.integrationToken = context.credential.value(u"integration_token"_s).trimmed(),
            .username = context.credential.value(u"username"_s).trimmed(),
            .password = context.credential.value(u"password"_s)};
}

rest::Remote remoteAt(const QUrl &base, const syncing::AccountContext &context, const rest::Habits &habits)
{
    return {.base = base,
            .caFile = context.connection.settings.value("ca_file"_L1).toString(),
            .clock = context.clock,
            .habits = habits};
}

/// `name: EREQ` as a sentence.
QString withoutCodes(QString detail)
{
    static const QRegularExpression missing(u"([\\w.]+): EREQ\\b"_s);
    static const QRegularExpression wrong(u"([\\w.]+): EVALID\\b"_s);
    detail.replace(missing, u"\\1 is needed"_s);
    return detail.replace(wrong, u"\\1 is not what it should be"_s);
}

} // namespace

Target targetOf(const QString &remoteId)
{
    const bool isWorkflow = remoteId.startsWith(workflowMark);
    return {.id = isWorkflow ? remoteId.sliced(workflowMark.size()) : remoteId, .isWorkflow = isWorkflow};
}

QString workflowRemoteId(const QString &id)
{
    return workflowMark + id;
}

bool isSilence(const base::Error &error)
{
    return error.detail.contains(" was silent "_L1);
}

base::Error explained(base::Error error)
{
    using enum base::ErrorCode;
    if (error.code == Conflict && error.detail.contains("Session conflict"_L1)) {
        error.code = Denied;
        error.field = u"credential"_s;
        error.detail += u"; the token counts for another organisation than the connection names"_s;
    } else if (isSilence(error)) {
        error.detail += u". TheEye gives no answer at all where its access lists keep somebody out who is no admin"_s;
    } else if (error.code == Invalid) {
        error.detail = withoutCodes(error.detail);
    }
    return error;
}

base::Result<QJsonObject> oneIn(const rest::Reply &reply)
{
    TRY(const QJsonDocument document, rest::documentOf(reply));
    const QJsonValue first = document.array().isEmpty() ? QJsonValue() : document.array().first();
    if (document.isArray() && first.isObject()) {
        return first.toObject();
    }
    return rest::objectOf(reply);
}

Service::Service(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits)
    : m_settings(settings),
      m_gateway(remoteAt(settings.gateway, context, habits)),
      m_session(m_gateway, settings.organisation, credentialOf(context)),
      m_results(remoteAt(settings.results, context, habits)),
      m_supervisor(remoteAt(context.connection.baseUrl, context, habits))
{
    for (rest::RestClient *client : {&m_gateway, &m_results, &m_supervisor}) {
        client->identifyBy([this] { return m_session.headers(); });
        if (m_session.canRenew()) {
            client->renewBy([this] { return m_session.renew(); });
        }
    }
}

rest::RestClient &Service::clientOf(Host host)
{
    return host == Host::Gateway ? m_gateway : host == Host::Results ? m_results : m_supervisor;
}

syncing::Answer<rest::Reply> Service::ask(const rest::Call &call, Host host)
{
    if (m_settings.organisation.isEmpty()) {
        return rest::settled<rest::Reply>(
            base::invalid(u"settings.organisation"_s, u"the name of the organisation is needed"_s));
    }
    rest::RestClient &client = clientOf(host);
    if (m_session.isReady() || call.identity == rest::Identity::None) {
        return askWith(client, call);
    }
    if (!m_session.canRenew()) {
        return rest::chain<rest::Reply>(context(), m_session.renew(),
                                        [this, &client, call] { return askWith(client, call); });
    }
    const rest::Promise<rest::Reply> promise;
    client.renewSince(client.generation(), [this, &client, call, promise](const base::Status &status) {
        if (!status) {
            promise.give(explained(status.error()));
            return;
        }
        base::onAnswer(context(), askWith(client, call),
                       [promise](const base::Result<rest::Reply> &reply) { promise.give(reply); });
    });
    return promise.future();
}

syncing::Answer<rest::Reply> Service::askWith(rest::RestClient &client, const rest::Call &call)
{
    const rest::Promise<rest::Reply> promise;
    base::onAnswer(&client, client.ask(call), [promise](const base::Result<rest::Reply> &reply) {
        promise.give(reply ? reply : base::Result<rest::Reply>(explained(reply.error())));
    });
    return promise.future();
}

syncing::Answer<QJsonObject> Service::object(const rest::Call &call)
{
    return rest::then<QJsonObject>(context(), ask(call), oneIn);
}

syncing::Answer<QJsonArray> Service::list(const rest::Call &call)
{
    return rest::thenApart<QJsonArray>(context(), ask(call), rest::arrayOf);
}

syncing::Answer<void> Service::done(const rest::Call &call)
{
    return rest::then<void>(context(), ask(call), [](const rest::Reply &) { return base::Status(); });
}

syncing::Answer<QJsonArray> Service::tasks()
{
    rest::Call call = rest::plainCall(own({u"task"_s}));
    call.ask(u"unassigned"_s, u"true"_s);
    return list(call);
}

syncing::Answer<QJsonObject> Service::task(const QString &id)
{
    return object(rest::plainCall(own({u"task"_s, id})));
}

syncing::Answer<QJsonObject> Service::createTask(const QJsonObject &body)
{
    return object(rest::jsonCall("POST", own({u"task"_s}), QJsonDocument(body)));
}

syncing::Answer<void> Service::replace(const Target &target, const QJsonObject &body)
{
    const QStringList path = target.isWorkflow ? QStringList{u"workflows"_s, target.id} : own({u"task"_s, target.id});
    rest::Call call = rest::jsonCall("PUT", path, QJsonDocument(body));
    if (target.isWorkflow) {
        call.headers += workflowVersion;
    }
    return done(call);
}

syncing::Answer<void> Service::remove(const Target &target)
{
    if (!target.isWorkflow) {
        return done(rest::plainCall(own({u"task"_s, target.id}), "DELETE"));
    }
    rest::Call call = rest::plainCall({u"workflows"_s, target.id}, "DELETE");
    call.headers += workflowVersion;
    call.ask(u"keepTasks"_s, u"true"_s);
    return done(call);
}

syncing::Answer<QJsonObject> Service::importRecipe(const QJsonObject &recipe)
{
    // The documents say GET; that it makes something all the same is why it is not asked twice.
    const bool isDocumented = m_settings.dialect == Dialect::Documented;
    rest::Call call =
        rest::jsonCall(isDocumented ? "GET" : "POST", own({u"task"_s, u"import"_s}), QJsonDocument(recipe));
    call.repeat = rest::Repeat::Never;
    return object(call);
}

syncing::Answer<QJsonObject> Service::recipe(const QString &id, bool deep)
{
    const bool isDocumented = m_settings.dialect == Dialect::Documented;
    rest::Call call = rest::plainCall(own({u"task"_s, id, isDocumented ? u"recipe"_s : u"serialize"_s}));
    if (!isDocumented) {
        call.ask(u"mode"_s, deep ? u"deep"_s : u"shallow"_s);
    }
    return object(call);
}

syncing::Answer<QJsonArray> Service::schedules(const QString &task)
{
    return list(rest::plainCall(own({u"task"_s, task, u"schedule"_s})));
}

syncing::Answer<QJsonObject> Service::addSchedule(const QString &task, const QJsonObject &body)
{
    return object(rest::jsonCall("POST", own({u"task"_s, task, u"schedule"_s}), QJsonDocument(body)));
}

syncing::Answer<QJsonObject> Service::removeSchedule(const QString &id)
{
    return object(rest::plainCall(own({u"scheduler"_s, id}), "DELETE"));
}

syncing::Answer<QJsonArray> Service::workflows()
{
    const rest::Promise<QJsonArray> promise;
    base::onAnswer(context(), list(rest::plainCall({u"workflows"_s})),
                   [promise](const base::Result<QJsonArray> &workflows) {
                       const bool isOlder = !workflows && workflows.error().code == base::ErrorCode::NotFound;
                       promise.give(isOlder ? base::Result<QJsonArray>(QJsonArray()) : workflows);
                   });
    return promise.future();
}

syncing::Answer<QJsonObject> Service::workflow(const QString &id)
{
    return object(rest::plainCall({u"workflows"_s, id}));
}

syncing::Answer<QJsonObject> Service::start(const Target &target, const QJsonObject &body)
{
    if (m_settings.dialect == Dialect::Documented && !target.isWorkflow) {
        QJsonObject named = body;
        named.insert("task"_L1, target.id);
        return object(rest::jsonCall("POST", own({u"job"_s}), QJsonDocument(named)));
    }
    const QStringList path =
        target.isWorkflow ? QStringList{u"workflows"_s, target.id, u"job"_s} : own({u"task"_s, target.id, u"job"_s});
    return object(rest::jsonCall("POST", path, QJsonDocument(body)));
}

syncing::Answer<QJsonArray> Service::jobs(const JobQuery &query)
{
    rest::Call call = rest::plainCall(own({u"job"_s}));
    for (const auto &[field, value] : query.where) {
        call.ask(u"where[%1]"_s.arg(field), value);
    }
    call.ask(u"sort[creation_date]"_s, u"-1"_s);
    if (query.atMost > 0) {
        call.ask(u"limit"_s, QString::number(query.atMost));
    }
    return list(call);
}

syncing::Answer<QJsonObject> Service::job(const QString &id)
{
    return object(rest::plainCall(own({u"job"_s, id})));
}

syncing::Answer<void> Service::cancelJob(const QJsonObject &job)
{
    const QString id = job.value("id"_L1).toString();
    const QString workflow = job.value("workflow_id"_L1).toString();
    const bool isWhole = job.value("_type"_L1).toString() == "WorkflowJob"_L1;
    return done(rest::plainCall(isWhole ? QStringList{u"workflows"_s, workflow, u"job"_s, id, u"cancel"_s}
                                        : own({u"job"_s, id, u"cancel"_s}),
                                "PUT"));
}

syncing::Answer<void> Service::decide(const QString &jobId, domain::Judgement verdict)
{
    return done(rest::plainCall(own({u"job"_s, jobId, domain::judgementWord(verdict)}), "PUT"));
}

syncing::Answer<QJsonObject> Service::profile()
{
    rest::Call call = rest::plainCall({u"api"_s, u"session"_s, u"profile"_s});
    call.repeat = rest::Repeat::Once;
    return rest::then<QJsonObject>(context(), ask(call, Host::Gateway), rest::objectOf);
}

/// Once only: with the login that it ended it can't be asked again, and another one would be another question.
syncing::Answer<void> Service::withLogin(rest::Call call, base::Status (Session::*then)(const rest::Reply &))
{
    if (!m_session.canRenew()) {
        return rest::settled<void>(
            base::Error{.code = base::ErrorCode::Unsupported,
                        .detail = u"an integration token is no login: it counts for its own organisation until it is "
                                  "taken back there"_s});
    }
    call.repeat = rest::Repeat::Never;
    return rest::then<void>(context(), ask(call, Host::Gateway),
                            [this, then](const rest::Reply &reply) { return (m_session.*then)(reply); });
}

syncing::Answer<void> Service::changeOrganisation(const QString &id)
{
    return withLogin(rest::plainCall({u"api"_s, u"session"_s, u"customer"_s, id}, "PUT"), &Session::take);
}

syncing::Answer<void> Service::logout()
{
    return withLogin(rest::plainCall({u"api"_s, u"session"_s, u"logout"_s}, "POST"), &Session::end);
}

} // namespace providers::theeye
