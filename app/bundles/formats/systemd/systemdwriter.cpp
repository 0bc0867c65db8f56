// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/systemd/calendar.h"
#include "app/bundles/formats/systemd/calendarwriter.h"
#include "app/bundles/formats/systemd/systemd.h"
#include "app/bundles/transfer/shellcommand.h"
#include "app/bundles/transfer/shelltext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qsizetype toldDifferences = 20;

base::Error unsupported(const QString &why)
{
    return base::Error{.code = base::ErrorCode::Unsupported, .context = {}, .detail = why, .field = {}};
}

/// A name for units that no other one has.
QString unitNameFor(const QString &name, QStringList &taken)
{
    static const QRegularExpression strange(u"[^a-z0-9]+"_s);
    QString plain = name.toLower().replace(strange, u"-"_s).left(60);
    while (plain.startsWith(u'-')) {
        plain.remove(0, 1);
    }
    while (plain.endsWith(u'-')) {
        plain.chop(1);
    }
    plain = u"signalbox-"_s + (plain.isEmpty() ? u"automation"_s : plain);
    const QString first = plain;
    for (int i = 2; taken.contains(plain); ++i) {
        plain = u"%1-%2"_s.arg(first).arg(i);
    }
    taken.append(plain);
    return plain;
}

/// One word of a command line as systemd reads it.
QString word(const QString &text)
{
    QString escaped = text;
    escaped.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s).replace(u"\n"_s, u"\\n"_s);
    return u'"' + escaped.replace(u"$"_s, u"$$"_s).replace(u"%"_s, u"%%"_s) + u'"';
}

/// What systemd fires besides, or leaves out.
QString differences(const domain::Automation &automation, const domain::Schedule &schedule,
                    const QStringList &expressions, const ExportAround &around)
{
    const QString zoneName = schedule.timezone.isEmpty() ? around.zone : schedule.timezone;
    const base::Result<domain::Zone> zone = domain::Zone::load(zoneName);
    const auto ours = fireTimesOf({domain::Trigger(schedule)}, automation.createdAt);
    if (!zone || !ours) {
        return {};
    }
    QList<FireTimes> theirs;
    for (const QString &expression : expressions) {
        const base::Result<CalendarTimes> times = calendarTimes(expression);
        if (!times) {
            return u"# Difference: %1 was not understood again\n"_s.arg(expression);
        }
        theirs.append(calendarFireTimes(*times, *zone));
    }
    const FireTimes all = [theirs](base::Instant from, base::Instant before, std::vector<base::Instant> &into) {
        for (const FireTimes &one : theirs) {
            one(from, before, into);
        }
        std::sort(into.begin(), into.end());
        into.erase(std::unique(into.begin(), into.end()), into.end());
    };
    FireCheck check = compareFireTimes(*ours, all, around.now);
    check.zone = zoneName;
    QString text;
    const QStringList lines = inWords(check, toldDifferences);
    for (const QString &line : lines) {
        text += u"# Difference: "_s + line + u'\n';
    }
    return text;
}

base::Result<QString> settingsOf(const domain::Automation &automation, const domain::Trigger &trigger,
                                 const ExportAround &around)
{
    if (std::holds_alternative<domain::Startup>(trigger)) {
        return u"OnStartupSec=0\n"_s;
    }
    const auto *schedule = std::get_if<domain::Schedule>(&trigger);
    if (!schedule) {
        return unsupported(u"a timer knows no trigger but times"_s);
    }
    if (schedule->everySeconds > 0) {
        return u"OnActiveSec=%1\nOnUnitActiveSec=%1\n"_s.arg(schedule->everySeconds);
    }
    TRY(const QStringList expressions, calendarOf(*schedule));
    QString text = differences(automation, *schedule, expressions, around);
    for (const QString &expression : expressions) {
        text += u"OnCalendar="_s + expression + u'\n';
    }
    if (schedule->jitterSeconds > 0) {
        text += u"RandomizedDelaySec=%1\n"_s.arg(schedule->jitterSeconds);
    }
    return text;
}

QString serviceText(const domain::Automation &automation, ShellCommand command)
{
    QString text = u"[Unit]\nDescription=%1\n\n[Service]\nType=oneshot\n"_s.arg(automation.name.simplified());
    if (!command.folder.isEmpty()) {
        text += u"WorkingDirectory=%1\n"_s.arg(QString(command.folder).replace(u"%"_s, u"%%"_s));
    }
    for (auto it = command.env.begin(); it != command.env.end(); ++it) {
        QString pair = it.key() + u'=' + *it;
        pair.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s).replace(u"\n"_s, u"\\n"_s);
        text += u"Environment=\"%1\"\n"_s.arg(pair.replace(u"%"_s, u"%%"_s));
    }
    if (automation.timeoutSeconds > 0) {
        text += u"TimeoutStartSec=%1\n"_s.arg(automation.timeoutSeconds);
    }
    command.env.clear();
    command.folder.clear();
    return text + u"ExecStart=/bin/sh -c %1\n"_s.arg(word(oneLine(command)));
}

base::Result<QString> unitsOf(const domain::Automation &automation, const QString &name, const ExportAround &around)
{
    TRY(const ShellCommand command, shellCommandOf(automation));
    QString settings;
    for (const domain::Trigger &trigger : automation.triggers) {
        TRY(const QString text, settingsOf(automation, trigger, around));
        settings += text;
    }
    if (settings.isEmpty()) {
        return unsupported(u"it has no schedule"_s);
    }
    const QString persistent = automation.misfire == domain::Misfire::Skip ? u"false"_s : u"true"_s;
    return u"# /etc/systemd/user/%1.service\n%2\n# /etc/systemd/user/%1.timer\n[Unit]\nDescription=%3\n\n[Timer]\n%4"
           "AccuracySec=1s\nPersistent=%5\n\n[Install]\nWantedBy=timers.target\n\n"_s.arg(
               name, serviceText(automation, command), automation.name.simplified(), settings, persistent);
}

} // namespace

Exported writeSystemd(const QList<domain::Automation> &automations, const ExportAround &around)
{
    Exported result;
    QStringList taken;
    QString text = u"# Units of systemd written by Signalbox. Each belongs into the file that stands above it.\n\n"_s;
    for (const domain::Automation &automation : automations) {
        const base::Result<QString> units = unitsOf(automation, unitNameFor(automation.name, taken), around);
        if (units) {
            text += *units;
            continue;
        }
        result.left.append({automation.id.text(), automation.name, units.error().message()});
        text += u"# Not exported: %1: %2\n\n"_s.arg(automation.name.simplified(), units.error().message());
    }
    result.bytes = text.toUtf8();
    return result;
}

} // namespace bundles
