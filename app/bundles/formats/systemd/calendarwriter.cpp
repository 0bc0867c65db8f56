// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/systemd/calendarwriter.h"

#include "app/domain/time/cronfields.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

using domain::CronField;
using domain::CronTerm;
using domain::CronUnit;
using Kind = CronTerm::Kind;

base::Error unsupported(const QString &why)
{
    return base::Error{.code = base::ErrorCode::Unsupported, .context = {}, .detail = why, .field = {}};
}

QString numbers(const CronField &field)
{
    QStringList values;
    for (const CronTerm &term : field.terms) {
        if (term.kind == Kind::All) {
            return u"*"_s;
        }
        for (int value = term.first; value <= term.last; value += term.step) {
            values.append(u"%1"_s.arg(value, 2, 10, QChar(u'0')));
        }
    }
    return values.join(u',');
}

/// A part of an expression: which weekdays, and `-01` or `~01` for the days of the month.
struct Days
{
    QString weekdays;
    QString ofMonth;
};

const QStringList weekdayNames{u"Sun"_s, u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};

QString plainWeekdays(const CronField &field)
{
    QStringList names;
    for (const CronTerm &term : field.terms) {
        for (int value = term.first; value <= term.last && (term.kind == Kind::Value || term.kind == Kind::Range);
             value += term.step) {
            names.append(weekdayNames.at(value));
        }
    }
    names.removeDuplicates();
    return names.join(u',');
}

/// The days of the month that the field names, without a word about weekdays.
base::Result<QList<Days>> monthDays(const CronField &field)
{
    QStringList values;
    QStringList fromEnd;
    for (const CronTerm &term : field.terms) {
        if (term.kind == Kind::NearestWeekday || term.kind == Kind::LastWeekday) {
            return unsupported(u"systemd has no word for the nearest weekday"_s);
        }
        if (term.kind == Kind::LastDay) {
            fromEnd.append(QString::number(term.first + 1));
        }
        for (int value = term.first; value <= term.last && (term.kind == Kind::Value || term.kind == Kind::Range);
             value += term.step) {
            values.append(QString::number(value));
        }
    }
    QList<Days> days;
    if (!values.isEmpty()) {
        days.append({QString(), u'-' + values.join(u',')});
    }
    if (!fromEnd.isEmpty()) {
        days.append({QString(), u'~' + fromEnd.join(u',')});
    }
    return days;
}

/// The weekdays that the field names, with those of a certain week.
QList<Days> weekDays(const CronField &field)
{
    QList<Days> days;
    if (const QString plain = plainWeekdays(field); !plain.isEmpty()) {
        days.append({plain, u"-*"_s});
    }
    for (const CronTerm &term : field.terms) {
        if (term.kind == Kind::NthWeekday) {
            const int first = (term.last - 1) * 7 + 1;
            days.append({weekdayNames.at(term.first), u"-%1..%2"_s.arg(first).arg(std::min(first + 6, 31))});
        } else if (term.kind == Kind::LastOfWeekday) {
            days.append({weekdayNames.at(term.first), u"~07/1"_s});
        }
    }
    return days;
}

base::Result<QList<Days>> bothTogether(const CronField &ofMonth, const CronField &ofWeek)
{
    TRY(QList<Days> days, monthDays(ofMonth));
    const QString weekdays = plainWeekdays(ofWeek);
    const bool plain = std::all_of(ofWeek.terms.begin(), ofWeek.terms.end(), [](const CronTerm &term) {
        return term.kind == Kind::Value || term.kind == Kind::Range;
    });
    if (!plain) {
        return unsupported(u"systemd can't take these two kinds of days together"_s);
    }
    for (Days &one : days) {
        one.weekdays = weekdays;
    }
    return days;
}

base::Result<QList<Days>> daysOf(const domain::CronFields &fields)
{
    const CronField &ofMonth = fields[CronUnit::DayOfMonth];
    const CronField &ofWeek = fields[CronUnit::DayOfWeek];
    if (ofMonth.isUnrestricted() && ofWeek.isUnrestricted()) {
        return QList<Days>{{QString(), u"-*"_s}};
    }
    if (ofMonth.isUnrestricted()) {
        return weekDays(ofWeek);
    }
    if (ofWeek.isUnrestricted()) {
        return monthDays(ofMonth);
    }
    if (fields.bothDays) {
        return bothTogether(ofMonth, ofWeek);
    }
    TRY(QList<Days> days, monthDays(ofMonth));
    return days + weekDays(ofWeek);
}

} // namespace

base::Result<QStringList> calendarOf(const domain::Schedule &schedule)
{
    if (schedule.at) {
        return QStringList{QDateTime::fromMSecsSinceEpoch(base::toMillis(*schedule.at), Qt::UTC)
                               .toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)};
    }
    TRY(const domain::CronFields fields, domain::readCron(schedule.cron));
    TRY(const QList<Days> days, daysOf(fields));
    const QString zone = schedule.timezone.isEmpty() ? QString() : u' ' + schedule.timezone;
    QStringList expressions;
    for (const Days &one : days) {
        expressions.append(u"%1%2-%3%4 %5:%6:%7%8"_s.arg(
            one.weekdays.isEmpty() ? QString() : one.weekdays + u' ', numbers(fields[CronUnit::Year]),
            numbers(fields[CronUnit::Month]), one.ofMonth, numbers(fields[CronUnit::Hour]),
            numbers(fields[CronUnit::Minute]), numbers(fields[CronUnit::Second]), zone));
    }
    return expressions;
}

} // namespace bundles
