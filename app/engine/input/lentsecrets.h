// SPDX-License-Identifier: Apache-2.0
// Secrets that were lent to single runs are taken back once those are over, however they ended.
#pragma once

#include "app/secrets/secretstore.h"
#include "app/store/store.h"

#include <QObject>
#include <QTimer>

namespace engine {

/// Lives on the engine thread.
class LentSecrets : public QObject
{
    Q_OBJECT

public:
    LentSecrets(store::Store &store, secrets::SecretStore &secrets, QObject *parent = nullptr);

private:
    void onChanges(const store::Changes &changes);
    void sweep();
    void takeBack(const QStringList &names);

    store::Store &m_store;
    secrets::SecretStore &m_secrets;
    bool m_lent = false; // to a run that is not over
    QTimer m_timer;
};

} // namespace engine
