// SPDX-License-Identifier: Apache-2.0
// Lines as a person sees them: colours and hyperlinks are left out, and of a progress line that was rewritten with
// carriage returns only the last part stays. What is searched is what is shown.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace search {

/// `lines` without what is not seen; line ends stay where they are, so that lines keep their numbers. Answers `lines`
/// itself or a view of `buffer`.
QByteArrayView seenText(QByteArrayView lines, QByteArray &buffer);

} // namespace search
