// SPDX-License-Identifier: Apache-2.0
// Beside a request: how many have agreed, what has happened to it, and why somebody is asked at all.
#pragma once

#include "app/domain/approvals/approval.h"
#include "ui/panes/inspectorframe.h"

namespace ui {

class PairLine;
class SeveralPage;
class TextLabel;

class ApprovalInspector : public InspectorFrame
{
    Q_OBJECT

public:
    ApprovalInspector(const Look &look, const QList<QAction *> &tools, QWidget *parent = nullptr);
    void setApproval(const domain::Approval &approval, base::Instant now);
    void setNothing();

private:
    PairLine *m_progress;
    TextLabel *m_history;
    TextLabel *m_policy;
    SeveralPage *m_nothing;
};

} // namespace ui
