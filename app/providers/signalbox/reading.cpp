// SPDX-License-Identifier: Apache-2.0
#include "app/providers/signalbox/reading.h"

using namespace Qt::StringLiterals;

namespace providers::signalbox {

namespace {

/// What the place where it lives adds: nobody's to edit.
const QStringList &derivedFields()
{
    static const QStringList names{u"id"_s,         u"version"_s,  u"created_at"_s, u"updated_at"_s,
                                   u"updated_by"_s, u"schedule"_s, u"last_run"_s,   u"last_status"_s,
                                   u"next_run"_s,   u"status"_s,   u"remote_id"_s,  u"connection_id"_s};
    return names;
}

const QStringList &windowExtras()
{
    static const QStringList names{u"id"_s,         u"version"_s,    u"updated_at"_s, u"created_by"_s,
                                   u"calendar"_s,   u"exceptions"_s, u"open"_s,       u"open_until"_s,
                                   u"next_start"_s, u"next_end"_s,   u"status"_s};
    return names;
}

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .detail = detail};
}

std::optional<base::Instant> timeIn(const QJsonObject &item, QLatin1StringView name)
{
    return base::parseIso(item.value(name).toString());
}

/// What this program knows is left in `fields`, the rest goes to `unknown`.
void split(const QJsonObject &item, const QStringList &known, QJsonObject &fields, QJsonObject &unknown)
{
    for (auto it = item.constBegin(); it != item.constEnd(); ++it) {
        (known.contains(it.key()) ? fields : unknown).insert(it.key(), it.value());
    }
}

/// Reads as many of the fields as can be read; those that can't go to `unknown`.
template <typename T, typename Read> base::Result<T> readWhatFits(QJsonObject fields, QJsonObject &unknown, Read read)
{
    for (;;) {
        const base::Result<T> value = read(fields);
        if (value) {
            return value;
        }
        const QString field = value.error().field.section(u'.', 0, 0).section(u'[', 0, 0);
        if (field.isEmpty() || !fields.contains(field) || field == "name"_L1 || field == "type"_L1) {
            return corrupt(value.error().message());
        }
        unknown.insert(field, fields.take(field));
    }
}

} // namespace

domain::Capabilities allCapabilities()
{
    using enum domain::Capability;
    domain::Capabilities all;
    all.can = {List, Create, Update, Delete, Run, Cancel, Runs, Code, Approvals, Windows, Templates, Export};
    all.log = domain::RemoteLog::Stream;
    all.carries = domain::toJson(domain::Automation()).keys();
    for (const QString &derived : derivedFields()) {
        all.carries.removeAll(derived);
    }
    all.carries.removeAll(u"remote"_s);
    return all;
}

domain::Capabilities capabilitiesOf(const QString &role)
{
    using enum domain::Capability;
    domain::Capabilities may = allCapabilities();
    if (role == "viewer"_L1) {
        may.can = {List, Runs};
    } else if (role == "user"_L1) {
        may.can = {List, Runs, Run, Cancel};
    }
    return may;
}

base::Result<syncing::RemoteAutomation> automationOf(const QJsonObject &item)
{
    static const QStringList known = domain::toJson(domain::Automation()).keys();
    syncing::RemoteAutomation remote;
    remote.remoteId = item.value("id"_L1).toString();
    if (remote.remoteId.isEmpty()) {
        return corrupt(u"an automation there has no id"_s);
    }
    remote.lastStatus = item.value("last_status"_L1).toString();
    QJsonObject fields;
    QJsonObject unknown;
    split(item, known, fields, unknown);
    for (const QString &derived : derivedFields()) {
        fields.remove(derived);
        unknown.remove(derived);
    }
    if (const QJsonObject theirs = fields.take("remote"_L1).toObject(); !theirs.isEmpty()) {
        unknown.insert("remote"_L1, theirs);
    }
    TRY(remote.automation, readWhatFits<domain::Automation>(fields, unknown, [](const QJsonObject &object) {
            return domain::automationFromJson(object);
        }));
    unknown.insert("version"_L1, item.value("version"_L1));
    remote.automation.remote = unknown;
    return remote;
}

QJsonObject bodyOf(const domain::Automation &automation)
{
    QJsonObject body = domain::toJson(automation);
    for (const QString &derived : derivedFields()) {
        body.remove(derived);
    }
    body.remove("remote"_L1);
    return body;
}

QJsonObject changesOf(const domain::Automation &wanted, const domain::Automation &base)
{
    const QJsonObject before = bodyOf(base);
    QJsonObject changes = bodyOf(wanted);
    for (auto it = changes.begin(); it != changes.end();) {
        it = before.value(it.key()) == it.value() ? changes.erase(it) : it + 1;
    }
    const QJsonValue version = base.remote.value("version"_L1);
    if (!changes.isEmpty() && version.isDouble()) {
        changes.insert("version"_L1, version);
    }
    return changes;
}

base::Result<syncing::RemoteRun> runOf(const QJsonObject &item)
{
    syncing::RemoteRun run;
    run.remoteId = item.value("id"_L1).toString(item.value("run_id"_L1).toString());
    if (run.remoteId.isEmpty()) {
        return corrupt(u"a run there has no id"_s);
    }
    run.automationRemoteId = item.value("automation_id"_L1).toString();
    run.theirStatus = item.value("status"_L1).toString();
    run.queuedAt = timeIn(item, "queued_at"_L1);
    run.startedAt = timeIn(item, "started_at"_L1);
    run.finishedAt = timeIn(item, "finished_at"_L1);
    // A newer one may have words of its own: by its times it is over or not.
    run.status = domain::statusFromWord(run.theirStatus)
                     .value_or(run.finishedAt ? domain::RunStatus::Failed : domain::RunStatus::Running);
    run.requestedBy = item.value("requested_by"_L1).toString();
    run.key = item.value("trigger"_L1).toObject().value("key"_L1).toString();
    run.reason = item.value("reason"_L1).toString();
    run.errorMessage = item.value("error_message"_L1).toString();
    const QJsonValue exitCode = item.value("exit_code"_L1);
    run.exitCode = exitCode.isDouble() ? std::optional(exitCode.toInt()) : std::nullopt;
    run.result = item.value("result"_L1);
    run.hasLog = item.value("log"_L1).toObject().value("removed_at"_L1).toString().isEmpty();
    return run;
}

base::Result<syncing::RemoteApproval> approvalOf(const QJsonObject &item)
{
    syncing::RemoteApproval approval;
    approval.remoteId = item.value("id"_L1).toString();
    if (approval.remoteId.isEmpty()) {
        return corrupt(u"a request for approval there has no id"_s);
    }
    approval.automationRemoteId = item.value("automation_id"_L1).toString();
    approval.runRemoteId = item.value("run_id"_L1).toString();
    approval.title = item.value("title"_L1).toString();
    approval.requestedBy = item.value("requested_by"_L1).toString();
    approval.requestedAt = timeIn(item, "requested_at"_L1).value_or(base::Instant());
    approval.expiresAt = timeIn(item, "expires_at"_L1);
    approval.status =
        domain::approvalStatusFromWord(item.value("status"_L1).toString()).value_or(domain::ApprovalStatus::Withdrawn);
    approval.details = item.value("details"_L1).toObject();
    return approval;
}

base::Result<syncing::RemoteWindow> windowOf(const QJsonObject &item)
{
    static const QStringList known = domain::toJson(domain::MaintenanceWindow()).keys();
    syncing::RemoteWindow remote;
    remote.remoteId = item.value("id"_L1).toString();
    if (remote.remoteId.isEmpty()) {
        return corrupt(u"a maintenance window there has no id"_s);
    }
    remote.active = item.value("open"_L1).toBool();
    QJsonObject fields;
    split(item, known, fields, remote.remote);
    for (const QString &extra : windowExtras()) {
        fields.remove(extra);
        remote.remote.remove(extra);
    }
    TRY(remote.window, readWhatFits<domain::MaintenanceWindow>(fields, remote.remote, [](const QJsonObject &object) {
            return domain::windowFromJson(object);
        }));
    remote.window.createdBy = item.value("created_by"_L1).toString();
    return remote;
}

QJsonObject bodyOf(const domain::MaintenanceWindow &window)
{
    QJsonObject body = domain::toJson(window);
    for (const QString &extra : windowExtras()) {
        body.remove(extra);
    }
    return body;
}

QByteArray linesOf(const QList<rest::Event> &events)
{
    QByteArray lines;
    for (const rest::Event &event : events) {
        if (event.type.isEmpty() && !event.id.isEmpty()) {
            lines += QByteArray(event.data).replace('\n', '\r') + '\n';
        }
    }
    return lines;
}

bool endsWith(const QList<rest::Event> &events)
{
    return std::any_of(events.begin(), events.end(), [](const rest::Event &event) { return event.type == "end"; });
}

} // namespace providers::signalbox
