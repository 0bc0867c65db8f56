// SPDX-License-Identifier: Apache-2.0
// One round of a connection: look at what is there, then send what waits. How much of it is looked at is its depth.
#pragma once

#include "app/sync/step.h"

#include <memory>

namespace syncing {

class OutboxPush;

enum class Depth {
    Push, ///< Nothing is looked at.
    Runs, ///< The runs.
    Full, ///< Everything, deletions included.
};

struct PassResult
{
    base::Status status;
    Depth depth = Depth::Push;
    bool somethingRuns = false; ///< Not told by Depth::Push, unless it started something.
    bool somethingNew = false;
    bool wantsLook = false;                  ///< A task waits for a full look.
    std::optional<base::Instant> dueAt = {}; ///< Of the next task, as far as time decides it.
};

/// Lives on the engine thread.
class Pass final : public QObject
{
    Q_OBJECT

public:
    Pass(Session &session, Depth depth);
    ~Pass() override;
    void start();
    /// Ends once what is on its way to change something there is answered; at once where nothing is.
    void endSoon();

Q_SIGNALS:
    void finished(const syncing::PassResult &result);

private:
    void lookAtAccount();
    void lookAtAutomations();
    void lookAtWindows();
    void lookAtRuns();
    void lookAtApprovals();
    void push();
    void finish(const base::Status &status);
    /// Runs the step; `then` follows where it worked.
    template <typename Kind> void run(std::unique_ptr<Kind> step, const std::function<void(const Kind &)> &then);

    Session &m_session;
    PassResult m_result;
    std::unique_ptr<Step> m_step;
    OutboxPush *m_push = nullptr; // while it is the step
};

} // namespace syncing
