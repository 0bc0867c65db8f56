// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/reading.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr std::chrono::minutes soonStarted{10};

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .detail = detail};
}

/// Ids stand in paths, and in names of runs.
bool isId(const QString &text)
{
    return !text.isEmpty() && !text.contains(u'/');
}

/// What a run or the mere passing of time changes; it would make a new version each time.
const QStringList &passing()
{
    static const QStringList names{u"latest_run"_s, u"updated_at"_s, u"last_activity_at"_s};
    return names;
}

domain::RunStatus statusOf(const QJsonObject &run)
{
    using enum domain::RunStatus;
    static const QHash<QString, domain::RunStatus> words{{u"not_started"_s, Queued},  {u"queued"_s, Queued},
                                                         {u"in_progress"_s, Running}, {u"completed"_s, Done},
                                                         {u"failed"_s, Failed},       {u"cancelled"_s, Cancelled}};
    return words.value(run.value("status"_L1).toString(), run.value("completed_at"_L1).isString() ? Failed : Running);
}

QString reasonOf(const QJsonObject &run, const syncing::RemoteRun &read, base::Instant now)
{
    const QString word = run.value("status"_L1).toString();
    if (word == "not_started"_L1) {
        return u"it was made there, and nothing has started it"_s;
    }
    if (word == "queued"_L1 && read.queuedAt && now - *read.queuedAt > soonStarted) {
        return u"queued there since %1; its start may have been lost, so cancel it where nothing comes of it"_s.arg(
            base::isoUtc(*read.queuedAt));
    }
    const bool isKnown = !word.isEmpty() && (read.status != domain::RunStatus::Failed || word == "failed"_L1);
    return isKnown ? QString() : u"it ended as “%1”, a word that is not known here"_s.arg(word);
}

} // namespace

Generation generationIn(const QJsonObject &item)
{
    static const QStringList later{u"runtime"_s,      u"repositories"_s,       u"internal"_s,
                                   u"archived"_s,     u"title_manually_set"_s, u"github_user_integration"_s,
                                   u"ci_prompt"_s,    u"last_activity_at"_s,   u"runtime_adapter"_s,
                                   u"scheduled_at"_s, u"reasoning_effort"_s,   u"channel"_s};
    if (item.isEmpty()) {
        return Generation::Unknown;
    }
    const bool isLater =
        std::any_of(later.begin(), later.end(), [&](const QString &key) { return item.contains(key); });
    return isLater ? Generation::Later : Generation::Early;
}

base::Result<RunPlace> placeOf(const QString &runRemoteId)
{
    const QStringList parts = runRemoteId.split(u'/');
    if (parts.size() != 2 || !isId(parts.first()) || !isId(parts.last())) {
        return base::Error{.code = base::ErrorCode::NotFound,
                           .detail = u"runs there are called TASK/RUN, and not “%1”"_s.arg(runRemoteId)};
    }
    return RunPlace{parts.first(), parts.last()};
}

base::Result<syncing::RemoteAutomation> taskOf(const QJsonObject &item)
{
    syncing::RemoteAutomation remote;
    remote.remoteId = item.value("id"_L1).toString();
    if (!isId(remote.remoteId)) {
        return corrupt(u"a task there has no id"_s);
    }
    QJsonObject rest = item;
    rest.remove("id"_L1);
    domain::Automation &automation = remote.automation;
    automation.type = QLatin1StringView(taskType);
    automation.name = rest.take("title"_L1).toString().simplified();
    if (automation.name.isEmpty()) {
        const QString slug = item.value("slug"_L1).toString();
        automation.name = slug.isEmpty() ? remote.remoteId : slug;
    }
    automation.description = rest.take("description"_L1).toString();
    for (const QString &name : {u"origin_product"_s, u"repository"_s, u"github_integration"_s}) {
        if (const QJsonValue value = rest.take(name); !value.isNull() && !value.isUndefined()) {
            automation.params.insert(name, value);
        }
    }
    automation.resultSchema = rest.take("json_schema"_L1).toObject();
    remote.lastStatus = item.value("latest_run"_L1).toObject().value("status"_L1).toString();
    for (const QString &name : passing()) {
        rest.remove(name);
    }
    automation.remote = rest;
    return remote;
}

bool isOver(const QJsonObject &run)
{
    return domain::isFinal(statusOf(run));
}

base::Result<syncing::RemoteRun> runOf(const QJsonObject &item, const QString &task, base::Instant now)
{
    const RunPlace place{task, item.value("id"_L1).toString()};
    if (!isId(place.run) || !isId(place.task)) {
        return corrupt(u"a run there has no id"_s);
    }
    syncing::RemoteRun run;
    run.remoteId = place.text();
    run.automationRemoteId = task;
    run.status = statusOf(item);
    const QString stage = item.value("stage"_L1).toString();
    run.theirStatus = item.value("status"_L1).toString() + (stage.isEmpty() ? QString() : u" · "_s + stage);
    run.queuedAt = base::parseIso(item.value("created_at"_L1).toString());
    run.finishedAt = base::parseIso(item.value("completed_at"_L1).toString());
    run.errorMessage = item.value("error_message"_L1).toString();
    run.reason = reasonOf(item, run, now);
    const QJsonValue output = item.value("output"_L1);
    run.result = output.isNull() ? QJsonValue(QJsonValue::Undefined) : output;
    run.branch = item.value("branch"_L1).toString();
    run.state = item.value("state"_L1).toObject();
    return run;
}

base::Result<Part> partOf(const QJsonObject &list, const QString &offset)
{
    const QJsonValue results = list.value("results"_L1);
    if (!results.isArray()) {
        return corrupt(u"the list there has no results"_s);
    }
    Part part;
    for (const QJsonValue item : results.toArray()) {
        part.items.append(item.toObject());
    }
    const QString next = list.value("next"_L1).toString();
    if (!next.isEmpty()) {
        part.next = QUrlQuery(QUrl(next)).queryItemValue(u"offset"_s);
        part.next = part.next.isEmpty() ? QString::number(offset.toLongLong() + part.items.size()) : part.next;
    }
    return part;
}

} // namespace providers::posthog
