// SPDX-License-Identifier: Apache-2.0
// What can be told of an expression without matching it. Both answers are careful: when in doubt nothing is required,
// and the expression may leave its line.
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

namespace search {

/// One of these is in every match; a few, of at least two bytes each.
using OneOf = QList<QByteArray>;

/// What every match of the expression must hold: one text of each; empty when nothing is easily seen. Letters are as
/// they stand in the expression, whatever case it is matched in.
QList<OneOf> requiredTexts(QStringView expression);

/// All that the expression matches, where that is a few texts; of those that stand at the same place, an earlier one
/// comes first. Empty when it is something else.
OneOf exactTexts(QStringView expression);

/// No part of the expression can match or look at a line end, so that it may be matched against many lines at once.
bool staysInLine(QStringView expression);

} // namespace search
