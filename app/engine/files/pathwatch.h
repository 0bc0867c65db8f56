// SPDX-License-Identifier: Apache-2.0
// Tells that something happened at or around paths, whether they exist yet or not: each is watched itself and from the
// nearest folder above it that exists. A hint and no more; who hears it looks.
#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

class QSocketNotifier;

namespace engine {

/// inotify(7). Lives on the engine thread.
class PathWatch : public QObject
{
    Q_OBJECT

public:
    explicit PathWatch(QObject *parent = nullptr);
    ~PathWatch() override;

    /// `path` is absolute and clean. Unavailable where the system allows no more watches; other paths are not affected.
    base::Status add(const QString &path);
    void remove(const QString &path);

Q_SIGNALS:
    /// Once for all that happened together.
    void touched(const QSet<QString> &paths);

private:
    /// Of one watched folder or file: the paths it tells about, each with the name in it that leads there; empty is
    /// whatever happens in it.
    using Interest = QHash<QString, QByteArray>;

    struct Touched
    {
        QSet<QString> all;
        QSet<QString> toArm;
    };

    base::Status arm(const QString &path);
    void disarm(const QString &path);
    base::Result<int> watch(const QByteArray &name);
    void read();
    void onEvent(int descriptor, quint32 mask, const QByteArray &name, Touched &news);

    int m_fd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QSet<QString> m_paths;
    QHash<int, Interest> m_interests; // by watch descriptor
};

} // namespace engine
