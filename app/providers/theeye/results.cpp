// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/results.h"

#include "app/providers/theeye/jobs.h"
#include "app/providers/theeye/redacting.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

constexpr int askedSeconds = 60; // the most that it takes; from 10 on

QJsonValue outcomeOf(const QJsonObject &job)
{
    const QJsonValue output = outputOf(job);
    const QJsonArray all = output.toArray();
    return QJsonObject{{u"job"_s, job.value("id"_L1)},
                       {u"state"_s, job.value("state"_L1)},
                       {u"lifecycle"_s, job.value("lifecycle"_L1)},
                       {u"over"_s, domain::isFinal(statusOf(job))},
                       {u"result"_s, all.isEmpty() ? QJsonValue() : all.last()},
                       {u"output"_s, all}};
}

/// A script may answer with anything, under any type.
QJsonValue resultIn(const rest::Reply &reply)
{
    const QJsonArray one = QJsonDocument::fromJson('[' + reply.body + ']').array();
    return QJsonObject{{u"result"_s, one.size() == 1 ? redacted(one.first()) : QString::fromUtf8(reply.body)}};
}

base::Error ofTheHostForResults(base::Error error)
{
    error.detail +=
        u". It answers with the outcome of the task itself, so that this may be the task's: its runs tell"_s;
    return error;
}

rest::Future<QJsonValue> atHostForResults(Service &service, const Target &target, const QJsonObject &body)
{
    rest::Call call = rest::jsonCall("POST", service.own({u"task"_s, target.id, u"job"_s}), QJsonDocument(body));
    call.longest = service.patience() * 3 / 2; // it takes up to 30 s by itself
    call.expects = rest::Expects::Anything;
    const rest::Promise<QJsonValue> promise;
    base::onAnswer(service.context(), service.ask(call, Host::Results),
                   [promise](const base::Result<rest::Reply> &reply) {
                       const bool isRefused = !reply && !reply.error().field.isEmpty();
                       promise.give(reply       ? base::Result<QJsonValue>(resultIn(*reply))
                                    : isRefused ? reply.error()
                                                : ofTheHostForResults(reply.error()));
                   });
    return promise.future();
}

} // namespace

rest::Future<QJsonValue> resultOf(Service &service, const QString &job)
{
    rest::Call bell = rest::plainCall({u"job"_s, job, u"result"_s});
    bell.ask(u"customer"_s, service.settings().organisation);
    bell.longest = service.patience() * 5 / 2; // a little more than it was asked for
    bell.ask(u"timeout"_s, QString::number(askedSeconds));
    bell.expects = rest::Expects::Anything;
    bell.repeat = rest::Repeat::Never; // its status is that of the job: 500 is a script that failed
    const rest::Promise<QJsonValue> promise;
    base::onAnswer(service.context(), service.ask(bell), [&service, job, promise](const base::Result<rest::Reply> &) {
        base::onAnswer(service.context(), service.job(job), [promise](const base::Result<QJsonObject> &read) {
            promise.give(read ? base::Result<QJsonValue>(outcomeOf(*read)) : read.error());
        });
    });
    return promise.future();
}

/// Not with `wait_result`: that answers a start with a redirect, and whoever loses it has lost the job.
rest::Future<QJsonValue> runAndWait(Service &service, const Target &target, const QJsonObject &body)
{
    if (!service.settings().results.isEmpty() && !target.isWorkflow) {
        return atHostForResults(service, target, body);
    }
    return rest::chain<QJsonValue>(service.context(), service.start(target, body), [&service](const QJsonObject &job) {
        return domain::isFinal(statusOf(job)) ? rest::settled<QJsonValue>(outcomeOf(job))
                                              : resultOf(service, job.value("id"_L1).toString());
    });
}

} // namespace providers::theeye
