// SPDX-License-Identifier: Apache-2.0
#include "app/domain/windows/icalendar.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

struct Field
{
    QMap<QString, QString> parameters;
    QString value;
};
using Event = QMap<QString, Field>;

/// A time as it is written: a wall time of `zone`.
struct Moment
{
    LocalTime wall;
    QString zone;
    bool dateOnly = false;
};

constexpr base::Millis wholeDay = base::Seconds(86400);

/// Long lines are folded: what follows begins with a blank.
QStringList unfolded(const QByteArray &file)
{
    QString text = QString::fromUtf8(file);
    text.replace(u"\r\n"_s, u"\n"_s);
    text.remove(QRegularExpression(u"\\n[ \\t]"_s));
    return text.split(u'\n', Qt::SkipEmptyParts);
}

QString unescaped(QString text)
{
    text.replace(u"\\n"_s, u" "_s, Qt::CaseInsensitive);
    return text.replace(QRegularExpression(u"\\\\(.)"_s), u"\\1"_s).simplified();
}

/// `DTSTART;TZID=Europe/Berlin:20260322T030000`
void addField(const QString &line, Event &event)
{
    static const QRegularExpression form(u"^([A-Za-z-]+)((?:;[^:;\"]+=(?:\"[^\"]*\"|[^:;]*))*):(.*)$"_s);
    const QRegularExpressionMatch match = form.match(line);
    if (!match.hasMatch()) {
        return;
    }
    Field field{{}, match.captured(3)};
    for (const QString &parameter : match.captured(2).split(u';', Qt::SkipEmptyParts)) {
        field.parameters.insert(parameter.section(u'=', 0, 0).toUpper(), parameter.section(u'=', 1).remove(u'"'));
    }
    const QString name = match.captured(1).toUpper();
    if (!event.contains(name)) {
        event.insert(name, field);
    }
}

std::optional<Moment> momentOf(const Event &event, const QString &name)
{
    static const QRegularExpression form(u"^(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)(Z?))?$"_s);
    const Field field = event.value(name);
    const QRegularExpressionMatch match = form.match(field.value);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const bool dateOnly = match.captured(4).isEmpty();
    const QString time = dateOnly ? u"00:00:00"_s : match.capturedTexts().mid(4, 3).join(u':');
    const auto read = base::parseIso(match.capturedTexts().mid(1, 3).join(u'-') + u'T' + time + u'Z');
    if (!read) {
        return std::nullopt;
    }
    const QString zone = match.captured(7) == "Z"_L1 ? u"UTC"_s : field.parameters.value(u"TZID"_s);
    return Moment{LocalTime(read->time_since_epoch()), zone, dateOnly};
}

/// `P1DT2H30M`
std::optional<base::Millis> lengthOf(const QString &duration)
{
    static const QRegularExpression form(
        u"^\\+?P(?:(\\d{1,3})W)?(?:(\\d{1,4})D)?(?:T(?:(\\d{1,4})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?$"_s);
    const QRegularExpressionMatch match = form.match(duration);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto part = [&match](int index) { return match.captured(index).toLongLong(); };
    return base::Seconds(((part(1) * 7 + part(2)) * 24 + part(3)) * 3600 + part(4) * 60 + part(5));
}

/// The days of `BYDAY=MO,WE` as cron writes them; empty where it says more than that.
QString weekdays(const QString &byDay)
{
    static const QStringList names{u"SU"_s, u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s};
    QStringList days;
    for (const QString &day : byDay.split(u',')) {
        const qsizetype index = names.indexOf(day);
        if (index < 0) {
            return {};
        }
        days.append(QString::number(index));
    }
    return days.join(u',');
}

/// The cron expression of a rule; empty where there is none for it.
QString cronOf(const QString &rule, LocalTime start)
{
    QMap<QString, QString> parts;
    for (const QString &part : rule.toUpper().split(u';', Qt::SkipEmptyParts)) {
        parts.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
    }
    const QString often = parts.take(u"FREQ"_s);
    const QString byDay = parts.take(u"BYDAY"_s);
    parts.remove(u"WKST"_s);
    if (parts.value(u"INTERVAL"_s) == "1"_L1) {
        parts.remove(u"INTERVAL"_s);
    }
    const auto date = std::chrono::floor<std::chrono::days>(start);
    const std::chrono::year_month_day civil{date};
    const QString day = QString::number(unsigned(civil.day()));
    const QString month = QString::number(unsigned(civil.month()));
    const QString weekday = QString::number(std::chrono::weekday(date).c_encoding());
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(start - date).count();
    const QString time = u"%1 %2"_s.arg(minutes % 60).arg(minutes / 60);
    if (parts.value(u"BYMONTHDAY"_s, day) == day) {
        parts.remove(u"BYMONTHDAY"_s);
    }
    if (parts.value(u"BYMONTH"_s, month) == month && often == "YEARLY"_L1) {
        parts.remove(u"BYMONTH"_s);
    }
    const QString days = byDay.isEmpty() ? weekday : weekdays(byDay);
    if (!parts.isEmpty() || days.isEmpty() || (!byDay.isEmpty() && often != "WEEKLY"_L1)) {
        return {};
    }
    const QMap<QString, QString> forms{{u"DAILY"_s, u"* * *"_s},
                                       {u"WEEKLY"_s, u"* * "_s + days},
                                       {u"MONTHLY"_s, day + u" * *"_s},
                                       {u"YEARLY"_s, day + u' ' + month + u" *"_s}};
    return forms.contains(often) ? time + u' ' + forms.value(often) : QString();
}

base::Result<MaintenanceWindow> windowOf(const Event &event)
{
    const QString name = unescaped(event.value(u"SUMMARY"_s).value).left(longestWindowName);
    const std::optional<Moment> start = momentOf(event, u"DTSTART"_s);
    if (!start) {
        return base::invalid(u"DTSTART"_s, u"its begin can't be read"_s);
    }
    const std::optional<Moment> end = momentOf(event, u"DTEND"_s);
    const std::optional<base::Millis> length = lengthOf(event.value(u"DURATION"_s).value);
    if (end && end->zone != start->zone) {
        return base::invalid(u"DTEND"_s, u"it ends in another time zone than it begins in"_s);
    }
    const LocalTime until = end      ? end->wall
                            : length ? start->wall + *length
                                     : start->wall + (start->dateOnly ? wholeDay : base::Millis(0));
    QJsonObject fields{{u"name"_s, name.isEmpty() ? u"Event"_s : name},
                       {u"start"_s, wallText(start->wall)},
                       {u"end"_s, wallText(until)},
                       {u"timezone"_s, start->zone}};
    if (event.contains(u"RRULE"_s)) {
        const QString cron = cronOf(event.value(u"RRULE"_s).value, start->wall);
        if (cron.isEmpty() || event.contains(u"EXDATE"_s) || event.contains(u"RDATE"_s)) {
            return base::invalid(u"RRULE"_s, u"it repeats in a way that a window can't"_s);
        }
        fields.insert("recurring"_L1, cron);
    }
    return windowFromJson(fields);
}

} // namespace

bool looksLikeCalendar(const QByteArray &file)
{
    return file.trimmed().left(15).toUpper() == "BEGIN:VCALENDAR";
}

base::Result<ReadCalendar> readCalendar(const QByteArray &file)
{
    if (!looksLikeCalendar(file)) {
        return base::invalid({}, u"an iCalendar file begins with BEGIN:VCALENDAR"_s);
    }
    if (file.size() > largestCalendar) {
        return base::invalid({}, u"an iCalendar file of at most %1 bytes is read"_s.arg(largestCalendar));
    }
    ReadCalendar calendar;
    std::optional<Event> event;
    int inner = 0; // an alarm in it
    for (const QString &line : unfolded(file)) {
        const QString word = line.trimmed().toUpper();
        if (word == "BEGIN:VEVENT"_L1) {
            event.emplace();
            inner = 0;
        } else if (event && word == "END:VEVENT"_L1) {
            const base::Result<MaintenanceWindow> window = windowOf(*event);
            if (calendar.windows.size() + calendar.leftOut.size() >= mostEvents) {
                return base::invalid({}, u"at most %1 events are read"_s.arg(mostEvents));
            }
            if (window) {
                calendar.windows.append(*window);
            } else {
                calendar.leftOut.append(
                    u"%1: %2"_s.arg(unescaped(event->value(u"SUMMARY"_s).value), window.error().detail));
            }
            event.reset();
        } else if (word.startsWith("BEGIN:"_L1)) {
            ++inner;
        } else if (word.startsWith("END:"_L1)) {
            --inner;
        } else if (event && inner == 0) {
            addField(line, *event);
        }
    }
    return calendar;
}

} // namespace domain
