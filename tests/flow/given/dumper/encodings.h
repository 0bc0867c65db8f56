// SPDX-License-Identifier: Apache-2.0
// How a program may print a value that it was given in confidence. Written without a look at what masks it.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QList>

#include <cctype>

namespace test {

struct Encoded
{
    const char *name;
    QByteArray text;
};

inline QList<Encoded> encodings(const QByteArray &value)
{
    const QByteArray half = value.first(value.size() / 2) + '\n' + value.sliced(value.size() / 2);
    const QByteArray json = QJsonDocument(QJsonArray{QString::fromUtf8(value)}).toJson(QJsonDocument::Compact);
    QByteArray wrapped = value.repeated(2).toHex();
    wrapped.insert(60, '\n');
    QByteArray lower;
    for (const char c : value) {
        lower += std::isalnum(static_cast<unsigned char>(c)) ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex();
    }
    return {{"raw", value},
            {"base64", value.toBase64()},
            {"base64 after one", ("x" + value).toBase64()},
            {"base64 after two", ("xy" + value).toBase64()},
            {"base64url", ("xy" + value).toBase64(QByteArray::Base64UrlEncoding)},
            {"hex", value.toHex()},
            {"HEX", value.toHex().toUpper()},
            {"url", lower},
            {"URL", value.toPercentEncoding()},
            {"json", json},
            {"over two lines", half},
            {"hex over two lines", wrapped}};
}

} // namespace test
