// SPDX-License-Identifier: Apache-2.0
#include "models/processes/processtree.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QSet>

#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Process
{
    qint64 parent = 0;
    ProcessRow row;
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of `stat`, whose second field is a name in parentheses that may hold anything.
bool readStat(const QByteArray &stat, Process &process)
{
    enum Field { State, Parent, UserTime = 11, SystemTime = 12, ResidentPages = 21 };
    const qsizetype open = stat.indexOf('(');
    const qsizetype close = stat.lastIndexOf(')');
    const QList<QByteArray> fields = stat.mid(close + 2).split(' ');
    if (open < 0 || close < open || fields.size() <= ResidentPages || fields[State] == "Z") {
        return false;
    }
    process.row.name = QString::fromUtf8(stat.mid(open + 1, close - open - 1));
    process.parent = fields[Parent].toLongLong();
    const qint64 ticks = fields[UserTime].toLongLong() + fields[SystemTime].toLongLong();
    process.row.cpu = base::Millis(ticks * 1000 / std::max(1L, sysconf(_SC_CLK_TCK)));
    process.row.residentBytes = fields[ResidentPages].toLongLong() * sysconf(_SC_PAGESIZE);
    return true;
}

QMap<qint64, Process> allProcesses(const QString &proc)
{
    QMap<qint64, Process> all;
    const QStringList names = QDir(proc).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
    for (const QString &name : names) {
        bool isNumber = false;
        Process process;
        process.row.pid = name.toLongLong(&isNumber);
        if (isNumber && readStat(contents(u"%1/%2/stat"_s.arg(proc, name)), process)) {
            all.insert(process.row.pid, process);
        }
    }
    return all;
}

void appendBelow(const QMultiMap<qint64, Process> &children, qint64 parent, int depth, QList<ProcessRow> &rows)
{
    QList<Process> below = children.values(parent);
    std::sort(below.begin(), below.end(), [](const Process &a, const Process &b) { return a.row.pid < b.row.pid; });
    for (Process &process : below) {
        process.row.depth = depth;
        rows.append(process.row);
        appendBelow(children, process.row.pid, depth + 1, rows);
    }
}

} // namespace

QList<ProcessRow> processesOf(const base::RunId &run, const QString &proc)
{
    const QMap<qint64, Process> all = allProcesses(proc);
    const QByteArray mark = '\0' + ("SIGNALBOX_RUN_ID=" + run.text().toUtf8()) + '\0';
    QSet<qint64> members;
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QByteArray environment = contents(u"%1/%2/environ"_s.arg(proc).arg(it.key()));
        if (('\0' + environment + '\0').contains(mark)) {
            members.insert(it.key());
        }
    }
    for (bool grown = !members.isEmpty(); grown;) {
        grown = false;
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (members.contains(it->parent) && !members.contains(it.key())) {
                members.insert(it.key());
                grown = true;
            }
        }
    }
    QMultiMap<qint64, Process> children; // whoever has no parent among them is below 0
    for (const qint64 pid : std::as_const(members)) {
        const Process process = all.value(pid);
        children.insert(members.contains(process.parent) ? process.parent : 0, process);
    }
    QList<ProcessRow> rows;
    appendBelow(children, 0, 0, rows);
    return rows;
}

} // namespace models
