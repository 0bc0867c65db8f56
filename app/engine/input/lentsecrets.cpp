// SPDX-License-Identifier: Apache-2.0
#include "app/engine/input/lentsecrets.h"

#include "app/base/answer.h"
#include "app/domain/input/secretrefs.h"
#include "app/engine/log.h"

namespace engine {

namespace {

constexpr base::Millis sweepAfter{500}; // many runs may end together

} // namespace

LentSecrets::LentSecrets(store::Store &store, secrets::SecretStore &secrets, QObject *parent)
    : QObject(parent), m_store(store), m_secrets(secrets)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(sweepAfter);
    connect(&m_timer, &QTimer::timeout, this, &LentSecrets::sweep);
    connect(&store, &store::Store::changed, this, &LentSecrets::onChanges);
    m_timer.start();
}

void LentSecrets::onChanges(const store::Changes &changes)
{
    for (const store::Change &change : changes) {
        if (change.table == store::Table::Secrets && change.kind != store::ChangeKind::Deleted) {
            m_lent = m_lent || domain::isLentName(change.id);
        } else if (change.table == store::Table::Runs && m_lent && !m_timer.isActive()) {
            m_timer.start();
        }
    }
}

void LentSecrets::sweep()
{
    base::onAnswer(this, m_store.secretRecords().lent(), [this](const base::Result<store::LentRecords> &records) {
        if (!records) {
            return;
        }
        m_lent = !records->needed.isEmpty();
        if (!records->over.isEmpty()) {
            takeBack(records->over);
        }
    });
}

/// A locked keyring may ask the person each time, so that it is tried again only when something else ends or starts.
void LentSecrets::takeBack(const QStringList &names)
{
    base::onAnswer(this, m_secrets.takeBack(names), [this](const base::Status &done) {
        if (!done) {
            qCWarning(logEngine, "secrets of runs that are over are still in the keyring: %s",
                      qUtf8Printable(done.error().message()));
        }
    });
}

} // namespace engine
