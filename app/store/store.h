// SPDX-License-Identifier: Apache-2.0
// One workspace folder: signalbox.db (rows), logs.db (output) and run/ (what exists only while somebody works on it).
// Everything that happens is a row here; whoever cares listens to changed(). Verbs answer after commit.
#pragma once

#include "app/store/approvals/approvals.h"
#include "app/store/audit.h"
#include "app/store/automations.h"
#include "app/store/changes.h"
#include "app/store/forecasts.h"
#include "app/store/hooks/webhooks.h"
#include "app/store/logs.h"
#include "app/store/marks/marks.h"
#include "app/store/notices/notices.h"
#include "app/store/operators/operators.h"
#include "app/store/pauses.h"
#include "app/store/runs.h"
#include "app/store/schedules.h"
#include "app/store/secretrecords.h"
#include "app/store/settings.h"
#include "app/store/templates/templates.h"
#include "app/store/views.h"
#include "app/store/windows/calendars.h"
#include "app/store/windows/windows.h"

#include "app/base/clock.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace store {

class ChangeFeed;
class Connections;
class Evidence;
class FileLock;
class Mirrors;
class Outbox;
class Overviews;
class Retention;

/// Lives on the main thread; its verbs may be called from any thread.
class Store : public QObject
{
    Q_OBJECT

public:
    Store(QString directory, const base::Clock &clock, QObject *parent = nullptr);
    ~Store() override;

    /// Makes the folder (0700) and files (0600) if missing, migrates step by step after a copy of the old file, refuses
    /// a newer schema (Unsupported), a damaged file (Corrupt) or a folder that can't be used (Unavailable).
    QFuture<base::Result<void>> open();
    /// Waits for what is pending, closes, ends the threads. Blocks; call once, at shutdown.
    void close();

    const QString &directory() const { return m_directory; }
    /// `run/` in the folder, mode 0700: endpoint.json, engine.lock, the socket of changes.
    QString runtimeDirectory() const;

    Automations &automations() { return m_automations; }
    Runs &runs() { return m_runs; }
    Schedules &schedules() { return m_schedules; }
    Settings &settings() { return m_settings; }
    Pauses &pauses() { return m_pauses; }
    Views &views() { return m_views; }
    Marks &marks() { return m_marks; }
    Templates &templates() { return m_templates; }
    Windows &windows() { return m_windows; }
    Webhooks &webhooks() { return m_webhooks; }
    Calendars &calendars() { return m_calendars; }
    Audit &audit() { return m_audit; }
    Approvals &approvals() { return m_approvals; }
    Operators &operators() { return m_operators; }
    Notices &notices() { return m_notices; }
    SecretRecords &secretRecords() { return m_secretRecords; }
    Logs &logs() { return m_logs; }
    Connections &connections() { return *m_connections; }
    Mirrors &mirrors() { return *m_mirrors; }
    Outbox &outbox() { return *m_outbox; }
    Retention &retention() { return *m_retention; }
    Evidence &evidence() { return *m_evidence; }
    const Forecasts &forecasts() const { return m_forecasts; }
    const Overviews &overviews() const { return *m_overviews; }

    /// Only when open. Tries to become the one process that runs the engine of this workspace; true when it did or
    /// already is. The lock is the kernel's (flock), so it goes with the process, however it dies. Cheap; call again to
    /// wait for a takeover.
    bool takeEngine();
    /// Gives the engine up; guests take over.
    void releaseEngine();
    /// A new number for this life of the engine, kept in the rows it starts. Only after takeEngine().
    QFuture<base::Result<qint64>> registerEngine();

Q_SIGNALS:
    /// After every commit of this or another process on the same store. From a thread of the store: receivers name a
    /// context object and get it queued.
    void changed(const store::Changes &changes);
    /// The process that held the engine has gone (a guest may try takeEngine()).
    void engineReleased();
    /// Writing rows failed for a reason that lasts (disk full, read-only), or works again (no value).
    void troubled(const std::optional<base::Error> &problem);

private:
    void startFeed();

    QString m_directory;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<FileLock> m_engineLock;
    std::atomic<bool> m_engineHeld{false};
    std::unique_ptr<ChangeFeed> m_feed; // once it is open
    Automations m_automations;
    Runs m_runs;
    Schedules m_schedules;
    Settings m_settings;
    Pauses m_pauses;
    Views m_views;
    Marks m_marks;
    Templates m_templates;
    Windows m_windows;
    Webhooks m_webhooks;
    Calendars m_calendars;
    Audit m_audit;
    Approvals m_approvals;
    Operators m_operators;
    Notices m_notices;
    SecretRecords m_secretRecords;
    Logs m_logs;
    Forecasts m_forecasts;
    std::unique_ptr<Connections> m_connections;
    std::unique_ptr<Mirrors> m_mirrors;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Retention> m_retention;
    std::unique_ptr<Evidence> m_evidence;
    std::unique_ptr<Overviews> m_overviews;
};

} // namespace store
