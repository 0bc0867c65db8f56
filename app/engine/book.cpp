// SPDX-License-Identifier: Apache-2.0
#include "app/engine/book.h"

#include "app/base/answer.h"
#include "app/engine/log.h"
#include "app/store/store.h"

namespace engine {

Book::Book(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&m_store, &store::Store::changed, this, &Book::onChanges, Qt::QueuedConnection);
}

void Book::load()
{
    base::onAnswer(this, m_store.automations().list(), [this](const base::Result<QList<domain::Automation>> &result) {
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        QSet<base::AutomationId> seen;
        for (const domain::Automation &automation : *result) {
            seen.insert(automation.id);
            put(automation);
        }
        const QList<base::AutomationId> known = m_automations.keys();
        for (const base::AutomationId &id : known) {
            if (!seen.contains(id)) {
                drop(id);
            }
        }
        if (!m_loaded) {
            readPauses();
        }
    });
}

void Book::readPauses()
{
    base::onAnswer(this, m_store.pauses().allPaused(), [this](const base::Result<store::AllPaused> &result) {
        if (!result && !m_loaded) {
            Q_EMIT failed(result.error());
        } else if (!result) {
            qCWarning(logEngine, "whether everything is paused could not be read: %s",
                      qUtf8Printable(result.error().message()));
        } else if (std::exchange(m_allPaused, *result) != *result && m_loaded) {
            Q_EMIT allPausedChanged();
        }
        if (result && !m_loaded) {
            readWindows();
        }
    });
}

void Book::readWindows()
{
    base::onAnswer(this, m_store.windows().list(), [this](const base::Result<QList<domain::MaintenanceWindow>> &all) {
        if (!all && !m_loaded) {
            Q_EMIT failed(all.error());
            return;
        }
        if (!all) {
            qCWarning(logEngine, "the maintenance windows could not be read: %s",
                      qUtf8Printable(all.error().message()));
            return;
        }
        m_windows = domain::WindowStanding(*all);
        for (const QString &name : m_windows.unreadable()) {
            qCWarning(logEngine, "the maintenance window %s can't be understood and is left out", qUtf8Printable(name));
        }
        m_loaded ? Q_EMIT windowsChanged() : finishLoading();
    });
}

void Book::finishLoading()
{
    m_loaded = true;
    Q_EMIT loaded();
    if (m_stale) {
        load();
        readPauses();
        readWindows();
    }
}

const domain::Automation *Book::find(const base::AutomationId &id) const
{
    const auto found = m_automations.constFind(id);
    return found == m_automations.constEnd() ? nullptr : &found.value();
}

void Book::onChanges(const store::Changes &changes)
{
    if (!m_loaded) {
        m_stale = true;
        return;
    }
    for (const store::Change &change : changes) {
        if (change.table == store::Table::Pauses) {
            readPauses();
        }
        if (change.table == store::Table::Windows) {
            readWindows();
        }
        if (change.table != store::Table::Automations) {
            continue;
        }
        if (change.id.isEmpty()) {
            load();
        } else {
            read(base::AutomationId(change.id));
        }
    }
}

void Book::read(const base::AutomationId &id)
{
    base::onAnswer(this, m_store.automations().get(id), [this, id](const base::Result<domain::Automation> &result) {
        if (result) {
            put(*result);
        } else if (result.error().code == base::ErrorCode::NotFound) {
            drop(id);
        } else {
            qCWarning(logEngine, "automation %s could not be read: %s", qUtf8Printable(id.text()),
                      qUtf8Printable(result.error().message()));
        }
    });
}

void Book::put(const domain::Automation &automation)
{
    const auto known = m_automations.constFind(automation.id);
    // An answer that was overtaken by a newer one is stale.
    if (known != m_automations.constEnd() && known->version >= automation.version) {
        return;
    }
    m_automations.insert(automation.id, automation);
    if (m_loaded) {
        Q_EMIT changed(automation.id);
    }
}

void Book::drop(const base::AutomationId &id)
{
    if (m_automations.remove(id) > 0) {
        Q_EMIT removed(id);
    }
}

} // namespace engine
