// SPDX-License-Identifier: Apache-2.0
// How a run that may start is handed over, and what its place among the open ones is afterwards.
#include "app/engine/dispatcher.h"

#include "app/base/answer.h"
#include "app/domain/reasons.h"
#include "app/engine/log.h"

using namespace Qt::StringLiterals;

namespace engine {

void Dispatcher::begin(domain::Run run, const domain::Automation &automation)
{
    leave(run.id);
    m_open.put(run, automation);
    if (!automation.connectionId.isEmpty()) {
        handOver(run.id);
        return;
    }
    base::onAnswer(this, m_store.runs().start(run.id, m_engine, automation.version),
                   [this, id = run.id, automation](const base::Result<domain::Run> &result) {
                       onStarted(result, id, automation);
                   });
}

void Dispatcher::onStarted(const base::Result<domain::Run> &result, const base::RunId &id,
                           const domain::Automation &automation)
{
    if (result && result->status != domain::RunStatus::Running) {
        settled(id); // people are asked about it first
        take(*result);
        tellWhenQuiet();
    } else if (result && m_running) {
        m_open.started(id);
        Q_EMIT admitted(*result, automation);
        if (automation.overlap == domain::Overlap::Replace) {
            considerSoon(); // one that replaces it could not end it before
        }
    } else if (result) {
        takeBack(id);
    } else {
        settled(id);
        tellWhenQuiet();
        if (isTransient(result.error())) {
            qCWarning(logEngine, "run %s could not be started: %s", qUtf8Printable(id.text()),
                      qUtf8Printable(result.error().message()));
            m_again.start();
        }
    }
}

/// The engine was stopped while it was being started: the next one starts it.
void Dispatcher::takeBack(const base::RunId &id)
{
    base::onAnswer(this, m_store.runs().takeBack(id, u"the engine was stopped before it began"_s),
                   [this, id](const base::Result<domain::Run> &result) {
                       if (!result) {
                           qCWarning(logEngine, "run %s could not be taken back: %s", qUtf8Printable(id.text()),
                                     qUtf8Printable(result.error().message()));
                       }
                       settled(id);
                       tellWhenQuiet();
                   });
}

void Dispatcher::goesOn(const domain::Run &run, const domain::Automation &automation)
{
    m_open.put(run, automation);
    m_open.started(run.id);
}

void Dispatcher::workEnded(const base::RunId &id)
{
    if (m_open.rest(id)) {
        considerSoon();
    }
}

void Dispatcher::settled(const base::RunId &id)
{
    if (m_open.remove(id)) {
        considerSoon();
    }
}

// Runs of automations that live at remote systems: what may start is handed over in the store, and keeps its turn here
// until somebody told the store of its end.

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
