// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/words.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

constexpr int decimal = 10;
constexpr int byteValues = 256;

bool isHex(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
}

bool isDecimal(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

base::Error tooLarge(const QString &field)
{
    return base::invalid(field, u"%1 must fit into 256 bits"_s.arg(field));
}

} // namespace

QByteArray keccak(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Keccak_256);
}

base::Result<QByteArray> bytesIn(const QString &text, const QString &field)
{
    const QString given = text.trimmed();
    if (!given.startsWith("0x"_L1) || given.size() % 2 != 0 || !isHex(QStringView(given).sliced(2))) {
        return base::invalid(field, u"%1 must be 0x and two hexadecimal digits a byte"_s.arg(field));
    }
    return QByteArray::fromHex(given.sliced(2).toLatin1());
}

QString hexText(const QByteArray &bytes)
{
    return u"0x"_s + QString::fromLatin1(bytes.toHex());
}

base::Result<QByteArray> addressIn(const QString &text, const QString &field)
{
    const base::Result<QByteArray> bytes = bytesIn(text, field);
    if (!bytes || bytes->size() != addressSize) {
        return base::invalid(field, u"%1 must be an address: 0x and 40 hexadecimal digits"_s.arg(field));
    }
    return *bytes;
}

QString checksummed(const QByteArray &address)
{
    QByteArray text = address.toHex();
    const QByteArray hash = keccak(text).toHex();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (hash.at(i) >= '8') { // digits are what they were
            text[i] = static_cast<char>(QChar::toUpper(static_cast<uchar>(text.at(i))));
        }
    }
    return u"0x"_s + QString::fromLatin1(text);
}

bool isSameAddress(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

base::Result<QByteArray> numberIn(const QString &text, const QString &field)
{
    const QString given = text.trimmed();
    if (given.startsWith("0x"_L1) && given.size() > 2 && isHex(QStringView(given).sliced(2))) {
        const QByteArray digits = given.sliced(2).toLatin1();
        const QByteArray bytes = QByteArray::fromHex(digits.size() % 2 == 0 ? digits : '0' + digits);
        return bytes.size() > wordSize ? base::Result<QByteArray>(tooLarge(field)) : padded(bytes);
    }
    if (!isDecimal(given)) {
        return base::invalid(field, u"%1 must be a whole number, not negative"_s.arg(field));
    }
    QByteArray word(wordSize, '\0');
    for (const QChar digit : given) {
        int carry = digit.digitValue();
        for (qsizetype i = wordSize - 1; i >= 0; --i) {
            const int value = static_cast<uchar>(word.at(i)) * decimal + carry;
            word[i] = static_cast<char>(value % byteValues);
            carry = value / byteValues;
        }
        if (carry != 0) {
            return tooLarge(field);
        }
    }
    return word;
}

QByteArray wordOf(quint64 number)
{
    QByteArray word(wordSize, '\0');
    for (qsizetype i = wordSize - 1; number != 0; --i, number /= byteValues) {
        word[i] = static_cast<char>(number % byteValues);
    }
    return word;
}

QByteArray padded(const QByteArray &bytes)
{
    return QByteArray(wordSize - bytes.size(), '\0') + bytes;
}

} // namespace providers::brahma
