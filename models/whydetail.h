// SPDX-License-Identifier: Apache-2.0
// Why the chosen automation did, or did not, run at a time, or why the chosen run ran as it did: a verdict and its
// steps in sentences.
#pragma once

#include "models/parts/changebatch.h"

#include "app/domain/why/why.h"
#include "app/store/store.h"

#include <QTimer>

namespace models {

/// Lives on the main thread. It reads nothing while it is not watched.
class WhyDetail : public QObject
{
    Q_OBJECT

public:
    struct Line
    {
        domain::WhyOutcome outcome = domain::WhyOutcome::Info;
        bool byClock = false; ///< A clock change did it.
        QString statusKey;    ///< Of a step that is the state of a run, else empty.
        QString text;

        friend bool operator==(const Line &, const Line &) = default;
    };

    WhyDetail(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    /// Somebody looks at it from now on, or no more.
    void setWatched(bool watched);
    /// Asks about its last planned slot.
    void setAutomation(const base::AutomationId &id);
    void setRun(const base::RunId &id);

    /// About another time: see domain::readAskedTime(), a wall time is the system's. Invalid changes nothing.
    base::Status ask(const QString &time);
    /// About the slot before or after the one that is told; nothing where there is none.
    void askPrevious();
    void askNext();
    void askLast();

    const base::AutomationId &automation() const { return m_automation; }
    /// Empty until it is read, and when that failed.
    const std::optional<domain::Why> &why() const { return m_why; }
    const std::optional<base::Error> &error() const { return m_error; }
    /// Reads again, after an error; it also does so by itself, later.
    void retry() { read(); }
    QString headline() const;
    /// Of the verdict; empty where it has none.
    QString statusKey() const;
    QList<Line> lines() const;
    /// The time it is about, as ask() reads it: `2026-10-22 03:00`.
    QString askedText() const;

Q_SIGNALS:
    /// Answer or error.
    void changed();

private:
    void read();
    void take(const base::Result<domain::WhyInput> &input);
    void askAbout(const std::optional<base::Instant> &slot);
    void forget();

    store::Store &m_store;
    const base::Clock &m_clock;
    ChangeBatch m_changes;
    QTimer m_again;
    bool m_watched = false;
    bool m_due = false; ///< Something is to be read once it is watched.
    base::AutomationId m_automation;
    base::RunId m_run;
    std::optional<domain::AskedTime> m_asked;
    std::optional<domain::Why> m_why;
    std::optional<base::Error> m_error;
    std::optional<domain::RunStatus> m_status;
    int m_generation = 0;
};

} // namespace models
