// SPDX-License-Identifier: Apache-2.0
// The verbs of the queue as actions, with their keys, and whether they can be used on what is chosen: where not, the
// tool tip says why.
#pragma once

#include "app/domain/approvals/approval.h"
#include "ui/look/look.h"

#include <QAction>

namespace ui {

/// Belongs to the pane, in which alone its keys work.
class ApprovalVerbs : public QObject
{
    Q_OBJECT

public:
    ApprovalVerbs(const Look &look, QWidget *pane);

    /// What is chosen, and who decides.
    void follow(const QList<domain::Approval> &chosen, const domain::Operator &who, base::Instant now);
    QList<QAction *> forMenu() const;

    QAction *approve;
    QAction *reject;
    QAction *next;
    QAction *previous;
    QAction *later;
    QAction *showAutomation;
    QAction *showLog;

private:
    struct Plan
    {
        const char *name;
        QString text;
        QString icon = {};
        QKeySequence key = {};
    };
    QAction *make(const Look &look, QWidget *pane, const Plan &plan);
};

} // namespace ui
