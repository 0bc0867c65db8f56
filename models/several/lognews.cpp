// SPDX-License-Identifier: Apache-2.0
#include "models/several/lognews.h"

#include "app/base/answer.h"
#include "models/parts/pool.h"
#include "models/several/likeness.h"

namespace models {

namespace {

constexpr qint64 pageLines = 65536;

} // namespace

void LogNews::compareWithLastDone(const domain::Run &run)
{
    store::RunQuery query;
    query.automation = run.automationId;
    query.statuses = {domain::RunStatus::Done};
    query.before = run.id;
    query.limit = 1;
    base::onAnswer(this, m_store.runs().page(query),
                   [this, run, generation = ++m_generation](const base::Result<QList<domain::Run>> &runs) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (!runs) {
                           Q_EMIT failed(runs.error());
                       } else if (runs->isEmpty()) {
                           Q_EMIT none();
                       } else {
                           compare(run, runs->constFirst());
                       }
                   });
}

void LogNews::compare(const domain::Run &run, const domain::Run &other)
{
    ++m_generation;
    m_run = run;
    m_other = other;
    m_known.clear();
    m_lines.clear();
    m_compared = 0;
    read(Side::Other, 0);
}

void LogNews::read(Side side, qint64 from)
{
    const base::RunId id = side == Side::Other ? m_other.id : m_run.id;
    base::onAnswer(this, m_store.logs().read(id, from, pageLines),
                   [this, side, generation = m_generation](const base::Result<store::LogChunk> &chunk) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (chunk) {
                           take(side, *chunk);
                       } else if (chunk.error().code == base::ErrorCode::NotFound) {
                           take(side, {}); // it wrote nothing
                       } else {
                           Q_EMIT failed(chunk.error());
                       }
                   });
}

void LogNews::take(Side side, const store::LogChunk &chunk)
{
    if (chunk.spans.isEmpty()) {
        if (side == Side::Other) {
            read(Side::Own, 0);
        } else {
            Q_EMIT finished();
        }
        return;
    }
    base::onAnswer(
        this, inPool<QList<quint64>>([chunk] { return likenesses(chunk); }),
        [this, side, first = chunk.firstLine, generation = m_generation](const base::Result<QList<quint64>> &numbers) {
            if (generation != m_generation || !numbers) {
                return;
            }
            for (qsizetype i = 0; i < numbers->size(); ++i) {
                if (side == Side::Other) {
                    m_known.insert(numbers->at(i));
                } else if (!m_known.contains(numbers->at(i))) {
                    m_lines.append(first + i);
                }
            }
            const qint64 next = first + numbers->size();
            m_compared = side == Side::Own ? next : 0;
            Q_EMIT progressed();
            read(side, next);
        });
}

} // namespace models
