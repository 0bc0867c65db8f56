// SPDX-License-Identifier: Apache-2.0
#include "app/engine/input/ledger.h"

namespace engine {

secrets::Ledger ledgerOf(store::Store &store)
{
    store::SecretRecords &records = store.secretRecords();
    return {.service = [&records] { return records.service(); },
            .written = [&records](const QStringList &names) { return records.written(names); },
            .noteWritten = [&records](const QStringList &names,
                                      const domain::Actor &by) { return records.noteWritten(names, by); },
            .noteRemoved = [&records](const QStringList &names,
                                      const domain::Actor &by) { return records.noteRemoved(names, by); }};
}

} // namespace engine
