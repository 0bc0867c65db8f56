// SPDX-License-Identifier: Apache-2.0
// The system that loopback connections speak to: automations and runs in memory. Its verbs are also what somebody does
// who sits there.
#pragma once

#include "app/providers/loopback/fault.h"
#include "app/sync/provider.h"

#include <QMap>

namespace providers {

struct FarEndRules
{
    base::Millis runTakes{2000};
    domain::RemoteLog log = domain::RemoteLog::Poll;
    int pageSize = 50;
    bool tellsKeys = true; ///< With its runs, of who asked for them.
};

/// Belongs to one thread. Errors are those of syncing::Account.
class FarEnd
{
public:
    explicit FarEnd(const base::Clock &clock, FarEndRules rules = {}) : m_clock(clock), m_rules(rules) {}

    const FarEndRules &rules() const { return m_rules; }
    void setRules(const FarEndRules &rules) { m_rules = rules; }

    QList<syncing::RemoteAutomation> automations() const { return m_automations.values(); }
    syncing::Page<syncing::RemoteAutomation> page(const QString &after, Fault fault = Fault::None) const;
    base::Result<syncing::RemoteAutomation> automation(const QString &id) const;
    syncing::RemoteAutomation create(const domain::Automation &wanted);
    base::Result<syncing::RemoteAutomation> update(const QString &id, const domain::Automation &wanted);
    base::Status remove(const QString &id);

    base::Result<syncing::RemoteRun> run(const syncing::RunWish &wish, const QString &by);
    base::Status cancel(const QString &runId);
    base::Result<syncing::RemoteRun> readRun(const QString &runId);
    /// Newest first.
    syncing::Page<syncing::RemoteRun> runs(const syncing::RunFilter &filter);
    base::Result<syncing::LogPart> log(const QString &runId, const QString &from);

    QList<syncing::RemoteApproval> approvals() const { return m_approvals.values(); }
    base::Status decide(const QString &approvalId, domain::Judgement verdict);

    /// RunWish::key of what was started, by run.
    const QMap<QString, QString> &keys() const { return m_keys; }

    /// The credential that is asked for; empty takes any.
    QString token;
    /// Given to whoever comes next with the right one, who has to use it from then on; empty for none.
    QString renewedToken;
    QList<syncing::RemoteWindow> windows; ///< Maintenance windows that are there.
    Faults faults;
    base::Instant resetsAt; ///< When a quota that is used up is there again.
    int requests = 0;       ///< How many came in or were lost on the way.

private:
    void settle(syncing::RemoteRun &run) const;
    void askFor(const syncing::RemoteRun &run, const domain::Automation &automation);
    QByteArray written(const syncing::RemoteRun &run) const;
    QString nextId(const QString &prefix);

    const base::Clock &m_clock;
    FarEndRules m_rules;
    QMap<QString, syncing::RemoteAutomation> m_automations;
    QList<syncing::RemoteRun> m_runs; // oldest first
    QMap<QString, syncing::RemoteApproval> m_approvals;
    QMap<QString, QString> m_keys;
    int m_lastId = 0;
};

} // namespace providers
