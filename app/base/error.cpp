// SPDX-License-Identifier: Apache-2.0
#include "app/base/error.h"

using namespace Qt::StringLiterals;

namespace base {

QString Error::message() const
{
    if (context.isEmpty()) {
        return detail;
    }
    return detail.isEmpty() ? context : context + u": "_s + detail;
}

Error Error::inField(const QString &path) const
{
    Error outer = *this;
    if (field.isEmpty()) {
        outer.field = path;
    } else {
        outer.field = field.startsWith(u'[') ? path + field : path + u'.' + field;
    }
    return outer;
}

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return u"not_found"_s;
    case ErrorCode::Conflict:
        return u"conflict"_s;
    case ErrorCode::Invalid:
        return u"invalid"_s;
    case ErrorCode::Denied:
        return u"denied"_s;
    case ErrorCode::Unavailable:
        return u"unavailable"_s;
    case ErrorCode::Timeout:
        return u"timeout"_s;
    case ErrorCode::Cancelled:
        return u"cancelled"_s;
    case ErrorCode::Corrupt:
        return u"corrupt"_s;
    case ErrorCode::Unsupported:
        return u"unsupported"_s;
    case ErrorCode::Internal:
        return u"internal"_s;
    }
    Q_UNREACHABLE();
}

Error invalid(const QString &field, const QString &detail)
{
    return {.code = ErrorCode::Invalid, .context = {}, .detail = detail, .field = field};
}

Error notFound(const QString &what)
{
    return {.code = ErrorCode::NotFound, .context = {}, .detail = what + u" does not exist"_s, .field = {}};
}

Error conflict(const QString &detail)
{
    return {.code = ErrorCode::Conflict, .context = {}, .detail = detail, .field = {}};
}

Error unavailable(const QString &context, const QString &detail)
{
    return {.code = ErrorCode::Unavailable, .context = context, .detail = detail, .field = {}};
}

Error internal(const QString &detail)
{
    return {.code = ErrorCode::Internal, .context = {}, .detail = detail, .field = {}};
}

} // namespace base
