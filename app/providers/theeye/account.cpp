// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/account.h"

#include "app/bundles/formats/theeye/recipe.h"
#include "app/providers/theeye/actioncalls.h"
#include "app/providers/theeye/arguments.h"
#include "app/providers/theeye/jobs.h"
#include "app/providers/theeye/leaving.h"
#include "app/providers/theeye/reading.h"
#include "app/providers/theeye/results.h"
#include "app/providers/theeye/schedules.h"
#include "app/providers/theeye/writing.h"
#include "app/sync/fields.h"
#include "app/sync/rest/together.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

using Page = syncing::Page<syncing::RemoteAutomation>;
using Listed = QList<syncing::RemoteAutomation>;

base::Error unsupported(const QString &detail)
{
    return {.code = base::ErrorCode::Unsupported, .detail = detail};
}

base::Error noWindows()
{
    return unsupported(u"there are no maintenance windows there"_s);
}

/// What a run is given beside the values of its arguments.
base::Result<QJsonObject> bodyOf(const syncing::RunWish &wish, const QJsonArray &asked)
{
    QJsonObject body = wish.body.toObject();
    if (!wish.body.isUndefined() && !wish.body.isNull() && !wish.body.isObject()) {
        return base::invalid(u"body"_s, u"a run there is given a JSON object, or nothing"_s);
    }
    if (body.contains("wait_result"_L1)) {
        return base::invalid(u"body"_s, u"wait_result would hide the run from us; the action run-and-wait waits"_s);
    }
    if (!body.contains("task_arguments"_L1) || !wish.arguments.isEmpty()) {
        TRY(const QJsonArray values, runValues(asked, wish.arguments));
        body.insert("task_arguments"_L1, values);
    }
    return body;
}

QString textIn(const QJsonObject &object, const QStringList &names)
{
    for (const QString &name : names) {
        const QJsonValue value = object.value(name);
        const QString text = value.isObject() ? value["name"_L1].toString() : value.toString();
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

} // namespace

domain::Capabilities capabilitiesOf(const QString &rank)
{
    using enum domain::Capability;
    static const QStringList ranks{u"viewer"_s, u"user"_s, u"agent"_s, u"manager"_s};
    const qsizetype height = ranks.indexOf(rank);
    domain::Capabilities may;
    may.can = {List, Runs};
    if (height != 0) {
        may.can += {Run, Cancel, Approvals};
    }
    if (height < 0 || height == 3) {
        may.can += {Create, Update};
    }
    if (height < 0) {
        may.can += {Delete, Export};
    }
    may.log = domain::RemoteLog::AtEnd;
    may.carries = {u"triggers"_s, u"name"_s,      u"description"_s, u"tags"_s,   u"type"_s,
                   u"params"_s,   u"arguments"_s, u"env"_s,         u"run_as"_s, u"timeout_s"_s,
                   u"overlap"_s,  u"grace_s"_s,   u"paused"_s};
    return may;
}

Account::Account(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits)
    : m_service(context, settings, habits), m_jobs(m_service), m_schedules(m_service, context.clock)
{
}

Account::~Account() = default;

syncing::Answer<syncing::AccountFacts> Account::facts()
{
    using Facts = syncing::AccountFacts;
    return rest::chain<Facts>(m_service.context(), m_service.tasks(), [this](const QJsonArray &) {
        const rest::Promise<Facts> promise;
        base::onAnswer(m_service.context(), m_service.profile(), [promise](const base::Result<QJsonObject> &profile) {
            const QJsonObject who = profile.value_or({}); // not every token may ask
            const QString rank = textIn(who, {u"credential"_s, u"role"_s});
            promise.give(Facts{.who = textIn(who, {u"username"_s, u"email"_s, u"name"_s}),
                               .role = rank,
                               .version = u"TheEye"_s,
                               .capabilities = capabilitiesOf(rank)});
        });
        return promise.future();
    });
}

syncing::Answer<Page> Account::automations(const QString &)
{
    return rest::chain<Page>(m_service.context(), m_service.tasks(), [this](const QJsonArray &tasks) {
        return rest::chain<Page>(m_service.context(), withSchedules(tasks), [this](const Listed &listed) {
            return rest::then<Page>(m_service.context(), m_service.workflows(),
                                    [listed](const QJsonArray &workflows) -> base::Result<Page> {
                                        Page page{.items = listed, .next = {}};
                                        QHash<QString, QJsonValue> asked;
                                        for (const syncing::RemoteAutomation &task : listed) {
                                            asked.insert(task.remoteId,
                                                         task.automation.remote.value("task_arguments"_L1));
                                        }
                                        for (const QJsonValue each : workflows) {
                                            QJsonObject workflow = each.toObject();
                                            workflow.insert("task_arguments"_L1,
                                                            asked.value(workflow.value("start_task_id"_L1).toString()));
                                            TRY(const auto automation, workflowOf(workflow));
                                            page.items.append(automation);
                                        }
                                        return page;
                                    });
        });
    });
}

syncing::Answer<Listed> Account::withSchedules(const QJsonArray &tasks)
{
    QList<Answer<syncing::RemoteAutomation>> each;
    for (const QJsonValue task : tasks) {
        each.append(scheduled(task.toObject(), m_schedules.known(idOf(task))));
    }
    return rest::together(m_service.context(), each);
}

syncing::Answer<syncing::RemoteAutomation> Account::scheduled(const QJsonObject &task,
                                                              const Answer<QList<domain::Trigger>> &triggers)
{
    const Dialect dialect = m_service.settings().dialect;
    return rest::then<syncing::RemoteAutomation>(
        m_service.context(), triggers,
        [task, dialect](const QList<domain::Trigger> &list) -> base::Result<syncing::RemoteAutomation> {
            TRY(syncing::RemoteAutomation remote, automationOf(task, dialect));
            remote.automation.triggers = list;
            if (!list.isEmpty()) {
                remote.automation.arguments = asStartedBySchedules(remote.automation.arguments);
            }
            return remote;
        });
}

/// Whoever runs it is asked for what its first task asks for.
syncing::Answer<QJsonObject> Account::withArguments(const QJsonObject &workflow)
{
    const QString first = workflow.value("start_task_id"_L1).toString();
    if (first.isEmpty()) {
        return rest::settled<QJsonObject>(workflow);
    }
    const rest::Promise<QJsonObject> promise;
    base::onAnswer(m_service.context(), m_service.task(first),
                   [promise, asked = workflow](const base::Result<QJsonObject> &task) {
                       QJsonObject whole = asked;
                       whole.insert("task_arguments"_L1, task.value_or({}).value("task_arguments"_L1));
                       const bool isBroken = !task && task.error().code != base::ErrorCode::NotFound;
                       promise.give(isBroken ? base::Result<QJsonObject>(task.error()) : whole);
                   });
    return promise.future();
}

syncing::Answer<syncing::RemoteAutomation> Account::automation(const QString &remoteId)
{
    const Target target = targetOf(remoteId);
    if (target.isWorkflow) {
        const auto whole =
            rest::chain<QJsonObject>(m_service.context(), m_service.workflow(target.id),
                                     [this](const QJsonObject &workflow) { return withArguments(workflow); });
        return rest::then<syncing::RemoteAutomation>(m_service.context(), whole, workflowOf);
    }
    return rest::chain<syncing::RemoteAutomation>(
        m_service.context(), m_service.task(target.id),
        [this, target](const QJsonObject &task) { return scheduled(task, m_schedules.read(target.id)); });
}

syncing::Answer<syncing::RemoteAutomation> Account::create(const domain::Automation &wanted)
{
    const bool isTheirs = !theirType(wanted.type).isEmpty();
    const base::Result<QJsonObject> body =
        isTheirs ? taskBody(wanted, {}, m_service.settings().dialect) : recipeBody(wanted, m_service.settings());
    const auto schedules = scheduleBodies(wanted.triggers);
    if (!body || !schedules) {
        return rest::settled<syncing::RemoteAutomation>(body ? schedules.error() : body.error());
    }
    return rest::chain<syncing::RemoteAutomation>(
        m_service.context(), isTheirs ? m_service.createTask(*body) : m_service.importRecipe(*body),
        [this, wanted](const QJsonObject &answer) { return made(wanted, answer); });
}

/// The answer may be the task itself, or have it inside. It is there now, whatever becomes of its schedules: an error
/// here would have it made a second time.
syncing::Answer<syncing::RemoteAutomation> Account::made(const domain::Automation &wanted, const QJsonObject &answer)
{
    const QJsonObject inside = answer.value("task"_L1).toObject();
    const base::Result<syncing::RemoteAutomation> kept =
        automationOf(inside.isEmpty() ? answer : inside, m_service.settings().dialect);
    if (!kept || wanted.triggers.isEmpty()) {
        return rest::settled<syncing::RemoteAutomation>(kept);
    }
    const rest::Promise<syncing::RemoteAutomation> promise;
    base::onAnswer(m_service.context(), m_schedules.change(kept->remoteId, {}, wanted.triggers),
                   [promise, wanted, task = *kept](const base::Status &status) {
                       syncing::RemoteAutomation made = task;
                       if (status) {
                           made.automation.triggers = wanted.triggers;
                       }
                       promise.give(made);
                   });
    return promise.future();
}

syncing::Answer<syncing::RemoteAutomation> Account::update(const QString &remoteId, const domain::Automation &wanted,
                                                           const domain::Automation &base)
{
    const Target target = targetOf(remoteId);
    const base::Result<QJsonObject> body =
        target.isWorkflow ? workflowBody(wanted, base) : taskBody(wanted, base, m_service.settings().dialect);
    const bool isTimed = wanted.triggers != base.triggers;
    const auto schedules = scheduleBodies(isTimed ? wanted.triggers : QList<domain::Trigger>());
    if (!body || !schedules) {
        return rest::settled<syncing::RemoteAutomation>(body ? schedules.error() : body.error());
    }
    rest::Future<void> sent = m_service.replace(target, *body);
    if (isTimed) {
        sent = rest::chain<void>(m_service.context(), sent, [this, target, before = base.triggers, wanted] {
            return m_schedules.change(target.id, before, wanted.triggers);
        });
    }
    return rest::chain<syncing::RemoteAutomation>(m_service.context(), sent,
                                                  [this, remoteId] { return automation(remoteId); });
}

syncing::Answer<void> Account::remove(const QString &remoteId)
{
    return m_service.remove(targetOf(remoteId));
}

syncing::Answer<QJsonArray> Account::askedArguments(const Target &target)
{
    const auto whole = target.isWorkflow
                           ? rest::chain<QJsonObject>(m_service.context(), m_service.workflow(target.id),
                                                      [this](const QJsonObject &flow) { return withArguments(flow); })
                           : m_service.task(target.id);
    return rest::then<QJsonArray>(m_service.context(), whole, [](const QJsonObject &item) {
        return base::Result<QJsonArray>(item.value("task_arguments"_L1).toArray());
    });
}

syncing::Answer<syncing::RemoteRun> Account::run(const syncing::RunWish &wish)
{
    const Target target = targetOf(wish.remoteId);
    return rest::chain<syncing::RemoteRun>(
        m_service.context(), askedArguments(target), [this, target, wish](const QJsonArray &asked) {
            const base::Result<QJsonObject> body = bodyOf(wish, asked);
            if (!body) {
                return rest::settled<syncing::RemoteRun>(body.error());
            }
            return rest::then<syncing::RemoteRun>(m_service.context(), m_service.start(target, *body), runOf);
        });
}

syncing::Answer<void> Account::cancel(const QString &runRemoteId)
{
    return m_jobs.cancel(runRemoteId);
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Account::runs(const syncing::RunFilter &filter)
{
    return m_jobs.runs(filter);
}

syncing::Answer<syncing::RemoteRun> Account::readRun(const QString &runRemoteId)
{
    return m_jobs.read(runRemoteId);
}

syncing::Answer<syncing::LogPart> Account::log(const QString &runRemoteId, const QString &from)
{
    return m_jobs.log(runRemoteId, from);
}

syncing::Answer<QList<syncing::RemoteApproval>> Account::approvals()
{
    return m_jobs.approvals();
}

syncing::Answer<void> Account::decide(const QString &approvalRemoteId, domain::Judgement verdict, const QString &)
{
    return m_jobs.decide(approvalRemoteId, verdict);
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
    if (action == "bring-home"_L1) {
        return bringHome(fields.value("id"_L1).toString().trimmed());
    }
    if (action == "run-and-wait"_L1 || action == "job-result"_L1) {
        return waited(action, fields);
    }
    if (action == "change-organisation"_L1 || action == "logout"_L1) {
        return leave(m_service, action, fields);
    }
    const base::Result<Wanted> wanted = wantedBy(action, fields, m_service.settings());
    if (!wanted) {
        return rest::settled<QJsonValue>(wanted.error());
    }
    return rest::then<QJsonValue>(m_service.context(), m_service.ask(wanted->call, wanted->row->host),
                                  [row = wanted->row](const rest::Reply &reply) { return shown(*row, reply); });
}

syncing::Answer<QJsonValue> Account::waited(const QString &name, const QJsonObject &fields)
{
    const QList<domain::RemoteAction> all = actions();
    const auto action = std::find_if(all.begin(), all.end(), [&name](const auto &one) { return one.name == name; });
    const base::Result<QJsonObject> given = syncing::givenFields(action->fields, fields);
    if (!given) {
        return rest::settled<QJsonValue>(given.error());
    }
    const QString id = given->value("id"_L1).toString();
    const QJsonValue values = given->value("task_arguments"_L1);
    if (!values.isUndefined() && !values.isArray()) {
        return rest::settled<QJsonValue>(base::invalid(u"task_arguments"_s, u"task_arguments must be a list"_s));
    }
    return name == "job-result"_L1 ? resultOf(m_service, id)
                                   : runAndWait(m_service, targetOf(id), {{u"task_arguments"_s, values.toArray()}});
}

/// Paused, for there it still runs.
syncing::Answer<QJsonValue> Account::bringHome(const QString &id)
{
    if (id.isEmpty()) {
        return rest::settled<QJsonValue>(base::invalid(u"id"_s, u"id is needed"_s));
    }
    return rest::then<QJsonValue>(
        m_service.context(), m_service.recipe(id, true), [](const QJsonObject &task) -> base::Result<QJsonValue> {
            TRY(const bundles::Recipe recipe, bundles::recipeOf(task));
            if (!recipe.reason.isEmpty()) {
                return unsupported(recipe.reason);
            }
            QJsonObject automation = recipe.automation;
            automation.insert("paused"_L1, true);
            const QString left = recipe.notCarried.join(u"; "_s);
            if (!left.isEmpty()) {
                const QString before = automation.value("description"_L1).toString();
                automation.insert("description"_L1,
                                  before + (before.isEmpty() ? QString() : u"\n"_s) + u"Not brought along: "_s + left);
            }
            return QJsonValue(automation);
        });
}

} // namespace providers::theeye
