// SPDX-License-Identifier: Apache-2.0
#include "tests/support/nobadouble.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

void serveMakers(FaultServer &server)
{
    server.route("POST", "/api/automations/import", [](const Asked &asked) {
        return told({{u"imported"_s, QJsonDocument::fromJson(asked.body).array().size()}});
    });
    server.route("POST", "/api/automations/webhook/{}", [](const Asked &) {
        return told({{u"run_id"_s, u"run_abc123"_s}, {u"status"_s, u"running"_s}});
    });
    server.route("POST", "/api/automations/templates/{}/apply", [](const Asked &asked) {
        return told({{u"id"_s, u"auto_of_"_s + asked.parts.first()}, {u"status"_s, u"created"_s}}, 201);
    });
}

} // namespace

DocumentedNobaDouble::DocumentedNobaDouble()
{
    server.demand("authorization", "Bearer good-token");
    serveMakers(server);
    const auto status = [](const QString &word) {
        return [word](const Asked &) { return told(QJsonObject{{u"status"_s, word}}); };
    };
    server.route("GET", "/api/automations", [this](const Asked &) { return toldList(automations); });
    server.route("POST", "/api/automations", [this](const Asked &asked) {
        QJsonObject item = asked.json();
        item.insert("id"_L1, u"auto_xyz"_s);
        automations.append(item);
        return told({{u"id"_s, u"auto_xyz"_s}, {u"status"_s, u"created"_s}}, 201);
    });
    server.route("PUT", "/api/automations/{}", status(u"updated"_s));
    server.route("DELETE", "/api/automations/{}", status(u"deleted"_s));
    server.route("POST", "/api/automations/{}/run", [](const Asked &) {
        return told({{u"run_id"_s, u"run_abc123"_s}, {u"status"_s, u"running"_s}});
    });
    server.route("GET", "/api/automations/runs/{}", [this](const Asked &) { return told(run); });
    server.route("GET", "/api/automations/runs/{}/stream", [this](const Asked &) {
        return Told{.body = "data: " + run.value("output"_L1).toString().toUtf8() + "\n\n",
                    .type = "text/event-stream"};
    });
    server.route("GET", "/api/automations/templates", [](const Asked &) { return toldList(QJsonArray()); });
    server.route("GET", "/api/automations/export", [this](const Asked &) { return toldList(automations); });
    server.route("GET", "/api/approvals", [this](const Asked &) { return toldList(approvals); });
    server.route("POST", "/api/approvals/{}/approve", status(u"approved"_s));
    server.route("POST", "/api/approvals/{}/reject", status(u"rejected"_s));
    server.route("GET", "/api/maintenance", [this](const Asked &) { return toldList(windows); });
    server.route("POST", "/api/maintenance", [](const Asked &) { return told(QJsonObject{{u"id"_s, u"mw_1"_s}}); });
    server.route("DELETE", "/api/maintenance/{}", status(u"deleted"_s));
    server.route("POST", "/api/maintenance/{}/activate", status(u"active"_s));
    server.route("POST", "/api/maintenance/{}/deactivate", status(u"inactive"_s));
}

} // namespace test
