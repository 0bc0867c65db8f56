// SPDX-License-Identifier: Apache-2.0
// The maintenance windows of a store as they are now: which are open, until when. Looks again when one opens or closes.
#pragma once

#include "app/domain/windows/standing.h"
#include "app/store/changes.h"

#include <QObject>
#include <QTimer>

namespace store {
class Store;
}

namespace models {

struct OpenWindow
{
    QString name;
    base::Instant until;

    friend bool operator==(const OpenWindow &, const OpenWindow &) = default;
};

/// Lives on the main thread.
class OpenWindows : public QObject
{
    Q_OBJECT

public:
    /// Reads at once. `store` and `clock` must outlive it.
    OpenWindows(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    /// Those that close soonest first.
    const QList<OpenWindow> &open() const { return m_open; }
    /// The strictest one that is open for scheduled runs of an automation then; empty where none is.
    QString at(base::Instant then, const domain::Automation &automation) const;

Q_SIGNALS:
    /// Others are open now.
    void changed();
    /// What at() answers may be other.
    void reread();

private:
    void onChanges(const store::Changes &changes);
    void read();
    void look();

    store::Store &m_store;
    const base::Clock &m_clock;
    domain::WindowStanding m_standing;
    QList<OpenWindow> m_open;
    QTimer m_edge;
};

} // namespace models
