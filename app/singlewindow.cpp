// SPDX-License-Identifier: Apache-2.0
#include "app/singlewindow.h"

#include "app/base/logging.h"
#include "app/store/share/changefeed.h"

#include <QFileInfo>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace {

constexpr int connectMillis = 500;
constexpr int answerMillis = 1500;
constexpr char raiseWord[] = "raise\n";

/// Beside the socket of changes, which is short enough; empty while there is no runtime folder.
QString socketPath(const QString &store)
{
    const QString folder = store + u"/run"_s;
    if (!QFileInfo::exists(folder)) {
        return {};
    }
    const QString feed = store::feedPath(folder);
    return feed.isEmpty() ? QString() : QString(feed).replace(u"changes.sock"_s, QString()) + u"window.sock"_s;
}

} // namespace

SingleWindow::SingleWindow(const QString &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&m_server, &QLocalServer::newConnection, this, &SingleWindow::onConnection);
}

bool SingleWindow::raiseOther(const QString &store)
{
    const QString path = socketPath(store);
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        return false;
    }
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(connectMillis)) {
        return false;
    }
    socket.write(raiseWord);
    socket.waitForBytesWritten(connectMillis);
    // A window that is too busy to answer is still the window of this workspace.
    socket.waitForReadyRead(answerMillis);
    return true;
}

bool SingleWindow::listen()
{
    const QString path = socketPath(m_store);
    if (path.isEmpty()) {
        return true;
    }
    if (raiseOther(m_store)) {
        return false;
    }
    QLocalServer::removeServer(path); // left by a window that was killed
    if (!m_server.listen(path)) {
        qCWarning(base::logBase, "a second start can't find this window: %s", qUtf8Printable(m_server.errorString()));
    }
    return true;
}

void SingleWindow::close()
{
    m_server.close();
}

void SingleWindow::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->canReadLine() && socket->readLine() == raiseWord) {
                socket->write("ok\n");
                Q_EMIT raiseWanted();
            }
            if (socket->bytesAvailable() > qint64(sizeof raiseWord)) {
                socket->abort();
            }
        });
    }
}
