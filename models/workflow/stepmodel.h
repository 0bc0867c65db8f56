// SPDX-License-Identifier: Apache-2.0
// The steps of one run of a workflow, a row each, as they stand now. Empty where the run is of no workflow, or of one
// that has begun nothing yet.
#pragma once

#include "app/domain/workflow/standing.h"
#include "app/store/store.h"
#include "models/parts/changebatch.h"
#include "models/roles.h"

#include <QAbstractListModel>
#include <QTimer>

namespace models {

/// Lives on the main thread.
class StepModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Beside DisplayRole (the step's name), StatusKeyRole, SecondaryTextRole (its automation), KeyRole (its run, or
    /// empty), DimmedRole (it never ran) and a sentence as AccessibleTextRole.
    enum StepRole {
        WordRole = FirstFreeRole, ///< QString: `Running`, `Not taken`.
        TimeRole,                 ///< QString: how long it took, goes on, or since when it waits.
        RestRole,                 ///< QString: which attempt, and why it ended so.
    };

    StepModel(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    /// Reads its steps and keeps up with them; the same run again is only looked at anew.
    void setRun(const std::optional<domain::Run> &run);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const QList<domain::Standing> &steps() const { return m_steps; }
    /// By step, for whoever draws it; the id where the automation is not known.
    QString automationName(const domain::Standing &standing) const;
    /// How many are over, of how many.
    QString countText() const;

Q_SIGNALS:
    /// Steps or how they stand.
    void changed();

private:
    void read();
    void readSteps();
    void readNames();
    void take(const QList<domain::Run> &runs);
    void show(const QList<domain::Standing> &steps);
    void clear();
    bool concerns(const Batch &batch) const;
    QString timeText(const domain::Standing &standing) const;

    store::Store &m_store;
    const base::Clock &m_clock;
    ChangeBatch m_changes;
    QTimer m_tick; ///< While a step runs.
    std::optional<domain::Run> m_run;
    std::optional<domain::Steps> m_plan; ///< Of the version that ran.
    QList<domain::Run> m_runs;
    QList<domain::Standing> m_steps;
    QHash<base::AutomationId, QString> m_names;
    int m_generation = 0;
};

} // namespace models
