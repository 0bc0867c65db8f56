// SPDX-License-Identifier: Apache-2.0
// What can be told of an expression without matching it. Both answers are careful: when in doubt there is no required
// text, and the expression may leave its line.
#pragma once

#include <QByteArray>
#include <QStringView>

namespace search {

/// A text that is in every match of the expression, the longest that is easily seen; empty when there is none.
QByteArray requiredText(QStringView expression);

/// No part of the expression can match or look at a line end, so that it may be matched against many lines at once.
bool staysInLine(QStringView expression);

} // namespace search
