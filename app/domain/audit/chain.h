// SPDX-License-Identifier: Apache-2.0
// The audit as a chain: the hash of a row is SHA-256 of the hash before it and of the row's own text, so that a
// changed, removed or exchanged row is found by whoever has the ones around it. Pure.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/rights/rights.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QCryptographicHash>
#include <QString>

namespace domain {

struct AuditEntry
{
    qint64 seq = 0; ///< Given by the store, from 1 on.
    base::Instant at = {};
    Actor by = {};       ///< Of the row the name, and from where.
    QString action;      ///< `create`, `edit`, `delete`, `approve` …
    QString subject;     ///< The id of what it was done to; `*` is everything.
    QString detail = {}; ///< One line, such as its name.
    QString before = {}; ///< JSON objects of the fields that changed; empty where there is none.
    QString after = {};

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

/// What stands before the first row: 32 zero bytes.
QByteArray chainStart();
/// The row as one line of JSON, in one wording only, without what closes it.
QByteArray chainText(const AuditEntry &entry);

/// Hashes row after row. Belongs to one thread.
class Chain
{
public:
    /// 32 bytes: the hash of the row with this text, after the one with the hash `previous`.
    QByteArray next(const QByteArray &previous, QByteArrayView text);

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// Writes a file of rows: a heading that names where it begins, a line for each row with its hash, a last line whose
/// hash is also of the heading and of how many they are.
class AuditExporter
{
public:
    AuditExporter(qint64 firstSeq, QByteArray previous);
    void add(const QByteArray &text, const QByteArray &hash);
    /// The whole of it; nothing is added afterwards.
    QByteArray finish();
    qint64 rows() const { return m_rows; }

private:
    QByteArray m_heading;
    QByteArray m_hash;
    QByteArray m_out;
    qint64 m_rows = 0;
};

/// The number of rows of an export that is whole. Corrupt, naming the line, where one byte of it is not what was
/// written.
base::Result<qint64> verifyExport(QByteArrayView bytes);

} // namespace domain
