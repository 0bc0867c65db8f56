// SPDX-License-Identifier: Apache-2.0
// How processes on one store hear of each other's commits: the holder of the engine listens on a local socket, all
// others connect to it, and everybody tells everybody.
#pragma once

#include "app/store/changes.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <optional>

namespace store {

class Desk;
class FeedGuest;
class FeedHolder;

/// Lives on the main thread; publish() may be called from any.
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    /// `folder` is the runtime folder of the store.
    ChangeFeed(const QString &folder, Desk &desk, QObject *parent = nullptr);
    ~ChangeFeed() override;

    /// Begins as a guest.
    void start();
    /// Only while the engine lock is held.
    void becomeHolder();
    /// After the engine lock was given up. Others have a second to take it before this process hears that it is free.
    void becomeGuest();
    /// Sends what is left. Nothing is heard afterwards; the sockets close with the feed.
    void flush();

    /// To all other processes.
    void publish(const Changes &changes);

Q_SIGNALS:
    /// What others committed.
    void heard(const store::Changes &changes);
    /// Nobody holds the engine; again about every second.
    void holderMissing();

private:
    void makeGuest(std::chrono::milliseconds delay, std::optional<qint64> version = {});
    void sendWaiting();

    const QString m_path;
    Desk &m_desk;
    std::mutex m_mutex;
    Changes m_waiting; // under m_mutex
    std::unique_ptr<FeedHolder> m_holder;
    std::unique_ptr<FeedGuest> m_guest;
};

/// `changes.sock` in the runtime folder, or, where that is too long for a socket, a name made from it in a folder of
/// the user's own below /tmp.
QString feedPath(const QString &folder);

} // namespace store
