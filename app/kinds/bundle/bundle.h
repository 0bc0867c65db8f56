// SPDX-License-Identifier: Apache-2.0
// Runs the handler of a zip file of JavaScript, by the contract of Defender's Autotasks.
#pragma once

#include "app/engine/kind.h"

#include <memory>

namespace bundles {
class Bundles;
}

namespace kinds {

class Bundle final : public engine::Kind
{
public:
    Bundle();
    ~Bundle() override;
    Q_DISABLE_COPY_MOVE(Bundle)

    domain::KindInfo info() const override;
    base::Status check(const domain::Automation &automation) const override;
    /// As in the service: all of them, unless `secrets` names some.
    bool takesEverySecret(const domain::Automation &automation) const override;
    std::unique_ptr<engine::Job> makeJob(const engine::JobContext &context) const override;

private:
    mutable std::unique_ptr<const bundles::Bundles> m_bundles; ///< Made with the first job, on the engine's thread.
};

/// The Node of this machine as an absolute path, or empty.
QString findNode();

} // namespace kinds
