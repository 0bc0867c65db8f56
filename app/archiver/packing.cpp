// SPDX-License-Identifier: Apache-2.0
#include "app/archiver/commands.h"

#include "app/archiver/limits.h"
#include "app/archiver/names.h"
#include "app/archiver/refusal.h"

#include <KZip>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace archiver {

namespace {

constexpr qint64 pieceLength = 64 * 1024;

struct Source
{
    QByteArray name; ///< In the archive.
    QString path;
    qint64 size = 0;
};

enum class Content { Bundle, Files };

class Gatherer
{
public:
    /// Everything below `root`, by name, byte by byte.
    static std::vector<Source> gather(const QString &root, Content content)
    {
        Gatherer gatherer;
        gatherer.take(QDir(root), {});
        if (content == Content::Bundle && !gatherer.m_names.hasFile("index.js")) {
            throw Refusal{"no_index", {}, "there is no index.js at the root of the folder"};
        }
        std::sort(gatherer.m_sources.begin(), gatherer.m_sources.end(),
                  [](const Source &a, const Source &b) { return a.name < b.name; });
        return gatherer.m_sources;
    }

private:
    void take(const QDir &folder, const QByteArray &prefix)
    {
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        const QFileInfoList entries = folder.entryInfoList(all, QDir::Name);
        for (const QFileInfo &entry : entries) {
            const QByteArray name = prefix + QFile::encodeName(entry.fileName());
            if (entry.isSymLink()) {
                throw Refusal{"link", name, "the folder holds a symbolic link"};
            }
            if (entry.isDir()) {
                take(QDir(entry.filePath()), name + '/');
            } else {
                add(entry, name);
            }
        }
    }

    void add(const QFileInfo &entry, const QByteArray &name)
    {
        if (!entry.isFile()) {
            throw Refusal{"special", name, "the folder holds something that is not a plain file"};
        }
        m_names.add(name);
        m_size += entry.size();
        if (m_size > mostUnpacked) {
            throw Refusal{"unpacked_size", {}, "the folder holds more than 512 MiB"};
        }
        if (m_sources.size() == std::size_t(mostEntries)) {
            throw Refusal{"entries", {}, "the folder holds more than 10000 files"};
        }
        m_sources.push_back({name, entry.filePath(), entry.size()});
    }

    Names m_names;
    std::vector<Source> m_sources;
    qint64 m_size = 0;
};

Refusal unwritable(const KZip &zip)
{
    return {"unwritable", {}, "the zip file can't be written: " + zip.errorString().toUtf8()};
}

/// Times come from here: two machines pack the same bytes, whatever the clock and the zone.
const QDateTime &stamp()
{
    static const QDateTime fixed(QDate(2020, 2, 1), QTime(0, 0), QTimeZone::utc());
    return fixed;
}

void writeOne(KZip &zip, const Source &source)
{
    QFile file(source.path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Refusal{"unreadable", source.name, "the file can't be read: " + file.errorString().toUtf8()};
    }
    if (!zip.prepareWriting(QString::fromLatin1(source.name), {}, {}, source.size, 0100644, stamp(), stamp(),
                            stamp())) {
        throw unwritable(zip);
    }
    qint64 count = 0;
    while (true) {
        const QByteArray piece = file.read(pieceLength);
        count += piece.size();
        if (count > source.size || (piece.isEmpty() && count != source.size)) {
            throw Refusal{"unreadable", source.name, "the file changed while it was read"};
        }
        if (piece.isEmpty()) {
            break;
        }
        if (!zip.writeData(piece.constData(), piece.size())) {
            throw unwritable(zip);
        }
    }
    if (!zip.finishWriting(count)) {
        throw unwritable(zip);
    }
}

void writeAll(const QString &path, const std::vector<Source> &sources)
{
    KZip zip(path);
    if (!zip.open(QIODevice::WriteOnly)) {
        throw unwritable(zip);
    }
    zip.setExtraField(KZip::NoExtraField);
    zip.setCompression(KZip::DeflateCompression);
    for (const Source &source : sources) {
        writeOne(zip, source);
    }
    if (!zip.close()) {
        throw unwritable(zip);
    }
}

void moveIntoPlace(const QString &from, const QString &to)
{
    const int fd = open(QFile::encodeName(from).constData(), O_RDONLY | O_CLOEXEC);
    const bool flushed = fd >= 0 && fsync(fd) == 0;
    close(fd);
    if (!flushed || std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        throw Refusal{"unwritable", {}, "the zip file can't be written: " + qt_error_string().toUtf8()};
    }
}

/// The file that is being written, gone again when it was not moved away.
struct Draft
{
    QString path;
    explicit Draft(const QString &target) : path(target + QStringLiteral(".%1.part").arg(getpid())) {}
    ~Draft() { QFile::remove(path); }
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;
};

/// KZip packs empty files below a relative root, without a word.
QString rootOf(const QString &folder)
{
    const QString root = QDir(folder).absolutePath();
    if (!QFileInfo(root).isDir()) {
        throw Refusal{"folder", {}, "there is no such folder"};
    }
    return root;
}

} // namespace

QJsonObject pack(const QString &folder, const QString &zip)
{
    const std::vector<Source> sources = Gatherer::gather(rootOf(folder), Content::Bundle);
    const QString target = QFileInfo(zip).absoluteFilePath();
    const Draft draft(target);
    writeAll(draft.path, sources);
    QJsonObject answer = list(draft.path);
    moveIntoPlace(draft.path, target);
    return answer;
}

QJsonObject keep(const QString &folder, const QString &zip)
{
    const std::vector<Source> sources = Gatherer::gather(rootOf(folder), Content::Files);
    const QString target = QFileInfo(zip).absoluteFilePath();
    const Draft draft(target);
    writeAll(draft.path, sources);
    const QJsonObject answer{{QStringLiteral("files"), QJsonArray()},
                             {QStringLiteral("size"), QFileInfo(draft.path).size()}};
    moveIntoPlace(draft.path, target);
    return answer;
}

} // namespace archiver
