// SPDX-License-Identifier: Apache-2.0
// One command while it works: what was asked, where to write, whom to ask. It ends exactly once, with an exit status.
#pragma once

#include "app/cli/command.h"
#include "app/cli/exitstatus.h"
#include "app/cli/invocation.h"
#include "app/cli/net/httpclient.h"
#include "app/cli/text/output.h"

#include <QJsonValue>
#include <QObject>

#include <functional>

namespace cli {

class Session : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const QJsonValue &)>;

    Session(Invocation invocation, store::Endpoint endpoint, Engine engine, const base::Clock &clock, Streams streams);

    const Invocation &asked() const { return m_invocation; }
    QString operand(int index) const { return m_invocation.arguments.value(index); }
    Engine engine() const { return m_engine; }
    const base::Clock &clock() const { return m_clock; }
    Output &out() { return m_output; }
    HttpClient &http() { return m_http; }

    /// The JSON of a 2xx answer; any error ends the session. Not called any more after the end.
    void get(const QByteArray &path, Then then);
    void send(const ApiRequest &request, Then then);
    /// The same, but the error is the caller's.
    void attempt(const ApiRequest &request, std::function<void(const base::Result<QJsonValue> &)> then);

    /// Ends the session. What was written and could not be is told first: a vanished reader quietly, a full disk with a
    /// message and Exit::Failed.
    void finish(Exit exit = Exit::Ok);
    void fail(const base::Error &error);
    bool isOver() const { return m_over; }

Q_SIGNALS:
    void finished(int status);

private:
    Invocation m_invocation;
    Engine m_engine;
    const base::Clock &m_clock;
    Output m_output;
    HttpClient m_http;
    bool m_over = false;
};

/// `/api/automations/ID` and what is appended. Invalid ids are refused by checkId().
QByteArray automationPath(const QString &id, const QByteArray &rest = {});
/// What is appended to the path of a body with more code than most routes take.
QByteArray routeFor(const QByteArray &body);
QByteArray runPath(const QString &id, const QByteArray &rest = {});
/// NotFound for a word that can't be an automation's id because the API has another meaning for it.
base::Status checkId(const QString &id);
bool isRunId(const QString &id);

} // namespace cli
