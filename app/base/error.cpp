// SPDX-License-Identifier: Apache-2.0
#include "app/base/error.h"

#include "app/base/wordtable.h"

using namespace Qt::StringLiterals;

namespace base {

namespace {

constexpr WordTable<ErrorCode, ErrorCode::Internal> codeNames({{
    {ErrorCode::NotFound, u"not_found"},
    {ErrorCode::Conflict, u"conflict"},
    {ErrorCode::Invalid, u"invalid"},
    {ErrorCode::Denied, u"denied"},
    {ErrorCode::Unavailable, u"unavailable"},
    {ErrorCode::Timeout, u"timeout"},
    {ErrorCode::Cancelled, u"cancelled"},
    {ErrorCode::Corrupt, u"corrupt"},
    {ErrorCode::Unsupported, u"unsupported"},
    {ErrorCode::Internal, u"internal"},
}});

} // namespace

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
    return codeNames.of(code);
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
