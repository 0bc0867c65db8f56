// SPDX-License-Identifier: Apache-2.0
#include "app/engine/limits/confinement.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>
#include <iterator>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

const QString memory = u"memory"_s;
const QString cpu = u"cpu"_s;
const QString tasks = u"pids"_s;

QStringList wantedControllers(const domain::Limits &limits)
{
    QStringList wanted;
    if (limits.memoryMb) {
        wanted << memory;
    }
    if (limits.cpuPercent) {
        wanted << cpu;
    }
    if (limits.tasks) {
        wanted << tasks;
    }
    return wanted;
}

QStringList both(const QStringList &wanted, const QStringList &there)
{
    QStringList controllers;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(controllers),
                 [&there](const QString &one) { return there.contains(one); });
    return controllers;
}

QStringList ofGroups(const Means &means)
{
    return means.groups ? means.groups->controllers() : QStringList();
}

QStringList ofScopes(const Means &means)
{
    return means.scopeProgram.isEmpty() ? QStringList() : means.scopeControllers;
}

/// What is put in front of a program so that it is held by these controllers.
QStringList scope(const QString &program, const QStringList &controllers, const domain::Limits &limits,
                  const base::RunId &run)
{
    QStringList words{program,      u"--user"_s,    u"--scope"_s,
                      u"--quiet"_s, u"--collect"_s, u"--unit=signalbox-%1"_s.arg(run.text())};
    if (controllers.contains(memory)) {
        words << u"--property"_s << u"MemoryMax=%1M"_s.arg(*limits.memoryMb);
        words << u"--property"_s << u"MemorySwapMax=0"_s;
    }
    if (controllers.contains(cpu)) {
        words << u"--property"_s << u"CPUQuota=%1%"_s.arg(*limits.cpuPercent);
    }
    if (controllers.contains(tasks)) {
        words << u"--property"_s << u"TasksMax=%1"_s.arg(*limits.tasks);
    }
    return words << u"--"_s;
}

/// What only every process has, and what is said where there is nothing. RLIMIT_NPROC counts all processes of a user,
/// which is something else.
void doWithout(const QString &controller, const domain::Limits &limits, Confinement &confinement)
{
    QString remark;
    if (controller == memory) {
        confinement.memoryBytesEach = *limits.memoryMb << 20;
        remark = u"the limit of %1 MiB of memory holds for the address space of each process by itself"_s.arg(
            *limits.memoryMb);
    } else if (controller == cpu) {
        remark = u"the limit of %1 % of a processor can't be enforced"_s.arg(*limits.cpuPercent);
    } else {
        remark = u"the limit of %1 tasks can't be enforced"_s.arg(*limits.tasks);
    }
    confinement.remarks.append(remark + u": there is no control group for it here"_s);
}

/// That the user manager may hand on to its scopes.
QStringList delegated()
{
    const QString path = u"%1/user.slice/user-%2.slice/user@%2.service/cgroup.controllers"_s.arg(
        ControlGroups::root(), QString::number(::getuid()));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QString::fromLatin1(file.readAll()).simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

Means Means::ofThisMachine()
{
    Means means{.groups = ControlGroups::find()};
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && QFile::exists(runtime + u"/systemd/private"_s)) {
        means.scopeProgram = QStandardPaths::findExecutable(u"systemd-run"_s);
        means.scopeControllers = delegated();
    }
    return means;
}

domain::LimitMeans holds(const Means &means)
{
    using enum domain::LimitHold;
    const QStringList there = ofGroups(means) + ofScopes(means);
    return {.memory = there.contains(memory) ? Together : EachProcess,
            .cpu = there.contains(cpu) ? Together : Not,
            .tasks = there.contains(tasks) ? Together : Not};
}

base::Result<Confinement> confine(const domain::Limits &limits, const base::RunId &run, const Means &means)
{
    Confinement confinement;
    const QStringList wanted = wantedControllers(limits);
    const QStringList byGroup = both(wanted, ofGroups(means));
    const QStringList byScope = both(wanted, ofScopes(means));
    const bool group = !byGroup.isEmpty() && byGroup.size() >= byScope.size();
    if (group) {
        TRY(confinement.group, means.groups->make(run, limits));
    } else if (!byScope.isEmpty()) {
        confinement.prefix = scope(means.scopeProgram, byScope, limits, run);
    }
    for (const QString &controller : wanted) {
        if (!(group ? byGroup : byScope).contains(controller)) {
            doWithout(controller, limits, confinement);
        }
    }
    return confinement;
}

LimitEvents eventsOfScope(const domain::Limits &limits, std::optional<int> signal,
                          const std::optional<domain::Usage> &usage)
{
    const bool full = limits.memoryMb && usage && usage->peakKib >= *limits.memoryMb << 10;
    // The kernel kills one of them, and systemd asks the others to end.
    const bool ended = signal == SIGKILL || signal == SIGTERM;
    return {.killedForMemory = full && ended ? 1 : 0, .refusedTasks = 0};
}

QString limitWords(const domain::Limits &limits, const LimitEvents &events)
{
    if (limits.memoryMb && events.killedForMemory > 0) {
        return u"the limit of %1 MiB of memory was reached"_s.arg(*limits.memoryMb);
    }
    if (limits.tasks && events.refusedTasks > 0) {
        return u"the limit of %1 tasks was reached"_s.arg(*limits.tasks);
    }
    return {};
}

} // namespace engine
