// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/source.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qsizetype mostFiles = 2000;

base::Result<QByteArray> readFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable(u"reading %1"_s.arg(path), file.errorString());
    }
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most) {
        return base::invalid({}, u"%1 is larger than %2 MiB"_s.arg(path).arg(most / 1024 / 1024));
    }
    return bytes;
}

/// A name that one of the formats can do something with.
bool couldBeImported(const QString &name)
{
    static const QStringList endings{u".timer"_s, u".service"_s, u".json"_s, u".zip"_s};
    return std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return name.endsWith(ending); });
}

base::Result<Source> readFolder(const QString &path)
{
    Source source{.name = path, .bytes = {}, .beside = {}};
    qint64 left = mostImported;
    const QStringList names = QDir(path).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (!couldBeImported(name)) {
            continue;
        }
        TRY(const QByteArray bytes, readFile(path + u'/' + name, left));
        left -= bytes.size();
        source.beside.insert(name, bytes);
        if (source.beside.size() > mostFiles) {
            return base::invalid({}, u"%1 holds more than %2 files"_s.arg(path).arg(mostFiles));
        }
    }
    return source;
}

base::Status addBeside(Source &source, const QString &path)
{
    if (QFileInfo(path).isFile()) {
        TRY(const QByteArray bytes, readFile(path, mostImported));
        source.beside.insert(QFileInfo(path).fileName(), bytes);
    }
    return {};
}

} // namespace

base::Result<Source> readSource(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        return readFolder(path);
    }
    if (!info.isFile()) {
        return base::invalid({}, u"there is no file or folder %1"_s.arg(path));
    }
    TRY(const QByteArray bytes, readFile(path, mostImported));
    Source source{.name = info.absoluteFilePath(), .bytes = bytes, .beside = {}};
    const QString stem = path.left(path.size() - info.suffix().size());
    if (info.suffix() == "timer"_L1) {
        CHECK(addBeside(source, stem + u"service"_s));
    } else if (info.suffix() == "json"_L1) {
        CHECK(addBeside(source, stem + u"zip"_s));
    }
    return source;
}

Surroundings surroundingsHere(const Archiver *archiver, const base::Clock &clock)
{
    Surroundings here{
        .archiver = archiver, .account = {}, .users = {}, .now = clock.now(), .cancelled = nullptr, .zone = {}};
    setpwent();
    while (const passwd *entry = getpwent()) {
        const QString name = QString::fromLocal8Bit(entry->pw_name);
        here.users.append(name);
        if (entry->pw_uid == getuid() && here.account.isEmpty()) {
            here.account = name;
        }
    }
    endpwent();
    return here;
}

base::Result<QString> textOf(const QByteArray &bytes)
{
    if (bytes.size() > mostText) {
        return base::invalid({}, u"text of more than %1 MiB is not read"_s.arg(mostText / 1024 / 1024));
    }
    if (const qsizetype zero = bytes.indexOf('\0'); zero >= 0) {
        return wrongLine(bytes.first(zero).count('\n') + 1, u"there is a zero byte in what should be text"_s);
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        const qsizetype bad = text.indexOf(QChar::ReplacementCharacter);
        return wrongLine(QStringView(text).first(std::max<qsizetype>(bad, 0)).count(u'\n') + 1,
                         u"the text is not UTF-8"_s);
    }
    return text;
}

base::Error wrongLine(qsizetype line, const QString &detail)
{
    return base::invalid({}, u"line %1: %2"_s.arg(line).arg(detail));
}

} // namespace bundles
