// SPDX-License-Identifier: Apache-2.0
// The runs of the double: how they go, their logs, files and questions.
#include "tests/support/posthog/posthogdouble.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

Told refused(int status, const QString &error)
{
    return told(QJsonObject{{u"error"_s, error}}, status);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray jsonLines(const QJsonArray &entries)
{
    QByteArray lines;
    for (const QJsonValue entry : entries) {
        lines += compact(entry.toObject()) + '\n';
    }
    return lines;
}

bool isChunk(const QJsonValue &entry)
{
    return entry["notification"_L1]["params"_L1]["update"_L1]["sessionUpdate"_L1].toString() ==
           "agent_message_chunk"_L1;
}

} // namespace

Told PosthogDouble::withRun(const Asked &asked, const std::function<Told(const QJsonObject &)> &serve) const
{
    const QJsonObject run = runOf(asked.parts.value(0), asked.parts.value(1));
    return run.isEmpty() || indexOf(asked.parts.first()) < 0
               ? posthogError(404, u"invalid_request"_s, u"not_found"_s, u"Not found."_s)
               : serve(run);
}

void PosthogDouble::serveRuns()
{
    serve("GET", "{}/runs/", u"task:read"_s, [this](const Asked &asked) {
        QList<QJsonObject> all;
        for (const QJsonValue run : runs.value(asked.parts.first())) {
            all.append(run.toObject());
        }
        return indexOf(asked.parts.first()) < 0
                   ? posthogError(404, u"invalid_request"_s, u"not_found"_s, u"Not found."_s)
                   : part(asked, all);
    });
    serve("GET", "{}/runs/{}/", u"task:read"_s,
          [this](const Asked &asked) { return withRun(asked, [](const QJsonObject &run) { return told(run); }); });
    serve("POST", "{}/runs/", u"task:write"_s, [this](const Asked &asked) {
        const QString task = asked.parts.first();
        const QJsonObject body = asked.json();
        const QString id = addRun(task, u"bare-%1"_s.arg(++m_made), isLater() ? u"queued"_s : u"not_started"_s)
                               .value("id"_L1)
                               .toString();
        QJsonObject fields{
            {u"environment"_s, body.value("environment"_L1).toString(isLater() ? u"local"_s : u"cloud"_s)}};
        for (const QString &name : {u"stage"_s, u"branch"_s}) {
            fields.insert(name, body.value(name).isUndefined() ? QJsonValue() : body.value(name));
        }
        setRun(task, id, fields);
        return told(runOf(task, id), 201);
    });
}

/// Early servers replace documents as a whole, later ones key by key.
Told PosthogDouble::update(const Asked &asked, QJsonObject run)
{
    const QJsonObject body = asked.json();
    QJsonObject fields;
    for (const QString &name : {u"status"_s, u"branch"_s, u"stage"_s, u"output"_s, u"state"_s, u"error_message"_s}) {
        if (body.contains(name)) {
            fields.insert(name, body.value(name));
        }
    }
    for (const QString &name : {u"output"_s, u"state"_s}) {
        if (!isLater() || !fields.contains(name)) {
            continue;
        }
        QJsonObject merged = run.value(name).toObject();
        const QJsonObject given = fields.value(name).toObject();
        for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
            merged.insert(it.key(), it.value());
        }
        for (const QJsonValue key : name == "state"_L1 ? body.value("state_remove_keys"_L1).toArray() : QJsonArray()) {
            merged.remove(key.toString());
        }
        fields.insert(name, merged);
    }
    static const QStringList words{u"not_started"_s, u"queued"_s, u"in_progress"_s,
                                   u"completed"_s,   u"failed"_s, u"cancelled"_s};
    const QString status = fields.value("status"_L1).toString();
    if (!status.isEmpty() && !words.contains(status)) {
        return posthogError(400, u"validation_error"_s, u"invalid_choice"_s,
                            u"\"%1\" is not a valid choice."_s.arg(status), u"status"_s);
    }
    if (words.indexOf(status) > 2) {
        fields.insert("completed_at"_L1, u"2026-03-02T11:30:00Z"_s);
    }
    setRun(asked.parts.at(0), asked.parts.at(1), fields);
    return told(runOf(asked.parts.at(0), asked.parts.at(1)));
}

void PosthogDouble::serveRunChanges()
{
    serve("PATCH", "{}/runs/{}/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &run) { return update(asked, run); });
    });
    serve("PATCH", "{}/runs/{}/set_output/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            const QJsonValue output = asked.json().value("output"_L1);
            if (!output.isObject()) {
                return refused(400, u"output must be an object"_s);
            }
            const QJsonValue schema = tasks.at(indexOf(asked.parts.at(0))).value("json_schema"_L1);
            for (const QJsonValue name : isLater() ? schema["required"_L1].toArray() : QJsonArray()) {
                if (!output.toObject().contains(name.toString())) {
                    return refused(400, u"Output does not match the schema: %1 is required"_s.arg(name.toString()));
                }
            }
            QJsonObject fields{{u"output"_s, output}};
            if (isLater()) {
                fields.insert("status"_L1, u"completed"_s);
                fields.insert("completed_at"_L1, u"2026-03-02T11:40:00Z"_s);
            }
            setRun(asked.parts.at(0), asked.parts.at(1), fields);
            return told(runOf(asked.parts.at(0), asked.parts.at(1)));
        });
    });
    serve("POST", "{}/runs/{}/append_log/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &run) {
            const QJsonArray entries = asked.json().value("entries"_L1).toArray();
            if (entries.isEmpty()) {
                return posthogError(400, u"validation_error"_s, u"invalid_input"_s,
                                    u"At least one log entry is required"_s, u"entries"_s);
            }
            for (const QJsonValue entry : entries) {
                if (!isLater() || !isChunk(entry)) {
                    write(asked.parts.at(1), entry.toObject());
                }
            }
            return told(run);
        });
    });
}

void PosthogDouble::write(const QString &run, const QJsonObject &entry)
{
    logs[run].append(entry);
    push(entry);
}

void PosthogDouble::push(const QJsonObject &data, const QByteArray &type)
{
    QByteArray event = "id: 1772447000000-" + QByteArray::number(m_events++) + "\r\n";
    event += type.isEmpty() ? QByteArray() : "event: " + type + "\r\n";
    server.push(event + "data: " + compact(data) + "\r\n\r\n");
}

void PosthogDouble::serveLogs()
{
    serve("GET", "{}/runs/{}/logs/", u"task:read"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            return Told{.body = jsonLines(logs.value(asked.parts.at(1))), .type = "application/jsonl"};
        });
    });
    serve("GET", "{}/runs/{}/session_logs/", u"task:read"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            const QJsonArray all = logs.value(asked.parts.at(1));
            const int limit = std::min(asked.value(u"limit"_s).toInt(), 5000);
            const int offset = asked.value(u"offset"_s).toInt();
            const QStringList types = asked.value(u"event_types"_s).split(u',', Qt::SkipEmptyParts);
            QJsonArray some;
            for (qsizetype i = offset; i < all.size() && some.size() < (limit > 0 ? limit : 1000); ++i) {
                const bool wanted =
                    types.isEmpty() || types.contains(all.at(i)["notification"_L1]["method"_L1].toString());
                wanted ? some.append(all.at(i)) : void();
            }
            Told answer = toldList(some);
            answer.headers = {{"X-Total-Count", QByteArray::number(all.size())},
                              {"X-Filtered-Count", QByteArray::number(some.size())}};
            if (isLater()) {
                answer.headers.emplaceBack("X-Matching-Count", QByteArray::number(some.size()));
                answer.headers.emplaceBack("X-Has-More", offset + some.size() < all.size() ? "true" : "false");
            }
            return hasSessionLogs ? answer : refused(404, u"no such route"_s);
        });
    });
    storage.route("GET", "/logs/{}", [this](const Asked &asked) {
        const bool isSigned =
            asked.value(u"X-Amz-Signature"_s) == "good"_L1 && !asked.headers.contains("authorization");
        return isSigned
                   ? Told{.body = jsonLines(logs.value(asked.parts.first())), .type = "text/plain"}
                   : Told{.status = 400, .body = "<Error>SignatureDoesNotMatch</Error>", .type = "application/xml"};
    });
}

void PosthogDouble::serveStream()
{
    if (!isLater()) {
        return;
    }
    serve("GET", "{}/runs/{}/stream/", u"task:read"_s, [this](const Asked &asked) {
        return withRun(asked, [this](const QJsonObject &) {
            return Told{.body = streamHead, .type = "text/event-stream", .open = true};
        });
    });
}

/// Into the manifest of a run, which it answers.
QJsonArray PosthogDouble::addFile(const QStringList &run, const QJsonObject &file)
{
    QJsonArray manifest = runOf(run.at(0), run.at(1)).value("artifacts"_L1).toArray();
    manifest.append(QJsonObject{{u"name"_s, file.value("name"_L1)},
                                {u"type"_s, file.value("type"_L1)},
                                {u"size"_s, files.value(file.value("storage_path"_L1).toString()).size()},
                                {u"content_type"_s, file.value("content_type"_L1)},
                                {u"storage_path"_s, file.value("storage_path"_L1)},
                                {u"uploaded_at"_s, u"2026-03-02T10:20:00Z"_s}});
    setRun(run.at(0), run.at(1), {{u"artifacts"_s, manifest}});
    return manifest;
}

void PosthogDouble::serveArtifacts()
{
    serve("POST", "{}/runs/{}/artifacts/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &run) {
            QJsonArray manifest = run.value("artifacts"_L1).toArray();
            for (const QJsonValue given : asked.json().value("artifacts"_L1).toArray()) {
                const QByteArray text = given["content"_L1].toString().toUtf8();
                const bool isBase64 = isLater() && given["content_encoding"_L1].toString() == "base64"_L1;
                QJsonObject file = given.toObject();
                file.insert("storage_path"_L1,
                            u"tasks/%1/%2/%3"_s.arg(asked.parts.at(1)).arg(++m_made).arg(given["name"_L1].toString()));
                files.insert(file.value("storage_path"_L1).toString(), isBase64 ? QByteArray::fromBase64(text) : text);
                manifest = addFile(asked.parts, file);
            }
            return told(QJsonObject{{u"artifacts"_s, manifest}});
        });
    });
    serve("POST", "{}/runs/{}/artifacts/presign/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            const QString path = asked.json().value("storage_path"_L1).toString();
            return files.contains(path)
                       ? told({{u"url"_s, storage.url().toString() + u"/files?X-Amz-Signature=good&path="_s + path},
                               {u"expires_in"_s, 3600}})
                       : refused(404, u"Artifact not found on this run"_s);
        });
    });
    storage.route("GET", "/files", [this](const Asked &asked) {
        const bool isSigned =
            asked.value(u"X-Amz-Signature"_s) == "good"_L1 && !asked.headers.contains("authorization");
        return isSigned
                   ? Told{.body = files.value(asked.value(u"path"_s)), .type = "application/octet-stream"}
                   : Told{.status = 400, .body = "<Error>SignatureDoesNotMatch</Error>", .type = "application/xml"};
    });
}

void PosthogDouble::serveCommands()
{
    serve("POST", "{}/runs/{}/command/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            const QJsonObject body = asked.json();
            static const QStringList early{u"user_message"_s, u"cancel"_s, u"close"_s};
            const QString method = body.value("method"_L1).toString();
            if (!isLater() && !early.contains(method)) {
                return posthogError(400, u"validation_error"_s, u"invalid_choice"_s,
                                    u"\"%1\" is not a valid choice."_s.arg(method), u"method"_s);
            }
            if (!hasSandbox) {
                return refused(400, u"No active sandbox for this task run"_s);
            }
            const bool isSecond = std::any_of(commands.begin(), commands.end(), [&](const QJsonObject &before) {
                const QJsonValue id = before.value("params"_L1)["requestId"_L1];
                return method == "permission_response"_L1 && id.isString() &&
                       id == body.value("params"_L1)["requestId"_L1];
            });
            commands.append(body);
            const QJsonObject error{{u"code"_s, -32000}, {u"message"_s, u"No pending permission request"_s}};
            return isSecond ? told({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, body.value("id"_L1)}, {u"error"_s, error}})
                            : told({{u"jsonrpc"_s, u"2.0"_s},
                                    {u"id"_s, body.value("id"_L1)},
                                    {u"result"_s, QJsonObject{{u"ok"_s, true}}}});
        });
    });
    const QString scope = isLater() ? u"task:write"_s : u"task:read"_s; // it lets its owner write
    serve("GET", "{}/runs/{}/connection_token/", scope, [this](const Asked &asked) {
        return withRun(asked, [](const QJsonObject &) { return told(QJsonObject{{u"token"_s, u"jwt"_s}}); });
    });
}

void PosthogDouble::serveLaterOnes()
{
    serve("POST", "{}/runs/{}/cancel/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            if (runOf(asked.parts.at(0), asked.parts.at(1)).value("environment"_L1).toString() == "local"_L1) {
                return refused(400, u"Only cloud runs can be cancelled via this endpoint"_s);
            }
            setRun(asked.parts.at(0), asked.parts.at(1),
                   {{u"status"_s, u"cancelled"_s}, {u"completed_at"_s, u"2026-03-02T11:50:00Z"_s}});
            return told(runOf(asked.parts.at(0), asked.parts.at(1)));
        });
    });
    serve("POST", "{}/runs/{}/start/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            setRun(asked.parts.at(0), asked.parts.at(1), {{u"status"_s, u"in_progress"_s}});
            return told(runOf(asked.parts.at(0), asked.parts.at(1)));
        });
    });
    for (const QByteArray &path : {"{}/runs/{}/relay_message/"_ba, "{}/runs/{}/resume_in_cloud/"_ba}) {
        serve("POST", path, u"task:write"_s, [this](const Asked &asked) {
            return withRun(asked, [&asked](const QJsonObject &) { return told({{u"got"_s, asked.json()}}); });
        });
    }
    serve("GET", "repository_readiness/", u"task:read"_s, [](const Asked &asked) {
        return told({{u"repository"_s, asked.value(u"repository"_s)}, {u"ready"_s, true}});
    });
    serve("GET", "repositories/", u"task:read"_s, [](const Asked &) { return toldList({u"acme/infra"_s}); });
    serve("POST", "summaries/", u"task:read"_s, [](const Asked &asked) {
        return told({{u"results"_s, asked.json().value("ids"_L1)}});
    });
}

} // namespace test
