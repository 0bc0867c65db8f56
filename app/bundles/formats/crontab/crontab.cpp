// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/crontab/crontab.h"

#include "app/bundles/formats/crontab/crontablines.h"
#include "app/bundles/formats/crontab/vixie.h"
#include "app/bundles/transfer/shelltext.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qsizetype mostJobs = 20000;
constexpr qsizetype longestName = 60;

/// Variables that are cron's own and no business of the command.
const QStringList crons{u"SHELL"_s,        u"CRON_TZ"_s,           u"MAILTO"_s,
                        u"MAILFROM"_s,     u"CONTENT_TYPE"_s,      u"CONTENT_TRANSFER_ENCODING"_s,
                        u"RANDOM_DELAY"_s, u"START_HOURS_RANGE"_s, u"LOGNAME"_s};

QString nameOf(const CrontabJob &job)
{
    if (!job.comment.isEmpty() && job.comment.size() <= longestName) {
        return job.comment;
    }
    const QString command = job.command.simplified();
    return command.size() > longestName ? command.left(longestName - 1) + u'…' : command;
}

/// A line that our own export wrote, as what it was: variables by `env`, a text for `/bin/sh -c`, a script as its
/// input.
CrontabJob unwrapped(const CrontabJob &job)
{
    QStringList words = wordsOf(job.command);
    CrontabJob plain = job;
    if (words.value(0) == "env"_L1) {
        words.removeFirst();
        for (qsizetype equals = 0; (equals = words.value(0).indexOf(u'=')) > 0; words.removeFirst()) {
            const QString name = words.first().left(equals);
            if (crons.contains(name) || name == "HOME"_L1) {
                return job; // of the crontab it would mean more
            }
            plain.variables.insert(name, words.first().mid(equals + 1));
        }
    }
    const bool ours = words.size() == 3 && words.at(0) == "/bin/sh"_L1 && words.at(1) == "-c"_L1;
    if (!ours || job.variables.value(u"SHELL"_s, u"/bin/sh"_s) != "/bin/sh"_L1) {
        return job;
    }
    plain.command = words.at(2);
    return plain;
}

QJsonObject paramsOf(const CrontabJob &job)
{
    if (job.input && job.command == "/bin/sh"_L1) {
        return {{u"script"_s, *job.input + u'\n'}, {u"interpreter"_s, job.command}};
    }
    const QString shell = job.variables.value(u"SHELL"_s, u"/bin/sh"_s);
    const QString text = job.input ? withInput(job.command, *job.input) : job.command;
    if (shell == "/bin/sh"_L1 && !job.input) {
        return {{u"command"_s, text}};
    }
    return {{u"script"_s, text}, {u"interpreter"_s, shell}};
}

void addEnvironment(const CrontabJob &job, QJsonObject &automation, PlannedAutomation &told)
{
    QJsonObject env;
    for (auto it = job.variables.begin(); it != job.variables.end(); ++it) {
        if (!crons.contains(it.key())) {
            env.insert(it.key(), it.value());
        }
    }
    if (!env.isEmpty()) {
        automation.insert("env"_L1, env);
    }
    const QString home = job.variables.value(u"HOME"_s);
    if (home.startsWith(u'/')) {
        automation.insert("working_directory"_L1, home);
    }
    if (const QString mail = job.variables.value(u"MAILTO"_s); !mail.isEmpty()) {
        told.notCarried.append(
            u"MAILTO=%1: the output is kept as the log of the run, and mailed to nobody"_s.arg(shortened(mail)));
    }
    if (job.variables.contains(u"RANDOM_DELAY"_s) || job.variables.contains(u"START_HOURS_RANGE"_s)) {
        told.notCarried.append(u"RANDOM_DELAY and START_HOURS_RANGE: use jitter_s of the schedule"_s);
    }
}

void addUser(const CrontabJob &job, const Surroundings &around, QJsonObject &automation, PlannedAutomation &told)
{
    if (job.user.isEmpty() || job.user == around.account) {
        return;
    }
    automation.insert("run_as"_L1, u"sudo -n -u %1"_s.arg(job.user));
    told.notes.append(u"it runs as %1 by sudo, which must let you do so without a password"_s.arg(job.user));
}

/// The trigger, and how its times are those of cron.
struct Timed
{
    QJsonObject trigger;
    std::optional<FireTimes> original;
    QString zone;
};

base::Result<Timed> timedOf(const CrontabJob &job, const Surroundings &around)
{
    if (job.times == "@reboot"_L1) {
        return Timed{.trigger = {{u"type"_s, u"startup"_s}}, .original = {}, .zone = {}};
    }
    const QString zoneName = job.variables.value(u"CRON_TZ"_s, around.zone);
    TRY(const domain::Zone zone, domain::Zone::load(zoneName));
    const bool isWord = job.times.startsWith(u'@');
    const QStringList fields = isWord ? fieldsOfWord(job.times) : job.times.split(u' ');
    if (fields.isEmpty()) {
        return base::invalid({}, u"%1 is not known"_s.arg(job.times));
    }
    TRY(const VixieTimes times, vixieTimes(fields));
    QJsonObject trigger{{u"type"_s, u"schedule"_s}, {u"cron"_s, ourExpression(times, fields)}};
    if (!zoneName.isEmpty()) {
        trigger.insert("timezone"_L1, zoneName);
    }
    // A star in the minutes alone makes a line follow the clock for cron, and not for us.
    if (times.follows() && !times.hourStar) {
        trigger.insert("dst"_L1, QJsonObject{{u"gap"_s, u"skip"_s}, {u"overlap"_s, u"both"_s}});
    }
    return Timed{trigger, vixieFireTimes(times, zone), zoneName};
}

base::Status checkUser(const QString &user)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(u"[A-Za-z_][A-Za-z0-9_.-]*\\$?"_s));
    return user.isEmpty() || plain.match(user).hasMatch()
               ? base::Status()
               : base::invalid({}, u"“%1” is no name of an account"_s.arg(shortened(user)));
}

base::Result<PlannedAutomation> plannedJob(const CrontabJob &written, const Surroundings &around,
                                           FireComparer &comparer)
{
    const CrontabJob job = unwrapped(written);
    CHECK(checkUser(job.user));
    TRY(const Timed timed, timedOf(job, around));
    PlannedAutomation told;
    QJsonObject automation{{u"name"_s, nameOf(job)},
                           {u"description"_s, u"From a crontab: %1"_s.arg(job.written)},
                           {u"tags"_s, QJsonArray{u"crontab"_s}},
                           {u"type"_s, u"script"_s},
                           {u"params"_s, paramsOf(job)},
                           {u"triggers"_s, QJsonArray{timed.trigger}},
                           // Cron waits for nobody, ends nobody, and makes up for nothing.
                           {u"overlap"_s, u"parallel"_s},
                           {u"timeout_s"_s, 0},
                           {u"misfire"_s, u"skip"_s}};
    addEnvironment(job, automation, told);
    addUser(job, around, automation, told);
    if (!timed.original) {
        told.notes.append(u"@reboot: it runs when the engine starts, not when the machine does"_s);
    }
    TRY(PlannedAutomation item, planned(u"line %1"_s.arg(job.line), automation));
    item.notCarried = told.notCarried;
    item.notes = told.notes;
    if (timed.original) {
        TRY(const FireTimes ours, fireTimesOf(item.automation.triggers, around.now));
        item.fires = comparer.compare(*timed.original, ours, timed.zone);
        if (!item.fires) {
            item.notes.append(QLatin1StringView(FireComparer::tooMany));
        }
    }
    return item;
}

} // namespace

bool isCrontab(const Source &source)
{
    const base::Result<QString> text = textOf(source.bytes);
    return text && !crontabLines(*text, CrontabKind::User).jobs.isEmpty();
}

base::Result<ImportPlan> readCrontab(const Source &source, const Surroundings &around)
{
    TRY(const QString text, textOf(source.bytes));
    const CrontabLines lines = crontabLines(text, kindOf(source.name, text, around.users));
    if (lines.jobs.size() > mostJobs) {
        return base::invalid({}, u"more than %1 jobs are not imported at once"_s.arg(mostJobs));
    }
    ImportPlan plan{.format = u"crontab"_s, .items = {}, .left = {}};
    for (const CrontabFault &fault : lines.faults) {
        plan.left.append({u"line %1"_s.arg(fault.line), shortened(fault.written), fault.reason});
    }
    FireComparer comparer(around.now, around.cancelled);
    for (const CrontabJob &job : lines.jobs) {
        base::Result<PlannedAutomation> item = plannedJob(job, around, comparer);
        if (item) {
            plan.items.append(*std::move(item));
        } else {
            plan.left.append({u"line %1"_s.arg(job.line), shortened(job.written), item.error().message()});
        }
    }
    if (plan.items.isEmpty() && !plan.left.isEmpty()) {
        return base::invalid({}, u"%1: %2"_s.arg(plan.left.first().origin, plan.left.first().reason));
    }
    return plan;
}

} // namespace bundles
