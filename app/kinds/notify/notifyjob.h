// SPDX-License-Identifier: Apache-2.0
// One notice, from being handed over to the answer.
#pragma once

#include "app/engine/kind.h"

namespace kinds {

/// Lives on the engine thread.
class NotifyJob final : public engine::Job
{
    Q_OBJECT

public:
    explicit NotifyJob(const engine::JobContext &context);

    void start() override;
    void cancel() override;
    void holdBack(bool) override {} // it says too little

private:
    void end(const base::Status &status);

    const domain::Notice m_notice;
    const engine::NotifyFunction m_notify;
    bool m_over = false;
};

} // namespace kinds
