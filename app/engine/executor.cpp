// SPDX-License-Identifier: Apache-2.0
#include "app/engine/executor.h"

#include "app/base/answer.h"
#include "app/domain/input/environment.h"
#include "app/domain/reasons.h"
#include "app/engine/log.h"
#include "app/engine/survival/adoption.h"

#include <QDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

store::RunQuery endedBefore(const domain::Run &run)
{
    using enum domain::RunStatus;
    return {.automation = run.automationId,
            .statuses = {Done, Failed, TimedOut, Cancelled, Interrupted},
            .words = {},
            .before = run.id,
            .limit = 1};
}

/// None where no run changed; empty where any may have.
std::optional<QSet<QString>> changedRuns(const store::Changes &changes)
{
    std::optional<QSet<QString>> runs;
    for (const store::Change &change : changes) {
        if (change.table == store::Table::Runs && change.id.isEmpty()) {
            return QSet<QString>();
        }
        if (change.table == store::Table::Runs) {
            runs = runs.value_or(QSet<QString>()) << change.id;
        }
    }
    return runs;
}

/// A request asked for it, or for a run that it does again.
bool mayHaveRequest(const domain::Run &run)
{
    using enum domain::TriggerKind;
    return run.trigger == Webhook ||
           (run.trigger == Manual && (!run.triggerDetail.isEmpty() || !run.parentRunId.isEmpty()));
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
    connect(&m_store, &store::Store::changed, this, &Executor::onStoreChanged);
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
    if (run.attempt > 1) {
        work->log->note(domain::attemptMark(automation.retry, run));
    }
    m_works.insert(run.id, work);
    if (automation.timeoutSeconds > 0) {
        work->timeout.start(std::chrono::seconds(automation.timeoutSeconds));
    }
    if (m_stopping) {
        endEarly(*work, domain::RunStatus::Interrupted, domain::reason::engineStopped());
        return;
    }
    if (mayHaveRequest(run)) {
        fetchRequest(run.id);
    } else {
        provide(run.id);
    }
}

void Executor::adopt(const domain::Run &run, const domain::Automation &automation, std::shared_ptr<Adoptee> adoptee)
{
    domain::Run going = run;
    going.log.lines = adoptee->place.line;
    const std::shared_ptr<Work> work = makeWork(going, automation);
    work->arguments = run.arguments;
    work->adoptee = std::move(adoptee);
    m_works.insert(run.id, work);
    if (automation.timeoutSeconds > 0) {
        work->timeout.start(std::chrono::seconds(automation.timeoutSeconds), work->adoptee->elapsed);
    }
    if (kindOf(automation.type)) {
        provide(run.id);
    } else {
        onJobFinished(run.id, {.reason = u"this program knows no kind named %1"_s.arg(automation.type)});
    }
}

void Executor::fetchRequest(const base::RunId &id)
{
    using Request = base::Result<std::optional<domain::HookRequest>>;
    base::onAnswer(this, m_store.webhooks().requestOf(id), [this, id](const Request &request) {
        const std::shared_ptr<Work> work = m_works.value(id);
        if (!work || work->over) {
            return; // ended meanwhile
        }
        if (!request) {
            onJobFinished(id, {.reason = domain::reason::notStarted(request.error().message())});
            return;
        }
        work->request = *request;
        provide(id);
    });
}

/// What it needs before it begins, or before what it says may be stored.
void Executor::provide(const base::RunId &id)
{
    const std::shared_ptr<Work> work = m_works.value(id);
    const Kind *kind = kindOf(work->automation.type);
    QStringList names = domain::secretsNeeded(work->automation, work->arguments);
    names.append(domain::secretsInParams(kind->info(), work->automation.params));
    names.removeDuplicates();
    if (kind->takesEverySecret(work->automation)) {
        fetchEverySecret(id, names);
    } else {
        fetchSecrets(id, names);
    }
}

std::shared_ptr<Executor::Work> Executor::makeWork(const domain::Run &run, const domain::Automation &automation)
{
    auto work = std::make_shared<Work>();
    work->run = run;
    work->automation = automation;
    work->killAfter = std::chrono::seconds(automation.killAfterSeconds);
    work->log = std::make_unique<LogWriter>(m_store.logs(), m_clock, run.id, run.log.lines);
    LogWriter *log = work->log.get();
    log->keepAtMost(automation.retention.maxLogBytes);
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

void Executor::fetchEverySecret(const base::RunId &id, const QStringList &needed)
{
    base::onAnswer(this, m_store.secretRecords().names(), [this, id, needed](const base::Result<QStringList> &names) {
        if (!names) {
            onJobFinished(id, {.reason = domain::reason::notStarted(names.error().message())});
            return;
        }
        QStringList all = needed + *names;
        all.removeDuplicates();
        if (const std::shared_ptr<Work> work = m_works.value(id); work && !work->over) {
            fetchSecrets(id, all);
        }
    });
}

void Executor::fetchSecrets(const base::RunId &id, const QStringList &names)
{
    if (names.isEmpty()) {
        begin(id, {});
        return;
    }
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
            m_store.secretRecords().noteUsed(secrets->keys(), id);
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
    if (Survivor *survivor = job->survivor()) {
        connect(log, &LogWriter::stored, job, [survivor](const store::LogChunk &chunk) { survivor->onStored(chunk); });
    }
    if (work->wanted) {
        job->cancel(); // its end was asked for before it was taken over
    }
}

void Executor::maskLog(Work &work, const secrets::Values &secrets)
{
    for (const QString &name : work.adoptee ? QStringList() : tooShort(secrets)) {
        work.log->note(u"the secret %1 is too short to be masked in this log"_s.arg(name));
    }
    work.mask = matcherFor(secrets);
    if (work.mask) {
        work.log->mask(work.mask);
    }
}

std::unique_ptr<Job> Executor::makeJob(Work &work, const secrets::Values &secrets)
{
    return kindOf(work.automation.type)
        ->makeJob({.run = work.run,
                   .automation = work.automation,
                   .runner = m_runner,
                   .clock = m_clock,
                   .scratchDirectory = m_scratch,
                   .storeDirectory = m_store.directory(),
                   .supplies = suppliesFor(work.automation, work.run, work.arguments, secrets, m_environment),
                   .secrets = secrets,
                   .request = work.request ? domain::requestDocument(*work.request) : QJsonObject(),
                   .requestBody = work.request ? work.request->body : QByteArray(),
                   .previousRun = [this, query = endedBefore(work.run)] { return m_store.runs().page(query); },
                   .runtimeDirectory = m_store.runtimeDirectory(),
                   .logLines = work.log->lines(),
                   .adoptee = std::exchange(work.adoptee, nullptr),
                   .steps = stepsOf(work.run.id),
                   .notify = m_notify});
}

OtherRuns Executor::stepsOf(const base::RunId &workflow)
{
    return {
        .request = [this,
                    workflow](const store::StepRequest &step) { return m_store.runs().requestStep(workflow, step); },
        .read = [this](const base::RunId &id) { return m_store.runs().get(id); },
        .cancel = [this](const base::RunId &id) { return m_store.runs().cancel(id, domain::reason::itsWorkflow()); }};
}

void Executor::onStoreChanged(const store::Changes &changes)
{
    const std::optional<QSet<QString>> runs = changedRuns(changes);
    if (!runs) {
        return;
    }
    for (const std::shared_ptr<Work> &work : std::as_const(m_works)) {
        if (work->job && !work->over) {
            work->job->onRunsChanged(*runs);
        }
    }
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

} // namespace engine
