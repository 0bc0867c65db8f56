// SPDX-License-Identifier: Apache-2.0
// Searches that somebody gave a name, in a menu of the bar. They are saved views of the pane `log.find`, so that
// everyone who works on the store has the same.
#pragma once

#include "app/store/views.h"
#include "ui/log/find/findbar.h"
#include "ui/shell/context.h"

#include <QObject>

class QMenu;

namespace ui {

class SavedSearches : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it. `menu` is read anew whenever it is about to show.
    SavedSearches(const Context &context, FindBar &bar, QObject *parent);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    void read();
    void fill(const QList<store::SavedView> &views);
    void askName();
    void save(const QString &name, const QString &filter);
    void remove(qint64 id);

    Context m_context;
    FindBar &m_bar;
};

} // namespace ui
