// SPDX-License-Identifier: Apache-2.0
#include "app/engine/executor.h"

#include "app/base/answer.h"
#include "app/engine/log.h"

#include <QDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr base::Millis recordAgainAfter{1000};

} // namespace

Executor::Executor(store::Store &store, const Kinds &kinds, Runner &runner, const base::Clock &clock, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_kinds(kinds),
      m_runner(runner),
      m_clock(clock),
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
        failToStart(run, u"this program knows no kind named %1"_s.arg(automation.type));
        return;
    }
    if (const base::Status fit = kind->check(automation); !fit) {
        failToStart(run, fit.error().message());
        return;
    }
    const std::shared_ptr<Work> work = makeWork(run, automation, *kind);
    m_works.insert(run.id, work);
    if (automation.timeoutSeconds > 0) {
        work->timeout.start(std::chrono::seconds(automation.timeoutSeconds));
    }
    if (m_stopping) {
        endEarly(*work, domain::RunStatus::Interrupted, u"the engine was stopped"_s);
    }
    work->job->start();
}

std::unique_ptr<Executor::Work> Executor::makeWork(const domain::Run &run, const domain::Automation &automation,
                                                   const Kind &kind)
{
    auto work = std::make_unique<Work>();
    work->run = run;
    work->killAfter = std::chrono::seconds(automation.killAfterSeconds);
    work->job = kind.makeJob({.run = run, .automation = automation, .runner = m_runner, .scratchDirectory = m_scratch});
    work->log = std::make_unique<LogWriter>(m_store.logs(), m_clock, run.id);

    Job *job = work->job.get();
    LogWriter *log = work->log.get();
    connect(job, &Job::output, log, &LogWriter::write);
    connect(log, &LogWriter::heldBack, job, &Job::holdBack);
    connect(job, &Job::finished, this, [this, id = run.id](const JobEnd &end) { onJobFinished(id, end); });
    connect(&work->timeout, &Timeout::reached, this, [this, id = run.id, seconds = automation.timeoutSeconds] {
        if (const std::shared_ptr<Work> late = m_works.value(id)) {
            endEarly(*late, domain::RunStatus::TimedOut, u"limit %1 s reached"_s.arg(seconds));
        }
    });
    return work;
}

void Executor::failToStart(const domain::Run &run, const QString &why)
{
    auto work = std::make_shared<Work>();
    work->run = run;
    work->end = {.status = domain::RunStatus::Failed, .reason = u"could not start: "_s + why, .errorMessage = why};
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

void Executor::onJobFinished(const base::RunId &id, const JobEnd &end)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    if (!work) {
        return;
    }
    work->timeout.stop();
    const domain::RunStatus natural = end.succeeded ? domain::RunStatus::Done : domain::RunStatus::Failed;
    // A job that succeeded just before its end was asked for has still succeeded; one that had to be told has not,
    // however politely it went.
    const bool asked = work->wanted && (!end.succeeded || !end.killReceipt.isEmpty());
    work->end = {.status = asked ? *work->wanted : natural,
                 .reason = asked ? work->why : end.reason,
                 .exitCode = end.exitCode,
                 .signal = end.signal,
                 .errorMessage = asked || end.succeeded ? QString() : end.reason,
                 .usage = end.usage,
                 .killReceipt = end.killReceipt};
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
    base::onAnswer(this, m_store.runs().finish(id, work->end), [this, id](const base::Result<domain::Run> &result) {
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
    });
}

void Executor::forget(const base::RunId &id)
{
    const std::shared_ptr<Work> work = m_works.take(id);
    // Its own signals may be below us on the stack.
    if (work && work->job) {
        work->job.release()->deleteLater();
        work->log.release()->deleteLater();
    }
    Q_EMIT settled(id);
    if (m_stopping && m_works.isEmpty()) {
        Q_EMIT idle();
    }
}

} // namespace engine
