// SPDX-License-Identifier: Apache-2.0
// Works: gets an admitted run what it needs, makes its job, takes in its output, ends it at its timeout or when asked,
// and writes how it ended, after the last line of its log.
#pragma once

#include "app/base/clock.h"
#include "app/engine/clockwork/timeout.h"
#include "app/engine/kind.h"
#include "app/engine/logwriter.h"
#include "app/secrets/secretstore.h"
#include "app/store/store.h"

#include <QHash>
#include <QObject>
#include <QProcessEnvironment>

#include <memory>

namespace engine {

/// Lives on the engine thread.
class Executor : public QObject
{
    Q_OBJECT

public:
    /// Without `secrets` runs that need one fail.
    Executor(store::Store &store, const Kinds &kinds, Runner &runner, const base::Clock &clock,
             secrets::SecretStore *secrets = nullptr);
    ~Executor() override;

    /// What jobs tell people with; without it none can.
    void setNotify(NotifyFunction notify) { m_notify = std::move(notify); }
    void execute(const domain::Run &run, const domain::Automation &automation);
    /// The run goes on since an engine before this one; `automation` is the version it was started with.
    void adopt(const domain::Run &run, const domain::Automation &automation, std::shared_ptr<Adoptee> adoptee);
    /// The run ends as `cancelled` with this reason. Nothing happens if it is not ours or over.
    void cancel(const base::RunId &id, const QString &why);
    /// Every run ends as `interrupted`, but for those that go on without the engine; idle() follows, at once if there
    /// is none.
    void interruptAll(const QString &why);
    int running() const { return static_cast<int>(m_works.size()); }

Q_SIGNALS:
    /// The processes of the run are gone; its record is being written.
    void workEnded(const base::RunId &id);
    /// The final row is committed (or the store refused it for good).
    void settled(const base::RunId &id);
    /// Its attempt is over, and the store has it as held until the next one.
    void retryWanted(const domain::Run &run);
    void idle();

private:
    /// A run at work.
    struct Work
    {
        domain::Run run;
        domain::Automation automation;
        domain::ArgumentValues arguments;
        std::optional<domain::HookRequest> request; // that asked for it
        base::Millis killAfter{0};
        std::unique_ptr<Job> job;            // none while the secrets are fetched
        std::shared_ptr<const Matcher> mask; // of what it was given
        std::unique_ptr<LogWriter> log;
        std::shared_ptr<Adoptee> adoptee; // until it is taken over
        Timeout timeout;
        std::optional<domain::RunStatus> wanted; // what an asked-for end is called
        QString why;
        bool over = false; // nothing of it goes on; its end is being recorded
        domain::RunEnd end;
    };

    const Kind *kindOf(const QString &type) const;
    void failToStart(const domain::Run &run, const domain::Automation &automation, const QString &why);
    void fetchRequest(const base::RunId &id);
    void provide(const base::RunId &id);
    std::shared_ptr<Work> makeWork(const domain::Run &run, const domain::Automation &automation);
    void fetchEverySecret(const base::RunId &id, const QStringList &needed);
    void fetchSecrets(const base::RunId &id, const QStringList &names);
    void begin(const base::RunId &id, const secrets::Values &secrets);
    void maskLog(Work &work, const secrets::Values &secrets);
    std::unique_ptr<Job> makeJob(Work &work, const secrets::Values &secrets);
    OtherRuns stepsOf(const base::RunId &workflow);
    void onStoreChanged(const store::Changes &changes);
    void endEarly(Work &work, domain::RunStatus as, const QString &why);
    void onJobFinished(const base::RunId &id, const JobEnd &end);
    void checkResult(const base::RunId &id, const JobEnd &end, const QJsonObject &schema);
    void conclude(const base::RunId &id, const JobEnd &end);
    void record(const base::RunId &id);
    void onRecorded(const base::RunId &id, const base::Result<domain::Run> &result);
    void settle(const base::RunId &id, const base::Result<domain::Run> &recorded);
    void leave(const base::RunId &id);
    void forget(const base::RunId &id);
    void release(Work &work);

    store::Store &m_store;
    const Kinds &m_kinds;
    Runner &m_runner;
    const base::Clock &m_clock;
    secrets::SecretStore *const m_secrets;
    NotifyFunction m_notify;
    QString m_scratch;
    const QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QHash<base::RunId, std::shared_ptr<Work>> m_works;
    bool m_stopping = false;
};

} // namespace engine
