// SPDX-License-Identifier: Apache-2.0
// Runs a command line, a program with arguments, or an inline script, as a tree of processes.
#pragma once

#include "app/engine/kind.h"
#include "app/engine/processjob.h"

#include <QThreadPool>

namespace kinds {

class Script final : public engine::Kind
{
public:
    domain::KindInfo info() const override;
    base::Status check(const domain::Automation &automation) const override;
    std::unique_ptr<engine::Job> makeJob(const engine::JobContext &context) const override;

private:
    mutable QThreadPool m_pool; ///< Looks at artifacts.
};

/// What is executed for these params: `command` by /bin/sh, `argv` without a shell, `script` from a file by its
/// `interpreter`, else by what its first line names after `#!`, else by /bin/sh.
engine::Program scriptProgram(const QJsonObject &params);

} // namespace kinds
