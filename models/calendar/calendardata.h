// SPDX-License-Identifier: Apache-2.0
// What a calendar of maintenance shows of a span of time: windows as blocks, how much runs or will run each hour, and
// which planned slots the windows have a say about. Values, made off the main thread.
#pragma once

#include "app/domain/forecast.h"

namespace models {

/// One time that a window is open.
struct CalendarBlock
{
    QString window; ///< Its id.
    QString name;
    std::optional<base::Instant> start; ///< See domain::Occurrence.
    domain::WindowSpan span;
    domain::WindowEffect effect = domain::WindowEffect::Skip;
    QString scope; ///< `tag:db, 8`
    bool recurring = false;
    QString home = {}; ///< The name of the remote system where the window lives; empty is this workspace.

    friend bool operator==(const CalendarBlock &, const CalendarBlock &) = default;
};

/// A slot to come that a window has a say about.
struct CalendarSlot
{
    base::Instant due;
    QString automation;
    QString window; ///< Its id.
    domain::Decision decision = domain::Decision::Run;
};

/// A window of a remote system: shown, and without a say about any run here.
struct WindowElsewhere
{
    domain::MaintenanceWindow window;
    base::ConnectionId connection;
    QString home; ///< The name of the connection.
};

struct CalendarData
{
    domain::WindowSpan span;
    base::Instant now;
    QList<domain::MaintenanceWindow> windows; ///< By name, those of this workspace first.
    QHash<QString, QString> homes;            ///< By id, of those that live elsewhere: where.
    QHash<QString, int> hits;                 ///< By id: how many automations a window is for.
    QList<CalendarBlock> blocks;              ///< Of the span, by when they begin.
    QList<CalendarBlock> open;                ///< Of now, in the span or not.
    QList<int> perHour;                       ///< From the begin of the span: runs before now, slots after it.
    QList<CalendarSlot> slots;                ///< Of the next seven days, at most mostCalendarSlots.
    qint64 skipped = 0;                       ///< Of the next seven days, all windows together …
    qint64 asked = 0;
    qint64 unfinished = 0; ///< … and those not expected to end before a window begins.

    const domain::MaintenanceWindow *window(const QString &id) const;
};

inline constexpr qsizetype mostCalendarSlots = 2000;

/// What a calendar is made from.
struct CalendarQuestion
{
    domain::ForecastInput input;
    QList<WindowElsewhere> elsewhere = {};
    QList<base::Instant> begins = {}; ///< When runs began.
};

/// Takes as long as the forecast of it.
CalendarData calendarOf(CalendarQuestion question, const domain::WindowSpan &span, base::Instant now);

/// What a scope says, shortly: `tag:db`, `2 tags`, `everything`.
QString scopeText(const QStringList &scope);

/// The fields of a window whose occurrence at `from` was put to `to`, for all its times; empty where its expression
/// can't be shifted so. Wall times in `zone`.
std::optional<QJsonObject> shiftedRule(const domain::MaintenanceWindow &window, const domain::WindowSpan &from,
                                       const domain::WindowSpan &to, const domain::Zone &zone);

} // namespace models
