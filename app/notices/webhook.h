// SPDX-License-Identifier: Apache-2.0
// A notice as JSON to an address of the web.
#pragma once

#include "app/base/result.h"
#include "app/domain/notices/notice.h"

#include <functional>

class QObject;

namespace notices {

/// One POST, on the thread of `context` and as long as that lives. `take` is told within 20 s. Unavailable where it was
/// surely not received, or the other side asks for patience (429, 503); the address, which may be a secret, is in no
/// error but for its host.
void post(QObject *context, const domain::Notice &notice, const std::function<void(const base::Status &)> &take);

} // namespace notices
