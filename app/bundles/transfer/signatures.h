// SPDX-License-Identifier: Apache-2.0
// What bytes are that can't be imported, as far as their beginning tells. Pure.
#pragma once

#include <QByteArray>
#include <QString>

namespace bundles {

/// A noun with its article, in English: `a PNG picture`, `an empty file`; empty where nothing is known of them.
QString whatItIs(const QByteArray &bytes);

} // namespace bundles
