// SPDX-License-Identifier: Apache-2.0
// The pause of everything: schedules and the start of an engine make no runs while it lasts. A pause of one automation
// is a field of that automation.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/rights/rights.h"

#include <QFuture>
#include <QString>

namespace store {

class Desk;

enum class Pausing { On, Off };

struct AllPaused
{
    Pausing state = Pausing::Off;
    QString by;       ///< Who said so last; empty where nobody ever did.
    base::Instant at; ///< When; the beginning of time where nobody ever did.

    friend bool operator==(const AllPaused &, const AllPaused &) = default;
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Pauses
{
public:
    explicit Pauses(Desk &desk) : m_desk(desk) {}

    QFuture<base::Result<AllPaused>> allPaused() const;
    /// Answers what holds from now on; where it held already, nothing changes.
    QFuture<base::Result<AllPaused>> setAllPaused(Pausing state, domain::Actor by);

private:
    Desk &m_desk;
};

} // namespace store
