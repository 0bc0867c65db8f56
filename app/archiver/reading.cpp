// SPDX-License-Identifier: Apache-2.0
#include "app/archiver/commands.h"

#include "app/archiver/contents.h"

#include <QDir>
#include <QJsonArray>

#include <fcntl.h>
#include <unistd.h>

namespace archiver {

namespace {

QJsonObject answer(const Contents &contents)
{
    QJsonArray files;
    for (const Entry &entry : contents.entries()) {
        if (!entry.isFolder()) {
            files.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(entry.name)},
                                     {QStringLiteral("size"), entry.size},
                                     {QStringLiteral("packed"), entry.packed},
                                     {QStringLiteral("crc"), QString::number(entry.crc, 16)}});
        }
    }
    return {{QStringLiteral("files"), files}, {QStringLiteral("size"), contents.unpacked()}};
}

/// A file that was not there before, written piece by piece.
class NewFile
{
public:
    explicit NewFile(const QString &path)
        : m_path(path.toLocal8Bit()), m_fd(open(m_path.constData(), O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, 0600))
    {
        if (m_fd < 0) {
            fail();
        }
    }
    ~NewFile() { close(m_fd); }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    void write(const QByteArray &piece)
    {
        qint64 done = 0;
        while (done < piece.size()) {
            const ssize_t count = ::write(m_fd, piece.constData() + done, std::size_t(piece.size() - done));
            if (count <= 0) {
                fail();
            }
            done += count;
        }
    }

private:
    [[noreturn]] void fail() const
    {
        throw Refusal{"unwritable", {}, m_path + " can't be written: " + qt_error_string().toUtf8()};
    }

    QByteArray m_path;
    int m_fd;
};

/// Empties the folder again unless told that all went well.
class Cleaner
{
public:
    explicit Cleaner(const QDir &folder) : m_folder(folder) {}
    ~Cleaner()
    {
        if (!m_done) {
            empty();
        }
    }
    Cleaner(const Cleaner &) = delete;
    Cleaner &operator=(const Cleaner &) = delete;
    void done() { m_done = true; }

private:
    void empty() const
    {
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        const QFileInfoList entries = m_folder.entryInfoList(all);
        for (const QFileInfo &entry : entries) {
            entry.isDir() && !entry.isSymLink() ? void(QDir(entry.filePath()).removeRecursively())
                                                : void(QFile::remove(entry.filePath()));
        }
    }

    QDir m_folder;
    bool m_done = false;
};

void makeFolder(const QDir &root, const QByteArray &name)
{
    if (!root.mkpath(QString::fromLatin1(name))) {
        throw Refusal{"unwritable", name, "the folder can't be made"};
    }
}

void writeEntry(const Contents &contents, const Entry &entry, const QDir &root)
{
    if (entry.isFolder()) {
        makeFolder(root, entry.name);
        return;
    }
    if (const int slash = entry.name.lastIndexOf('/'); slash > 0) {
        makeFolder(root, entry.name.left(slash));
    }
    NewFile file(root.filePath(QString::fromLatin1(entry.name)));
    contents.read(entry, [&file](const QByteArray &piece) { file.write(piece); });
}

} // namespace

QJsonObject list(const QString &zip)
{
    const Contents contents(zip);
    for (const Entry &entry : contents.entries()) {
        if (!entry.isFolder()) {
            contents.read(entry, [](const QByteArray &) {});
        }
    }
    return answer(contents);
}

QJsonObject extract(const QString &zip, const QString &folder)
{
    const QDir root(QDir(folder).absolutePath());
    if (QFileInfo(folder).isSymLink() || !root.exists() ||
        !root.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        throw Refusal{"folder", {}, "the folder to extract into must be there and empty"};
    }
    const Contents contents(zip);
    Cleaner cleaner(root);
    for (const Entry &entry : contents.entries()) {
        writeEntry(contents, entry, root);
    }
    cleaner.done();
    return answer(contents);
}

} // namespace archiver
