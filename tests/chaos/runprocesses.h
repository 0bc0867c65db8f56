// SPDX-License-Identifier: Apache-2.0
// The processes of runs, found by what every run has in its environment.
#pragma once

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>

namespace test {

/// Living processes of runs of these automations, by run.
inline QHash<QString, QList<qint64>> runProcesses(const QSet<QByteArray> &automations)
{
    QHash<QString, QList<qint64>> found;
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        QFile file(QStringLiteral("/proc/%1/environ").arg(name));
        if (!name.at(0).isDigit() || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        QByteArray run;
        QByteArray automation;
        for (const QByteArray &variable : file.readAll().split('\0')) {
            if (variable.startsWith("SIGNALBOX_RUN_ID=")) {
                run = variable.mid(17);
            } else if (variable.startsWith("SIGNALBOX_AUTOMATION_ID=")) {
                automation = variable.mid(24);
            }
        }
        if (automations.contains(automation)) {
            found[QString::fromLatin1(run)].append(name.toLongLong());
        }
    }
    return found;
}

} // namespace test
