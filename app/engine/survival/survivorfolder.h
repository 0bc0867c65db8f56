// SPDX-License-Identifier: Apache-2.0
// `survivors/` in the runtime folder of a store: for each run that outlives its engine a socket named after it, at
// which its worker waits, and the files that its program still needs.
#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/engine/runnerwire.h"

namespace engine {

class SurvivorFolder
{
public:
    explicit SurvivorFolder(const QString &runtimeDirectory);

    const QString &path() const { return m_path; }
    /// A listening socket for the run's worker. Unavailable where it can't be made.
    base::Result<wire::Fd> listen(const base::RunId &run) const;
    /// A connection to the run's worker, which has not answered yet. NotFound where nobody listens there.
    base::Result<wire::Fd> connect(const base::RunId &run) const;
    /// For a file that the run's program reads while it runs, or a link to one that has to lie elsewhere.
    QString fileFor(const base::RunId &run, const QString &name) const;
    /// All that have something here.
    QList<base::RunId> runs() const;
    /// Removes all of it, and what is linked to.
    void forget(const base::RunId &run) const;

private:
    QString m_path;
};

} // namespace engine
