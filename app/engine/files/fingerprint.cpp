// SPDX-License-Identifier: Apache-2.0
#include "app/engine/files/fingerprint.h"

#include <QFile>

#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace engine {

namespace {

QByteArray markOf(const struct stat &info)
{
    const std::array<qint64, 5> parts{qint64(info.st_dev), qint64(info.st_ino), qint64(info.st_size),
                                      qint64(info.st_mtim.tv_sec), qint64(info.st_mtim.tv_nsec)};
    return {reinterpret_cast<const char *>(parts.data()), sizeof parts};
}

/// Nothing where there are too many.
bool readEntries(const QByteArray &path, QHash<QByteArray, QByteArray> &marks)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(opendir(path.constData()), closedir);
    if (!folder) {
        return true;
    }
    while (const dirent *entry = readdir(folder.get())) {
        const QByteArray name(entry->d_name);
        struct stat info;
        if (name == "." || name == ".." ||
            fstatat(dirfd(folder.get()), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) {
            continue;
        }
        if (marks.size() == mostEntries) {
            marks.clear();
            return false;
        }
        // What is below a folder does not count, and its times tell of nothing else.
        marks.insert(name, S_ISDIR(info.st_mode) ? QByteArray("folder") : markOf(info));
    }
    return true;
}

} // namespace

Fingerprint fingerprintOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    Fingerprint fingerprint;
    struct stat info;
    if (stat(name.constData(), &info) != 0) {
        return fingerprint;
    }
    fingerprint.exists = true;
    fingerprint.folder = S_ISDIR(info.st_mode);
    if (!fingerprint.folder || !readEntries(name, fingerprint.marks)) {
        fingerprint.mark = markOf(info);
    }
    return fingerprint;
}

QFuture<base::Result<Fingerprint>> takeFingerprint(QThreadPool &pool, const QString &path)
{
    const auto promise = std::make_shared<QPromise<base::Result<Fingerprint>>>();
    promise->start();
    pool.start([promise, path] {
        promise->addResult(fingerprintOf(path));
        promise->finish();
    });
    return promise->future();
}

bool hasChanged(const Fingerprint &before, const Fingerprint &now)
{
    if (!now.exists) {
        return false;
    }
    if (!before.exists || before.folder != now.folder || (!now.mark.isEmpty() && now.mark != before.mark)) {
        return true;
    }
    for (auto it = now.marks.constBegin(); it != now.marks.constEnd(); ++it) {
        if (before.marks.value(it.key()) != *it && before.mark.isEmpty()) {
            return true;
        }
    }
    return false;
}

} // namespace engine
