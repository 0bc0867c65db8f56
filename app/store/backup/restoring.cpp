// SPDX-License-Identifier: Apache-2.0
#include "app/store/backup/restoring.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace store {

namespace {

/// The rows come last: while they lie ready, the exchange is not done.
const QStringList files{u"kvstore.json"_s, u"kvstore.times.json"_s, u"logs.db"_s, u"signalbox.db"_s};

QString stagedFolder(const QString &directory)
{
    return directory + u"/restore-ready"_s;
}

base::Status moveFile(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return base::unavailable(u"restoring"_s, u"can't move %1: %2"_s.arg(from, qt_error_string(errno)));
    }
    return {};
}

/// The file that is there, with what SQLite keeps beside it.
base::Status moveAside(const QString &directory, const QString &name, const QString &aside)
{
    for (const QString &ending : {u"-wal"_s, u"-shm"_s, QString()}) {
        const QString path = directory + u'/' + name + ending;
        if (QFileInfo::exists(path)) {
            CHECK(moveFile(path, aside + u'/' + name + ending));
        }
    }
    return {};
}

} // namespace

base::Status stageRestore(const QString &folder, const QString &directory)
{
    const QString staged = stagedFolder(directory);
    QDir(staged).removeRecursively();
    const QString partial = staged + u".partial"_s;
    QDir(partial).removeRecursively();
    if (!QDir().mkdir(partial)) {
        return base::unavailable(u"restoring"_s, u"can't make the folder %1"_s.arg(partial));
    }
    for (const QString &name : files) {
        if (QFileInfo::exists(folder + u'/' + name)) {
            CHECK(moveFile(folder + u'/' + name, partial + u'/' + name));
        }
    }
    return moveFile(partial, staged);
}

base::Status exchangeStaged(const QString &directory)
{
    const QString staged = stagedFolder(directory);
    if (!QFileInfo::exists(staged + u"/signalbox.db"_s)) {
        return {};
    }
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    const QString aside = directory + u"/before-restore-"_s + stamp;
    if (!QDir().mkpath(aside)) {
        return base::unavailable(u"restoring"_s, u"can't make the folder %1"_s.arg(aside));
    }
    for (const QString &name : files) {
        if (QFileInfo::exists(staged + u'/' + name)) {
            CHECK(moveAside(directory, name, aside));
            CHECK(moveFile(staged + u'/' + name, directory + u'/' + name));
        }
    }
    QDir(staged).removeRecursively();
    return {};
}

} // namespace store
