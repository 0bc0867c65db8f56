// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/jsontext.h"

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

QByteArrayView withoutMark(const QByteArray &bytes)
{
    return bytes.startsWith("\xef\xbb\xbf") ? QByteArrayView(bytes).sliced(3) : QByteArrayView(bytes);
}

} // namespace

base::Result<QJsonDocument> jsonOf(const QByteArray &bytes)
{
    const QByteArray text = withoutMark(bytes).toByteArray();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error == QJsonParseError::NoError) {
        return document;
    }
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(problem.offset, 0, text.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return base::invalid({}, u"line %1, column %2: %3"_s.arg(line).arg(column).arg(problem.errorString()));
}

bool looksLikeJson(const QByteArray &bytes)
{
    const QByteArray begin =
        withoutMark(bytes).first(std::min<qsizetype>(withoutMark(bytes).size(), 256)).toByteArray().trimmed();
    return begin.startsWith('{') || begin.startsWith('[');
}

} // namespace bundles
