// SPDX-License-Identifier: Apache-2.0
// The slots to come as the agenda lists them: those that pass the filter, in order of time, a caption before each day.
// Pure; values in, values out, for a thread of the pool.
#pragma once

#include "app/domain/catalog.h"
#include "app/domain/forecast.h"
#include "models/filter.h"

#include <QDate>

namespace models {

struct AgendaRow
{
    QDate caption; ///< Local; a row that only names its day. Invalid in all others.
    domain::ForecastSlot slot;
    domain::ExpectedDuration took;
    base::AutomationId automation;
    QString name;
    QString icon;   ///< As models::iconName() gives it.
    QString zone;   ///< Where its schedule is meant, if the clock there differs from ours at this time.
    QString there;  ///< What that clock shows: `03:00`, or `Fri 03:00` on another day.
    QString window; ///< The name of the window that has a say; else empty.

    bool isCaption() const { return caption.isValid(); }
    QString key() const;
    friend bool operator==(const AgendaRow &one, const AgendaRow &other);
};

struct AgendaQuestion
{
    domain::ForecastInput input;
    domain::Catalog catalog;
    Filter filter;
    int mostRows = 5000; ///< So many slots are listed; of more, `cut` is set.
};

struct AgendaAnswer
{
    QList<AgendaRow> rows;
    qint64 listed = 0;   ///< Slots among the rows.
    qint64 planned = 0;  ///< Slots that were looked at, hidden ones too.
    bool cut = false;    ///< There is more than is listed.
    base::Instant until; ///< What is listed is everything before this.
    QStringList unreadable;
    bool cancelled = false;
};

AgendaAnswer agendaOf(const AgendaQuestion &question);

/// Of scope FilterScope::Agenda. `status` takes run, wait, skip and approval.
bool matches(const Filter &filter, const domain::Automation &automation, const domain::ForecastSlot &slot);

} // namespace models
