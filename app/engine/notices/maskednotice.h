// SPDX-License-Identifier: Apache-2.0
// Takes secrets out of what people are told.
#pragma once

#include "app/domain/notices/notice.h"

#include <QHash>

namespace engine {

/// The notice with every text of it masked, as a log is; the address is left.
domain::Notice maskedNotice(const QHash<QString, QString> &secrets, domain::Notice notice);

} // namespace engine
