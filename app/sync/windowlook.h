// SPDX-License-Identifier: Apache-2.0
// Sees the maintenance windows of a connection, for people to look at. Where the account may not see them there are
// none.
#pragma once

#include "app/sync/step.h"

namespace syncing {

class WindowLook final : public Step
{
    Q_OBJECT

public:
    using Step::Step;
    void start() override;

private:
    void keep(const QList<RemoteWindow> &windows);
};

} // namespace syncing
