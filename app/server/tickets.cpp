// SPDX-License-Identifier: Apache-2.0
#include "app/server/tickets.h"

#include "app/base/constanttime.h"
#include "app/store/endpoint.h"

namespace server {

namespace {

constexpr qsizetype mostTickets = 1000;

} // namespace

QByteArray Tickets::issue(const domain::Actor &holder)
{
    forgetOld();
    if (m_entries.size() >= mostTickets) {
        m_entries.removeFirst();
    }
    m_entries.append({store::newToken(), holder, m_clock.monotonic() + m_life});
    return m_entries.last().ticket;
}

std::optional<domain::Actor> Tickets::take(const QByteArray &ticket)
{
    forgetOld();
    qsizetype found = -1;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (base::isSameSecret(ticket, m_entries.at(i).ticket)) {
            found = i;
        }
    }
    return found < 0 ? std::nullopt : std::optional(m_entries.takeAt(found).holder);
}

void Tickets::forgetOld()
{
    const auto now = m_clock.monotonic();
    while (!m_entries.isEmpty() && m_entries.first().until <= now) {
        m_entries.removeFirst();
    }
}

} // namespace server
