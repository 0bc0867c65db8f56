// SPDX-License-Identifier: Apache-2.0
// Sees the runs of a connection, newest first, as far as to those that are known; then those that were not over when
// they were seen last and were not among them.
#pragma once

#include "app/sync/step.h"

#include "app/store/mirrors/mirrors.h"

#include <QSet>

namespace syncing {

class RunLook final : public Step
{
    Q_OBJECT

public:
    using Step::Step;
    void start() override;

    /// Once finished: whether a run is not over there.
    bool somethingRuns() const { return m_somethingRuns; }
    /// Whether anything was not as it was known.
    bool somethingNew() const { return m_somethingNew; }

private:
    void askPage(const QString &cursor);
    void see(const Page<RemoteRun> &page);
    void note(const store::SeenRuns &seen);
    void lookAtOpen();
    void askNext();
    void countOpen();

    QSet<QString> m_cursors;
    QSet<QString> m_seen;
    QList<store::OpenThere> m_open;
    bool m_somethingRuns = false;
    bool m_somethingNew = false;
};

} // namespace syncing
