// SPDX-License-Identifier: Apache-2.0
// What a kind of argument is called.
#pragma once

#include <QString>
#include <QStringList>

namespace ui {

/// Of a word such as `input`; the word itself where it is unknown.
QString argumentKindText(const QString &kind);
/// Of all kinds, in the order of domain::ArgumentKind.
QStringList argumentKindTexts();

} // namespace ui
