// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/account.h"

#include "app/providers/defender/reading.h"
#include "app/providers/defender/writing.h"
#include "app/sync/rest/together.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

const QString logEnd = u"end"_s;

base::Error unsupported(const QString &detail)
{
    return {.code = base::ErrorCode::Unsupported, .detail = detail};
}

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

/// Newest first.
void sort(QList<syncing::RemoteRun> &runs)
{
    std::stable_sort(runs.begin(), runs.end(), [](const syncing::RemoteRun &a, const syncing::RemoteRun &b) {
        return a.queuedAt.value_or(base::Instant()) > b.queuedAt.value_or(base::Instant());
    });
}

/// Where each automation's list of runs goes on, in one text.
QString cursorOf(const QJsonObject &cursors)
{
    return cursors.isEmpty() ? QString()
                             : QString::fromUtf8(QJsonDocument(cursors).toJson(QJsonDocument::Compact).toBase64());
}

base::Result<QJsonObject> cursorsIn(const QString &cursor)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromBase64(cursor.toLatin1()));
    if (document.object().isEmpty()) {
        return base::invalid(u"cursor"_s, u"the cursor is none that was given out"_s);
    }
    return document.object();
}

} // namespace

domain::Capabilities capabilities()
{
    using enum domain::Capability;
    domain::Capabilities all;
    all.can = {List, Create, Update, Delete, Run, Runs, Code, Secrets, Quota};
    all.log = domain::RemoteLog::AtEnd;
    all.carries = {u"name"_s, u"type"_s, u"params"_s, u"triggers"_s, u"env"_s, u"paused"_s};
    return all;
}

Account::Account(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits)
    : m_service(context, settings, habits), m_actions(m_service)
{
}

Account::~Account() = default;

syncing::Answer<syncing::AccountFacts> Account::facts()
{
    syncing::AccountFacts facts{.who = {}, .role = {}, .version = u"Autotasks"_s, .capabilities = capabilities()};
    if (m_service.generation() == Generation::Autotasks) {
        return rest::then<syncing::AccountFacts>(m_service.context(), m_service.list(), [facts](const QJsonObject &) {
            return base::Result<syncing::AccountFacts>(facts);
        });
    }
    facts.version = u"Actions"_s;
    return rest::chain<syncing::AccountFacts>(
        m_service.context(), m_service.list(), [this, facts](const QJsonObject &) {
            const rest::Promise<syncing::AccountFacts> promise;
            base::onAnswer(m_service.context(), m_service.capabilities(),
                           [promise, facts](const base::Result<QJsonArray> &words) {
                               syncing::AccountFacts told = facts; // not every key may ask what it may do
                               for (const QJsonValue word : words.value_or({})) {
                                   told.role += (told.role.isEmpty() ? QString() : u", "_s) + word.toString();
                               }
                               promise.give(told);
                           });
            return promise.future();
        });
}

syncing::Answer<syncing::Page<syncing::RemoteAutomation>> Account::automations(const QString &)
{
    using Page = syncing::Page<syncing::RemoteAutomation>;
    using Items = QList<QJsonObject>;
    const auto items = rest::chain<Items>(m_service.context(), m_service.list(), [this](const QJsonObject &list) {
        const base::Result<Items> listed = itemsIn(list);
        if (!listed) {
            return rest::settled<Items>(listed.error());
        }
        QList<rest::Future<QJsonObject>> each;
        for (const QJsonObject &item : *listed) {
            each.append(whole(item));
        }
        return rest::together(m_service.context(), each);
    });
    return rest::then<Page>(m_service.context(), items, [](const Items &all) -> base::Result<Page> {
        Page page;
        for (const QJsonObject &item : all) {
            TRY(const auto automation, automationOf(item));
            page.items.append(automation);
        }
        return page;
    });
}

/// What was listed, with its code and variables.
syncing::Answer<QJsonObject> Account::whole(const QJsonObject &listed)
{
    const QString id = idIn(listed);
    if (id.isEmpty()) {
        return rest::settled<QJsonObject>(
            base::Error{.code = base::ErrorCode::Corrupt, .detail = u"an automation there has no id"_s});
    }
    const QJsonObject known = m_known.value(id);
    const QString digest = listed.value("codeDigest"_L1).toString();
    const bool isTold = !digest.isEmpty() && listed.value("environmentVariables"_L1).isObject();
    if (isTold && digest == known.value("codeDigest"_L1).toString()) {
        QJsonObject item = listed;
        item.insert("encodedZippedCode"_L1, known.value("encodedZippedCode"_L1));
        return rest::settled<QJsonObject>(item);
    }
    return rest::then<QJsonObject>(m_service.context(), m_service.wholeItem(id), [this, id](const QJsonObject &item) {
        m_known.insert(id, item);
        return base::Result<QJsonObject>(item);
    });
}

syncing::Answer<syncing::RemoteAutomation> Account::automation(const QString &remoteId)
{
    return rest::then<syncing::RemoteAutomation>(m_service.context(), m_service.wholeItem(remoteId), automationOf);
}

syncing::Answer<syncing::RemoteAutomation> Account::create(const domain::Automation &wanted)
{
    const base::Result<QJsonObject> body = createBody(wanted);
    if (!body) {
        return rest::settled<syncing::RemoteAutomation>(body.error());
    }
    return rest::chain<syncing::RemoteAutomation>(
        m_service.context(), m_service.create(*body),
        [this, wanted](const QJsonObject &item) { return made(wanted, item); });
}

/// It is there now, whatever becomes of its variables: an error here would have it made a second time.
syncing::Answer<syncing::RemoteAutomation> Account::made(const domain::Automation &wanted, const QJsonObject &item)
{
    base::Result<syncing::RemoteAutomation> automation = automationOf(item);
    if (automation && automation->automation.params.isEmpty()) {
        automation->automation.params.insert("code"_L1, wanted.params.value("code"_L1)); // not every answer has it
    }
    if (!automation || wanted.env.isEmpty()) {
        return rest::settled<syncing::RemoteAutomation>(automation);
    }
    const base::Result<QJsonObject> variables = variablesOf(wanted.env);
    const rest::Promise<syncing::RemoteAutomation> promise;
    base::onAnswer(m_service.context(), m_service.putEnvironment(automation->remoteId, variables.value_or({})),
                   [promise, automation = *automation, env = wanted.env](const base::Status &status) mutable {
                       if (status) {
                           automation.automation.env = env;
                       }
                       promise.give(automation);
                   });
    return promise.future();
}

syncing::Answer<syncing::RemoteAutomation> Account::update(const QString &remoteId, const domain::Automation &wanted,
                                                           const domain::Automation &base)
{
    const base::Result<QJsonObject> body = updateBody(wanted, base);
    if (!body) {
        return rest::settled<syncing::RemoteAutomation>(body.error());
    }
    rest::Future<void> sent = m_service.replace(remoteId, *body);
    if (wanted.env != base.env) {
        const QJsonObject variables = variablesOf(wanted.env).value_or({});
        sent = rest::chain<void>(m_service.context(), sent,
                                 [this, remoteId, variables] { return m_service.putEnvironment(remoteId, variables); });
    }
    return rest::chain<syncing::RemoteAutomation>(m_service.context(), sent,
                                                  [this, remoteId] { return automation(remoteId); });
}

syncing::Answer<void> Account::remove(const QString &remoteId)
{
    return m_service.remove(remoteId);
}

syncing::Answer<syncing::RemoteRun> Account::run(const syncing::RunWish &wish)
{
    const base::Result<QJsonObject> body = bodyOf(wish);
    if (!body) {
        return rest::settled<syncing::RemoteRun>(body.error());
    }
    return rest::then<syncing::RemoteRun>(m_service.context(), m_service.start(wish.remoteId, *body), runOf);
}

syncing::Answer<void> Account::cancel(const QString &)
{
    return rest::settled<void>(unsupported(u"a run there can't be cancelled"_s));
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Account::runs(const syncing::RunFilter &filter)
{
    if (!filter.automationRemoteId.isEmpty()) {
        return part(filter.automationRemoteId, filter.cursor);
    }
    if (!filter.cursor.isEmpty()) {
        const base::Result<QJsonObject> cursors = cursorsIn(filter.cursor);
        return cursors ? parts(cursors->keys(), *cursors) : rest::settled<Runs>(cursors.error());
    }
    return rest::chain<Runs>(m_service.context(), m_service.list(), [this](const QJsonObject &list) {
        const auto listed = itemsIn(list);
        if (!listed) {
            return rest::settled<Runs>(listed.error());
        }
        QStringList ids;
        for (const QJsonObject &item : *listed) {
            ids.append(idIn(item));
        }
        return parts(ids, {});
    });
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Account::part(const QString &id, const QString &cursor)
{
    const rest::Promise<Runs> promise;
    const auto read = [this, id, cursor](const QJsonObject &list) -> base::Result<Runs> {
        Runs runs;
        QStringList ids;
        TRY(const auto items, itemsIn(list));
        for (const QJsonObject &item : items) {
            TRY(const auto run, runOf(item));
            runs.items.append(run);
            ids.append(run.remoteId);
        }
        runs.next = list.value("next"_L1).toString();
        CHECK(m_walks[id].take(cursor, ids, runs.next));
        return runs;
    };
    base::onAnswer(m_service.context(), m_service.runs({.id = id, .cursor = cursor, .status = {}}),
                   [promise, read, cursor](const base::Result<QJsonObject> &list) {
                       promise.give(list ? read(*list) : rest::pageError(list.error(), cursor));
                   });
    return promise.future();
}

/// One part of each automation's runs. Where all of them are known, what comes after them is known as well.
syncing::Answer<syncing::Page<syncing::RemoteRun>> Account::parts(const QStringList &ids, const QJsonObject &cursors)
{
    QList<rest::Future<Runs>> each;
    for (const QString &id : ids) {
        const auto named = [id](const Runs &runs) {
            const QString next = runs.next.isEmpty() ? QString() : id + u'\n' + runs.next;
            return base::Result<Runs>(Runs{runs.items, next});
        };
        each.append(rest::then<Runs>(m_service.context(), part(id, cursors.value(id).toString()), named));
    }
    return rest::then<Runs>(m_service.context(), rest::together(m_service.context(), each), [](const QList<Runs> &all) {
        Runs joined;
        QJsonObject next;
        for (const Runs &runs : all) {
            joined.items.append(runs.items);
            if (!runs.next.isEmpty()) {
                next.insert(runs.next.section(u'\n', 0, 0), runs.next.section(u'\n', 1));
            }
        }
        sort(joined.items);
        joined.next = cursorOf(next);
        return base::Result<Runs>(joined);
    });
}

syncing::Answer<syncing::RemoteRun> Account::readRun(const QString &runRemoteId)
{
    return rest::then<syncing::RemoteRun>(m_service.context(), m_service.run(runRemoteId), runOf);
}

syncing::Answer<syncing::LogPart> Account::log(const QString &runRemoteId, const QString &from)
{
    return rest::then<syncing::LogPart>(
        m_service.context(), m_service.run(runRemoteId),
        [from](const QJsonObject &item) -> base::Result<syncing::LogPart> {
            TRY(const auto run, runOf(item));
            if (run.status == domain::RunStatus::Running) {
                return syncing::LogPart{.bytes = {}, .next = from, .complete = false};
            }
            return syncing::LogPart{
                .bytes = from == logEnd ? QByteArray() : logIn(item), .next = logEnd, .complete = true};
        });
}

syncing::Answer<QList<syncing::RemoteApproval>> Account::approvals()
{
    return rest::settled<QList<syncing::RemoteApproval>>(unsupported(u"there are no approvals there"_s));
}

syncing::Answer<void> Account::decide(const QString &, domain::Judgement, const QString &)
{
    return rest::settled<void>(unsupported(u"there are no approvals there"_s));
}

syncing::Answer<QList<syncing::RemoteWindow>> Account::windows()
{
    return rest::settled<QList<syncing::RemoteWindow>>(unsupported(u"there are no maintenance windows there"_s));
}

syncing::Answer<QString> Account::createWindow(const domain::MaintenanceWindow &)
{
    return rest::settled<QString>(unsupported(u"there are no maintenance windows there"_s));
}

syncing::Answer<void> Account::updateWindow(const QString &, const domain::MaintenanceWindow &)
{
    return rest::settled<void>(unsupported(u"there are no maintenance windows there"_s));
}

syncing::Answer<void> Account::removeWindow(const QString &)
{
    return rest::settled<void>(unsupported(u"there are no maintenance windows there"_s));
}

syncing::Answer<QJsonValue> Account::act(const QString &action, const QJsonObject &fields)
{
    return m_actions.act(action, fields);
}

} // namespace providers::defender
