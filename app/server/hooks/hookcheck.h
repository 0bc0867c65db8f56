// SPDX-License-Identifier: Apache-2.0
// What a request to a webhook says, and whether it may say it: signature, body, arguments. Pure functions, safe on
// every thread.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/hooks/request.h"
#include "app/server/http/message.h"

namespace server {

/// Whether it came to a webhook or to a secret key, whose old callers call a form JSON and may name the task.
enum class Door { Webhook, SecretKey };

struct HookQuestion
{
    domain::HookRequest request;
    domain::Automation automation;
    std::optional<QString> secret; ///< The text of the secret it must be signed with.
    Door door = Door::Webhook;
    base::Instant now;
};

struct HookFinding
{
    std::optional<base::Error> refusal; ///< Denied: the signature; NotFound: meant for another; Invalid: the rest.
    QString senderId;
    domain::ArgumentValues arguments;
    domain::HookRequest request; ///< With the type its body turned out to have.
};

/// The body must have been read.
domain::HookRequest hookRequestOf(const Request &request);
HookFinding examineHook(const HookQuestion &question);

} // namespace server
