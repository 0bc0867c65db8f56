// SPDX-License-Identifier: Apache-2.0
#include "app/store/endpoint.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>
#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace store {

namespace {

QString pathIn(const QString &runtimeDirectory)
{
    return QDir(runtimeDirectory).filePath(u"endpoint.json"_s);
}

bool isAlive(qint64 pid)
{
    return pid > 0 && (kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

} // namespace

QByteArray newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

base::Status writeEndpoint(const QString &runtimeDirectory, const Endpoint &endpoint)
{
    QSaveFile file(pathIn(runtimeDirectory));
    const QJsonObject object{
        {u"url"_s, endpoint.url}, {u"token"_s, QString::fromLatin1(endpoint.token)}, {u"pid"_s, endpoint.pid}};
    const QByteArray text = QJsonDocument(object).toJson();
    // The temporary file is made 0600 and so is what replaces it: nobody else can read the token, not even shortly.
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(text) == text.size() && file.commit();
    if (!written) {
        return base::unavailable(u"writing %1"_s.arg(file.fileName()), file.errorString());
    }
    return {};
}

base::Result<Endpoint> readEndpoint(const QString &runtimeDirectory)
{
    QFile file(pathIn(runtimeDirectory));
    if (!file.exists()) {
        return base::notFound(file.fileName());
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable(u"reading %1"_s.arg(file.fileName()), file.errorString());
    }
    const QJsonObject object = QJsonDocument::fromJson(file.read(64 * 1024)).object();
    const Endpoint endpoint{.url = object.value("url"_L1).toString(),
                            .token = object.value("token"_L1).toString().toLatin1(),
                            .pid = object.value("pid"_L1).toInteger()};
    if (endpoint.url.isEmpty() || endpoint.token.isEmpty() || endpoint.pid <= 0) {
        return base::invalid(u"endpoint.json"_s,
                             u"%1 is not an endpoint with url, token and pid"_s.arg(file.fileName()));
    }
    if (!isAlive(endpoint.pid)) {
        return base::notFound(u"the process %1 of %2"_s.arg(endpoint.pid).arg(file.fileName()));
    }
    return endpoint;
}

void removeEndpoint(const QString &runtimeDirectory)
{
    const base::Result<Endpoint> endpoint = readEndpoint(runtimeDirectory);
    if (endpoint && endpoint->pid == QCoreApplication::applicationPid()) {
        QFile::remove(pathIn(runtimeDirectory));
    }
}

} // namespace store
