// SPDX-License-Identifier: Apache-2.0
// What every provider asks of the settings of a connection.
#pragma once

#include "app/base/result.h"

#include <QUrl>

namespace rest {

/// Invalid, named `base_url`, where nothing can be asked there.
base::Status checkAddress(const QUrl &url);
/// Invalid, named `settings.ca_file`, where it is given and is no absolute path.
base::Status checkCaFile(const QString &path);

} // namespace rest
