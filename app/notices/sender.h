// SPDX-License-Identifier: Apache-2.0
// Sends notices, each its ways, and says what could not be delivered.
#pragma once

#include "app/notices/desktop.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace notices {

/// What a window of this process does where the desktop can't. On the thread of the sender; each may be empty.
struct Front
{
    NoticeLabels labels;                              ///< Of the buttons of a notice.
    std::function<bool(const domain::Notice &)> show; ///< False where nobody would see it.
    std::function<void()> beep;
    /// Somebody clicked; the run is empty where the notice was of several.
    std::function<void(NoticeVerb, const base::RunId &)> act;
};

/// Works on the thread that made it.
class Sender : public QObject
{
    Q_OBJECT

public:
    explicit Sender(QObject *parent = nullptr);
    ~Sender() override;

    void setFront(Front front);
    /// From any thread. Answers once every way has been tried, within 30 s; the error names the ways that failed, and
    /// why. It is Unavailable where surely nobody got anything. A sender that dies first answers that, too.
    QFuture<base::Status> send(const domain::Notice &notice);

private:
    /// A notice under way.
    struct Way
    {
        domain::Notice notice;
        QPromise<base::Status> promise;
        int open = 0;
        QList<base::Error> problems;
        bool reached = false; ///< Somebody, or may have.
    };
    using WayPointer = std::shared_ptr<Way>;
    void begin(const WayPointer &way);
    void onDesktop(const WayPointer &way, const Desktop::Answer &answer);
    void tell(const WayPointer &way, const QString &name, const base::Status &status);

    Desktop m_desktop;
    Front m_front;
    QList<WayPointer> m_ways;
};

} // namespace notices
