// SPDX-License-Identifier: Apache-2.0
// What became of the rows of a SQLite file that others write: kept as it was, and compared later.
#pragma once

#include <QTemporaryDir>

struct sqlite3;

namespace bench {

class RowCompare
{
public:
    /// Keeps a copy of the file as it is.
    explicit RowCompare(const QString &file);
    ~RowCompare();
    Q_DISABLE_COPY_MOVE(RowCompare)

    /// Rows that were added, removed or changed since; a changed one counts twice.
    int differing() const;
    /// Whether nobody has committed a write since, not even of what was there before.
    bool isUntouched() const { return version() == m_version; }

private:
    qint64 number(const QByteArray &sql) const;
    qint64 version() const { return number("PRAGMA data_version"); }

    sqlite3 *m_db = nullptr;
    QTemporaryDir m_folder;
    qint64 m_version = 0;
};

} // namespace bench
