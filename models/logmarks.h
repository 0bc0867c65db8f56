// SPDX-License-Identifier: Apache-2.0
// The marks in the log of one run, as the store has them now, whoever made them.
#pragma once

#include "app/search/lineset.h"
#include "app/store/store.h"

namespace models {

/// Lives on the main thread.
class LogMarks : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive it.
    explicit LogMarks(store::Store &store, QObject *parent = nullptr);

    void setRun(const base::RunId &run);
    const QList<store::Mark> &marks() const { return m_marks; } ///< By line.
    const search::LineSet &lines() const { return m_lines; }
    /// Null where the line has none.
    const store::Mark *at(qint64 line) const;

    /// Makes one or gives it another note.
    void set(qint64 line, const QString &note, const QString &who);
    void remove(qint64 line);

Q_SIGNALS:
    void changed();
    void removed(const store::Mark &mark);
    void failed(const base::Error &error);

private:
    void read();

    store::Store &m_store;
    base::RunId m_run;
    QList<store::Mark> m_marks;
    search::LineSet m_lines;
};

} // namespace models
