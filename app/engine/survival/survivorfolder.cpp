// SPDX-License-Identifier: Apache-2.0
#include "app/engine/survival/survivorfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

const QString socketSuffix = u".socket"_s;

/// Paths of sockets end at 107 bytes, those of workspaces don't: it is found through its open folder.
class Address
{
public:
    Address(const QString &folder, const QString &name)
        : m_folder(::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    {
        m_address.sun_family = AF_UNIX;
        const QByteArray path = "/proc/self/fd/" + QByteArray::number(m_folder.get()) + '/' + QFile::encodeName(name);
        std::memcpy(m_address.sun_path, path.constData(), size_t(std::min<qsizetype>(path.size(), 107)));
    }
    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&m_address); }
    static constexpr socklen_t size = sizeof(sockaddr_un);

private:
    wire::Fd m_folder;
    sockaddr_un m_address{};
};

wire::Fd newSocket()
{
    return wire::Fd(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

} // namespace

SurvivorFolder::SurvivorFolder(const QString &runtimeDirectory) : m_path(runtimeDirectory + u"/survivors"_s)
{
    QDir().mkpath(m_path);
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

base::Result<wire::Fd> SurvivorFolder::listen(const base::RunId &run) const
{
    QFile::remove(m_path + u'/' + run.text() + socketSuffix);
    const Address address(m_path, run.text() + socketSuffix);
    wire::Fd socket = newSocket();
    if (::bind(socket.get(), address.get(), Address::size) < 0 || ::listen(socket.get(), 4) < 0) {
        return base::unavailable(u"making the socket of a run"_s, qt_error_string(errno));
    }
    return socket;
}

base::Result<wire::Fd> SurvivorFolder::connect(const base::RunId &run) const
{
    const Address address(m_path, run.text() + socketSuffix);
    wire::Fd socket = newSocket();
    if (::connect(socket.get(), address.get(), Address::size) < 0) {
        return base::Error{.code = base::ErrorCode::NotFound,
                           .context = u"taking over a run"_s,
                           .detail = u"its worker is gone: %1"_s.arg(qt_error_string(errno))};
    }
    return socket;
}

QString SurvivorFolder::fileFor(const base::RunId &run, const QString &name) const
{
    const QString folder = m_path + u'/' + run.text();
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

QList<base::RunId> SurvivorFolder::runs() const
{
    QSet<QString> names;
    for (QString name : QDir(m_path).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        names.insert(name.endsWith(socketSuffix) ? name.chopped(socketSuffix.size()) : name);
    }
    QList<base::RunId> runs;
    for (const QString &name : std::as_const(names)) {
        runs.append(base::RunId(name));
    }
    return runs;
}

void SurvivorFolder::forget(const base::RunId &run) const
{
    QFile::remove(m_path + u'/' + run.text() + socketSuffix);
    QDir folder(m_path + u'/' + run.text());
    for (const QFileInfo &entry : folder.entryInfoList(QDir::Files | QDir::NoDotAndDotDot)) {
        if (entry.isSymLink()) {
            QFile::remove(entry.symLinkTarget());
        }
    }
    folder.removeRecursively();
}

} // namespace engine
