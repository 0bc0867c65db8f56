// SPDX-License-Identifier: Apache-2.0
#include "app/providers/signalbox/account.h"

#include "app/providers/signalbox/actions.h"
#include "app/providers/signalbox/reading.h"
#include "app/sync/rest/apart.h"
#include "app/sync/windowactions.h"

using namespace Qt::StringLiterals;

namespace providers::signalbox {

namespace {

const QStringList automationsPath{u"api"_s, u"automations"_s};
const QStringList runsPath{u"api"_s, u"automations"_s, u"runs"_s};
const QStringList approvalsPath{u"api"_s, u"approvals"_s};
const QStringList windowsPath{u"api"_s, u"maintenance"_s};

rest::Call post(const QStringList &path)
{
    return rest::plainCall(path, "POST");
}

rest::Call post(const QStringList &path, const QJsonObject &body)
{
    return rest::jsonCall("POST", path, QJsonDocument(body));
}

base::Result<QString> windowId(const QJsonObject &item)
{
    const QString id = item.value("id"_L1).toString();
    if (id.isEmpty()) {
        return base::Error{.code = base::ErrorCode::Corrupt, .detail = u"the window that was made there has no id"_s};
    }
    return id;
}

/// Whether an error is the one that only a right brings: what was named does not exist.
bool isAllowed(const base::Result<rest::Reply> &reply)
{
    return !reply && reply.error().code == base::ErrorCode::NotFound;
}

bool isForbidden(const base::Result<rest::Reply> &reply)
{
    return !reply && reply.error().code == base::ErrorCode::Denied && reply.error().field.isEmpty();
}

} // namespace

Account::Account(const syncing::AccountContext &context, const rest::Habits &habits)
    : m_client({.base = context.connection.baseUrl,
                .caFile = context.connection.settings.value("ca_file"_L1).toString(),
                .clock = context.clock,
                .habits = habits})
{
    m_client.identifyBy([token = context.credential.value(u"token"_s).trimmed().toUtf8()] {
        return token.isEmpty() || !net::isHeaderValue(token) ? net::Headers()
                                                             : net::Headers{{"Authorization", "Bearer " + token}};
    });
}

Account::~Account() = default;

template <typename T>
syncing::Answer<T> Account::object(const rest::Call &call, base::Result<T> (*read)(const QJsonObject &))
{
    return rest::then<T>(&m_client, m_client.ask(call), [read](const rest::Reply &reply) -> base::Result<T> {
        TRY(const QJsonObject item, rest::objectOf(reply));
        return read(item);
    });
}

syncing::Answer<void> Account::done(const rest::Call &call)
{
    return rest::then<void>(&m_client, m_client.ask(call), [](const rest::Reply &) { return base::Status(); });
}

syncing::Answer<syncing::AccountFacts> Account::facts()
{
    const auto status = m_client.ask(rest::plainCall({u"api"_s, u"status"_s}));
    const auto known = rest::chain<QString>(&m_client, status, [this](const rest::Reply &reply) {
        const base::Result<QJsonObject> object = rest::objectOf(reply);
        return object ? role() : rest::settled<QString>(object.error());
    });
    return rest::then<syncing::AccountFacts>(&m_client, known, [](const QString &role) {
        return base::Result<syncing::AccountFacts>(
            syncing::AccountFacts{.who = {}, .role = role, .version = {}, .capabilities = capabilitiesOf(role)});
    });
}

/// Nothing there tells one's role. What may be done to an automation that there can't be says it without doing
/// anything.
syncing::Answer<QString> Account::role()
{
    QStringList nothing = automationsPath;
    nothing.append(u"auto_none"_s);
    const rest::Promise<QString> promise;
    const auto ask = [this](rest::Call call, const auto &take) {
        call.repeat = rest::Repeat::Safe;
        base::onAnswer(&m_client, m_client.ask(call), take);
    };
    const auto tell = [promise](const base::Result<rest::Reply> &reply, const QString &may, const auto &otherwise) {
        if (isAllowed(reply) || (reply && may == "admin"_L1)) {
            promise.give(may);
        } else if (isForbidden(reply)) {
            otherwise();
        } else {
            promise.give(reply ? base::Error{.code = base::ErrorCode::Corrupt, .detail = u"it is no Signalbox"_s}
                               : reply.error());
        }
    };
    const auto askRun = [=](const base::Result<rest::Reply> &reply) {
        tell(reply, u"user"_s, [promise] { promise.give(u"viewer"_s); });
    };
    const auto askEdit = [=](const base::Result<rest::Reply> &reply) {
        tell(reply, u"operator"_s, [=] { ask(post(nothing + QStringList{u"run"_s}), askRun); });
    };
    ask(rest::plainCall({u"api"_s, u"tokens"_s}), [=](const base::Result<rest::Reply> &reply) {
        tell(reply, u"admin"_s, [=] { ask(post(nothing + QStringList{u"pause"_s}), askEdit); });
    });
    return promise.future();
}

syncing::Answer<syncing::Page<syncing::RemoteAutomation>> Account::automations(const QString &)
{
    using Page = syncing::Page<syncing::RemoteAutomation>;
    return rest::thenApart<Page>(&m_client, m_client.ask(rest::plainCall(automationsPath)),
                                 [](const rest::Reply &reply) -> base::Result<Page> {
                                     TRY(const QJsonArray items, rest::arrayOf(reply)); // thousands, in one part
                                     TRY(const auto automations, each(items, automationOf));
                                     return Page{automations, {}};
                                 });
}

syncing::Answer<syncing::RemoteAutomation> Account::automation(const QString &remoteId)
{
    return object(rest::plainCall(automationsPath + QStringList{remoteId}), automationOf);
}

syncing::Answer<syncing::RemoteAutomation> Account::create(const domain::Automation &wanted)
{
    return object(post(automationsPath, bodyOf(wanted)), automationOf);
}

syncing::Answer<syncing::RemoteAutomation> Account::update(const QString &remoteId, const domain::Automation &wanted,
                                                           const domain::Automation &base)
{
    const QJsonObject changes = changesOf(wanted, base);
    if (changes.isEmpty()) {
        return automation(remoteId);
    }
    rest::Call call = rest::jsonCall("PUT", automationsPath + QStringList{remoteId}, QJsonDocument(changes));
    call.repeat = rest::Repeat::Never; // a second time it would conflict with itself
    return rest::chain<syncing::RemoteAutomation>(
        &m_client, m_client.ask(call), [this, remoteId](const rest::Reply &) { return automation(remoteId); });
}

syncing::Answer<void> Account::remove(const QString &remoteId)
{
    return done(rest::plainCall(automationsPath + QStringList{remoteId}, "DELETE"));
}

syncing::Answer<syncing::RemoteRun> Account::run(const syncing::RunWish &wish)
{
    if (!wish.body.isUndefined()) {
        return rest::settled<syncing::RemoteRun>(
            base::Error{.code = base::ErrorCode::Unsupported,
                        .detail = u"a run there takes arguments, and no document beside them"_s});
    }
    const QJsonObject body{{u"arguments"_s, domain::toJson(wish.arguments)}};
    rest::Call call = post(automationsPath + QStringList{wish.remoteId, u"run"_s}, body);
    if (!wish.key.isEmpty()) {
        call.headers.emplaceBack("Idempotency-Key", wish.key.toLatin1());
        call.repeat = rest::Repeat::Safe; // the same key is answered with the same run
    }
    return object(call, runOf);
}

syncing::Answer<void> Account::cancel(const QString &runRemoteId)
{
    rest::Call call = post(runsPath + QStringList{runRemoteId, u"cancel"_s});
    call.repeat = rest::Repeat::Safe; // what is cancelled stays so
    return done(call);
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Account::runs(const syncing::RunFilter &filter)
{
    rest::Call call = rest::plainCall(runsPath);
    call.ask(u"limit"_s, QString::number(std::max(1, filter.atMost)));
    if (!filter.automationRemoteId.isEmpty()) {
        call.ask(u"automation_id"_s, filter.automationRemoteId);
    }
    if (!filter.cursor.isEmpty()) {
        call.ask(u"before"_s, filter.cursor);
    }
    using Page = syncing::Page<syncing::RemoteRun>;
    const rest::Promise<Page> promise;
    base::onAnswer(&m_client, m_client.ask(call), [this, filter, promise](const base::Result<rest::Reply> &reply) {
        promise.give(reply ? page(filter, *reply) : rest::pageError(reply.error(), filter.cursor));
    });
    return promise.future();
}

base::Result<syncing::Page<syncing::RemoteRun>> Account::page(const syncing::RunFilter &filter,
                                                              const rest::Reply &reply)
{
    TRY(const QJsonArray items, rest::arrayOf(reply));
    TRY(const QList<syncing::RemoteRun> runs, each(items, runOf));
    QStringList ids;
    for (const syncing::RemoteRun &run : runs) {
        ids.append(run.remoteId);
    }
    const QString next = ids.size() < std::max(1, filter.atMost) ? QString() : ids.last();
    CHECK(m_walks[filter.automationRemoteId].take(filter.cursor, ids, next));
    return syncing::Page<syncing::RemoteRun>{runs, next};
}

syncing::Answer<syncing::RemoteRun> Account::readRun(const QString &runRemoteId)
{
    return object(rest::plainCall(runsPath + QStringList{runRemoteId}), runOf);
}

syncing::Answer<syncing::LogPart> Account::log(const QString &runRemoteId, const QString &from)
{
    std::unique_ptr<LogFeed> &feed = m_logs[runRemoteId];
    if (!feed || QString::fromLatin1(feed->position()) != from) {
        feed = std::make_unique<LogFeed>(m_client, runRemoteId, from.toLatin1());
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
    using Approvals = QList<syncing::RemoteApproval>;
    return rest::then<Approvals>(&m_client, m_client.ask(rest::plainCall(approvalsPath)),
                                 [](const rest::Reply &reply) -> base::Result<Approvals> {
                                     TRY(const QJsonArray items, rest::arrayOf(reply));
                                     return each(items, approvalOf);
                                 });
}

syncing::Answer<void> Account::decide(const QString &approvalRemoteId, domain::Judgement verdict,
                                      const QString &comment)
{
    const QString word = domain::judgementWord(verdict);
    return done(post(approvalsPath + QStringList{approvalRemoteId, word}, {{u"comment"_s, comment}}));
}

syncing::Answer<QList<syncing::RemoteWindow>> Account::windows()
{
    using Windows = QList<syncing::RemoteWindow>;
    return rest::then<Windows>(&m_client, m_client.ask(rest::plainCall(windowsPath)),
                               [](const rest::Reply &reply) -> base::Result<Windows> {
                                   TRY(const QJsonArray items, rest::arrayOf(reply));
                                   return each(items, windowOf);
                               });
}

syncing::Answer<QString> Account::createWindow(const domain::MaintenanceWindow &window)
{
    return object(post(windowsPath, bodyOf(window)), windowId);
}

syncing::Answer<void> Account::updateWindow(const QString &remoteId, const domain::MaintenanceWindow &window)
{
    return done(rest::jsonCall("PUT", windowsPath + QStringList{remoteId}, QJsonDocument(bodyOf(window))));
}

syncing::Answer<void> Account::removeWindow(const QString &remoteId)
{
    return done(rest::plainCall(windowsPath + QStringList{remoteId}, "DELETE"));
}

syncing::Answer<QJsonValue> Account::act(const QString &action, const QJsonObject &fields)
{
    if (const auto answer = syncing::actOnWindows(*this, action, fields)) {
        return *answer;
    }
    const base::Result<Request> request = requestOf(action, fields);
    if (!request) {
        return rest::settled<QJsonValue>(request.error());
    }
    return rest::then<QJsonValue>(
        &m_client, m_client.ask(request->call),
        [isList = request->answersList](const rest::Reply &reply) -> base::Result<QJsonValue> {
            if (isList) {
                TRY(const QJsonArray list, rest::arrayOf(reply));
                return QJsonValue(list);
            }
            TRY(const QJsonObject object, rest::objectOf(reply));
            return QJsonValue(object);
        });
}

} // namespace providers::signalbox
