// SPDX-License-Identifier: Apache-2.0
// What agents ask while they run. They do so in the stream of a run and nowhere else, so that each run that is under
// way is listened to.
#pragma once

#include "app/providers/posthog/command.h"
#include "app/sync/rest/eventstream.h"

#include <map>

namespace providers::posthog {

/// A question there: `TASK/RUN/REQUEST`.
struct QuestionPlace
{
    RunPlace run;
    QString request;

    QString text() const { return run.text() + u'/' + request; }
};
/// NotFound where it is none.
base::Result<QuestionPlace> questionOf(const QString &approvalRemoteId);

/// Which of the options that are offered says yes or no, for this time rather than for ever. Empty where none does.
QString optionFor(const QJsonArray &options, domain::Judgement verdict);

/// Lives no longer than its service.
class Permissions : public QObject
{
    Q_OBJECT

public:
    explicit Permissions(Service &service) : m_service(service) {}

    /// What is known to wait. A run that is seen for the first time is listened to from now on, and what it asks is
    /// known shortly afterwards.
    syncing::Answer<QList<syncing::RemoteApproval>> pending();
    /// Unavailable where the question is not known yet.
    syncing::Answer<void> decide(const QuestionPlace &place, domain::Judgement verdict, const QString &comment);
    /// One of the options by name; `more` are further fields of the answer.
    syncing::Answer<QJsonValue> answer(const QuestionPlace &place, const QString &option, const QJsonObject &more);

private:
    struct Watch
    {
        RunPlace place;
        std::unique_ptr<rest::EventStream> stream = {};
        QList<QJsonObject> open = {}; ///< In the order in which they were asked.
        bool isListed = false;        ///< The run is there: where it has no stream, none has.
    };

    void listenTo(const QList<RunPlace> &running);
    void listen(Watch &watch, const QByteArray &lastId);
    void take(Watch &watch, const rest::Event &event);
    void forget(const QString &run, const QString &request);
    void stop(Watch &watch);
    QList<syncing::RemoteApproval> all() const;

    Service &m_service;
    std::map<QString, Watch> m_watches; // by run
    QSet<QString> m_answered;           // by us, and not to be asked again
};

} // namespace providers::posthog
