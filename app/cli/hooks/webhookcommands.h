// SPDX-License-Identifier: Apache-2.0
// The commands about webhooks, and their rows of the table.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

QList<CommandSpec> webhookRows();

void showWebhook(Session &session);
void rotateWebhook(Session &session);
void listDeliveries(Session &session);
void replayDelivery(Session &session);

} // namespace cli
