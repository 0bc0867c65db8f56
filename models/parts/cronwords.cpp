// SPDX-License-Identifier: Apache-2.0
#include "models/parts/cronwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::CronWords)
};

/// The five everyday fields.
struct Fields
{
    QString minute, hour, day, month, weekday;
};

QString expandMacro(const QString &text)
{
    static const QMap<QString, QString> macros{
        {u"@hourly"_s, u"0 * * * *"_s}, {u"@daily"_s, u"0 0 * * *"_s},   {u"@midnight"_s, u"0 0 * * *"_s},
        {u"@weekly"_s, u"0 0 * * 0"_s}, {u"@monthly"_s, u"0 0 1 * *"_s},
    };
    return macros.value(text.toLower(), text);
}

std::optional<Fields> split(const QString &text)
{
    QStringList parts = expandMacro(text).split(u' ');
    if (parts.size() == 6 && parts.constFirst() == "0"_L1) {
        parts.removeFirst();
    }
    if (parts.size() != 5) {
        return std::nullopt;
    }
    for (QString &part : parts) {
        part = part == "?"_L1 ? u"*"_s : part;
    }
    return Fields{parts[0], parts[1], parts[2], parts[3], parts[4]};
}

std::optional<int> number(const QString &text, int most)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= 0 && value <= most && text.at(0).isDigit() ? std::optional(value) : std::nullopt;
}

/// The n of a field `*/n` that divides `cycle`: only then does the step go on evenly past the end of it.
std::optional<int> evenStep(const QString &text, int cycle)
{
    if (!text.startsWith("*/"_L1) || text.size() < 3) {
        return std::nullopt;
    }
    const std::optional<int> step = number(text.mid(2), cycle);
    return step && *step > 0 && cycle % *step == 0 ? step : std::nullopt;
}

QString twoDigits(int value)
{
    return u"%1"_s.arg(value, 2, 10, QChar(u'0'));
}

/// `08:00, 20:00`; empty when these fields are not one to three fixed times.
QString timesOfDay(const Fields &fields)
{
    const std::optional<int> minute = number(fields.minute, 59);
    const QStringList hours = fields.hour.split(u',');
    if (!minute || hours.size() > 3) {
        return {};
    }
    QStringList times;
    for (const QString &hour : hours) {
        const std::optional<int> value = hour.isEmpty() ? std::nullopt : number(hour, 23);
        if (!value) {
            return {};
        }
        times.append(twoDigits(*value) + u':' + twoDigits(*minute));
    }
    return times.join(", "_L1);
}

/// 0…6 from Sunday, of a number 0…7 or an English name.
std::optional<int> weekdayNumber(const QString &text)
{
    static const QStringList names{u"SUN"_s, u"MON"_s, u"TUE"_s, u"WED"_s, u"THU"_s, u"FRI"_s, u"SAT"_s};
    if (const qsizetype index = names.indexOf(text.toUpper()); index >= 0) {
        return static_cast<int>(index);
    }
    const std::optional<int> value = text.isEmpty() ? std::nullopt : number(text, 7);
    return value ? std::optional(*value % 7) : std::nullopt;
}

QString dayName(int fromSunday)
{
    return QLocale().dayName(fromSunday == 0 ? 7 : fromSunday, QLocale::ShortFormat);
}

/// `Mon–Fri`, `Mon, Wed`; empty when the field is something else.
QString weekdays(const QString &field)
{
    QStringList words;
    for (const QString &part : field.split(u',')) {
        const QStringList ends = part.split(u'-');
        const std::optional<int> first = weekdayNumber(ends.constFirst());
        const std::optional<int> last = weekdayNumber(ends.constLast());
        if (!first || !last || ends.size() > 2) {
            return {};
        }
        words.append(ends.size() == 1 ? dayName(*first) : dayName(*first) + u'–' + dayName(*last));
    }
    return words.join(", "_L1);
}

QString repeated(const Fields &f)
{
    if (f.hour == "*"_L1) {
        if (f.minute == "*"_L1) {
            return Words::tr("Every minute");
        }
        if (const std::optional<int> step = evenStep(f.minute, 60)) {
            return *step == 1 ? Words::tr("Every minute") : Words::tr("Every %1 min").arg(*step);
        }
        const std::optional<int> minute = number(f.minute, 59);
        return minute ? Words::tr("Hourly at :%1").arg(twoDigits(*minute)) : QString();
    }
    const std::optional<int> step = evenStep(f.hour, 24);
    return step && f.minute == "0"_L1 ? Words::tr("Every %1 h").arg(*step) : QString();
}

QString inWords(const Fields &f)
{
    const bool anyDay = f.day == "*"_L1;
    const bool anyWeekday = f.weekday == "*"_L1;
    const QString times = timesOfDay(f);
    if (f.month != "*"_L1 || (!anyDay && !anyWeekday)) {
        return {};
    }
    if (anyDay && anyWeekday) {
        return times.isEmpty() ? repeated(f) : Words::tr("Daily %1").arg(times);
    }
    if (times.isEmpty()) {
        return {};
    }
    if (anyDay) {
        const QString days = weekdays(f.weekday);
        return days.isEmpty() ? QString() : days + u' ' + times;
    }
    const std::optional<int> day = number(f.day, 31);
    return day ? Words::tr("Day %1, %2").arg(*day).arg(times) : QString();
}

} // namespace

QString cronShort(const QString &cron)
{
    const QString text = cron.simplified();
    const std::optional<Fields> fields = split(text);
    const QString words = fields ? inWords(*fields) : QString();
    return words.isEmpty() ? text : words;
}

} // namespace models
