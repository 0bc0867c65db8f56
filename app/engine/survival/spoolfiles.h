// SPDX-License-Identifier: Apache-2.0
// The spooled output of a run, as engines see it, and the ledger that says up to where it is in the log.
#pragma once

#include "app/base/result.h"
#include "app/engine/runnerwire.h"
#include "app/engine/survival/logplace.h"

#include <memory>

namespace engine {

struct Ledger;

class SpoolFiles
{
public:
    /// New and empty, without names, on the file system of `folder`.
    static base::Result<SpoolFiles> create(const QString &folder);
    /// What a worker has handed over; Corrupt where the ledger is none.
    static base::Result<SpoolFiles> of(wire::Fd output, wire::Fd error, wire::Fd ledger);

    /// Copies of the descriptors for a worker, all or none. Unavailable where they ran out.
    base::Result<SurvivalSpec> lend() const;

    /// In bytes, by stream.
    std::array<qint64, 2> lengths() const;
    QByteArray read(store::Stream stream, qint64 offset, qint64 atMost) const;
    LogPlace place() const;
    /// Whole at whichever instant this process is killed.
    void setPlace(const LogPlace &place);

private:
    struct Unmap
    {
        void operator()(Ledger *ledger) const;
    };

    std::array<wire::Fd, 2> m_files; ///< By stream.
    wire::Fd m_ledgerFile;
    std::unique_ptr<Ledger, Unmap> m_ledger;
};

} // namespace engine
