// SPDX-License-Identifier: Apache-2.0
// What only later servers have: files straight into the storage, and automations by schedules of their own.
#include "tests/support/posthog/posthogdouble.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

Told notFound()
{
    return posthogError(404, u"invalid_request"_s, u"not_found"_s, u"Not found."_s);
}

Told wrong(const QString &attr, const QString &detail)
{
    return posthogError(400, u"validation_error"_s, u"invalid_input"_s, detail, attr);
}

/// The parts of a form by their names, each as it came; nothing where it is no form.
QHash<QByteArray, QByteArray> formIn(const Asked &asked)
{
    const QByteArray type = asked.headers.value("content-type");
    const qsizetype at = type.indexOf("boundary=");
    QHash<QByteArray, QByteArray> parts;
    if (!type.startsWith("multipart/form-data") || at < 0) {
        return parts;
    }
    const QByteArray edge = "--" + type.mid(at + 9);
    for (qsizetype from = asked.body.indexOf(edge); from >= 0;) {
        const qsizetype next = asked.body.indexOf(edge, from + edge.size());
        const qsizetype gap = asked.body.indexOf("\r\n\r\n", from);
        const qsizetype name = asked.body.indexOf("name=\"", from) + 6;
        if (next > gap && gap > name) {
            parts.insert(asked.body.mid(name, asked.body.indexOf('"', name) - name),
                         asked.body.mid(gap + 4, next - gap - 6));
        }
        from = next;
    }
    return parts;
}

const Told refusedByStorage{
    .status = 403, .body = "<Error><Code>AccessDenied</Code></Error>", .type = "application/xml"};

} // namespace

void PosthogDouble::serveUploads()
{
    serve("POST", "{}/runs/{}/artifacts/prepare_upload/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            QJsonObject place = asked.json().value("artifacts"_L1)[0].toObject();
            if (place.value("size"_L1).toInteger() < 1 || place.contains("content"_L1)) {
                return wrong(u"artifacts__0__size"_s, u"A valid integer is required."_s);
            }
            const QString path =
                u"tasks/%1/%2/%3"_s.arg(asked.parts.at(1)).arg(++m_made).arg(place["name"_L1].toString());
            place.insert("id"_L1, u"place-%1"_s.arg(m_made));
            place.insert("storage_path"_L1, path);
            place.insert("expires_in"_L1, 3600);
            place.insert(
                "presigned_post"_L1,
                QJsonObject{{u"url"_s, storage.url().toString() + u"/bucket"_s},
                            {u"fields"_s,
                             QJsonObject{{u"key"_s, path}, {u"policy"_s, u"p"_s}, {u"x-amz-signature"_s, u"good"_s}}}});
            return told({{u"artifacts"_s, QJsonArray{place}}});
        });
    });
    serve("POST", "{}/runs/{}/artifacts/download/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            const QString path = asked.json().value("storage_path"_L1).toString();
            return files.contains(path) ? Told{.body = files.value(path), .type = "application/octet-stream"}
                                        : told({{u"error"_s, u"Artifact not found on this run"_s}}, 404);
        });
    });
    storage.route("POST", "/bucket", [this](const Asked &asked) {
        const QHash<QByteArray, QByteArray> form = formIn(asked);
        const bool isSigned = form.value("x-amz-signature") == "good" && form.value("policy") == "p";
        if (!isSigned || asked.headers.contains("authorization")) {
            return refusedByStorage;
        }
        files.insert(QString::fromUtf8(form.value("key")), form.value("file"));
        return Told{.status = 204, .body = {}, .type = {}};
    });
    serve("POST", "{}/runs/{}/artifacts/finalize_upload/", u"task:write"_s, [this](const Asked &asked) {
        return withRun(asked, [this, &asked](const QJsonObject &) {
            const QJsonObject file = asked.json().value("artifacts"_L1)[0].toObject();
            const bool isKnown = file.value("id"_L1).toString().startsWith("place-"_L1) &&
                                 files.contains(file.value("storage_path"_L1).toString());
            return isKnown ? told({{u"artifacts"_s, addFile(asked.parts, file)}})
                           : told({{u"error"_s, u"Artifact upload was not found"_s}}, 400);
        });
    });
}

/// Only cron expressions of five fields, only places in the form ORGANISATION/NAME.
Told PosthogDouble::changedAutomation(QJsonObject &automation, const QJsonObject &body) const
{
    for (auto it = body.constBegin(); it != body.constEnd(); ++it) {
        automation.insert(it.key(), it.value());
    }
    if (automation.value("cron_expression"_L1).toString().split(u' ').size() != 5) {
        return wrong(u"cron_expression"_s, u"Only standard 5-field cron expressions are supported"_s);
    }
    if (automation.value("repository"_L1).toString().split(u'/').size() != 2) {
        return wrong(u"repository"_s, u"Repository must be in the format organization/repository"_s);
    }
    if (!automation.value("enabled"_L1).isBool()) {
        return wrong(u"enabled"_s, u"Must be a valid boolean."_s);
    }
    automation.insert("repository"_L1, automation.value("repository"_L1).toString().toLower());
    return told(automation);
}

void PosthogDouble::serveAutomations()
{
    const auto route = [this](const QByteArray &method, const QByteArray &path, const QString &scope,
                              const Handler &handler) {
        server.route(method, automationsAt(path), guarded(scope, handler));
    };
    const auto with = [this](const auto &serve) {
        return [this, serve](const Asked &asked) {
            const auto found = std::find_if(automations.begin(), automations.end(), [&asked](const QJsonObject &one) {
                return one.value("id"_L1).toString() == asked.parts.first();
            });
            return found == automations.end() ? notFound() : serve(asked, *found);
        };
    };
    route("GET", "", u"task:read"_s, [this](const Asked &asked) { return part(asked, automations); });
    route("GET", "{}/", u"task:read"_s, with([](const Asked &, QJsonObject &one) { return told(one); }));
    route("POST", "", u"task:write"_s, [this](const Asked &asked) {
        QJsonObject made{{u"id"_s, u"auto-%1"_s.arg(++m_made)},
                         {u"timezone"_s, u"UTC"_s},
                         {u"enabled"_s, true},
                         {u"last_run_at"_s, QJsonValue()},
                         {u"last_run_status"_s, QJsonValue()},
                         {u"last_error"_s, QJsonValue()}};
        Told answer = changedAutomation(made, asked.json());
        if (answer.status == 200) {
            automations.append(made);
            answer.status = 201;
        }
        return answer;
    });
    route("PATCH", "{}/", u"task:write"_s, with([this](const Asked &asked, QJsonObject &one) {
              QJsonObject changed = one;
              const Told answer = changedAutomation(changed, asked.json());
              one = answer.status == 200 ? changed : one;
              return answer;
          }));
    route("POST", "{}/run/", u"task:write"_s, with([](const Asked &, QJsonObject &one) {
              one.insert("last_run_status"_L1, u"queued"_s);
              one.insert("last_task_run_id"_L1, u"run-of-it"_s);
              return told(one);
          }));
    route("DELETE", "{}/", u"task:write"_s, with([this](const Asked &, QJsonObject &one) {
              automations.removeOne(QJsonObject(one));
              return Told{.status = 204, .body = {}, .type = {}};
          }));
}

} // namespace test
