// SPDX-License-Identifier: Apache-2.0
// Saved views of a pane, in the menu of its filter: what is filtered now gets a name, a name brings it back. They are
// rows of the store, so that every window and guest has the same.
#pragma once

#include "app/store/views.h"
#include "ui/shell/context.h"

#include <QAction>
#include <QObject>

class QMenu;
class QWidget;

namespace ui {

class FilterControl;

class SavedViews : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Context &context; ///< Outlives it.
        QString pane;           ///< The pane's key.
        FilterControl &filter;
        QWidget &owner; ///< For questions.
    };
    SavedViews(const Parts &parts, QObject *parent);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    void read();
    void show(const QList<store::SavedView> &views);
    void askName();
    void save(const QString &name, const QString &filter);
    void askNewName(const store::SavedView &view);
    void remove(const store::SavedView &view);

    Parts m_parts;
    QMenu *m_rename;
    QMenu *m_delete;
    QAction *m_save;
    QAction *m_end; ///< The line under the views.
    QList<QAction *> m_views;
};

} // namespace ui
