// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendacells.h"

#include "models/agenda/agendawords.h"
#include "models/parts/columns.h"
#include "models/times.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::AgendaModel)
};

using AgendaColumn = ColumnSpec<AgendaRow, AgendaContext>;

QVariant due(const AgendaRow &row, const AgendaContext &)
{
    return agendaDueText(row);
}

/// Of a fold the stretch of time, as ISO 8601 writes one.
QVariant dueRaw(const AgendaRow &row, const AgendaContext &)
{
    const auto iso = [](base::Instant at) {
        const QDateTime local = localTime(at);
        return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
    };
    return row.isFold() ? QVariant(iso(row.slot.due()) + u'/' + iso(row.folded.last().due()))
                        : QVariant(localTime(row.slot.due()));
}

QVariant spokenDue(const AgendaRow &row, const AgendaContext &context)
{
    const QString text = agendaDueText(row);
    return context.kind == FoldedRow     ? Words::tr("%1, folded").arg(text)
           : context.kind == UnfoldedRow ? Words::tr("%1, unfolded").arg(text)
                                         : text;
}

QVariant distanceText(const AgendaRow &row, const AgendaContext &context)
{
    return distance(row.slot.due(), context.now);
}

QVariant automation(const AgendaRow &row, const AgendaContext &)
{
    return row.name;
}

QVariant icon(const AgendaRow &row, const AgendaContext &)
{
    return row.icon;
}

QVariant zone(const AgendaRow &row, const AgendaContext &)
{
    return row.zone.isEmpty() ? QString() : u"%1 %2"_s.arg(row.there, row.zone);
}

QVariant decision(const AgendaRow &row, const AgendaContext &)
{
    return agendaDecisionText(row);
}

QVariant statusKey(const AgendaRow &row, const AgendaContext &)
{
    return agendaStatusKey(row);
}

QVariant duration(const AgendaRow &row, const AgendaContext &)
{
    return agendaDurationText(row);
}

QVariant durationRaw(const AgendaRow &row, const AgendaContext &)
{
    return row.took.learned ? QVariant(qint64(row.took.duration.count())) : QVariant();
}

constexpr std::array columns{
    AgendaColumn{.key = "due",
                 .title = QT_TRANSLATE_NOOP("models::AgendaModel", "Due"),
                 .display = due,
                 .raw = dueRaw,
                 .accessible = spokenDue},
    AgendaColumn{.key = "distance", .title = QT_TRANSLATE_NOOP("models::AgendaModel", "In"), .display = distanceText},
    AgendaColumn{.key = "automation",
                 .title = QT_TRANSLATE_NOOP("models::AgendaModel", "Automation"),
                 .display = automation,
                 .icon = icon},
    AgendaColumn{.key = "zone", .title = QT_TRANSLATE_NOOP("models::AgendaModel", "There"), .display = zone},
    AgendaColumn{.key = "what",
                 .title = QT_TRANSLATE_NOOP("models::AgendaModel", "What happens"),
                 .display = decision,
                 .statusKey = statusKey},
    AgendaColumn{.key = "duration",
                 .title = QT_TRANSLATE_NOOP("models::AgendaModel", "Takes"),
                 .alignment = Qt::AlignRight,
                 .display = duration,
                 .raw = durationRaw},
};

QVariant captionCell(const AgendaRow &row, int role, base::Instant now)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return agendaDayText(row.caption, now);
    case KeyRole:
        return row.key();
    case RowKindRole:
        return int(CaptionRow);
    default:
        return {};
    }
}

/// Nothing of it runs.
bool isDimmed(const AgendaRow &row)
{
    return agendaStatusKey(row) == u"run.skipped"_s &&
           (!row.isFold() || std::all_of(row.folded.cbegin(), row.folded.cend(),
                                         [](const auto &slot) { return slot.decision == domain::Decision::Skip; }));
}

} // namespace

int agendaColumnCount()
{
    return static_cast<int>(columns.size());
}

QVariant agendaCell(const AgendaRow &row, int column, int role, const AgendaContext &context)
{
    if (row.isCaption()) {
        return captionCell(row, role, context.now);
    }
    switch (role) {
    case DimmedRole:
        return isDimmed(row);
    case KeyRole:
        return row.key();
    case RowKindRole:
        return int(context.kind);
    default:
        return cellOf(columns[static_cast<size_t>(column)], role, row, context);
    }
}

QVariant agendaHeader(int column, int role)
{
    return headerOf(columns[static_cast<size_t>(column)], role, "models::AgendaModel");
}

} // namespace models
