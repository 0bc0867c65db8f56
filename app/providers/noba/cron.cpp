// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/cron.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

struct Field
{
    int least;
    int most;
};
constexpr std::array<Field, 5> fields{{{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 6}}};
constexpr int dayOfMonth = 2;
constexpr int dayOfWeek = 4;

/// One item of a field as far as it can ever match; empty where it can't.
std::optional<QString> itemThatMatches(const QString &item, Field field)
{
    static const QRegularExpression form(u"^(\\*|(\\d{1,4})(-(\\d{1,4}))?)(/(\\d{1,4}))?$"_s);
    const QRegularExpressionMatch match = form.match(item);
    const QString step = match.captured(5);
    if (!match.hasMatch() || (!step.isEmpty() && match.captured(6).toInt() == 0)) {
        return std::nullopt;
    }
    if (match.captured(1) == u"*") {
        return item;
    }
    const int from = match.captured(2).toInt();
    const bool isRange = !match.captured(3).isEmpty();
    const int to = isRange ? match.captured(4).toInt() : from;
    if ((!isRange && !step.isEmpty()) || from < field.least || from > field.most || to < from) {
        return std::nullopt; // they do not step from a single number
    }
    const int last = std::min(to, field.most);
    return last == from ? QString::number(from) : u"%1-%2%3"_s.arg(from).arg(last).arg(step);
}

std::optional<QString> fieldThatMatches(const QString &text, Field field)
{
    QStringList items;
    for (const QString &item : text.split(u',')) {
        if (const std::optional<QString> fits = itemThatMatches(item, field)) {
            items.append(*fits);
        }
    }
    return items.isEmpty() ? std::nullopt : std::optional(items.join(u','));
}

QString inNumbers(QString text, const QStringList &names, int first)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        text.replace(names.at(i), QString::number(first + i), Qt::CaseInsensitive);
    }
    return text;
}

QStringList fieldsOfOurs(const QString &ours)
{
    static const QHash<QString, QString> macros{{u"@hourly"_s, u"0 * * * *"_s},   {u"@daily"_s, u"0 0 * * *"_s},
                                                {u"@midnight"_s, u"0 0 * * *"_s}, {u"@weekly"_s, u"0 0 * * 0"_s},
                                                {u"@monthly"_s, u"0 0 1 * *"_s},  {u"@yearly"_s, u"0 0 1 1 *"_s},
                                                {u"@annually"_s, u"0 0 1 1 *"_s}};
    static const QStringList months{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                    u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    static const QStringList days{u"sun"_s, u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s};
    const QString simple = ours.simplified();
    QStringList parts = macros.value(simple.toLower(), simple).split(u' ');
    if (parts.size() == std::ssize(fields)) {
        parts[3] = inNumbers(parts.at(3), months, 1);
        parts[dayOfWeek] = inNumbers(parts.at(dayOfWeek), days, 0);
        for (QString &part : parts) {
            part = part == u"?"_s ? u"*"_s : part;
        }
    }
    return parts;
}

} // namespace

std::optional<QString> cronOfTheirs(const QString &theirs)
{
    const QStringList parts = theirs.simplified().split(u' ');
    if (parts.size() != fields.size()) {
        return std::nullopt;
    }
    QStringList ours;
    for (size_t i = 0; i < fields.size(); ++i) {
        const std::optional<QString> fits = fieldThatMatches(parts.at(qsizetype(i)), fields[i]);
        if (!fits) {
            return std::nullopt;
        }
        ours.append(*fits);
    }
    if (ours.at(dayOfMonth) != "*"_L1 && ours.at(dayOfWeek) != "*"_L1) {
        ours[dayOfWeek].prepend(u'+');
    }
    return ours.join(u' ');
}

base::Result<QString> theirCron(const QString &ours)
{
    QStringList parts = fieldsOfOurs(ours);
    if (parts.size() != fields.size()) {
        return base::invalid(u"cron"_s, u"NOBA knows five fields: minute, hour, day, month, weekday"_s);
    }
    const bool bothMustMatch = parts.at(dayOfWeek).startsWith(u'+');
    parts[dayOfWeek] = bothMustMatch ? parts.at(dayOfWeek).sliced(1) : parts.at(dayOfWeek);
    static const QRegularExpression sunday(u"(?<![0-9/-])7(?![0-9-])"_s);
    parts[dayOfWeek].replace(sunday, u"0"_s);
    for (size_t i = 0; i < fields.size(); ++i) {
        const QString &part = parts.at(qsizetype(i));
        if (fieldThatMatches(part, fields[i]) != part) {
            return base::invalid(u"cron"_s, u"NOBA does not understand %1: it knows numbers, ranges, lists, and steps "
                                            "after * or a range"_s.arg(part));
        }
    }
    if (parts.at(dayOfMonth) != "*"_L1 && parts.at(dayOfWeek) != "*"_L1 && !bothMustMatch) {
        return base::invalid(u"cron"_s,
                             u"at NOBA the day and the weekday must both match; write + before the weekday if "
                             "that is what is meant"_s);
    }
    return parts.join(u' ');
}

} // namespace providers::noba
