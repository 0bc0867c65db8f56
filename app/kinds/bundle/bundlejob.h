// SPDX-License-Identifier: Apache-2.0
// One run of a bundle: the code is laid out aside from the engine's thread, then Node runs it as a tree of processes.
#pragma once

#include "app/bundles/bundles.h"
#include "app/engine/kind.h"
#include "app/kinds/bundle/assignment.h"

#include <memory>

namespace engine {
class ProcessJob;
}

namespace kinds {

/// Lives on the engine thread.
class BundleJob final : public engine::Job
{
    Q_OBJECT

public:
    BundleJob(const engine::JobContext &context, const bundles::Bundles &bundles);
    ~BundleJob() override;

    void start() override;
    void cancel() override;
    void holdBack(bool held) override;

private:
    void askForPrevious();
    void layOut();
    void runNode();
    void fail(const QString &why);
    void onProcessFinished(engine::JobEnd end);

    const engine::JobContext m_context;
    const bundles::Bundles &m_bundles;
    bundles::LaidOutPtr m_code; ///< Held until the run is over.
    Assignment m_assignment;
    std::unique_ptr<engine::ProcessJob> m_process;
    bool m_cancelled = false;
};

} // namespace kinds
