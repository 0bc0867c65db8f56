// SPDX-License-Identifier: Apache-2.0
#include "app/engine/executor.h"

#include "app/base/answer.h"
#include "app/domain/input/environment.h"
#include "app/domain/reasons.h"
#include "app/engine/log.h"
#include "app/engine/masking/maskedend.h"

#include <QDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr base::Millis recordAgainAfter{1000};

store::RunQuery endedBefore(const domain::Run &run)
{
    using enum domain::RunStatus;
    return {.automation = run.automationId,
            .statuses = {Done, Failed, TimedOut, Cancelled, Interrupted},
            .words = {},
            .before = run.id,
            .limit = 1};
}

} // namespace

Executor::Executor(store::Store &store, const Kinds &kinds, Runner &runner, const base::Clock &clock,
                   secrets::SecretStore *secrets)
    : m_store(store),
      m_kinds(kinds),
      m_runner(runner),
      m_clock(clock),
      m_secrets(secrets),
      m_scratch(store.runtimeDirectory() + u"/scratch"_s)
{
    // What a killed engine left behind belongs to no run any more.
    QDir(m_scratch).removeRecursively();
    QDir().mkpath(m_scratch);
}

Executor::~Executor() = default;

const Kind *Executor::kindOf(const QString &type) const
{
    for (const std::unique_ptr<Kind> &kind : m_kinds) {
        if (kind->info().type == type) {
            return kind.get();
        }
    }
    return nullptr;
}

void Executor::execute(const domain::Run &run, const domain::Automation &automation)
{
    const Kind *kind = kindOf(automation.type);
    if (!kind) {
        failToStart(run, automation, u"this program knows no kind named %1"_s.arg(automation.type));
        return;
    }
    if (const base::Status fit = kind->check(automation); !fit) {
        failToStart(run, automation, fit.error().message());
        return;
    }
    const base::Result<domain::ArgumentValues> arguments = domain::fitted(automation.arguments, run.arguments);
    if (!arguments) {
        failToStart(run, automation, arguments.error().message());
        return;
    }
    const std::shared_ptr<Work> work = makeWork(run, automation);
    work->arguments = *arguments;
    m_works.insert(run.id, work);
    if (automation.timeoutSeconds > 0) {
        work->timeout.start(std::chrono::seconds(automation.timeoutSeconds));
    }
    if (m_stopping) {
        endEarly(*work, domain::RunStatus::Interrupted, domain::reason::engineStopped());
        return;
    }
    QStringList names = domain::secretsNeeded(automation, *arguments);
    names.append(domain::secretsInParams(kind->info(), automation.params));
    names.removeDuplicates();
    if (names.isEmpty()) {
        begin(run.id, {});
    } else {
        fetchSecrets(run.id, names);
    }
}

std::shared_ptr<Executor::Work> Executor::makeWork(const domain::Run &run, const domain::Automation &automation)
{
    auto work = std::make_shared<Work>();
    work->run = run;
    work->automation = automation;
    work->killAfter = std::chrono::seconds(automation.killAfterSeconds);
    work->log = std::make_unique<LogWriter>(m_store.logs(), m_clock, run.id, run.log.lines);
    if (run.attempt > 1) {
        work->log->note(domain::attemptMark(automation.retry, run));
    }
    LogWriter *log = work->log.get();
    connect(&work->timeout, &Timeout::nearing, log, [log, seconds = automation.timeoutSeconds](base::Seconds left) {
        log->note(u"90 % of the time limit of %1 s have passed; it ends in %2 s"_s.arg(seconds).arg(left.count()));
    });
    connect(&work->timeout, &Timeout::reached, this, [this, id = run.id, seconds = automation.timeoutSeconds] {
        if (const std::shared_ptr<Work> late = m_works.value(id)) {
            endEarly(*late, domain::RunStatus::TimedOut, u"limit %1 s reached"_s.arg(seconds));
        }
    });
    return work;
}

void Executor::fetchSecrets(const base::RunId &id, const QStringList &names)
{
    if (!m_secrets) {
        onJobFinished(id, {.reason = domain::reason::notStarted(u"this engine has no access to secrets"_s)});
        return;
    }
    base::onAnswer(this, m_secrets->read(names), [this, id](const base::Result<secrets::Values> &secrets) {
        const std::shared_ptr<Work> work = m_works.value(id);
        if (!work || work->over) {
            return; // ended meanwhile
        }
        if (secrets) {
            begin(id, *secrets);
        } else {
            onJobFinished(id, {.reason = domain::reason::notStarted(secrets.error().message())});
        }
    });
}

void Executor::begin(const base::RunId &id, const secrets::Values &secrets)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    maskLog(*work, secrets);
    work->job = makeJob(*work, secrets);
    Job *job = work->job.get();
    LogWriter *log = work->log.get();
    connect(job, &Job::output, log, &LogWriter::write);
    connect(log, &LogWriter::heldBack, job, &Job::holdBack);
    connect(job, &Job::finished, this, [this, id](const JobEnd &end) { onJobFinished(id, end); });
    job->start();
}

void Executor::maskLog(Work &work, const secrets::Values &secrets)
{
    for (const QString &name : tooShort(secrets)) {
        work.log->note(u"the secret %1 is too short to be masked in this log"_s.arg(name));
    }
    work.mask = matcherFor(secrets);
    if (work.mask) {
        work.log->mask(work.mask);
    }
}

std::unique_ptr<Job> Executor::makeJob(const Work &work, const secrets::Values &secrets)
{
    return kindOf(work.automation.type)
        ->makeJob({.run = work.run,
                   .automation = work.automation,
                   .runner = m_runner,
                   .scratchDirectory = m_scratch,
                   .storeDirectory = m_store.directory(),
                   .supplies = suppliesFor(work.automation, work.run, work.arguments, secrets),
                   .secrets = secrets,
                   .previousRun = [this, query = endedBefore(work.run)] { return m_store.runs().page(query); }});
}

void Executor::failToStart(const domain::Run &run, const domain::Automation &automation, const QString &why)
{
    auto work = std::make_shared<Work>();
    work->run = run;
    work->automation = automation;
    work->over = true;
    work->end = {.status = domain::RunStatus::Failed,
                 .reason = domain::reason::notStarted(why),
                 .errorMessage = why,
                 .log = run.log};
    m_works.insert(run.id, work);
    Q_EMIT workEnded(run.id);
    record(run.id);
}

void Executor::endEarly(Work &work, domain::RunStatus as, const QString &why)
{
    if (!work.wanted) {
        work.wanted = as;
        work.why = why;
    }
    work.timeout.stop();
    if (work.job) {
        work.job->cancel();
    } else {
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
        endEarly(*work, domain::RunStatus::Interrupted, why);
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
    const domain::RunStatus natural = end.succeeded ? domain::RunStatus::Done : domain::RunStatus::Failed;
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
                ended->end.log = {.lines = info.lines, .bytes = info.bytes, .truncated = problem.has_value()};
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

void Executor::forget(const base::RunId &id)
{
    const std::shared_ptr<Work> work = m_works.take(id);
    // Its own signals may be below us on the stack.
    if (work && work->job) {
        work->job.release()->deleteLater();
    }
    if (work && work->log) {
        work->log.release()->deleteLater();
    }
}

} // namespace engine
