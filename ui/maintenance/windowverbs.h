// SPDX-License-Identifier: Apache-2.0
// What a person does to a maintenance window: open, close, extend, move, remove; each can be undone where that makes
// sense. Asks where one time or all of them may be meant.
#pragma once

#include "models/calendar/calendardata.h"
#include "ui/shell/context.h"

#include <QObject>

class QAction;
class QWidget;

namespace ui {

class WindowVerbs : public QObject
{
    Q_OBJECT

public:
    /// `context` must outlive it; `parent` is what dialogs stand over.
    WindowVerbs(const Context &context, QWidget *parent);

    const Look &look() const { return m_context.look; }

    QAction *add;
    QAction *edit;
    QAction *openNow;
    QAction *closeNow;
    QAction *extend;
    QAction *leaveOut;
    QAction *remove;
    QAction *importFile;
    QAction *calendars; ///< Those that are read again; everybody may look.
    QList<QAction *> all() const
    {
        return {add, edit, openNow, closeNow, extend, leaveOut, remove, importFile, calendars};
    }

    /// What the verbs are about; `block` is one of its times, null where none is chosen. Both may be null. Where it
    /// has a home it is another system's and can't be changed.
    void setChosen(const domain::MaintenanceWindow *window, const models::CalendarBlock *block, base::Instant now,
                   const QString &home = {});
    /// When windows are open: a new one is proposed for the next hour that none takes.
    void setBusy(const QList<domain::WindowSpan> &busy) { m_busy = busy; }
    /// The editor for a new window of this span.
    void makeNew(const domain::WindowSpan &span);
    /// The events of an iCalendar file become windows that block everything.
    void importCalendar(const QString &path);
    /// A block was put to another span.
    void move(const domain::MaintenanceWindow &window, const models::CalendarBlock &block,
              const domain::WindowSpan &span);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);
    /// The store has it.
    void made(const QString &window);

private:
    using Stored = base::Result<domain::MaintenanceWindow>;

    void connectVerbs();
    QAction *make(const char *name, const QString &text, const QString &icon);
    void openEditor(const domain::MaintenanceWindow &window);
    /// Tells what became of it; `before` is put back by Undo.
    void follow(const QFuture<Stored> &asked, const QString &text, const domain::MaintenanceWindow &before);
    void putBack(const domain::MaintenanceWindow &before);
    void moveAll(const domain::MaintenanceWindow &window, const QJsonObject &fields);

    const Context &m_context;
    QWidget *m_parent;
    std::optional<domain::MaintenanceWindow> m_window;
    std::optional<models::CalendarBlock> m_block;
    QList<domain::WindowSpan> m_busy;
};

/// Why a window of another system can't be changed.
QString whyFixed(const QString &home);

} // namespace ui
