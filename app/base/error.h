// SPDX-License-Identifier: Apache-2.0
// What went wrong, as a value. A closed set of codes, so that every wall (window, command line, HTTP) can answer with a
// switch without default; a plain English sentence for logs and the API; the field or position at fault where there is
// one.
#pragma once

#include <QString>

namespace base {

enum class ErrorCode {
    NotFound,    ///< The named object does not exist.
    Conflict,    ///< It exists in a newer version, or already, or is busy.
    Invalid,     ///< The caller's input is wrong; `field` names where.
    Denied,      ///< The caller may not do this.
    Unavailable, ///< Something needed is not there now: disk full, port in use, engine away.
    Timeout,     ///< It took longer than it was given.
    Cancelled,   ///< The caller or an operator took it back.
    Corrupt,     ///< Stored data is not what was written.
    Unsupported, ///< This build or machine can't do it.
    Internal,    ///< A mistake of ours.
};

struct [[nodiscard]] Error
{
    ErrorCode code = ErrorCode::Internal;
    QString context;   ///< What we were doing, or empty.
    QString detail;    ///< What was wrong and what would be right, one plain English sentence, not translated.
    QString field;     ///< Path of the wrong field (`triggers[0].cron`), or empty.
    int position = -1; ///< Character index inside the field, from 0, or -1.

    /// The sentence for logs, the command line and the API: context and detail.
    QString message() const;
    /// The same error one level further out: `path` is put in front of the field.
    Error inField(const QString &path) const;
};

/// The stable lower-case name the API sends: `not_found`, `invalid` …
QString errorCodeName(ErrorCode code);

Error invalid(const QString &field, const QString &detail);
Error notFound(const QString &what);
Error conflict(const QString &detail);
Error unavailable(const QString &context, const QString &detail);
Error internal(const QString &detail);

} // namespace base
