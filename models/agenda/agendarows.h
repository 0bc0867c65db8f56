// SPDX-License-Identifier: Apache-2.0
// The slots to come as the agenda lists them: those that pass the filter, in order of time, a caption before each day,
// many of one automation in an hour folded into one row. Pure; values in, values out, for a thread of the pool.
#pragma once

#include "app/domain/catalog.h"
#include "app/domain/forecast.h"
#include "models/filter.h"

#include <QDate>

namespace models {

struct AgendaRow
{
    QDate caption;                      ///< Local; a row that only names its day. Invalid in all others.
    domain::ForecastSlot slot;          ///< Of a fold its first one.
    QList<domain::ForecastSlot> folded; ///< All that a fold stands for, by due time; empty in all others.
    bool inner = false;                 ///< One of those, below its fold.
    domain::ExpectedDuration took;
    base::AutomationId automation;
    QString name;
    QString icon;        ///< As models::iconName() gives it.
    QString zone;        ///< Where its schedule is meant, if the clock there differs from ours at this time.
    QString there;       ///< What that clock shows: `03:00`, or `Fri 03:00` on another day.
    QString window;      ///< The name of the window that has a say; else empty.
    QStringList zones;   ///< Of a fold: the zone of each trigger of its automation.
    QStringList windows; ///< Of a fold: the names of all windows.

    bool isCaption() const { return caption.isValid(); }
    bool isFold() const { return !folded.isEmpty(); }
    QString key() const;
    friend bool operator==(const AgendaRow &one, const AgendaRow &other);
};

struct AgendaQuestion
{
    domain::ForecastInput input;
    domain::Catalog catalog;
    Filter filter;
    int mostRows = 5000; ///< So many are listed; of more, `cut` is set.
};

struct AgendaAnswer
{
    QList<AgendaRow> rows; ///< Folds are closed.
    qint64 listed = 0;     ///< Slots among the rows.
    qint64 planned = 0;    ///< Slots that were looked at, hidden ones too.
    bool cut = false;      ///< There is more than is listed.
    base::Instant until;   ///< What is listed is everything before this.
    QStringList unreadable;
    bool cancelled = false;
};

AgendaAnswer agendaOf(const AgendaQuestion &question);
/// A fold's slots as rows of their own.
QList<AgendaRow> unfolded(const AgendaRow &fold);

/// Of scope FilterScope::Agenda. `status` takes run, wait, skip and approval.
bool matches(const Filter &filter, const domain::Automation &automation, const domain::ForecastSlot &slot);

} // namespace models
