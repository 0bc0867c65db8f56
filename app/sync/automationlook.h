// SPDX-License-Identifier: Apache-2.0
// Sees all automations of a connection, part by part. What was on no part is asked for by name before it counts as
// gone: a list may leave something out.
#pragma once

#include "app/sync/step.h"

#include <QSet>

namespace syncing {

class AutomationLook final : public Step
{
    Q_OBJECT

public:
    using Step::Step;
    void start() override { askPage({}); }

private:
    void askPage(const QString &cursor);
    void see(const Page<RemoteAutomation> &page);
    void keepNext();
    void lookForRest();
    void askNext();

    Page<RemoteAutomation> m_page;
    qsizetype m_kept = 0; // so many of it are handed to the store
    QSet<QString> m_cursors;
    QSet<QString> m_seen;
    QStringList m_missing;
};

} // namespace syncing
