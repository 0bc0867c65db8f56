// SPDX-License-Identifier: Apache-2.0
// One wait.
#pragma once

#include "app/engine/clockwork/timeout.h"
#include "app/engine/kind.h"

namespace kinds {

/// Lives on the engine thread.
class DelayJob final : public engine::Job
{
    Q_OBJECT

public:
    explicit DelayJob(base::Seconds length);

    void start() override;
    void cancel() override;
    void holdBack(bool) override {} // it says too little

private:
    void end(bool waited);
    base::Millis passed() const;

    const base::Seconds m_length;
    engine::Timeout m_timer;
    QDeadlineTimer m_end;
    bool m_over = false;
};

} // namespace kinds
