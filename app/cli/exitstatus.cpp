// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exitstatus.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

base::ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
        return base::ErrorCode::Denied;
    case 404:
        return base::ErrorCode::NotFound;
    case 409:
        return base::ErrorCode::Conflict;
    case 408:
    case 429:
    case 502:
    case 503:
    case 504:
        return base::ErrorCode::Unavailable;
    default:
        return status >= 400 && status < 500 ? base::ErrorCode::Invalid : base::ErrorCode::Internal;
    }
}

} // namespace

Exit exitOf(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::NotFound:
        return Exit::NotFound;
    case base::ErrorCode::Conflict:
        return Exit::Conflict;
    case base::ErrorCode::Invalid:
        return Exit::Invalid;
    case base::ErrorCode::Denied:
        return Exit::Denied;
    case base::ErrorCode::Unavailable:
    case base::ErrorCode::Timeout:
        return Exit::Unavailable;
    case base::ErrorCode::Cancelled:
    case base::ErrorCode::Corrupt:
    case base::ErrorCode::Unsupported:
    case base::ErrorCode::Internal:
        return Exit::Failed;
    }
    return Exit::Failed;
}

base::Error errorOfAnswer(int status, const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    base::Error error;
    error.code = codeOfStatus(status);
    error.detail = object.value("detail"_L1).toString();
    error.field = object.value("field"_L1).toString();
    error.position = object.value("position"_L1).toInt(-1);
    if (error.detail.isEmpty()) {
        error.detail = u"the engine answered with HTTP status %1"_s.arg(status);
    }
    return error;
}

} // namespace cli
