// SPDX-License-Identifier: Apache-2.0
// The processes of one run while it runs and somebody looks.
#pragma once

#include "app/base/result.h"
#include "app/domain/run.h"
#include "models/processes/processtree.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace models {

/// Lives on the main thread.
class ProcessWatch : public QObject
{
    Q_OBJECT

public:
    explicit ProcessWatch(QObject *parent = nullptr);

    /// Only a running one has any.
    void setRun(const std::optional<domain::Run> &run);
    /// Nothing is asked while it is not watched.
    void setWatched(bool watched);
    const QList<ProcessRow> &processes() const { return m_processes; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void ask();
    void take(const QList<ProcessRow> &processes);

    base::RunId m_run; ///< Empty where nothing runs.
    QList<ProcessRow> m_processes;
    QTimer m_timer;
    bool m_watched = false;
    bool m_asking = false;
    QThreadPool m_pool; ///< Ends before what its work looks at.
};

} // namespace models
