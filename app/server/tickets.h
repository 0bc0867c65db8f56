// SPDX-License-Identifier: Apache-2.0
// Single-use tickets that stand for a token in the address of an event stream, where a browser can set no header.
// Belongs to the I/O thread.
#pragma once

#include "app/base/clock.h"
#include "app/domain/rights/rights.h"

#include <QByteArray>
#include <QList>

namespace server {

class Tickets
{
public:
    Tickets(const base::Clock &clock, base::Millis life) : m_clock(clock), m_life(life) {}

    /// A new ticket that lets its holder look as whoever asked for it. Of those never used, the oldest goes when there
    /// are more than a thousand.
    QByteArray issue(const domain::Actor &holder);
    /// Its holder, where `ticket` was issued less than its life ago and never taken; it can't be taken again.
    std::optional<domain::Actor> take(const QByteArray &ticket);

private:
    struct Entry
    {
        QByteArray ticket;
        domain::Actor holder;
        std::chrono::nanoseconds until;
    };
    void forgetOld();

    const base::Clock &m_clock;
    base::Millis m_life;
    QList<Entry> m_entries; // Oldest first.
};

} // namespace server
