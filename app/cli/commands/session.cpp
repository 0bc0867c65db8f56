// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/session.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

base::Result<QJsonValue> parsed(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isArray()) {
        return QJsonValue(document.array());
    }
    if (document.isObject()) {
        return QJsonValue(document.object());
    }
    return base::unavailable(u"reading the engine's answer"_s, u"it is not JSON"_s);
}

} // namespace

Session::Session(Invocation invocation, store::Endpoint endpoint, Engine engine, const base::Clock &clock,
                 Streams streams)
    : m_invocation(std::move(invocation)),
      m_engine(engine),
      m_clock(clock),
      m_output(streams),
      m_http(std::move(endpoint))
{
}

void Session::attempt(const ApiRequest &request, std::function<void(const base::Result<QJsonValue> &)> then)
{
    m_http.send(request, [this, then = std::move(then)](const base::Result<QByteArray> &body) {
        if (m_over) {
            return;
        }
        if (!body) {
            then(body.error());
        } else {
            then(parsed(*body));
        }
    });
}

void Session::send(const ApiRequest &request, Then then)
{
    attempt(request, [this, then = std::move(then)](const base::Result<QJsonValue> &answer) {
        if (!answer) {
            fail(answer.error());
        } else {
            then(*answer);
        }
    });
}

void Session::get(const QByteArray &path, Then then)
{
    ApiRequest request;
    request.path = path;
    send(request, std::move(then));
}

void Session::finish(Exit exit)
{
    if (m_over) {
        return;
    }
    m_over = true;
    exit = m_output.close(exit);
    Q_EMIT finished(static_cast<int>(exit));
}

void Session::fail(const base::Error &error)
{
    if (!m_over) {
        m_output.message(error);
        finish(exitOf(error.code));
    }
}

QByteArray automationPath(const QString &id, const QByteArray &rest)
{
    return "/api/automations/" + segment(id) + rest;
}

QByteArray routeFor(const QByteArray &body)
{
    constexpr qsizetype mostElsewhere = 1024 * 1024;
    return body.size() > mostElsewhere ? "/bundle" : "";
}

QByteArray runPath(const QString &id, const QByteArray &rest)
{
    return "/api/automations/runs/" + segment(id) + rest;
}

base::Status checkId(const QString &id)
{
    static const QStringList taken{u"."_s, u".."_s, u"runs"_s, u"templates"_s, u"export"_s, u"import"_s, u"webhook"_s};
    if (taken.contains(id)) {
        return base::notFound(id);
    }
    return {};
}

bool isRunId(const QString &id)
{
    return id.startsWith("run_"_L1);
}

} // namespace cli
