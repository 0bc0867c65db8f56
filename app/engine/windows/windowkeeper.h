// SPDX-License-Identifier: Apache-2.0
// Watches maintenance windows open and close: has waiting runs looked at again then, ends runs that a window does not
// let finish, and tells of those that start in one that wants it.
#pragma once

#include "app/base/clock.h"
#include "app/engine/book.h"
#include "app/engine/clockwork/alarm.h"
#include "app/engine/kind.h"
#include "app/store/store.h"

#include <QObject>

#include <memory>

namespace engine {

/// Lives on the engine thread.
class WindowKeeper : public QObject
{
    Q_OBJECT

public:
    struct Walls
    {
        NotifyFunction notify; ///< Without it nobody is told.
        std::unique_ptr<Alarm> alarm;
    };
    WindowKeeper(store::Store &store, const Book &book, const base::Clock &clock, Walls walls);
    ~WindowKeeper() override;

    /// Takes up where the windows stand: also runs that went on without an engine are ended where a window wants it.
    void start();
    /// A run has started.
    void judge(const domain::Run &run, const domain::Automation &automation);

Q_SIGNALS:
    /// A window opened or closed, or may have.
    void edge();
    void cancelWanted(const base::RunId &id, const QString &why);

private:
    void look();
    void stopRuns();
    void stopOne(const domain::Run &run);
    /// The name of the window that does not let it finish; empty where none does.
    QString stopper(const domain::Run &run, const domain::Automation &automation) const;
    void tellOf(const domain::Run &run, const QString &window);

    store::Store &m_store;
    const Book &m_book;
    const base::Clock &m_clock;
    Walls m_walls;
};

} // namespace engine
