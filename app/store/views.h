// SPDX-License-Identifier: Apache-2.0
// Saved views: filters of panes that somebody gave a name, shared by everyone who works on the store.
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace store {

class Desk;

struct SavedView
{
    qint64 id = 0; ///< Given by the store.
    QString pane;  ///< The pane's key: `runs`.
    QString name;  ///< One in its pane, whatever the case.
    QString filter;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Views
{
public:
    explicit Views(Desk &desk) : m_desk(desk) {}

    /// Those of one pane, by name.
    QFuture<base::Result<QList<SavedView>>> ofPane(const QString &pane) const;
    /// A new one; one of the same name in the same pane gets the new filter. Invalid without a name.
    QFuture<base::Result<SavedView>> save(const QString &pane, const QString &name, const QString &filter);
    /// NotFound if it is gone, Conflict where another view of the pane has the name, Invalid without a name.
    QFuture<base::Result<SavedView>> rename(qint64 id, const QString &name);
    /// Answers what it was, so that it can be saved again. NotFound if it is gone.
    QFuture<base::Result<SavedView>> remove(qint64 id);

private:
    Desk &m_desk;
};

} // namespace store
