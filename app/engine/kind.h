// SPDX-License-Identifier: Apache-2.0
// The socket a kind of automation plugs into: a Kind describes itself and makes Jobs; a Job is one attempt of one run.
// A new kind is one folder under app/kinds and one line in kinds.cpp.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/automation.h"
#include "app/domain/catalog.h"
#include "app/domain/notices/notice.h"
#include "app/domain/run.h"
#include "app/engine/input/supplies.h"
#include "app/store/logs.h"
#include "app/store/runs.h"

#include <QObject>

#include <memory>
#include <vector>

namespace engine {

class Runner;
struct Adoptee;

/// How a job ended by itself. The executor turns it into `timed_out`, `cancelled` or `interrupted` where it had asked.
struct JobEnd
{
    bool succeeded = false;
    QString reason; ///< One line, empty on success: `exit code 2`.
    std::optional<int> exitCode;
    std::optional<int> signal;
    std::optional<domain::Usage> usage;
    QJsonArray killReceipt;
    QString errorMessage; ///< All of what went wrong, where `reason` is only its first line.
    QJsonValue result = QJsonValue::Undefined;
    QJsonArray artifacts;
    bool timedOut = false; ///< The time limit ended it while no engine watched.
};

/// How a job that is made of other runs deals with them.
struct OtherRuns
{
    /// See store::Runs::requestStep().
    std::function<QFuture<base::Result<domain::Run>>(const store::StepRequest &)> request;
    /// The run as it is now, with its result.
    std::function<QFuture<base::Result<domain::Run>>(const base::RunId &)> read;
    /// See store::Runs::cancel().
    std::function<QFuture<base::Result<domain::Run>>(const base::RunId &)> cancel;
};

/// Takes a notice to people, and answers whether that worked; Unavailable where surely nobody got it and it may be sent
/// again. May be called from any thread.
using NotifyFunction = std::function<QFuture<base::Result<void>>(const domain::Notice &notice)>;

/// What a job gets to work with. The runner outlives it.
struct JobContext
{
    domain::Run run;
    domain::Automation automation;
    Runner &runner;
    const base::Clock &clock;
    QString scratchDirectory;             ///< Private to the engine, for files that live as long as the run.
    QString storeDirectory = {};          ///< The workspace, for what outlives the run.
    Supplies supplies = {};               ///< What its program is handed.
    QHash<QString, QString> secrets = {}; ///< Those the run needs, by name. Never into an argument.
    QJsonObject request = {}; ///< What asked for the run: `{body, headers, queryParameters}`; empty where nobody did.
    QByteArray requestBody = {}; ///< The same body as it came.
    /// The newest run of the automation that ended before this one was made.
    std::function<QFuture<base::Result<QList<domain::Run>>>()> previousRun = {};
    QString runtimeDirectory = {};              ///< For what the next engine has to find.
    qint64 logLines = 0;                        ///< Of the run, before this attempt.
    std::shared_ptr<Adoptee> adoptee = nullptr; ///< Not to be started: it goes on, and is to be taken over.
    OtherRuns steps = {};
    NotifyFunction notify = {}; ///< Empty where nobody can be told.
};

/// What else a job can whose work goes on when the engine dies or is closed.
class Survivor
{
public:
    virtual ~Survivor() = default;
    /// These lines of the run's log are on the disk.
    virtual void onStored(const store::LogChunk &chunk) = 0;
    /// The engine is closing: no more output() from here; nothing is ended.
    virtual void leave() = 0;
    /// The run's end is on record.
    virtual void settle() = 0;
};

/// Lives on the engine thread and never blocks it.
class Job : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Asks it to end: TERM, then KILL after the automation's `kill_after_s`. finished() follows. May be called twice.
    virtual void cancel() = 0;
    /// Back-pressure: while held back, the job reads no output.
    virtual void holdBack(bool held) = 0;
    /// Once it is started: null where its work ends with the engine.
    virtual Survivor *survivor() { return nullptr; }
    /// Some runs of the store have changed: these, or any where it is empty.
    virtual void onRunsChanged(const QSet<QString> &) {}

Q_SIGNALS:
    void output(store::Stream stream, const QByteArray &bytes);
    /// Exactly once, after the last output().
    void finished(const engine::JobEnd &end);
};

class Kind
{
public:
    virtual ~Kind() = default;
    /// Name, icon and fields; the same at every call.
    virtual domain::KindInfo info() const = 0;
    /// Whether this machine can run it: the interpreter exists … Fields are named `params.x`. Any thread.
    virtual base::Status check(const domain::Automation &automation) const = 0;
    /// Whether its runs are handed every secret of the workspace, beside those the automation names.
    virtual bool takesEverySecret(const domain::Automation &) const { return false; }
    virtual std::unique_ptr<Job> makeJob(const JobContext &context) const = 0;
};

using Kinds = std::vector<std::unique_ptr<Kind>>;

} // namespace engine
