// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/crontab/crontab.h"
#include "app/bundles/formats/crontab/vixie.h"
#include "app/bundles/transfer/shellcommand.h"
#include "app/domain/time/cronfields.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qsizetype longestCommand = 998; ///< Of cron's own buffer.
constexpr qsizetype toldDifferences = 20;

base::Error unsupported(const QString &why)
{
    return base::Error{.code = base::ErrorCode::Unsupported, .context = {}, .detail = why, .field = {}};
}

/// Five fields that cron reads, for one of our schedules.
base::Result<QString> fieldsOf(const domain::Schedule &schedule)
{
    if (schedule.at) {
        return unsupported(u"it is due once, at a day of one year"_s);
    }
    if (schedule.everySeconds > 0) {
        const qint64 minutes = schedule.everySeconds / 60;
        if (schedule.everySeconds % 60 != 0 || 60 % std::max<qint64>(minutes, 1) != 0) {
            return unsupported(u"cron counts no intervals of %1 s"_s.arg(schedule.everySeconds));
        }
        return minutes == 60 ? u"0 * * * *"_s : minutes == 1 ? u"* * * * *"_s : u"*/%1 * * * *"_s.arg(minutes);
    }
    TRY(const domain::CronFields fields, domain::readCron(schedule.cron));
    if (fields.reboot) {
        return u"@reboot"_s;
    }
    const bool everySecond = fields[domain::CronUnit::Second].text != u"0";
    if (everySecond || !fields[domain::CronUnit::Year].isUnrestricted()) {
        return unsupported(u"cron knows neither seconds nor years"_s);
    }
    QStringList written;
    for (const domain::CronUnit unit : {domain::CronUnit::Minute, domain::CronUnit::Hour, domain::CronUnit::DayOfMonth,
                                        domain::CronUnit::Month, domain::CronUnit::DayOfWeek}) {
        QString text = fields[unit].text.toString();
        text.remove(u'+');
        written.append(text == "?"_L1 ? u"*"_s : text);
    }
    TRY(const VixieTimes times, vixieTimes(written));
    const bool bothSaid = written.at(2) != "*"_L1 && written.at(4) != "*"_L1;
    if (bothSaid && fields.bothDays != times.both()) {
        return unsupported(u"cron takes its two fields of days together in another way"_s);
    }
    return written.join(u' ');
}

/// `%` is a new line to cron.
QString escaped(const QString &command)
{
    return QString(command).replace(u"%"_s, u"\\%"_s);
}

/// A script of many lines is the standard input of what reads it.
base::Result<QString> commandText(const ShellCommand &command)
{
    if (!command.text.contains(u'\n')) {
        return escaped(oneLine(command));
    }
    static const QStringList fromInput{u"sh"_s, u"bash"_s, u"dash"_s, u"python3"_s, u"python"_s, u"perl"_s, u"node"_s};
    const QString reader = command.interpreter.section(u'/', -1).section(u' ', 0, 0);
    if (!fromInput.contains(reader)) {
        return unsupported(u"its script has many lines, and %1 may not read it from its input"_s.arg(reader));
    }
    ShellCommand head = command;
    head.text = command.interpreter + (reader.startsWith("py"_L1) || reader == "node"_L1 ? u" -"_s : QString());
    head.interpreter = u"/bin/sh"_s;
    QString script = escaped(command.text);
    while (script.endsWith(u'\n')) {
        script.chop(1);
    }
    return escaped(oneLine(head)) + u'%' + script.replace(u'\n', u'%');
}

QString comment(const QString &text)
{
    return u"# "_s + text.simplified() + u'\n';
}

/// Where cron would fire at other times, a comment each.
QString differences(const domain::Automation &automation, const domain::Schedule &schedule, const QString &fields,
                    const ExportAround &around)
{
    const QString zoneName = schedule.timezone.isEmpty() ? around.zone : schedule.timezone;
    const base::Result<domain::Zone> zone = domain::Zone::load(zoneName);
    const base::Result<VixieTimes> times = vixieTimes(fields.split(u' '));
    const auto ours = fireTimesOf({domain::Trigger(schedule)}, automation.createdAt);
    if (!zone || !times || !ours) {
        return {};
    }
    FireCheck check = compareFireTimes(*ours, vixieFireTimes(*times, *zone), around.now);
    check.zone = zoneName;
    QString text;
    const QStringList lines = inWords(check, toldDifferences);
    for (const QString &line : lines) {
        text += comment(u"Difference: "_s + line);
    }
    return text;
}

class Writer
{
public:
    explicit Writer(const ExportAround &around) : m_around(around) {}

    void add(const domain::Automation &automation)
    {
        const base::Result<QString> lines = linesOf(automation);
        if (lines) {
            text += u'\n' + *lines;
            return;
        }
        left.append({automation.id.text(), automation.name, lines.error().message()});
        text += u'\n' + comment(u"Not exported: %1: %2"_s.arg(automation.name, lines.error().message()));
    }

    QString text;
    QList<LeftOut> left;

private:
    base::Result<QString> linesOf(const domain::Automation &automation)
    {
        TRY(const ShellCommand command, shellCommandOf(automation));
        TRY(const QString run, commandText(command));
        if (run.size() > longestCommand) {
            return unsupported(u"its command is longer than the %1 characters of cron"_s.arg(longestCommand));
        }
        QString lines;
        for (const domain::Trigger &trigger : automation.triggers) {
            TRY(const QString line, lineOf(automation, trigger, run));
            lines += line;
        }
        return lines.isEmpty() ? base::Result<QString>(unsupported(u"it has no schedule"_s))
                               : comment(automation.name) + lines;
    }

    base::Result<QString> lineOf(const domain::Automation &automation, const domain::Trigger &trigger,
                                 const QString &run)
    {
        const QString off = automation.paused ? u"#paused# "_s : QString();
        if (std::holds_alternative<domain::Startup>(trigger)) {
            return off + u"@reboot "_s + run + u'\n';
        }
        const auto *schedule = std::get_if<domain::Schedule>(&trigger);
        if (!schedule) {
            return unsupported(u"cron knows no trigger but times"_s);
        }
        TRY(const QString fields, fieldsOf(*schedule));
        QString head = fields == "@reboot"_L1 ? QString() : differences(automation, *schedule, fields, m_around);
        if (schedule->timezone != m_zone) {
            m_zone = schedule->timezone;
            head += u"CRON_TZ=%1\n"_s.arg(m_zone);
        }
        return head + off + fields + u' ' + run + u'\n';
    }

    const ExportAround &m_around;
    QString m_zone;
};

} // namespace

Exported writeCrontab(const QList<domain::Automation> &automations, const ExportAround &around)
{
    Writer writer(around);
    writer.text = comment(u"A crontab written by Signalbox. What it could not hold stands in it as a comment."_s);
    for (const domain::Automation &automation : automations) {
        writer.add(automation);
    }
    return {.bytes = writer.text.toUtf8(), .left = writer.left};
}

} // namespace bundles
