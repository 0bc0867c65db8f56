// SPDX-License-Identifier: Apache-2.0
// What an engine does first: asks for the runs that went on without one, and finds where their logs end. Runs that are
// not to go on any more are ended.
#pragma once

#include "app/domain/automation.h"
#include "app/engine/survival/survivingoutput.h"
#include "app/store/store.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <vector>

namespace engine {

/// A run that goes on under this engine.
struct AdoptedRun
{
    domain::Run run;
    domain::Automation automation; ///< The version it was started with.
    std::shared_ptr<Adoptee> adoptee;
};

/// Its worker ends the run and forgets it.
void dismiss(const Adoptee &adoptee, const SurvivorFolder &folder);

/// Lives on the engine thread.
class Adoption : public QObject
{
    Q_OBJECT

public:
    explicit Adoption(store::Store &store, QObject *parent = nullptr);

    /// `engine` is this life's number. finished() or failed() follows; a worker that does not answer delays it by 2 s.
    void start(qint64 engine);

Q_SIGNALS:
    void finished(const QList<engine::AdoptedRun> &runs);
    /// The store did not answer.
    void failed(const base::Error &error);

private:
    /// One that was asked and has not answered yet.
    struct Asked
    {
        base::RunId run;
        wire::Fd channel;
        std::unique_ptr<QSocketNotifier> notifier;
    };

    void onAnswered(const base::RunId &run);
    void giveUp();
    void onTaken(const QList<domain::Run> &runs);
    void findAutomation(qsizetype index);
    void findPlace(qsizetype index);
    void onFound();

    store::Store &m_store;
    const SurvivorFolder m_folder;
    qint64 m_engine = 0;
    std::vector<Asked> m_asked;
    std::vector<std::shared_ptr<Adoptee>> m_answered;
    QList<AdoptedRun> m_runs;
    qsizetype m_found = 0;
    QTimer m_patience;
};

} // namespace engine
