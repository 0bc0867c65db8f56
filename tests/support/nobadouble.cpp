// SPDX-License-Identifier: Apache-2.0
#include "tests/support/nobadouble.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace test {

namespace {

Told detail(int status, const QString &text)
{
    return told(QJsonObject{{u"detail"_s, text}}, status);
}

QString idOf(const QJsonValue &item)
{
    return item["id"_L1].isDouble() ? QString::number(item["id"_L1].toInteger()) : item["id"_L1].toString();
}

qsizetype indexOf(const QJsonArray &items, const QString &id)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (idOf(items.at(i)) == id) {
            return i;
        }
    }
    return -1;
}

QJsonObject with(QJsonObject object, const QJsonObject &changes)
{
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

/// By which kinds of request the routes of both dialects are told apart there: what is not there is 405, but for GET.
void refuseUnknownPaths(FaultServer &server)
{
    for (const QByteArray &path : {"/api/{}"_ba, "/api/{}/{}"_ba, "/api/{}/{}/{}"_ba, "/api/{}/{}/{}/{}"_ba}) {
        server.route("GET", path, [](const Asked &) { return detail(404, u"API route not found"_s); });
        for (const QByteArray &method : {"POST"_ba, "PUT"_ba, "DELETE"_ba}) {
            server.route(method, path, [](const Asked &) { return detail(405, u"Method Not Allowed"_s); });
        }
    }
}

} // namespace

NobaDouble::NobaDouble()
{
    refuseUnknownPaths(server);
    serveAccount();
    serveAutomations();
    serveRuns();
    serveApprovals();
    serveWindows();
    serveExtras();
}

Told NobaDouble::guarded(const Asked &asked, const QString &least, const std::function<Told()> &serve) const
{
    static const QStringList roles{u"viewer"_s, u"operator"_s, u"admin"_s};
    if (asked.headers.value("authorization") != credential) {
        return detail(401, u"Unauthorized"_s);
    }
    return roles.indexOf(role) < roles.indexOf(least) ? detail(403, u"Forbidden"_s) : serve();
}

void NobaDouble::serveAccount()
{
    server.route("POST", "/api/login", [this](const Asked &asked) {
        const QJsonObject body = asked.json();
        ++logins;
        if (body.value("password"_L1).toString() != password) {
            return detail(401, u"Invalid credentials"_s);
        }
        if (!totpCode.isEmpty() && !body.contains("totp_code"_L1)) {
            return told({{u"requires_2fa"_s, true}, {u"username"_s, body.value("username"_L1)}});
        }
        if (!totpCode.isEmpty() && body.value("totp_code"_L1).toString() != totpCode) {
            return detail(401, u"Invalid 2FA code"_s);
        }
        QJsonObject answer{{u"token"_s, QString::fromLatin1(credential.sliced(7))}};
        if (wantsSecondFactor) {
            answer.insert("requires_2fa_setup"_L1, true);
        }
        return told(answer);
    });
    server.route("GET", "/api/me", [this](const Asked &asked) {
        return guarded(asked, u"viewer"_s, [this] { return told({{u"username"_s, u"kim"_s}, {u"role"_s, role}}); });
    });
    server.route("GET", "/api/health", [](const Asked &) {
        return told({{u"status"_s, u"ok"_s}, {u"version"_s, u"2.0.0"_s}});
    });
}

void NobaDouble::serveAutomations()
{
    server.route("GET", "/api/automations", [this](const Asked &asked) {
        return guarded(asked, u"viewer"_s, [this] { return toldList(automations); });
    });
    server.route("POST", "/api/automations", [this](const Asked &asked) {
        return guarded(asked, u"operator"_s, [this, &asked] {
            const QJsonObject body = asked.json();
            if (body["config"_L1]["command"_L1].isString() && role != "admin"_L1) {
                return detail(403, u"Custom script commands require admin role"_s);
            }
            const QString id = u"0fe653c2%1"_s.arg(++m_next, 4, 16, QChar(u'0'));
            automations.append(
                with(body, {{u"id"_s, id}, {u"created_at"_s, 1795334528}, {u"updated_at"_s, 1795334528}}));
            return told({{u"id"_s, id}, {u"status"_s, u"ok"_s}});
        });
    });
    server.route("PUT", "/api/automations/{}", [this](const Asked &asked) {
        return guarded(asked, u"operator"_s, [this, &asked] {
            const qsizetype at = indexOf(automations, asked.parts.first());
            if (at < 0) {
                return detail(404, u"Automation not found"_s);
            }
            if (asked.json().isEmpty()) {
                return detail(500, u"Failed to update automation"_s);
            }
            automations.replace(at, with(with(automations.at(at).toObject(), asked.json()),
                                         {{u"updated_at"_s, 1795334528 + ++m_next}}));
            return told(QJsonObject{{u"status"_s, u"ok"_s}});
        });
    });
    server.route("DELETE", "/api/automations/{}", [this](const Asked &asked) {
        return guarded(asked, u"admin"_s, [this, &asked] {
            const qsizetype at = indexOf(automations, asked.parts.first());
            at >= 0 ? automations.removeAt(at) : void();
            return at >= 0 ? told(QJsonObject{{u"status"_s, u"ok"_s}}) : detail(404, u"Automation not found"_s);
        });
    });
}

void NobaDouble::serveRuns()
{
    server.route("POST", "/api/automations/{}/run", [this](const Asked &asked) {
        return guarded(asked, u"operator"_s, [this, &asked] {
            const qsizetype at = indexOf(automations, asked.parts.first());
            if (at < 0) {
                return detail(404, u"Automation not found"_s);
            }
            const bool isWorkflow = automations.at(at)["type"_L1].toString() == "workflow"_L1;
            if (isWorkflow && automations.at(at)["config"_L1]["nodes"_L1].isArray()) { // broken ones as well
                return told(
                    {{u"success"_s, true}, {u"run_id"_s, QJsonValue::Null}, {u"workflow"_s, true}, {u"graph"_s, true}});
            }
            const QString trigger = isWorkflow ? u"workflow:%1:step1"_s.arg(asked.parts.first()) : u"auto:script:x"_s;
            runs.prepend(QJsonObject{{u"id"_s, ++m_next},
                                     {u"automation_id"_s, isWorkflow ? u"step"_s : asked.parts.first()},
                                     {u"trigger"_s, trigger},
                                     {u"status"_s, u"running"_s},
                                     {u"started_at"_s, 1795334562},
                                     {u"triggered_by"_s, u"kim"_s}});
            return isWorkflow ? told({{u"success"_s, true}, {u"run_id"_s, QJsonValue::Null}, {u"workflow"_s, true}})
                              : told({{u"success"_s, true}, {u"run_id"_s, m_next}});
        });
    });
    server.route("GET", "/api/runs", [this](const Asked &asked) {
        return guarded(asked, u"viewer"_s, [this, &asked] {
            const QString prefix = asked.value(u"trigger_prefix"_s);
            const QString automation = asked.value(u"automation_id"_s);
            const int limit = qBound(1, asked.value(u"limit"_s).toInt(), 500);
            QJsonArray page;
            for (const QJsonValue each : runs) {
                const bool fits = each["trigger"_L1].toString().startsWith(prefix) &&
                                  (automation.isEmpty() || each["automation_id"_L1].toString() == automation);
                QJsonObject item = each.toObject();
                item.remove("output"_L1);
                fits &&page.size() < limit ? page.append(item) : void();
            }
            return toldList(page);
        });
    });
    server.route("GET", "/api/runs/{}", [this](const Asked &asked) {
        return guarded(asked, u"viewer"_s, [this, &asked] {
            const qsizetype at = indexOf(runs, asked.parts.first());
            return at < 0 ? detail(404, u"Run not found"_s) : told(runs.at(at).toObject());
        });
    });
    server.route("POST", "/api/runs/{}/cancel", [this](const Asked &asked) {
        return guarded(asked, u"operator"_s, [this, &asked] {
            const qsizetype at = indexOf(runs, asked.parts.first());
            if (at < 0 || runs.at(at)["status"_L1].toString() != "running"_L1) {
                return detail(404, u"Run not active"_s);
            }
            runs.replace(at, with(runs.at(at).toObject(), {{u"status"_s, u"cancelled"_s}}));
            return told(QJsonObject{{u"success"_s, true}});
        });
    });
}

void NobaDouble::serveApprovals()
{
    server.route("GET", "/api/approvals", [this](const Asked &asked) {
        return guarded(asked, u"viewer"_s, [this] { return toldList(approvals); });
    });
    server.route("POST", "/api/approvals/{}/decide", [this](const Asked &asked) {
        return guarded(asked, u"operator"_s, [this, &asked] {
            const qsizetype at = indexOf(approvals, asked.parts.first());
            const QString decision = asked.json().value("decision"_L1).toString();
            if (decision != "approved"_L1 && decision != "denied"_L1) {
                return detail(400, u"decision must be 'approved' or 'denied'"_s);
            }
            if (at < 0 || approvals.at(at)["status"_L1].toString() != "pending"_L1) {
                return at < 0 ? detail(404, u"Approval not found"_s) : detail(400, u"Approval already approved"_s);
            }
            approvals.replace(at, with(approvals.at(at).toObject(), {{u"status"_s, decision}}));
            return told({{u"status"_s, u"ok"_s}, {u"decision"_s, decision}});
        });
    });
}

void NobaDouble::serveWindows()
{
    const QByteArray all = "/api/maintenance-windows";
    server.route("GET", all, [this](const Asked &asked) {
        return guarded(asked, u"viewer"_s, [this] { return toldList(windows); });
    });
    server.route("GET", all + "/active", [this](const Asked &asked) {
        return guarded(asked, u"viewer"_s, [this] {
            return aWindowHasText ? detail(500, u"Internal server error"_s)
                                  : toldList(windows.isEmpty() ? QJsonArray() : QJsonArray{windows.first()});
        });
    });
    server.route("POST", all, [this](const Asked &asked) {
        return guarded(asked, u"admin"_s, [this, &asked] {
            windows.append(with(asked.json(), {{u"id"_s, ++m_next}}));
            return told({{u"id"_s, m_next}, {u"status"_s, u"ok"_s}});
        });
    });
    const auto change = [this](const Asked &asked, bool removes) {
        return guarded(asked, u"admin"_s, [this, &asked, removes] {
            const qsizetype at = indexOf(windows, asked.parts.first());
            if (at < 0) {
                return detail(404, u"Window not found"_s);
            }
            removes ? windows.removeAt(at) : windows.replace(at, with(windows.at(at).toObject(), asked.json()));
            return told(QJsonObject{{u"status"_s, u"ok"_s}});
        });
    };
    server.route("PUT", all + "/{}", [change](const Asked &asked) { return change(asked, false); });
    server.route("DELETE", all + "/{}", [change](const Asked &asked) { return change(asked, true); });
}

void NobaDouble::serveExtras()
{
    server.route("GET", "/api/automations/export", [this](const Asked &asked) {
        return guarded(asked, u"admin"_s, [] {
            return Told{
                .body = "automations:\n- id: 0fe653c29f92\n  config:\n    command: echo hi\n    hmac_secret: s3cr3t\n",
                .type = "application/x-yaml"};
        });
    });
    server.route("GET", "/api/webhooks", [this](const Asked &asked) {
        return guarded(asked, u"admin"_s, [] { return toldList(QJsonArray{QJsonObject{{u"id"_s, 1}}}); });
    });
    server.route("POST", "/api/webhooks", [this](const Asked &asked) {
        return guarded(asked, u"admin"_s, [] {
            return told({{u"id"_s, 1}, {u"hook_id"_s, u"hook"_s}, {u"secret"_s, u"shown-once"_s}});
        });
    });
    const auto isSigned = [](const Asked &asked) {
        const QByteArray mac = QMessageAuthenticationCode::hash(asked.body, "shown-once", QCryptographicHash::Sha256);
        return asked.headers.value("x-hub-signature-256") == "sha256=" + mac.toHex();
    };
    server.route("POST", "/api/webhooks/receive/{}", [isSigned](const Asked &asked) {
        const bool isOfGraph = asked.parts.first() == "of-a-graph"_L1; // of which nothing is started
        const QJsonValue started = isOfGraph ? QJsonValue::Null : QJsonValue(u"hello"_s);
        const QJsonValue run = isOfGraph ? QJsonValue::Null : QJsonValue(26);
        return isSigned(asked) ? told({{u"status"_s, u"ok"_s}, {u"automation"_s, started}, {u"run_id"_s, run}})
                               : detail(401, u"Invalid signature"_s);
    });
    server.route("POST", "/api/automations/{}/trigger", [isSigned](const Asked &asked) {
        if (asked.headers.value("x-trigger-key") != "the-key") {
            return detail(401, u"Unauthorized"_s);
        }
        return isSigned(asked) ? told({{u"success"_s, true}, {u"run_id"_s, 23}})
                               : detail(403, u"Invalid HMAC signature"_s);
    });
    server.route("POST", "/api/playbooks/{}/install", [this](const Asked &asked) {
        return guarded(asked, u"operator"_s, [&asked] {
            return asked.body.isEmpty() ? detail(400, u"Invalid JSON"_s)
                                        : told({{u"id"_s, u"0fe653c29f93"_s}, {u"status"_s, u"ok"_s}});
        });
    });
}

} // namespace test
