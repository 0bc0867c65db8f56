// SPDX-License-Identifier: Apache-2.0
#include "models/several/logcompare.h"

#include "app/base/answer.h"
#include "models/parts/pool.h"
#include "models/several/likeness.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qint64 pageLines = 65536;

} // namespace

void LogCompare::start(const base::RunId &left, const base::RunId &right)
{
    ++m_generation;
    m_runs[0] = left;
    m_runs[1] = right;
    m_numbers[0].clear();
    m_numbers[1].clear();
    m_side = 0;
    m_alignment = {};
    read();
}

void LogCompare::read()
{
    base::onAnswer(this, m_store.logs().read(m_runs[m_side], m_numbers[m_side].size(), pageLines),
                   [this, generation = m_generation](const base::Result<store::LogChunk> &chunk) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (chunk) {
                           take(*chunk);
                       } else if (chunk.error().code == base::ErrorCode::NotFound) {
                           take({}); // it wrote nothing
                       } else {
                           Q_EMIT failed(chunk.error());
                       }
                   });
}

void LogCompare::take(const store::LogChunk &chunk)
{
    if (chunk.spans.isEmpty()) {
        if (m_side == 1) {
            alignBoth();
        } else {
            m_side = 1;
            read();
        }
        return;
    }
    base::onAnswer(this, inPool<QList<quint64>>([chunk] { return likenesses(chunk); }),
                   [this, generation = m_generation](const base::Result<QList<quint64>> &numbers) {
                       if (generation != m_generation || !numbers) {
                           return;
                       }
                       m_numbers[m_side].append(*numbers);
                       if (m_numbers[m_side].size() > mostLines) {
                           Q_EMIT failed(
                               base::invalid({}, u"a log of more than %1 lines is not compared"_s.arg(mostLines)));
                           return;
                       }
                       Q_EMIT progressed(m_numbers[0].size() + m_numbers[1].size());
                       read();
                   });
}

void LogCompare::alignBoth()
{
    const auto work = [left = m_numbers[0], right = m_numbers[1]] { return align(left, right); };
    base::onAnswer(this, inPool<Alignment>(work),
                   [this, generation = m_generation](const base::Result<Alignment> &alignment) {
                       if (generation == m_generation && alignment) {
                           m_alignment = *alignment;
                           Q_EMIT finished();
                       }
                   });
}

} // namespace models
