// SPDX-License-Identifier: Apache-2.0
// The requests for approval under captions: those this operator can decide, soonest to expire first, those that wait
// for others, and the last ones that were decided. Kept up with the store.
#pragma once

#include "app/domain/approvals/approval.h"
#include "models/roles.h"

#include "app/store/changes.h"

#include <QAbstractListModel>
#include <QTimer>

namespace store {
class Store;
}

namespace models {

class Sight;

/// Lives on the main thread.
class ApprovalModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum ApprovalRole {
        ProgressRole = FirstFreeRole, ///< QString: `1 of 2`.
        TimeRole,                     ///< QString: what is left, or when it was decided.
        UrgentRole,                   ///< bool: less than an hour is left.
    };
    enum class Show { Queue, Decided };

    /// Reads at once. `store` and `clock` must outlive it.
    ApprovalModel(store::Store &store, const base::Clock &clock, domain::Operator who, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setShow(Show show);
    /// Somebody else has the desk.
    void setWho(const domain::Operator &who);
    /// Only what may be seen is shown; `sight` must outlive the model. Without one it is everything.
    void setSight(const Sight &sight);
    /// Words that all must occur in title, ids or names, whatever the case.
    void setFilter(const QString &words);
    void reload() { read(); }

    /// Null for a caption.
    const domain::Approval *approval(int row) const;
    int rowOf(const domain::ApprovalId &id) const;
    /// Denied or Conflict where this operator can't decide about it.
    base::Status mayDecide(const domain::Approval &approval) const;

    int pendingCount() const { return m_pending; }
    /// Of those the ones this operator can decide.
    int mineCount() const { return m_mine; }
    bool isLoading() const { return m_loading; }

Q_SIGNALS:
    /// Rows or counts are others now.
    void changed();
    void failed(const base::Error &error);

private:
    struct Row
    {
        QString caption; ///< Empty for a request.
        int count = 0;   ///< Of the requests under a caption.
        domain::Approval approval;

        friend bool operator==(const Row &, const Row &) = default;
    };

    void onChanges(const store::Changes &changes);
    void read();
    void take(const QList<domain::Approval> &all);
    void arrange();
    void append(QList<Row> &rows, const QString &caption, const QList<domain::Approval> &of) const;
    bool passes(const domain::Approval &approval) const;
    void tick();

    store::Store &m_store;
    const base::Clock &m_clock;
    domain::Operator m_who;
    const Sight *m_sight = nullptr;
    QList<domain::Approval> m_all;
    QList<Row> m_rows;
    QTimer m_soon;
    QTimer m_tick;
    QString m_words;
    Show m_show = Show::Queue;
    int m_pending = 0;
    int m_mine = 0;
    bool m_loading = true;
};

} // namespace models
