// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/account.h"

#include "app/providers/posthog/cancelling.h"
#include "app/providers/posthog/writing.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

const QString noTask = u"00000000-0000-0000-0000-000000000000"_s;

base::Error unsupported(const QString &detail)
{
    return {.code = base::ErrorCode::Unsupported, .detail = detail};
}

base::Error noWindows()
{
    return unsupported(u"PostHog has no maintenance windows"_s);
}

/// What a start there takes is one document; arguments are its fields.
base::Result<QJsonObject> bodyOf(const syncing::RunWish &wish)
{
    if (wish.body.isObject()) {
        return wish.body.toObject();
    }
    if (!wish.body.isUndefined() && !wish.body.isNull()) {
        return base::invalid(u"body"_s, u"a run there is given a JSON object, or nothing"_s);
    }
    QJsonObject body;
    for (auto it = wish.arguments.constBegin(); it != wish.arguments.constEnd(); ++it) {
        body.insert(it.key(), *it);
    }
    return body;
}

/// What the server calls `attr`, as the field is called here.
QString fieldOf(const QString &theirs)
{
    static const QHash<QString, QString> names{{u"title"_s, u"name"_s},
                                               {u"json_schema"_s, u"result_schema"_s},
                                               {u"repository"_s, u"params.repository"_s},
                                               {u"github_integration"_s, u"params.github_integration"_s},
                                               {u"origin_product"_s, u"params.origin_product"_s}};
    return names.value(theirs, theirs);
}

QString versionOf(Generation generation)
{
    return generation == Generation::Later   ? u"Tasks"_s
           : generation == Generation::Early ? u"Tasks, of early 2026"_s
                                             : QString();
}

} // namespace

domain::Capabilities capabilities(Generation generation, Rights rights)
{
    using enum domain::Capability;
    domain::Capabilities may;
    may.can = {List, Runs, Artifacts};
    if (rights == Rights::Write) {
        may.can += {Create, Update, Delete, Run, Cancel};
        if (generation != Generation::Early) {
            may.can += Approvals;
        }
    }
    may.log = generation == Generation::Early ? domain::RemoteLog::Poll : domain::RemoteLog::Stream;
    may.carries = {u"name"_s, u"description"_s, u"type"_s, u"params"_s, u"result_schema"_s};
    return may;
}

Account::Account(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits)
    : m_service(context, settings, habits),
      m_runs(m_service),
      m_permissions(m_service),
      m_actions(m_service, m_permissions)
{
}

Account::Account(const syncing::AccountContext &context, const rest::Habits &habits)
    // What check() refused is never stored; a stored one that got stale is asked in the usual way and refuses itself.
    : Account(context, settingsOf(context.connection.settings).value_or(Settings()), habits)
{
}

Account::~Account() = default;

syncing::Answer<syncing::AccountFacts> Account::facts()
{
    rest::RestClient &client = m_service.client();
    const auto known = rest::chain<Rights>(&client, m_service.tasks({}), [this](const Part &) { return rights(); });
    return rest::then<syncing::AccountFacts>(&client, known, [this](Rights rights) {
        return base::Result<syncing::AccountFacts>(
            {.who = {},
             .role = rights == Rights::Write ? u"task:read, task:write"_s : u"task:read"_s,
             .version = versionOf(m_service.generation()),
             .capabilities = capabilities(m_service.generation(), rights)});
    });
}

syncing::Answer<Rights> Account::rights()
{
    const rest::Promise<Rights> promise;
    base::onAnswer(&m_service.client(), m_service.ask(m_service.send("PATCH", {noTask}, {})),
                   [promise](const base::Result<rest::Reply> &reply) {
                       const bool isDenied = !reply && reply.error().code == base::ErrorCode::Denied;
                       promise.give(isDenied ? Rights::Read : Rights::Write);
                   });
    return promise.future();
}

syncing::Answer<syncing::RemoteAutomation> Account::task(const rest::Call &call)
{
    const rest::Promise<syncing::RemoteAutomation> promise;
    base::onAnswer(&m_service.client(), m_service.object(call), [this, promise](const base::Result<QJsonObject> &item) {
        if (item) {
            m_service.notice(*item);
            promise.give(taskOf(*item));
        } else {
            base::Error error = item.error();
            error.field = error.code == base::ErrorCode::Invalid ? fieldOf(error.field) : error.field;
            promise.give(error);
        }
    });
    return promise.future();
}

syncing::Answer<syncing::Page<syncing::RemoteAutomation>> Account::automations(const QString &cursor)
{
    using Page = syncing::Page<syncing::RemoteAutomation>;
    return rest::then<Page>(&m_service.client(), m_service.tasks(cursor), [this, cursor](const Part &part) {
        Page page{{}, part.next};
        QStringList ids;
        for (const QJsonObject &item : part.items) {
            const auto read = taskOf(item);
            if (!read) {
                return base::Result<Page>(read.error());
            }
            page.items.append(*read);
            ids.append(read->remoteId);
        }
        const base::Status sound = m_tasks.take(cursor, ids, part.next);
        return sound ? base::Result<Page>(page) : base::Result<Page>(sound.error());
    });
}

syncing::Answer<syncing::RemoteAutomation> Account::automation(const QString &remoteId)
{
    return task(m_service.call("GET", {remoteId}));
}

syncing::Answer<syncing::RemoteAutomation> Account::create(const domain::Automation &wanted)
{
    const base::Result<QJsonObject> body = createBody(wanted);
    return body ? task(m_service.send("POST", {}, *body)) : rest::settled<syncing::RemoteAutomation>(body.error());
}

syncing::Answer<syncing::RemoteAutomation> Account::update(const QString &remoteId, const domain::Automation &wanted,
                                                           const domain::Automation &base)
{
    const base::Result<QJsonObject> changes = changesOf(wanted, base);
    if (!changes) {
        return rest::settled<syncing::RemoteAutomation>(changes.error());
    }
    return changes->isEmpty() ? automation(remoteId) : task(m_service.send("PATCH", {remoteId}, *changes));
}

syncing::Answer<void> Account::remove(const QString &remoteId)
{
    return m_service.done(m_service.call("DELETE", {remoteId}));
}

/// The answer is the task, whose latest run is the new one.
syncing::Answer<syncing::RemoteRun> Account::run(const syncing::RunWish &wish)
{
    const base::Result<QJsonObject> body = bodyOf(wish);
    if (!body) {
        return rest::settled<syncing::RemoteRun>(body.error());
    }
    return rest::then<syncing::RemoteRun>(
        &m_service.client(), m_service.object(m_service.send("POST", {wish.remoteId, u"run"_s}, *body)),
        [this, task = wish.remoteId](const QJsonObject &item) {
            m_service.notice(item);
            return runOf(item.value("latest_run"_L1).toObject(), task, m_service.clock().now());
        });
}

syncing::Answer<void> Account::cancel(const QString &runRemoteId)
{
    const base::Result<RunPlace> place = placeOf(runRemoteId);
    return place ? cancelRun(m_service, *place) : rest::settled<void>(place.error());
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Account::runs(const syncing::RunFilter &filter)
{
    return m_runs.page(filter);
}

syncing::Answer<syncing::RemoteRun> Account::readRun(const QString &runRemoteId)
{
    const base::Result<RunPlace> place = placeOf(runRemoteId);
    if (!place) {
        return rest::settled<syncing::RemoteRun>(place.error());
    }
    return rest::then<syncing::RemoteRun>(
        &m_service.client(), m_service.run(*place),
        [this, task = place->task](const QJsonObject &item) { return runOf(item, task, m_service.clock().now()); });
}

syncing::Answer<syncing::LogPart> Account::log(const QString &runRemoteId, const QString &from)
{
    const base::Result<RunPlace> place = placeOf(runRemoteId);
    if (!place) {
        return rest::settled<syncing::LogPart>(place.error());
    }
    std::unique_ptr<LogFeed> &feed = m_logs[runRemoteId];
    if (!feed || feed->position() != from) {
        feed = std::make_unique<LogFeed>(m_service, *place, from);
        connect(feed.get(), &LogFeed::done, this, [this, runRemoteId, gone = feed.get()] {
            const auto found = m_logs.find(runRemoteId);
            if (found != m_logs.end() && found->second.get() == gone) {
                found->second.release()->deleteLater();
                m_logs.erase(found);
            }
        });
    }
    return feed->next();
}

syncing::Answer<QList<syncing::RemoteApproval>> Account::approvals()
{
    return m_permissions.pending();
}

syncing::Answer<void> Account::decide(const QString &approvalRemoteId, domain::Judgement verdict,
                                      const QString &comment)
{
    const base::Result<QuestionPlace> place = questionOf(approvalRemoteId);
    return place ? m_permissions.decide(*place, verdict, comment) : rest::settled<void>(place.error());
}

syncing::Answer<QList<syncing::RemoteWindow>> Account::windows()
{
    return rest::settled<QList<syncing::RemoteWindow>>(noWindows());
}

syncing::Answer<QString> Account::createWindow(const domain::MaintenanceWindow &)
{
    return rest::settled<QString>(noWindows());
}

syncing::Answer<void> Account::updateWindow(const QString &, const domain::MaintenanceWindow &)
{
    return rest::settled<void>(noWindows());
}

syncing::Answer<void> Account::removeWindow(const QString &)
{
    return rest::settled<void>(noWindows());
}

syncing::Answer<QJsonValue> Account::act(const QString &action, const QJsonObject &fields)
{
    return m_actions.act(action, fields);
}

} // namespace providers::posthog
