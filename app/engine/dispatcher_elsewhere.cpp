// SPDX-License-Identifier: Apache-2.0
// Runs of automations that live at remote systems: what may start is handed over in the store, and keeps its turn here
// until somebody told the store of its end.
#include "app/engine/dispatcher.h"

#include "app/base/answer.h"
#include "app/domain/reasons.h"

using namespace Qt::StringLiterals;

namespace engine {

void Dispatcher::handOver(const base::RunId &id)
{
    base::onAnswer(this, m_store.runs().handOver(id),
                   [this, id](const base::Result<domain::Run> &result) { onHandedOver(result, id); });
}

void Dispatcher::onHandedOver(const base::Result<domain::Run> &result, const base::RunId &id)
{
    if (result && domain::isElsewhere(*result)) {
        m_open.started(id);
        followElsewhere({id}); // it may be over by now
        tellWhenQuiet();
        return;
    }
    settled(id);
    tellWhenQuiet();
    if (result) {
        take(*result); // people are asked about it first
    } else if (result.error().code == base::ErrorCode::Unsupported ||
               result.error().code == base::ErrorCode::NotFound) {
        drop(id, domain::RunStatus::Failed, domain::reason::notStarted(result.error().message()));
    } else if (isTransient(result.error())) {
        m_again.start();
    }
}

/// Those of engines before this one.
void Dispatcher::readHandedOver()
{
    base::onAnswer(this, m_store.runs().handedOver(), [this](const base::Result<QList<domain::Run>> &runs) {
        if (!runs) {
            m_again.start();
            return;
        }
        QList<base::RunId> taken;
        for (const domain::Run &run : *runs) {
            const domain::Automation *automation = m_book.find(run.automationId);
            if (m_running && automation && !m_open.contains(run.id)) {
                goesOn(run, *automation);
                taken.append(run.id);
            }
        }
        followElsewhere(taken); // what ended while this was read is not told of again
    });
}

void Dispatcher::followElsewhere(const QList<base::RunId> &ids)
{
    base::onAnswer(this, m_store.runs().some(ids), [this, ids](const base::Result<QList<domain::Run>> &runs) {
        if (!runs) {
            m_again.start();
            return;
        }
        QSet<base::RunId> open;
        for (const domain::Run &run : *runs) {
            if (!domain::isFinal(run.status)) {
                open.insert(run.id);
            }
        }
        for (const base::RunId &id : ids) {
            if (!open.contains(id)) {
                settled(id);
            }
        }
    });
}

} // namespace engine
