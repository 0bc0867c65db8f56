// SPDX-License-Identifier: Apache-2.0
#include "tests/support/signalboxdouble.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

Told missing()
{
    return told({{u"detail"_s, u"there is none of that id"_s}, {u"code"_s, u"not_found"_s}}, 404);
}

QJsonArray valuesOf(const QJsonObject &byId)
{
    QJsonArray values;
    for (const QJsonValue value : byId) {
        values.append(value);
    }
    return values;
}

QJsonObject with(QJsonObject object, const QJsonObject &changes)
{
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

} // namespace

SignalboxDouble::SignalboxDouble()
{
    server.demand("authorization", QByteArray("Bearer ") + token);
    serveAutomations();
    serveRuns();
    serveApprovals();
    serveWindows();
    serveTransfer();
    serveFacts(); // its fixed words win over ids
}

void SignalboxDouble::serveFacts()
{
    const auto forbidden = [] { return told({{u"detail"_s, u"your role does not allow that"_s}}, 403); };
    server.route("GET", "/api/status", [](const Asked &) { return told(QJsonObject{{u"paused"_s, false}}); });
    server.route("GET", "/api/tokens",
                 [=, this](const Asked &) { return role == "admin"_L1 ? toldList(QJsonArray()) : forbidden(); });
    server.route("POST", "/api/automations/auto_none/pause", [=, this](const Asked &) {
        return role == "admin"_L1 || role == "operator"_L1 ? missing() : forbidden();
    });
    server.route("POST", "/api/automations/auto_none/run",
                 [=, this](const Asked &) { return role == "viewer"_L1 ? forbidden() : missing(); });
}

void SignalboxDouble::serveAutomations()
{
    server.route("GET", "/api/automations", [this](const Asked &) { return toldList(valuesOf(automations)); });
    server.route("POST", "/api/automations", [this](const Asked &asked) {
        const QString id = u"auto_%1"_s.arg(++m_made);
        automations.insert(id, with(asked.json(), {{u"id"_s, id}, {u"version"_s, 1}}));
        return told(with(automations.value(id).toObject(), {{u"status"_s, u"created"_s}}), 201);
    });
    server.route("GET", "/api/automations/{}", [this](const Asked &asked) {
        const QJsonObject one = automations.value(asked.parts.first()).toObject();
        return one.isEmpty() ? missing() : told(one);
    });
    server.route("PUT", "/api/automations/{}", [this](const Asked &asked) {
        const QJsonObject one = automations.value(asked.parts.first()).toObject();
        QJsonObject changes = asked.json();
        const QJsonValue version = changes.take("version"_L1);
        if (one.isEmpty()) {
            return missing();
        }
        if (!version.isUndefined() && version != one.value("version"_L1)) {
            return told({{u"detail"_s, u"it is at another version"_s}, {u"code"_s, u"conflict"_s}}, 409);
        }
        changes.insert("version"_L1, one.value("version"_L1).toInt() + 1);
        automations.insert(asked.parts.first(), with(one, changes));
        return told(QJsonObject{{u"status"_s, u"updated"_s}});
    });
    server.route("DELETE", "/api/automations/{}", [this](const Asked &asked) {
        const bool there = automations.contains(asked.parts.first());
        automations.remove(asked.parts.first());
        return there ? told(QJsonObject{{u"status"_s, u"deleted"_s}}) : missing();
    });
}

void SignalboxDouble::serveRuns()
{
    server.route("POST", "/api/automations/{}/run", [this](const Asked &asked) {
        const QJsonObject run{{u"id"_s, u"run_%1"_s.arg(++m_made)},
                              {u"automation_id"_s, asked.parts.first()},
                              {u"status"_s, u"queued"_s},
                              {u"arguments"_s, asked.json().value("arguments"_L1)},
                              {u"queued_at"_s, u"2026-10-22T12:00:00.000Z"_s}};
        if (!automations.contains(asked.parts.first())) {
            return missing();
        }
        const QString key = QString::fromLatin1(asked.headers.value("idempotency-key"));
        for (const QJsonValue known : std::as_const(runs)) {
            if (!key.isEmpty() && known["trigger"_L1]["key"_L1].toString() == key) {
                return told(known.toObject());
            }
        }
        runs.prepend(key.isEmpty() ? run : with(run, {{u"trigger"_s, QJsonObject{{u"key"_s, key}}}}));
        return told(runs.first().toObject());
    });
    server.route("GET", "/api/automations/runs", [this](const Asked &asked) {
        QJsonArray page;
        bool begun = asked.value(u"before"_s).isEmpty();
        for (const QJsonValue run : runs) {
            if (begun && page.size() < asked.value(u"limit"_s).toInt()) {
                page.append(run);
            }
            begun = begun || run["id"_L1].toString() == asked.value(u"before"_s);
        }
        return toldList(page);
    });
    const auto one = [this](const Asked &asked) {
        for (const QJsonValue run : runs) {
            if (run["id"_L1].toString() == asked.parts.first()) {
                return told(run.toObject());
            }
        }
        return missing();
    };
    server.route("GET", "/api/automations/runs/{}", one);
    server.route("POST", "/api/automations/runs/{}/cancel", one);
    server.route("GET", "/api/automations/runs/{}/stream", [this](const Asked &asked) {
        const QByteArray last = asked.headers.value("last-event-id");
        const qsizetype at = last.isEmpty() ? -1 : log.indexOf("id: " + last + "\n");
        const QByteArray rest = at < 0 ? log : log.sliced(log.indexOf("\n\n", at) + 2);
        return Told{.body = rest, .type = "text/event-stream", .headers = {}, .open = true};
    });
}

void SignalboxDouble::serveApprovals()
{
    server.route("GET", "/api/approvals", [this](const Asked &) { return toldList(valuesOf(approvals)); });
    const auto decide = [this](const QString &status) {
        return [this, status](const Asked &asked) {
            QJsonObject one = approvals.value(asked.parts.first()).toObject();
            if (one.isEmpty()) {
                return missing();
            }
            one.insert("status"_L1, status);
            one.insert("comment"_L1, asked.json().value("comment"_L1));
            approvals.insert(asked.parts.first(), one);
            return told(one);
        };
    };
    server.route("POST", "/api/approvals/{}/approve", decide(u"approved"_s));
    server.route("POST", "/api/approvals/{}/reject", decide(u"rejected"_s));
}

void SignalboxDouble::serveWindows()
{
    server.route("GET", "/api/maintenance", [this](const Asked &) { return toldList(valuesOf(windows)); });
    server.route("POST", "/api/maintenance", [this](const Asked &asked) {
        const QString id = u"window_%1"_s.arg(++m_made);
        windows.insert(id, with(asked.json(), {{u"id"_s, id}, {u"open"_s, false}}));
        return told(windows.value(id).toObject(), 201);
    });
    server.route("PUT", "/api/maintenance/{}", [this](const Asked &asked) {
        const QJsonObject one = windows.value(asked.parts.first()).toObject();
        windows.insert(asked.parts.first(), with(one, asked.json()));
        return one.isEmpty() ? missing() : told(windows.value(asked.parts.first()).toObject());
    });
    server.route("DELETE", "/api/maintenance/{}", [this](const Asked &asked) {
        const bool there = windows.contains(asked.parts.first());
        windows.remove(asked.parts.first());
        return there ? told(QJsonObject{{u"status"_s, u"deleted"_s}}) : missing();
    });
    server.route("POST", "/api/maintenance/{}/activate", [](const Asked &) {
        return told(QJsonObject{{u"status"_s, u"activated"_s}});
    });
}

void SignalboxDouble::serveTransfer()
{
    server.route("GET", "/api/automations/templates", [](const Asked &) {
        return toldList(QJsonArray{QJsonObject{{u"id"_s, u"disk-space"_s}}});
    });
    server.route("POST", "/api/automations/templates/{}/apply", [](const Asked &asked) {
        return told({{u"id"_s, u"auto_of_"_s + asked.parts.first()}}, 201);
    });
    server.route("GET", "/api/automations/export", [this](const Asked &) { return toldList(valuesOf(automations)); });
    server.route("POST", "/api/automations/import", [](const Asked &asked) {
        return told({{u"imported"_s, QJsonDocument::fromJson(asked.body).array().size()}});
    });
}

} // namespace test
