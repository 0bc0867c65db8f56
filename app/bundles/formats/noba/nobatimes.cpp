// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/noba/nobatimes.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

using std::chrono::minutes;

struct Unit
{
    const char16_t *name;
    int least;
    int most;
};

constexpr Unit units[] = {
    {u"minute", 0, 59}, {u"hour", 0, 23}, {u"day of month", 1, 31}, {u"month", 1, 12}, {u"day of week", 0, 7}};

std::optional<int> numberOf(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && text.at(0).isDigit() ? std::optional(number) : std::nullopt;
}

base::Result<quint64> maskOf(const QString &field, const Unit &unit)
{
    quint64 mask = 0;
    const QStringList terms = field.split(u',');
    for (const QString &term : terms) {
        const QString range = term.section(u'/', 0, 0);
        const bool isStepped = term.contains(u'/');
        const bool isRange = range.contains(u'-');
        const std::optional<int> step = isStepped ? numberOf(term.section(u'/', 1)) : std::optional(1);
        const bool all = range == "*"_L1;
        const std::optional<int> from = all ? std::optional(unit.least) : numberOf(range.section(u'-', 0, 0));
        const std::optional<int> to = all       ? std::optional(unit.most)
                                      : isRange ? numberOf(range.section(u'-', 1))
                                                : from;
        const bool steps = !isStepped || all || isRange; // a step after a single number does not count there
        if (!from || !to || !step || *step < 1 || !steps || *from < unit.least || *to > unit.most || *from > *to) {
            return base::invalid(
                {}, u"the %1 “%2” is no number, range or step"_s.arg(QStringView(unit.name), term.left(100)));
        }
        for (qint64 value = *from; value <= *to; value += *step) {
            mask |= quint64(1) << value;
        }
    }
    return mask;
}

bool has(quint64 mask, unsigned value)
{
    return ((mask >> value) & 1U) != 0;
}

bool fitsDay(const NobaTimes &times, std::chrono::local_days day)
{
    const std::chrono::year_month_day date(day);
    return has(times.months, unsigned(date.month())) && has(times.days, unsigned(date.day())) &&
           has(times.weekdays, std::chrono::weekday(day).c_encoding());
}

QString listed(quint64 mask, const Unit &unit, int most)
{
    QStringList values;
    for (int value = unit.least; value <= most; ++value) {
        if (has(mask, unsigned(value))) {
            values.append(QString::number(value));
        }
    }
    return values.size() == most - unit.least + 1 ? u"*"_s : values.join(u',');
}

} // namespace

base::Result<NobaTimes> nobaTimes(const QString &cron)
{
    const QStringList fields = cron.simplified().split(u' ');
    if (fields.size() != 5) {
        return base::invalid({}, u"five fields are wanted"_s);
    }
    quint64 masks[5] = {};
    for (int i = 0; i < 5; ++i) {
        TRY(masks[i], maskOf(fields.at(i), units[i]));
    }
    return NobaTimes{masks[0], quint32(masks[1]), quint32(masks[2]), quint32(masks[3]), quint32(masks[4] & 0x7f)};
}

FireTimes nobaFireTimes(const NobaTimes &times, const domain::Zone &zone)
{
    return [times, zone](base::Instant from, base::Instant before, std::vector<base::Instant> &into) {
        base::Instant at = std::chrono::ceil<minutes>(from);
        while (at < before) {
            const domain::LocalTime wall = zone.toLocal(at);
            const auto day = std::chrono::floor<std::chrono::days>(wall);
            const auto minute = std::chrono::duration_cast<minutes>(wall - day).count();
            if (has(times.hours, unsigned(minute / 60)) && has(times.minutes, unsigned(minute % 60)) &&
                fitsDay(times, day)) {
                into.push_back(at);
            }
            at += minutes(1);
        }
    };
}

QString nobaExpression(const NobaTimes &times)
{
    const QString days = listed(times.days, units[2], 31);
    const QString weekdays = listed(times.weekdays, units[4], 6);
    const bool both = days != "*"_L1 && weekdays != "*"_L1;
    return QStringList{listed(times.minutes, units[0], 59), listed(times.hours, units[1], 23), days,
                       listed(times.months, units[3], 12), (both ? u"+"_s : QString()) + weekdays}
        .join(u' ');
}

} // namespace bundles
