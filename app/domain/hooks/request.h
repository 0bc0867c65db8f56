// SPDX-License-Identifier: Apache-2.0
// What a run knows of the request that asked for it: the body as it came, the headers but those that carry
// credentials, the query. Values and pure functions.
#pragma once

#include "app/domain/hooks/form.h"
#include "app/domain/input/arguments.h"

namespace domain {

enum class BodyType { None, Json, Form, Text };

struct HookRequest
{
    BodyType type = BodyType::None;
    FormItems headers; ///< Names in lower case, in order.
    FormItems query;
    QByteArray body; ///< As it came, to the byte.

    friend bool operator==(const HookRequest &, const HookRequest &) = default;
};

/// By the media type, parameters aside: JSON (also `+json`), form, `text/…`. Empty for any other.
std::optional<BodyType> bodyTypeOf(const QByteArray &contentType);
/// Whether a run may see it: not what proves who somebody is, nor what only the two ends of a connection need.
bool isHeaderForRuns(const QByteArray &lowerCaseName);

/// A JSON value, an object of a form, or text; null where there is no body. Invalid where it is not what it says.
base::Result<QJsonValue> bodyValue(const HookRequest &request);
/// `{body, headers, queryParameters}`, as handlers and SIGNALBOX_REQUEST have it.
QJsonObject requestDocument(const HookRequest &request);
/// What `body` says of the arguments: its list `task_arguments` by position, else an object by name, an array by
/// position. Names that are none are not looked at; a secret is never filled.
ArgumentValues argumentsIn(const QJsonValue &body, const QList<Argument> &arguments);

/// All but the body, for a row of the store.
QJsonObject headToJson(const HookRequest &request);
HookRequest headFromJson(const QJsonObject &object);

} // namespace domain
