// SPDX-License-Identifier: Apache-2.0
#include "app/base/jsontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace base {

Result<QJsonDocument> jsonFromText(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error == QJsonParseError::NoError) {
        return document;
    }
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(problem.offset, 0, text.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return invalid({}, u"line %1, column %2: %3"_s.arg(line).arg(column).arg(problem.errorString()));
}

} // namespace base
