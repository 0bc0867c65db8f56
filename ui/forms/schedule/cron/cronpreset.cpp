// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/cron/cronpreset.h"

#include "app/domain/cron.h"

#include <QStringList>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

using Shape = CronPreset::Shape;

/// Cron counts from Sunday, which is 0 and 7.
const std::array<QLatin1StringView, 8> dayNames{"SUN"_L1, "MON"_L1, "TUE"_L1, "WED"_L1,
                                                "THU"_L1, "FRI"_L1, "SAT"_L1, "SUN"_L1};

std::optional<int> number(const QString &text, int least, int most)
{
    const bool digits = !text.isEmpty() && text.size() <= 2 &&
                        std::all_of(text.cbegin(), text.cend(), [](QChar one) { return one >= u'0' && one <= u'9'; });
    const int value = digits ? text.toInt() : -1;
    return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<int> weekday(const QString &text)
{
    for (size_t i = 0; i < dayNames.size(); ++i)
        if (text.compare(dayNames[i], Qt::CaseInsensitive) == 0)
            return int(i);
    return number(text, 0, 7);
}

/// 1-5, MON,WED,FRI and mixtures of them.
std::optional<std::bitset<7>> weekdays(const QString &field)
{
    std::bitset<7> days;
    for (const QString &part : field.split(u',')) {
        const QStringList ends = part.split(u'-');
        const std::optional<int> first = weekday(ends.first());
        std::optional<int> last = weekday(ends.last());
        if (!first || !last || ends.size() > 2)
            return std::nullopt;
        if (ends.size() == 2 && *last == 0) // MON-SUN
            last = 7;
        if (*last < *first)
            return std::nullopt;
        for (int day = *first; day <= *last; ++day)
            days.set(size_t((day + 6) % 7));
    }
    return days;
}

template <typename Steps> std::optional<int> stepOf(const QString &field, const Steps &steps)
{
    if (field == "*"_L1)
        return 1;
    const std::optional<int> step = field.startsWith("*/"_L1) ? number(field.mid(2), 1, 59) : std::nullopt;
    return step && std::find(steps.begin(), steps.end(), *step) != steps.end() ? step : std::nullopt;
}

QString stepText(int every)
{
    return every == 1 ? u"*"_s : u"*/%1"_s.arg(every);
}

/// Five fields, or nothing; seconds that are always 0 say nothing.
QStringList fieldsOf(const QString &cron)
{
    QStringList fields = cron.simplified().split(u' ');
    if (fields.size() == 6 && fields.first() == "0"_L1)
        fields.removeFirst();
    if (fields.size() != 5)
        return {};
    for (QString &field : fields)
        field = field == "?"_L1 ? u"*"_s : field;
    return fields;
}

/// Everything but the minute steps: a minute, then hours.
std::optional<CronPreset> repeatedHours(const QStringList &fields)
{
    const std::optional<int> minute = number(fields[0], 0, 59);
    const std::optional<int> every = stepOf(fields[1], hourSteps);
    if (!minute || !every)
        return std::nullopt;
    return CronPreset{.shape = Shape::Hours, .every = *every, .minute = *minute};
}

std::optional<CronPreset> everyDay(const QStringList &fields)
{
    if (fields[1] == "*"_L1)
        if (const std::optional<int> every = stepOf(fields[0], minuteSteps))
            return CronPreset{.shape = Shape::Minutes, .every = *every};
    return repeatedHours(fields);
}

void chooseDays(CronPreset &preset, const std::bitset<7> &days)
{
    preset.shape = days == 0b0011111 ? Shape::Weekdays : Shape::Weekly;
    if (preset.shape == Shape::Weekly)
        preset.days = days;
}

} // namespace

QString cronOf(const CronPreset &preset)
{
    const QString time = u"%1 %2"_s.arg(preset.minute).arg(preset.hour);
    switch (preset.shape) {
    case Shape::Minutes:
        return u"%1 * * * *"_s.arg(stepText(preset.every));
    case Shape::Hours:
        return u"%1 %2 * * *"_s.arg(QString::number(preset.minute), stepText(preset.every));
    case Shape::Daily:
        return time + u" * * *"_s;
    case Shape::Weekdays:
        return time + u" * * MON-FRI"_s;
    case Shape::Weekly: {
        QStringList days;
        for (size_t i = 0; i < 7; ++i)
            if (preset.days.test(i))
                days.append(QString(dayNames[i + 1]));
        return days.isEmpty() ? QString() : time + u" * * "_s + days.join(u',');
    }
    case Shape::Monthly:
        return u"%1 %2 * *"_s.arg(time).arg(preset.day);
    case Shape::LastDay:
        return time + u" L * *"_s;
    }
    return {};
}

std::optional<CronPreset> presetOf(const QString &cron)
{
    const QStringList fields = fieldsOf(cron);
    if (fields.isEmpty() || fields[3] != "*"_L1 || !domain::Cron::parse(cron))
        return std::nullopt;
    const bool anyDay = fields[2] == "*"_L1;
    const bool anyWeekday = fields[4] == "*"_L1;
    if (anyDay && anyWeekday)
        if (const std::optional<CronPreset> repeated = everyDay(fields))
            return repeated;
    const std::optional<int> minute = number(fields[0], 0, 59);
    const std::optional<int> hour = number(fields[1], 0, 23);
    if (!minute || !hour || (!anyDay && !anyWeekday))
        return std::nullopt;
    CronPreset preset{.shape = Shape::Daily, .hour = *hour, .minute = *minute};
    if (!anyWeekday) {
        const std::optional<std::bitset<7>> days = weekdays(fields[4]);
        if (!days)
            return std::nullopt;
        chooseDays(preset, *days);
    } else if (fields[2] == "L"_L1) {
        preset.shape = Shape::LastDay;
    } else if (!anyDay) {
        const std::optional<int> day = number(fields[2], 1, 31);
        if (!day)
            return std::nullopt;
        preset.shape = Shape::Monthly;
        preset.day = *day;
    }
    return preset;
}

} // namespace ui
