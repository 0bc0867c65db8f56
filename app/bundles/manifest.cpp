// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/manifest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

base::Error corrupt(const QString &path, const QString &what)
{
    return {.code = base::ErrorCode::Corrupt, .context = path, .detail = what};
}

base::Result<QByteArray> digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return corrupt(path, u"it can't be read"_s);
    }
    return hash.result();
}

} // namespace

base::Result<Manifest> manifestOf(const QString &folder)
{
    Manifest manifest;
    const QDir root(folder);
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        entries.next();
        const QFileInfo info = entries.fileInfo();
        if (info.isSymLink() || (!info.isFile() && !info.isDir())) {
            return corrupt(info.filePath(), u"it is not a plain file"_s);
        }
        if (info.isFile()) {
            TRY(const QByteArray digest, digestOf(info.filePath()));
            manifest.insert(root.relativeFilePath(info.filePath()), digest);
        }
    }
    return manifest;
}

base::Status writeManifest(const Manifest &manifest, const QString &file)
{
    QJsonObject object;
    for (auto it = manifest.constBegin(); it != manifest.constEnd(); ++it) {
        object.insert(it.key(), QString::fromLatin1(it.value().toHex()));
    }
    QSaveFile out(file);
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit()) {
        return base::unavailable(u"writing %1"_s.arg(file), out.errorString());
    }
    return {};
}

base::Result<Manifest> readManifest(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        return base::notFound(file);
    }
    const QJsonObject object = QJsonDocument::fromJson(in.readAll()).object();
    Manifest manifest;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        manifest.insert(it.key(), QByteArray::fromHex(it->toString().toLatin1()));
    }
    if (manifest.isEmpty()) {
        return corrupt(file, u"it lists nothing"_s);
    }
    return manifest;
}

} // namespace bundles
