// SPDX-License-Identifier: Apache-2.0
#include "app/store/sql/sqlerror.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

int primary(int code)
{
    return code & 0xff;
}

base::Error away(const QString &detail)
{
    return base::unavailable({}, detail);
}

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .context = {}, .detail = detail, .field = {}};
}

base::Error constraintError(int code, const QString &text)
{
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) {
        return base::conflict(u"it exists already"_s);
    }
    return base::internal(u"a rule of the store refused the row (%1: %2)"_s.arg(code).arg(text));
}

} // namespace

base::Error sqlError(int code, const QString &path, const QString &text)
{
    switch (primary(code)) {
    case SQLITE_FULL:
        return away(u"the disk is full: %1"_s.arg(path));
    case SQLITE_READONLY:
        return away(u"the file can't be written, it is read-only: %1"_s.arg(path));
    case SQLITE_IOERR:
        return away(u"reading or writing the file failed (SQLite code %1): %2"_s.arg(code).arg(path));
    case SQLITE_CANTOPEN:
        return away(u"the file can't be opened: %1"_s.arg(path));
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return away(u"the file may not be used by this account: %1"_s.arg(path));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return away(u"another program keeps the file locked: %1"_s.arg(path));
    case SQLITE_NOMEM:
        return away(u"there is not enough memory"_s);
    case SQLITE_NOTADB:
        return corrupt(u"the file is not a database of Signalbox: %1"_s.arg(path));
    case SQLITE_CORRUPT:
        return corrupt(u"the file is damaged: %1"_s.arg(path));
    case SQLITE_TOOBIG:
        return base::invalid({}, u"the value is too large to be stored"_s);
    case SQLITE_CONSTRAINT:
        return constraintError(code, text);
    default:
        return base::internal(u"SQLite refused (code %1): %2"_s.arg(code).arg(text));
    }
}

bool isLasting(int code)
{
    switch (primary(code)) {
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return true;
    default:
        return false;
    }
}

bool isInputOutput(int code)
{
    return primary(code) == SQLITE_IOERR;
}

} // namespace store
