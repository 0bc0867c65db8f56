// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/typeddata.h"

#include "app/providers/brahma/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

const QByteArray domainName = "EIP712Domain";
constexpr quint64 mostSmall = 255; // of uint8

base::Result<QByteArray> smallNumber(const QString &text, const QString &field)
{
    TRY(const QByteArray word, numberIn(text, field));
    if (word > wordOf(mostSmall)) {
        return base::invalid(field, u"%1 must be at most 255"_s.arg(field));
    }
    return word;
}

base::Result<QByteArray> hashOfAddresses(const QJsonArray &addresses, const QString &field)
{
    QByteArray words;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        TRY(const QByteArray address, addressIn(addresses.at(i).toString(), u"%1[%2]"_s.arg(field).arg(i)));
        words += padded(address);
    }
    return keccak(words);
}

/// The word that a member is in its struct.
base::Result<QByteArray> encoded(const Member &member)
{
    const QString field = QString::fromLatin1(member.name);
    const QString text = member.value.toString();
    if (member.type == "uint256") {
        return numberIn(text, field);
    }
    if (member.type == "uint8") {
        return smallNumber(text, field);
    }
    if (member.type == "bool") {
        return wordOf(member.value.toBool() ? 1 : 0);
    }
    if (member.type == "string") {
        return keccak(text.toUtf8());
    }
    if (member.type == "bytes") {
        TRY(const QByteArray bytes, bytesIn(text, field));
        return keccak(bytes);
    }
    if (member.type == "address[]") {
        return hashOfAddresses(member.value.toArray(), field);
    }
    TRY(const QByteArray address, addressIn(text, field));
    return padded(address);
}

QJsonArray typesOf(const QList<Member> &members)
{
    QJsonArray types;
    for (const Member &member : members) {
        types.append(
            QJsonObject{{u"name"_s, QString::fromLatin1(member.name)}, {u"type"_s, QString::fromLatin1(member.type)}});
    }
    return types;
}

QJsonObject valuesOf(const QList<Member> &members)
{
    QJsonObject values;
    for (const Member &member : members) {
        values.insert(QString::fromLatin1(member.name), member.value);
    }
    return values;
}

} // namespace

QByteArray typeText(const QByteArray &name, const QList<Member> &members)
{
    QByteArrayList parts;
    for (const Member &member : members) {
        parts.append(member.type + ' ' + member.name);
    }
    return name + '(' + parts.join(',') + ')';
}

base::Result<QByteArray> structHash(const QByteArray &name, const QList<Member> &members)
{
    QByteArray words = keccak(typeText(name, members));
    for (const Member &member : members) {
        TRY(const QByteArray word, encoded(member));
        words += word;
    }
    return keccak(words);
}

base::Result<QByteArray> separatorOf(const TypedData &data)
{
    return structHash(domainName, data.domain);
}

base::Result<QByteArray> digestOf(const TypedData &data)
{
    TRY(const QByteArray separator, separatorOf(data));
    TRY(const QByteArray message, structHash(data.primary, data.message));
    return keccak("\x19\x01" + separator + message);
}

QJsonObject toJson(const TypedData &data)
{
    const QString primary = QString::fromLatin1(data.primary);
    return {{u"types"_s,
             QJsonObject{{QString::fromLatin1(domainName), typesOf(data.domain)}, {primary, typesOf(data.message)}}},
            {u"domain"_s, valuesOf(data.domain)},
            {u"primaryType"_s, primary},
            {u"message"_s, valuesOf(data.message)}};
}

} // namespace providers::brahma
