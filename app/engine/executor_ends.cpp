// SPDX-License-Identifier: Apache-2.0
#include "app/base/answer.h"
#include "app/engine/executor.h"
#include "app/engine/log.h"
#include "app/engine/results/maskedend.h"
#include "app/engine/results/resultschema.h"
#include "app/engine/survival/adoption.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr base::Millis recordAgainAfter{1000};

constexpr std::chrono::seconds longestCheck{10};

base::Error checkTookTooLong()
{
    return {.code = base::ErrorCode::Timeout, .detail = u"checking it against result_schema took more than 10 s"_s};
}

JobEnd judged(JobEnd end, const base::Result<QString> &violation)
{
    const QString wrong = violation ? *violation : violation.error().message();
    if (!wrong.isEmpty()) {
        end.succeeded = false;
        end.reason = u"the result is not as asked for: "_s + wrong;
    }
    return end;
}

} // namespace

void Executor::endEarly(Work &work, domain::RunStatus as, const QString &why)
{
    if (!work.wanted) {
        work.wanted = as;
        work.why = why;
    }
    work.timeout.stop();
    if (work.job) {
        work.job->cancel();
    } else if (!work.adoptee) {         // which can be ended, and heard of, only once it is taken over
        onJobFinished(work.run.id, {}); // nothing was started yet
    }
}

void Executor::cancel(const base::RunId &id, const QString &why)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    if (work && !work->wanted) {
        endEarly(*work, domain::RunStatus::Cancelled, why);
    }
}

void Executor::interruptAll(const QString &why)
{
    m_stopping = true;
    const auto works = m_works.values();
    for (const std::shared_ptr<Work> &work : works) {
        if (!work->wanted && !work->over && ((work->job && work->job->survivor()) || work->adoptee)) {
            leave(work->run.id);
        } else {
            endEarly(*work, domain::RunStatus::Interrupted, why);
        }
    }
    if (m_works.isEmpty()) {
        Q_EMIT idle();
    }
}

void Executor::onJobFinished(const base::RunId &id, const JobEnd &told)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    if (!work || std::exchange(work->over, true)) {
        return;
    }
    work->timeout.stop();
    const JobEnd end = work->mask ? maskedEnd(*work->mask, told) : told;
    if (end.succeeded && !work->automation.resultSchema.isEmpty()) {
        checkResult(id, end, work->automation.resultSchema);
    } else {
        conclude(id, end);
    }
}

/// What a schema asks of a result can take for ever; the run does not.
void Executor::checkResult(const base::RunId &id, const JobEnd &end, const QJsonObject &schema)
{
    const auto answered = std::make_shared<bool>(false);
    const auto answer = [this, id, end, answered](const base::Result<QString> &violation) {
        if (!std::exchange(*answered, true)) {
            conclude(id, judged(end, violation));
        }
    };
    base::onAnswer(this, whatViolates(schema, end.result), answer);
    QTimer::singleShot(longestCheck, this, [answer] { answer(checkTookTooLong()); });
}

void Executor::conclude(const base::RunId &id, const JobEnd &end)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    const domain::RunStatus natural = end.succeeded ? domain::RunStatus::Done : domain::RunStatus::Failed;
    if (end.timedOut && !work->wanted) {
        work->wanted = domain::RunStatus::TimedOut;
        work->why = u"limit %1 s reached"_s.arg(work->automation.timeoutSeconds);
    }
    // A job that succeeded just before its end was asked for has still succeeded; one that had to be told has not,
    // however politely it went.
    const bool asked = work->wanted && (!end.succeeded || !end.killReceipt.isEmpty());
    work->end = {.status = asked ? *work->wanted : natural,
                 .reason = asked ? work->why : end.reason,
                 .exitCode = end.exitCode,
                 .signal = end.signal,
                 .errorMessage = asked || end.succeeded       ? QString()
                                 : end.errorMessage.isEmpty() ? end.reason
                                                              : end.errorMessage,
                 .usage = end.usage,
                 .killReceipt = end.killReceipt,
                 .result = asked ? QJsonValue(QJsonValue::Undefined) : end.result,
                 .artifacts = end.artifacts};
    Q_EMIT workEnded(id);
    connect(work->log.get(), &LogWriter::closed, this,
            [this, id](const store::LogInfo &info, const std::optional<base::Error> &problem) {
                const std::shared_ptr<Work> ended = m_works.value(id);
                ended->end.log = {
                    .lines = info.lines, .bytes = info.bytes, .truncated = problem.has_value() || info.omitted > 0};
                if (problem) {
                    qCWarning(logEngine, "the end of the log of %s was lost: %s", qUtf8Printable(id.text()),
                              qUtf8Printable(problem->message()));
                }
                record(id);
            });
    work->log->close();
}

void Executor::record(const base::RunId &id)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    const std::optional<base::Seconds> delay =
        domain::nextAttemptAfter(work->automation.retry, work->run.attempt, work->end);
    const auto answer = [this, id](const base::Result<domain::Run> &result) { onRecorded(id, result); };
    if (!delay) {
        base::onAnswer(this, m_store.runs().finish(id, work->end), answer);
        return;
    }
    domain::RunEnd end = work->end;
    end.errorMessage = end.reason;
    const base::Instant now = m_clock.now();
    const domain::Hold hold{.until = now + *delay,
                            .since = now,
                            .reason = domain::retryReason(*work->automation.retry, work->run.attempt, end.reason)};
    base::onAnswer(this, m_store.runs().retryLater(id, end, hold), answer);
}

void Executor::onRecorded(const base::RunId &id, const base::Result<domain::Run> &result)
{
    if (!result && result.error().code == base::ErrorCode::Unavailable && !m_stopping) {
        // The disk is full, or the like: the row waits until it can be written.
        QTimer::singleShot(recordAgainAfter, this, [this, id] { record(id); });
        return;
    }
    if (!result) {
        qCWarning(logEngine, "the end of %s was not recorded: %s", qUtf8Printable(id.text()),
                  qUtf8Printable(result.error().message()));
    }
    settle(id, result);
    forget(id);
    if (result && domain::isBetweenAttempts(*result)) {
        Q_EMIT retryWanted(*result);
    } else {
        Q_EMIT settled(id);
    }
    if (m_stopping && m_works.isEmpty()) {
        Q_EMIT idle();
    }
}

void Executor::settle(const base::RunId &id, const base::Result<domain::Run> &recorded)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    // What is not on record the next engine will hear of again.
    const bool known = recorded || recorded.error().code != base::ErrorCode::Unavailable;
    if (work->job && work->job->survivor() && known) {
        work->job->survivor()->settle();
    } else if (work->adoptee) {
        dismiss(*work->adoptee, SurvivorFolder(m_store.runtimeDirectory()));
    }
}

/// It goes on, and the next engine takes it over from the last whole line.
void Executor::leave(const base::RunId &id)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    work->over = true;
    work->timeout.stop();
    if (work->job) {
        work->job->survivor()->leave();
    }
    const auto gone = [this, id] {
        forget(id);
        if (m_works.isEmpty()) {
            Q_EMIT idle();
        }
    };
    // Later, for it may be closed at once.
    connect(work->log.get(), &LogWriter::closed, this,
            [this, gone] { QMetaObject::invokeMethod(this, gone, Qt::QueuedConnection); });
    work->log->leave();
}

void Executor::forget(const base::RunId &id)
{
    if (const std::shared_ptr<Work> work = m_works.take(id)) {
        release(*work);
    }
}

void Executor::release(Work &work)
{
    // Its own signals may be below us on the stack.
    if (work.job) {
        work.job.release()->deleteLater();
    }
    if (work.log) {
        work.log.release()->deleteLater();
    }
}

} // namespace engine
