// SPDX-License-Identifier: Apache-2.0
// The missed slots that wait for somebody to run or dismiss them, oldest first, each with a tick. Ticks stay with their
// slots while others come and go.
#pragma once

#include "app/domain/run.h"
#include "models/parts/changebatch.h"

#include <QAbstractTableModel>

namespace models {

class Sight;

/// Lives on the main thread.
class MissedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Automation, Missed, Ago };

    /// Reads at once. `store` and `clock` must outlive it.
    MissedModel(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Only what may be seen is shown; `sight` must outlive the model.
    void setSight(const Sight &sight);

    enum class Tick { Off, On };
    void tickAll(Tick tick);
    QList<base::RunId> ticked() const { return withTick(Tick::On); }
    QList<base::RunId> unticked() const { return withTick(Tick::Off); }

Q_SIGNALS:
    /// Rows or ticks.
    void changed();

private:
    void read();
    void take(const QList<domain::Run> &waiting);
    QList<base::RunId> withTick(Tick tick) const;

    store::Store &m_store;
    const base::Clock &m_clock;
    const Sight *m_sight = nullptr;
    ChangeBatch m_changes;
    QList<domain::Run> m_runs;
    QSet<base::RunId> m_unticked;
};

} // namespace models
