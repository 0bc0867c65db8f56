// SPDX-License-Identifier: Apache-2.0
// Files that were given together and belong together: timers with their services, an autotask with its code. Told by
// what is in them, whatever they are called. Pure.
#pragma once

#include "app/bundles/transfer/source.h"

#include <QList>

namespace bundles {

/// Text with a section of that name, such as `Timer`.
bool hasSection(const QByteArray &bytes, const QByteArray &name);

/// Units of systemd become one source; a zip file that is the code of an autotask beside it is none of its own.
QList<Source> gathered(const QList<Source> &given);

} // namespace bundles
