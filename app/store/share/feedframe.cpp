// SPDX-License-Identifier: Apache-2.0
#include "app/store/share/feedframe.h"

#include <QCborArray>
#include <QCborValue>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qsizetype prefixSize = 4;

QByteArray body(const Changes &changes)
{
    QCborArray array;
    for (const Change &change : changes) {
        array.append(QCborArray{static_cast<int>(change.table), static_cast<int>(change.kind), change.id});
    }
    return array.toCborValue().toCbor();
}

Changes withoutIds(const Changes &changes)
{
    Changes tables;
    for (const Change &change : changes) {
        const Change all{change.table, ChangeKind::Updated, {}};
        if (!tables.contains(all)) {
            tables.append(all);
        }
    }
    return tables;
}

base::Error garbage()
{
    return base::invalid({}, u"what came over the socket of changes is not a list of changes"_s);
}

std::optional<Change> readChange(const QCborValue &value)
{
    const QCborArray parts = value.toArray();
    const qint64 table = parts.at(0).toInteger(-1);
    const qint64 kind = parts.at(1).toInteger(-1);
    if (parts.size() != 3 || table < 0 || table > static_cast<int>(Table::Windows) || kind < 0 ||
        kind > static_cast<int>(ChangeKind::Deleted) || !parts.at(2).isString()) {
        return std::nullopt;
    }
    return Change{static_cast<Table>(table), static_cast<ChangeKind>(kind), parts.at(2).toString()};
}

base::Result<std::optional<Changes>> readBody(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isArray()) {
        return garbage();
    }
    Changes changes;
    const QCborArray array = value.toArray();
    for (const QCborValue &item : array) {
        const std::optional<Change> change = readChange(item);
        if (!change) {
            return garbage();
        }
        changes.append(*change);
    }
    return std::optional(changes);
}

} // namespace

QByteArray encodeFrame(const Changes &changes)
{
    QByteArray bytes = body(changes);
    if (bytes.size() > largestFrame) {
        bytes = body(withoutIds(changes));
    }
    QByteArray frame(prefixSize, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(bytes.size()), frame.data());
    return frame + bytes;
}

base::Result<std::optional<Changes>> takeFrame(QByteArray &buffer)
{
    if (buffer.size() < prefixSize) {
        return std::optional<Changes>();
    }
    const qint64 length = qFromBigEndian<quint32>(buffer.constData());
    if (length > largestFrame) {
        return garbage();
    }
    if (buffer.size() < prefixSize + length) {
        return std::optional<Changes>();
    }
    const QByteArray bytes = buffer.mid(prefixSize, length);
    buffer.remove(0, prefixSize + length);
    return readBody(bytes);
}

} // namespace store
