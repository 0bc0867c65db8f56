// SPDX-License-Identifier: Apache-2.0
// Defender's interface, call by call: what is asked where, in the names of the generation that is spoken. Answers are
// the documents that came.
#pragma once

#include "app/providers/defender/login.h"
#include "app/sync/provider.h"

#include <QJsonArray>

namespace providers::defender {

/// Which runs of one automation, and from where in the list.
struct RunQuery
{
    QString id;
    QString cursor; ///< `next` of the part before, as it came.
    QString status; ///< Their word; empty is all.
};

/// The error as it is told: what a refusal means here, and that the service at `base` may be gone.
base::Error explained(base::Error error, const QUrl &base);

/// Lives on the thread that made it. Destroyed, it answers what is under way with Cancelled.
class Service
{
public:
    template <typename T> using Answer = rest::Future<T>;

    Service(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits);
    Q_DISABLE_COPY_MOVE(Service)

    Generation generation() const { return m_settings.generation; }
    const base::Clock &clock() const { return m_clock; }
    /// What lives as long as the service and can be asked to take answers.
    QObject *context() { return &m_client; }

    Answer<QJsonObject> list();
    Answer<QJsonObject> item(const QString &id);
    /// With the variables, also where the item does not tell them.
    Answer<QJsonObject> wholeItem(const QString &id);
    Answer<QJsonObject> create(const QJsonObject &body);
    /// Replaces the whole but the code, which stays where it is not given.
    Answer<void> replace(const QString &id, QJsonObject body);
    Answer<void> remove(const QString &id);
    Answer<void> putCode(const QString &id, const QString &base64);

    Answer<QJsonObject> start(const QString &id, const QJsonObject &body);
    Answer<QJsonObject> runs(const RunQuery &query);
    Answer<QJsonObject> run(const QString &runId);
    /// Waits for the run as the service does, up to 25 s. The address is its own key; ours is not sent.
    Answer<QJsonObject> callWebhook(const QUrl &address, const QJsonObject &body);

    Answer<QJsonObject> secrets();
    Answer<QJsonObject> writeSecrets(const QJsonObject &values, const QStringList &deletes);
    Answer<QJsonObject> environment(const QString &id);
    Answer<void> putEnvironment(const QString &id, const QJsonObject &variables);
    /// Actions only; Unsupported otherwise, as for capabilities().
    Answer<QJsonObject> usage(const QStringList &quotas, const QString &date);
    Answer<QJsonArray> capabilities();

private:
    Answer<rest::Reply> ask(const rest::Call &call);
    Answer<rest::Reply> askAsUs(const rest::Call &call);
    Answer<QJsonObject> object(const rest::Call &call);
    Answer<void> done(const rest::Call &call);
    rest::Call get(const QStringList &path) const;
    rest::Call send(const QByteArray &method, const QStringList &path, const QJsonObject &body) const;
    QStringList below(const QStringList &parts) const { return QStringList{placeWord(m_settings.generation)} + parts; }

    const base::Clock &m_clock;
    const Settings m_settings;
    const QUrl m_base;
    const QString m_apiKey;
    rest::RestClient m_client;
    Login m_login;
};

} // namespace providers::defender
