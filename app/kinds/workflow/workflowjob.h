// SPDX-License-Identifier: Apache-2.0
// One attempt of a run of a workflow: has its steps run and ends when nothing is left to run.
#pragma once

#include "app/domain/workflow/progress.h"
#include "app/engine/kind.h"

#include <QTimer>

namespace kinds {

class WorkflowJob final : public engine::Job
{
    Q_OBJECT

public:
    explicit WorkflowJob(const engine::JobContext &context);

    void start() override;
    /// Starts nothing any more and cancels what is open.
    void cancel() override;
    /// It has a few lines of its own only.
    void holdBack(bool) override {}
    void onRunsChanged(const QSet<QString> &ids) override;

private:
    void goOn();
    void request(const domain::Step &step);
    void onRequested(const QString &step, const base::Result<domain::Run> &run);
    void look(const base::RunId &id);
    void take(const domain::Run &run);
    void stop(const base::RunId &id);
    QList<QJsonValue> resultsBefore(const domain::Step &step) const;
    void settle(const QString &step, domain::StepState state, const QString &why);
    void say(const QString &line);
    void end(const domain::Progress &progress);

    domain::Steps m_steps;
    engine::OtherRuns m_other;
    domain::StepStates m_states;
    QHash<base::RunId, QString> m_open; ///< Steps whose run is not over.
    QJsonObject m_results;              ///< By step.
    QHash<QString, QString> m_failures; ///< Of steps: why.
    QTimer m_again;                     ///< After the store did not answer.
    bool m_cancelled = false;
    bool m_over = false;
};

} // namespace kinds
