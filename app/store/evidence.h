// SPDX-License-Identifier: Apache-2.0
// The rows that tell why an automation did or did not run at some time, read at one moment, so that they fit together.
#pragma once

#include "app/base/result.h"
#include "app/domain/why/why.h"

#include <QFuture>

namespace store {

class Desk;

/// Verbs may be called from any thread; their futures are finished on a thread of the store.
class Evidence
{
public:
    explicit Evidence(Desk &desk) : m_desk(desk) {}

    /// Without `asked` it is about the last planned slot. NotFound if the automation does not exist.
    QFuture<base::Result<domain::WhyInput>> about(const base::AutomationId &id,
                                                  std::optional<domain::AskedTime> asked = {}) const;
    /// Also of a run whose automation is gone. NotFound if the run does not exist.
    QFuture<base::Result<domain::WhyInput>> about(const base::RunId &id) const;

private:
    Desk &m_desk;
};

} // namespace store
