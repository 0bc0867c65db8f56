// SPDX-License-Identifier: Apache-2.0
// The forms in which a secret may show in what a program prints. Line breaks are left out of them, for a match does not
// mind where a line is broken.
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace engine {

/// Of a secret, or a line of one, that is at least domain::shortestMasked long. Each form once: as it is, base64 at all
/// alignments, base64url, hex, URL-escaped, JSON-escaped, shell-quoted, HTML-escaped; of a secret of several lines also
/// those of each line.
QByteArrayList maskForms(const QByteArray &secret);

} // namespace engine
