// SPDX-License-Identifier: Apache-2.0
// What the inspector says of one automation. It reads the row that the table of automations keeps up to date, so the
// two never differ.
#pragma once

#include "models/automationmodel.h"
#include "models/parts/facts.h"

namespace models {

class OpenWindows;

/// Lives on the main thread; cheap to ask, nothing is kept.
class AutomationDetail : public QObject
{
    Q_OBJECT

public:
    struct FireLine
    {
        base::Instant at;
        QString when;     ///< `Today 16:00`
        QString distance; ///< `in 1 h 28 min`
        QString window;   ///< A maintenance window that is open then; empty where none is.
    };

    AutomationDetail(AutomationModel &model, const base::Clock &clock, QObject *parent = nullptr);

    void setAutomation(const base::AutomationId &id);
    const base::AutomationId &automationId() const { return m_id; }
    /// Null while none is chosen, or when it was removed.
    const AutomationRow *row() const;

    QList<Fact> facts() const;
    /// For the marks of fires(); must outlive it.
    void setWindows(const OpenWindows &windows);
    /// The next four; none while it or everything is paused.
    QList<FireLine> fires() const;
    /// Where its schedules are paused: `paused`; else empty.
    QString pauseNote() const;
    /// As BarsRole of the table.
    QVariantList bars() const;
    /// `17 done, 1 failed, 2 skipped`
    QString counts() const;
    /// When the oldest bar was; empty without runs.
    QString since() const;
    /// `typical 18 min, longest 26 min`; empty when no run is done.
    QString typical() const;
    std::optional<Banner> banner() const;

Q_SIGNALS:
    /// Another automation, or something of it.
    void changed();

private:
    void tellIfConcerned(const QModelIndex &first, const QModelIndex &last);

    AutomationModel &m_model;
    const base::Clock &m_clock;
    const OpenWindows *m_windows = nullptr;
    base::AutomationId m_id;
};

} // namespace models
