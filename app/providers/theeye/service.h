// SPDX-License-Identifier: Apache-2.0
// TheEye's interface, call by call, at its two addresses. Answers are the documents that came; errors are told in whole
// sentences, whichever of its six forms they had, and also where it gave no answer at all.
#pragma once

#include "app/providers/theeye/session.h"
#include "app/sync/provider.h"

#include <QJsonArray>

namespace providers::theeye {

/// The supervisor has tasks, jobs and workflows; the gateway people, logins and the inbox. The third one runs tasks and
/// answers with what came of them.
enum class Host { Supervisor, Gateway, Results };

/// What runs there: a task, or a workflow of tasks. Here they share one list, so that a workflow's id says so.
struct Target
{
    QString id;
    bool isWorkflow = false;
};
/// `workflow:ID`, or the id of a task.
Target targetOf(const QString &remoteId);
QString workflowRemoteId(const QString &id);

/// `field` and `value` of each that a job must have, newest first.
struct JobQuery
{
    QList<std::pair<QString, QString>> where;
    int atMost = 0; ///< 0 is all.
};

/// Lives on the thread that made it. Destroyed, it answers what is under way with Cancelled.
class Service
{
public:
    template <typename T> using Answer = rest::Future<T>;

    Service(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits);
    Q_DISABLE_COPY_MOVE(Service)

    const Settings &settings() const { return m_settings; }
    /// What lives as long as the service and can be asked to take answers.
    QObject *context() { return &m_supervisor; }
    /// How long an answer is usually waited for.
    base::Millis patience() const { return m_supervisor.remote().habits.longest; }

    /// Also those that have no host or no script, which the list hides by itself.
    Answer<QJsonArray> tasks();
    Answer<QJsonObject> task(const QString &id);
    Answer<QJsonObject> createTask(const QJsonObject &body);
    /// The whole of a task is replaced, whatever is left out; of a workflow what is given.
    Answer<void> replace(const Target &target, const QJsonObject &body);
    /// Tasks of a workflow stay, as tasks of their own.
    Answer<void> remove(const Target &target);
    Answer<QJsonObject> importRecipe(const QJsonObject &recipe);
    /// With the script inside, or without.
    Answer<QJsonObject> recipe(const QString &id, bool deep);

    Answer<QJsonArray> schedules(const QString &task);
    Answer<QJsonObject> addSchedule(const QString &task, const QJsonObject &body);
    Answer<QJsonObject> removeSchedule(const QString &id);

    /// Nothing where the server knows no workflows.
    Answer<QJsonArray> workflows();
    Answer<QJsonObject> workflow(const QString &id);

    Answer<QJsonObject> start(const Target &target, const QJsonObject &body);
    Answer<QJsonArray> jobs(const JobQuery &query);
    Answer<QJsonObject> job(const QString &id);
    /// Answers well whether or not there was anything to cancel.
    Answer<void> cancelJob(const QJsonObject &job);
    Answer<void> decide(const QString &jobId, domain::Judgement verdict);

    /// Of whoever is logged in; asked once, for not every token may.
    Answer<QJsonObject> profile();

    /// Of a login only; Unsupported for an integration token. What is asked from here on counts for that organisation.
    Answer<void> changeOrganisation(const QString &id);
    /// The same. From here on everything is Denied, field `credential`: only a new account logs in again.
    Answer<void> logout();

    /// The first call brings the login. The path is as it stands; see own().
    Answer<rest::Reply> ask(const rest::Call &call, Host host = Host::Supervisor);
    /// Below the organisation.
    QStringList own(const QStringList &parts) const { return QStringList{m_settings.organisation} + parts; }

private:
    rest::RestClient &clientOf(Host host);
    Answer<void> withLogin(rest::Call call, base::Status (Session::*then)(const rest::Reply &));
    Answer<rest::Reply> askWith(rest::RestClient &client, const rest::Call &call);
    Answer<QJsonObject> object(const rest::Call &call);
    Answer<QJsonArray> list(const rest::Call &call);
    Answer<void> done(const rest::Call &call);

    const Settings m_settings;
    rest::RestClient m_gateway;
    Session m_session;
    rest::RestClient m_results;
    rest::RestClient m_supervisor; // the last: answers are taken as long as it lives
};

/// One object; also where it comes as a list of one, as documented. Corrupt where it is neither.
base::Result<QJsonObject> oneIn(const rest::Reply &reply);

/// Nothing was answered: here that may be a refusal.
bool isSilence(const base::Error &error);
/// The error as it is told: silence, another organisation and fields by their codes are explained.
base::Error explained(base::Error error);

} // namespace providers::theeye
