// SPDX-License-Identifier: Apache-2.0
#include "app/engine/limits/controlgroups.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

const QString prefix = u"signalbox-"_s;
const QString engineSuffix = u"-engine"_s;
// Of a second, in microseconds: short enough that a held program does not stutter.
constexpr qint64 cpuPeriod = 100000;

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    // Where there is no such file, the kernel knows no such limit; it must not be made.
    const auto mode = QIODevice::WriteOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered;
    return file.open(mode) && file.write(text) == text.size();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 numberAfter(const QByteArray &text, const QByteArray &key)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(key + ' ')) {
            return line.mid(key.size() + 1).toLongLong();
        }
    }
    return 0;
}

/// Where cgroup v2 is mounted, and which group is seen there.
struct Mount
{
    QString point;
    QString group;
};

std::optional<Mount> findMount()
{
    for (const QByteArray &line : contents(u"/proc/self/mountinfo"_s).split('\n')) {
        // id parent major:minor root mount-point options … - type source options
        const QByteArrayList fields = line.split(' ');
        const qsizetype dash = fields.indexOf("-");
        if (dash > 4 && fields.value(dash + 1) == "cgroup2") {
            return Mount{QFile::decodeName(fields.at(4)), QFile::decodeName(fields.at(3))};
        }
    }
    return std::nullopt;
}

/// The folder of this process's group; empty without cgroup v2.
QString ownGroup()
{
    const std::optional<Mount> mount = findMount();
    for (const QByteArray &line : contents(u"/proc/self/cgroup"_s).split('\n')) {
        const QString group = QFile::decodeName(line.mid(3));
        if (mount && line.startsWith("0::") && group.startsWith(mount->group)) {
            return QDir::cleanPath(mount->point + u'/' + group.mid(mount->group.size()));
        }
    }
    return {};
}

pid_t parentOf(pid_t process)
{
    // pid (name) state parent …; the name may hold anything.
    const QByteArray stat = contents(u"/proc/%1/stat"_s.arg(process));
    return stat.mid(stat.lastIndexOf(')') + 1).simplified().split(' ').value(1).toInt();
}

/// This process or one that it started.
bool isOurs(pid_t process)
{
    for (; process > 1; process = parentOf(process)) {
        if (process == ::getpid()) {
            return true;
        }
    }
    return false;
}

/// What is below the group of a unit is systemd's to arrange, unless the unit says `Delegate=yes`; then the group has
/// this attribute (systemd, "Control Group APIs and Delegation").
bool isHandedOver(const QString &folder)
{
    const bool isUnit = folder.endsWith(".service"_L1) || folder.endsWith(".scope"_L1);
    const QByteArray name = QFile::encodeName(folder);
    const auto says = [&name](const char *attribute) {
        char value = '\0';
        return ::getxattr(name.constData(), attribute, &value, sizeof value) == sizeof value && value == '1';
    };
    return !isUnit || says("user.delegate") || says("trusted.delegate");
}

/// A group hands on its controllers only while no process is in it itself (cgroups(7), "no internal processes"), so
/// those of this program move into a group below it. Not where strangers are in it: theirs is theirs to arrange.
bool makeWay(const QString &folder)
{
    const QByteArrayList processes = contents(folder + u"/cgroup.procs"_s).simplified().split(' ');
    const bool alone = std::all_of(processes.begin(), processes.end(),
                                   [](const QByteArray &one) { return one.isEmpty() || isOurs(one.toInt()); });
    const QString home = folder + u'/' + prefix + QString::number(::getpid()) + engineSuffix;
    if (!alone || (::mkdir(QFile::encodeName(home).constData(), 0755) != 0 && errno != EEXIST)) {
        return false;
    }
    return std::all_of(processes.begin(), processes.end(), [&home](const QByteArray &one) {
        return one.isEmpty() || write(home + u"/cgroup.procs"_s, one) || parentOf(one.toInt()) == 0; // it is gone
    });
}

/// The root has none, and needs no way made.
bool isRoot(const QString &folder)
{
    return !QFile::exists(folder + u"/cgroup.type"_s);
}

bool isHome(const QString &folder)
{
    const QString name = folder.section(u'/', -1);
    return name.startsWith(prefix) && name.endsWith(engineSuffix);
}

} // namespace

int RunGroup::lend() const
{
    return ::fcntl(m_folder.get(), F_DUPFD_CLOEXEC, 0);
}

LimitEvents RunGroup::events() const
{
    return {.killedForMemory = numberAfter(contents(m_path + u"/memory.events"_s), "oom_kill"),
            .refusedTasks = numberAfter(contents(m_path + u"/pids.events"_s), "max")};
}

void RunGroup::kill() const
{
    write(m_path + u"/cgroup.kill"_s, "1");
}

bool RunGroup::remove() const
{
    return ::rmdir(QFile::encodeName(m_path).constData()) == 0 || errno == ENOENT;
}

QString ControlGroups::root()
{
    const std::optional<Mount> mount = findMount();
    return mount ? mount->point : QString();
}

std::optional<ControlGroups> ControlGroups::find()
{
    QString folder = ownGroup();
    const bool hasWay = isHome(folder);
    if (hasWay) {
        folder = folder.section(u'/', 0, -2);
    }
    if (folder.isEmpty() || ::access(QFile::encodeName(folder + u"/cgroup.procs"_s).constData(), W_OK) != 0) {
        return std::nullopt;
    }
    const bool hasControllers = !contents(folder + u"/cgroup.controllers"_s).simplified().isEmpty();
    if (!hasWay && hasControllers && !isRoot(folder) && !(isHandedOver(folder) && makeWay(folder))) {
        return std::nullopt;
    }
    ControlGroups groups(folder);
    groups.removeStale();
    return groups;
}

ControlGroups::ControlGroups(QString folder) : m_folder(std::move(folder))
{
    for (const char *controller : {"memory", "cpu", "pids"}) {
        // Refused where processes are in this very group, unless it is the root.
        write(m_folder + u"/cgroup.subtree_control"_s, QByteArray("+") + controller);
    }
    const QString given = QString::fromLatin1(contents(m_folder + u"/cgroup.subtree_control"_s));
    m_controllers = given.simplified().split(u' ', Qt::SkipEmptyParts);
}

base::Result<RunGroup> ControlGroups::make(const base::RunId &run, const domain::Limits &limits) const
{
    const QString path = m_folder + u'/' + prefix + QString::number(::getpid()) + u'-' + run.text();
    const QByteArray name = QFile::encodeName(path);
    bool done = ::mkdir(name.constData(), 0755) == 0 || errno == EEXIST;
    if (done && limits.memoryMb && m_controllers.contains("memory"_L1)) {
        done = write(path + u"/memory.max"_s, QByteArray::number(*limits.memoryMb << 20));
        write(path + u"/memory.swap.max"_s, "0");  // else it would only get slower; absent without swap accounting
        write(path + u"/memory.oom.group"_s, "1"); // the run, not one of its children
    }
    if (done && limits.cpuPercent && m_controllers.contains("cpu"_L1)) {
        const qint64 micros = *limits.cpuPercent * cpuPeriod / 100;
        done = write(path + u"/cpu.max"_s, QByteArray::number(micros) + ' ' + QByteArray::number(cpuPeriod));
    }
    if (done && limits.tasks && m_controllers.contains("pids"_L1)) {
        done = write(path + u"/pids.max"_s, QByteArray::number(*limits.tasks));
    }
    wire::Fd folder(done ? ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1);
    if (!folder.isOpen()) {
        const int error = errno;
        ::rmdir(name.constData());
        return base::unavailable(u"making the control group of a run"_s, qt_error_string(error));
    }
    return RunGroup(path, std::move(folder));
}

void ControlGroups::removeStale() const
{
    for (const QString &name : QDir(m_folder).entryList({prefix + u'*'}, QDir::Dirs)) {
        const pid_t maker = name.mid(prefix.size()).section(u'-', 0, 0).toInt();
        if (maker > 0 && ::kill(maker, 0) < 0 && errno == ESRCH) {
            ::rmdir(QFile::encodeName(m_folder + u'/' + name).constData()); // refused while somebody is in it
        }
    }
}

} // namespace engine
