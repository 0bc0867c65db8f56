// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/jsontext.h"

#include "app/base/jsontext.h"

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
    return base::jsonFromText(withoutMark(bytes).toByteArray());
}

bool looksLikeJson(const QByteArray &bytes)
{
    const QByteArray begin =
        withoutMark(bytes).first(std::min<qsizetype>(withoutMark(bytes).size(), 256)).toByteArray().trimmed();
    return begin.startsWith('{') || begin.startsWith('[');
}

} // namespace bundles
