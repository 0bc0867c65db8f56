// SPDX-License-Identifier: Apache-2.0
// One absolute alarm on the civil clock. It is always armed, to the given instant or to a far date, so that the kernel
// tells at once when somebody sets the clock.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QObject>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace engine {

/// Lives on the engine thread.
class Alarm : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Replaces the instant; none means only clock steps are told.
    virtual void arm(std::optional<base::Instant> at) = 0;

Q_SIGNALS:
    void due();
    void clockStepped();
};

/// timerfd_create(2) with CLOCK_REALTIME and TFD_TIMER_CANCEL_ON_SET.
class TimerfdAlarm final : public Alarm
{
    Q_OBJECT

public:
    explicit TimerfdAlarm(QObject *parent = nullptr);
    ~TimerfdAlarm() override;
    void arm(std::optional<base::Instant> at) override;

private:
    void readTimer();

    int m_fd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace engine
