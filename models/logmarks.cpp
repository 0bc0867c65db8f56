// SPDX-License-Identifier: Apache-2.0
#include "models/logmarks.h"

#include "app/base/answer.h"

#include <algorithm>

namespace models {

LogMarks::LogMarks(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &store::Store::changed, this, [this](const store::Changes &changes) {
        const auto ours = [this](const store::Change &change) {
            return change.table == store::Table::Runs && (change.id.isEmpty() || change.id == m_run.text());
        };
        if (std::any_of(changes.cbegin(), changes.cend(), ours)) {
            read();
        }
    });
}

void LogMarks::setRun(const base::RunId &run)
{
    m_run = run;
    m_marks.clear();
    m_lines.clear();
    Q_EMIT changed();
    read();
}

void LogMarks::read()
{
    if (m_run.isEmpty()) {
        return;
    }
    base::onAnswer(this, m_store.marks().ofRun(m_run),
                   [this, run = m_run](const base::Result<QList<store::Mark>> &marks) {
                       if (run != m_run || !marks || *marks == m_marks) {
                           return; // What is wrong with the store is told by the log itself.
                       }
                       m_marks = *marks;
                       m_lines.clear();
                       for (const store::Mark &mark : std::as_const(m_marks)) {
                           m_lines.append(mark.line);
                       }
                       Q_EMIT changed();
                   });
}

const store::Mark *LogMarks::at(qint64 line) const
{
    const auto found = std::lower_bound(m_marks.cbegin(), m_marks.cend(), line,
                                        [](const store::Mark &mark, qint64 wanted) { return mark.line < wanted; });
    return found != m_marks.cend() && found->line == line ? &*found : nullptr;
}

void LogMarks::set(qint64 line, const QString &note, const QString &who)
{
    base::onAnswer(this, m_store.marks().set(m_run, {.line = line, .note = note, .madeBy = who, .madeAt = {}}),
                   [this](const base::Result<store::Mark> &mark) {
                       if (!mark) {
                           Q_EMIT failed(mark.error());
                       }
                   });
}

void LogMarks::remove(qint64 line)
{
    base::onAnswer(this, m_store.marks().remove(m_run, line), [this](const base::Result<store::Mark> &mark) {
        if (mark) {
            Q_EMIT removed(*mark);
        } else {
            Q_EMIT failed(mark.error());
        }
    });
}

} // namespace models
