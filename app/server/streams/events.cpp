// SPDX-License-Identifier: Apache-2.0
#include "app/server/streams/events.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

QByteArray compact(const QJsonObject &data)
{
    return QJsonDocument(data).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray lineEvent(const Line &line)
{
    // Through QString and back: what is not UTF-8 becomes U+FFFD.
    QByteArray text = QString::fromUtf8(line.bytes).toUtf8();
    if (text.endsWith('\r')) {
        text.chop(1);
    }
    text.replace('\r', "\ndata: "_ba);
    return "id: "_ba + QByteArray::number(line.number) + "\ndata: "_ba + text + "\n\n"_ba;
}

QByteArray dataEvent(const QJsonObject &data)
{
    return "data: "_ba + compact(data) + "\n\n"_ba;
}

QByteArray endEvent(const QString &status)
{
    return "event: end\ndata: "_ba + compact({{u"status"_s, status}}) + "\n\n"_ba;
}

} // namespace server
