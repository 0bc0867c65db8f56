// SPDX-License-Identifier: Apache-2.0
// The end of the change feed that connects: a process that does not hold the engine. Tells the holder what it commits,
// hears what all others do, and notices when the holder goes. Looks at the file four times a second as a safety net.
#pragma once

#include "app/store/changes.h"

#include <QLocalSocket>
#include <QTimer>

#include <optional>

namespace store {

class Desk;

/// Lives on the main thread.
class FeedGuest : public QObject
{
    Q_OBJECT

public:
    /// `version` is the Desk::foreignVersion() up to which everything is known; none: the one it will find.
    FeedGuest(QString path, Desk &desk, std::optional<qint64> version = {});
    ~FeedGuest() override;

    /// Starts to look for the holder, after `delay`.
    void start(std::chrono::milliseconds delay);
    /// Kept until there is a holder to tell.
    void send(const Changes &changes);
    /// Waits until what was sent is on its way, and says goodbye; at most a fraction of a second.
    void flush();

Q_SIGNALS:
    void heard(const store::Changes &changes);
    /// There is no holder; again about every second while there is none.
    void holderMissing();

private:
    void tryConnect();
    void connected();
    void lost();
    void read();
    void tell();
    void look();
    void compare(qint64 version);

    const QString m_path;
    Desk &m_desk;
    QLocalSocket m_socket;
    QTimer m_retry;
    QTimer m_look;
    std::chrono::milliseconds m_pause;
    QByteArray m_buffer;
    Changes m_unsent;
    std::optional<qint64> m_version;
    bool m_heard = false;       ///< Since the last look.
    bool m_unexplained = false; ///< The file had changed at the last look, and nobody said so.
};

} // namespace store
