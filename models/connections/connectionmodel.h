// SPDX-License-Identifier: Apache-2.0
// The connections of a store, by name, each with what there is to decide and what waits to be sent. Kept up with the
// store.
#pragma once

#include "models/connections/connectionwords.h"
#include "models/roles.h"

#include "app/store/changes.h"

#include <QAbstractListModel>
#include <QTimer>

namespace store {
class Store;
}

namespace models {

class AutomationModel;
class Sight;

/// What of all connections waits for a person.
struct RemoteNeeds
{
    int conflicts = 0;
    int refused = 0; ///< Changes that a system refused.
    int signIns = 0; ///< Connections whose sign-in is missing, over or refused.

    int all() const { return conflicts + refused + signIns; }
};

/// Lives on the main thread.
class ConnectionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum ConnectionRole {
        ProviderRole = FirstFreeRole, ///< QString: the system's word, `noba`.
        CountTextRole,                ///< QString: `14 automations`.
    };

    /// Reads at once. `store`, `automations` and `clock` must outlive it.
    ConnectionModel(store::Store &store, AutomationModel &automations, const base::Clock &clock,
                    QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const ConnectionRow &row(int row) const { return m_rows.at(row); }
    int rowOf(const base::ConnectionId &id) const;
    /// Conflicts and tasks of automations that may not be seen are not shown; `sight` must outlive the model.
    void setSight(const Sight &sight);
    void reload() { read(); }
    /// Whether everything has been read once.
    bool isLoaded() const { return m_loaded; }
    int conflictCount() const { return needs().conflicts; }
    RemoteNeeds needs() const;
    /// The first one with something to decide, be it a conflict or a refused change; -1 for none.
    int rowToDecide() const;
    /// The first one whose sign-in is missing, over or refused; -1 for none.
    int rowToSignIn() const;

Q_SIGNALS:
    /// Rows are others now, or what they hold.
    void changed();
    void failed(const base::Error &error);

private:
    /// What one look at the store brought.
    struct News
    {
        std::optional<QList<domain::Connection>> connections;
        std::optional<QList<store::Conflict>> conflicts;
        std::optional<QList<store::OutboxEntry>> entries;

        bool isWhole() const { return connections && conflicts && entries; }
    };

    void onChanges(const store::Changes &changes);
    void read();
    template <typename T> void take(const base::Result<T> &answer, std::optional<T> News::*part, int look);
    void arrange();
    void showRows(const QList<ConnectionRow> &rows);
    void countAutomations();
    template <typename Wanted> int firstRow(Wanted wanted) const;
    bool mayBeSeen(const base::AutomationId &id) const;

    store::Store &m_store;
    AutomationModel &m_automations;
    const base::Clock &m_clock;
    const Sight *m_sight = nullptr;
    News m_news;  ///< As far as the look under way got.
    News m_known; ///< The last whole one.
    QList<ConnectionRow> m_rows;
    QTimer m_soon;
    QTimer m_countSoon; ///< Automations come in portions, and all of them are gone through.
    QTimer m_tick;      ///< For what says how long ago.
    int m_look = 0;
    bool m_loaded = false;
};

} // namespace models
