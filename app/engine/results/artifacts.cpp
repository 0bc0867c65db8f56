// SPDX-License-Identifier: Apache-2.0
#include "app/engine/results/artifacts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QStringDecoder>

#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

struct Found
{
    qint64 bytes = 0;
};

std::map<QString, Found> match(const QStringList &patterns, const QDir &folder, const QDateTime &since)
{
    std::map<QString, Found> found;
    for (const QString &pattern : patterns) {
        glob_t matches{};
        const QByteArray absolute = QFile::encodeName(folder.absoluteFilePath(pattern));
        if (glob(absolute.constData(), GLOB_NOSORT, nullptr, &matches) == 0) {
            for (size_t i = 0; i < matches.gl_pathc; ++i) {
                struct stat info
                {
                };
                const qint64 time = lstat(matches.gl_pathv[i], &info) == 0
                                        ? qint64(info.st_mtim.tv_sec) * 1000 + info.st_mtim.tv_nsec / 1000000
                                        : 0;
                if (S_ISREG(info.st_mode) && time >= since.toMSecsSinceEpoch()) {
                    found[QDir::cleanPath(QFile::decodeName(matches.gl_pathv[i]))] = {info.st_size};
                }
            }
        }
        globfree(&matches);
    }
    return found;
}

/// The beginning as text, cut between characters; null for anything else.
QJsonValue previewOf(QByteArray begin)
{
    for (int cut = 0; cut < 4 && cut < begin.size(); ++cut) {
        QStringDecoder decode(QStringDecoder::Utf8);
        const QString text = decode(begin.chopped(cut));
        if (!decode.hasError() && !text.contains(QChar())) {
            return text;
        }
    }
    return begin.isEmpty() ? QJsonValue(QString()) : QJsonValue(QJsonValue::Null);
}

QJsonObject describe(const QString &path, const QDir &folder, const Found &found, bool hashed,
                     const ArtifactLimits &limits)
{
    QJsonObject item{{u"name"_s, folder.relativeFilePath(path)},
                     {u"path"_s, path},
                     {u"bytes"_s, found.bytes},
                     {u"sha256"_s, QJsonValue(QJsonValue::Null)},
                     {u"preview"_s, QJsonValue(QJsonValue::Null)}};
    // Not a pipe or a link that took its place meanwhile.
    const int fd = open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    QFile file;
    if (fd < 0 || !file.open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        return item;
    }
    const QByteArray begin = file.read(limits.previewBytes);
    item.insert("preview"_L1, previewOf(begin));
    if (hashed) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(begin);
        qint64 count = begin.size();
        QByteArray piece;
        while (count <= limits.fileBytes && !(piece = file.read(256 * 1024)).isEmpty()) {
            hash.addData(piece);
            count += piece.size();
        }
        item.insert("bytes"_L1, count);
        item.insert("sha256"_L1, QString::fromLatin1(hash.result().toHex()));
    }
    return item;
}

} // namespace

QJsonArray artifactsOf(const QStringList &patterns, const QString &folder, const QDateTime &since,
                       const ArtifactLimits &limits)
{
    const QDir root(folder);
    const std::map<QString, Found> found = match(patterns, root, since);
    QJsonArray items;
    qint64 all = 0;
    for (const auto &[path, file] : found) {
        if (items.size() == limits.files) {
            items.append(QJsonObject{{u"omitted"_s, qint64(found.size()) - limits.files}});
            break;
        }
        all += file.bytes;
        items.append(describe(path, root, file, file.bytes <= limits.fileBytes && all <= limits.allBytes, limits));
    }
    return items;
}

} // namespace engine
