// SPDX-License-Identifier: Apache-2.0
// The end of the change feed that listens: the process that holds the engine. What one guest tells goes to all others.
#pragma once

#include "app/store/changes.h"

#include <QLocalServer>

#include <map>

class QLocalSocket;

namespace store {

/// Lives on the main thread.
class FeedHolder : public QObject
{
    Q_OBJECT

public:
    explicit FeedHolder(const QString &path, QObject *parent = nullptr);
    ~FeedHolder() override;

    /// To every guest. One that does not read is dropped once a MiB waits for it.
    void send(const Changes &changes);
    /// Waits until what was sent is on its way; at most a fraction of a second.
    void flush();

Q_SIGNALS:
    void heard(const store::Changes &changes);

private:
    struct Guest
    {
        QByteArray buffer;
        bool saidGoodbye = false;
    };

    void welcome();
    void read(QLocalSocket *socket);
    void part(QLocalSocket *socket);
    void relay(const Changes &changes, const QLocalSocket *except);
    /// Of the guests there are now.
    std::vector<QLocalSocket *> sockets() const;

    QLocalServer m_server;
    std::map<QLocalSocket *, Guest> m_guests;
};

} // namespace store
