// SPDX-License-Identifier: Apache-2.0
// A wait that can be cut short. Everything in this room that waits does it by a Sleeper, so that tests own time.
#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace syncing {

/// Lives on the engine thread.
class Sleeper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Woke follows after this long, by a clock that nobody sets. Replaces an earlier one.
    virtual void sleep(base::Millis length) = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    void woke();
};

using MakeSleeper = std::function<std::unique_ptr<Sleeper>()>;

class TimerSleeper final : public Sleeper
{
    Q_OBJECT

public:
    TimerSleeper();
    void sleep(base::Millis length) override { m_timer.start(length); }
    void cancel() override { m_timer.stop(); }

private:
    QTimer m_timer;
};

} // namespace syncing
