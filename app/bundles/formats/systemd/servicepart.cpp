// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/systemd/servicepart.h"

#include "app/bundles/formats/systemd/commandline.h"
#include "app/bundles/transfer/plan.h"
#include "app/bundles/transfer/shelltext.h"

#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qint64 longestTimeout = 366LL * 86400;

const QString section = u"Service"_s;

/// Settings that are carried, or change nothing for a run.
const QStringList known{u"Type"_s,           u"ExecStart"_s,        u"ExecStartPre"_s,     u"ExecStartPost"_s,
                        u"User"_s,           u"WorkingDirectory"_s, u"Environment"_s,      u"TimeoutStartSec"_s,
                        u"TimeoutSec"_s,     u"RuntimeMaxSec"_s,    u"TimeoutStopSec"_s,   u"KillMode"_s,
                        u"StandardOutput"_s, u"StandardError"_s,    u"SyslogIdentifier"_s, u"RemainAfterExit"_s,
                        u"StandardInput"_s};

struct Lines
{
    QStringList shell;
    QStringList argv; ///< Of the only command, if nothing in it must be replaced.
};

base::Result<Lines> linesOf(const Unit &service, ServiceTold &told)
{
    Lines lines;
    int count = 0;
    for (const QString &setting : {u"ExecStartPre"_s, u"ExecStart"_s, u"ExecStartPost"_s}) {
        const QStringList values = service.all(section, setting);
        for (const QString &value : values) {
            TRY(const QList<ServiceCommand> commands, serviceCommands(value, {service.name}));
            for (const ServiceCommand &command : commands) {
                lines.shell.append(command.shell + (command.mayFail ? u" || true"_s : QString()));
                lines.argv = ++count == 1 && !command.mayFail ? command.argv : QStringList();
                if (command.privileged) {
                    told.notCarried.append(
                        u"+ or ! before %1: it runs with the rights of the others"_s.arg(shortened(command.shell)));
                }
            }
        }
    }
    if (count == 0) {
        return base::invalid({}, u"%1 has no ExecStart="_s.arg(service.name));
    }
    return lines;
}

base::Status tellCommands(const Unit &service, ServiceTold &told)
{
    TRY(const Lines lines, linesOf(service, told));
    told.automation.insert("type"_L1, u"script"_s);
    const bool isShell = lines.argv.size() == 3 && lines.argv.mid(0, 2) == QStringList{u"/bin/sh"_s, u"-c"_s};
    const QJsonObject params =
        isShell                   ? QJsonObject{{u"command"_s, lines.argv.last()}}
        : !lines.argv.isEmpty()   ? QJsonObject{{u"argv"_s, QJsonArray::fromStringList(lines.argv)}}
        : lines.shell.size() == 1 ? QJsonObject{{u"command"_s, lines.shell.first()}}
                                  : QJsonObject{{u"script"_s, u"set -e\n"_s + lines.shell.join(u'\n') + u'\n'}};
    told.automation.insert("params"_L1, params);
    return {};
}

void tellEnvironment(const Unit &service, ServiceTold &told)
{
    QJsonObject env;
    const QStringList values = service.all(section, u"Environment"_s);
    for (const QString &value : values) {
        const QStringList pairs = QProcess::splitCommand(QString(value).replace(u'\'', u'"'));
        for (const QString &pair : pairs) {
            if (pair.indexOf(u'=') > 0) {
                env.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
            }
        }
    }
    if (!env.isEmpty()) {
        told.automation.insert("env"_L1, env);
    }
}

void tellUser(const Unit &service, const QString &account, ServiceTold &told)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(u"[A-Za-z_][A-Za-z0-9_.-]*"_s));
    const bool ofSystem =
        service.path.startsWith("/etc/systemd/system"_L1) || service.path.startsWith("/lib/systemd/system"_L1) ||
        service.path.startsWith("/usr/lib/systemd/system"_L1) || service.path.startsWith("/run/systemd/system"_L1);
    const QString user = service.value(section, u"User"_s);
    if (!user.isEmpty() && !plain.match(user).hasMatch()) {
        told.notCarried.append(u"User=%1: this is no name of an account"_s.arg(shortened(user)));
        return;
    }
    const QString name = user.isEmpty() && ofSystem ? u"root"_s : user;
    if (!name.isEmpty() && name != account) {
        told.automation.insert("run_as"_L1, u"sudo -n -u %1"_s.arg(name));
        told.notes.append(u"it runs as %1 by sudo, which must let you do so without a password"_s.arg(name));
    }
}

/// The timeout in seconds of a setting; no value where it is not given.
std::optional<qint64> spanOf(const Unit &service, const QStringList &settings)
{
    for (const QString &setting : settings) {
        const QString text = service.value(section, setting);
        const auto span =
            text.isEmpty() ? base::Result<std::optional<qint64>>(std::optional<qint64>()) : timeSpan(text);
        if (span && *span && **span > 0) {
            return std::min(**span, longestTimeout);
        }
    }
    return std::nullopt;
}

void tellTimes(const Unit &service, ServiceTold &told)
{
    const bool oneshot = service.value(section, u"Type"_s) == "oneshot"_L1;
    const QStringList settings = oneshot ? QStringList{u"TimeoutStartSec"_s, u"TimeoutSec"_s, u"RuntimeMaxSec"_s}
                                         : QStringList{u"RuntimeMaxSec"_s};
    told.automation.insert("timeout_s"_L1, spanOf(service, settings).value_or(0));
    const qint64 stop = spanOf(service, {u"TimeoutStopSec"_s, u"TimeoutSec"_s}).value_or(90);
    told.automation.insert("kill_after_s"_L1, std::min<qint64>(stop, 3600));
}

void tellFolder(const Unit &service, ServiceTold &told)
{
    QString folder = service.value(section, u"WorkingDirectory"_s);
    if (folder.startsWith(u'-')) {
        folder.remove(0, 1);
    }
    if (folder.startsWith(u'/') && !folder.contains(u'%')) {
        told.automation.insert("working_directory"_L1, folder);
    } else if (!folder.isEmpty() && folder != "~"_L1 && folder != "%h"_L1) {
        told.notCarried.append(u"WorkingDirectory=%1: it is no plain path"_s.arg(shortened(folder)));
    }
}

void tellRest(const Unit &service, ServiceTold &told)
{
    static const QStringList quiet{u"Description"_s, u"Documentation"_s, u"After"_s,
                                   u"Before"_s,      u"Wants"_s,         u"DefaultDependencies"_s};
    QStringList rest;
    for (auto it = service.sections.begin(); it != service.sections.end(); ++it) {
        for (auto setting = it->begin(); setting != it->end(); ++setting) {
            const bool carried = it.key() == section ? known.contains(setting.key())
                                                     : it.key() == "Install"_L1 || quiet.contains(setting.key());
            if (!carried && !setting->isEmpty()) {
                rest.append(setting.key());
            }
        }
    }
    if (!rest.isEmpty()) {
        told.notCarried.append(
            u"%1 of %2: it has no counterpart here"_s.arg(shortened(rest.join(u", "_s)), service.name));
    }
}

} // namespace

base::Result<ServiceTold> serviceTold(const Unit &service, const QString &account)
{
    ServiceTold told;
    CHECK(tellCommands(service, told));
    tellEnvironment(service, told);
    tellUser(service, account, told);
    tellTimes(service, told);
    tellFolder(service, told);
    tellRest(service, told);
    told.automation.insert("overlap"_L1, u"skip"_s); // systemd starts no service that is at work
    return told;
}

} // namespace bundles
