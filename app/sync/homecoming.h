// SPDX-License-Identifier: Apache-2.0
// What comes home: an automation of a remote system that is made one of this machine.
#pragma once

#include "app/sync/provider.h"

namespace store {
class Store;
}

namespace syncing {

/// Makes the automation that `document` holds in its JSON form: as one of this machine, wherever it lived. Answers
/// `{id, name, paused}` of it. Corrupt where the document is none; else the errors of the document and of the store.
/// Answered on the thread of `context`, and not at all once that is gone.
Answer<QJsonValue> makeHere(QObject *context, store::Store &store, const Answer<QJsonValue> &document,
                            const domain::Actor &by);

} // namespace syncing
