// SPDX-License-Identifier: Apache-2.0
// What a click on Approve or Reject in a notification of the desktop does: the same as in the queue, by whoever sits at
// the desk. A rejection needs a comment, which the window asks for.
#pragma once

#include "app/base/ids.h"
#include "app/domain/approvals/approval.h"
#include "ui/shell/context.h"

#include <QObject>

namespace ui {

class MainWindow;

/// Lives on the main thread. `context` and `window` must outlive it; the window has been started.
class NoticeDecisions : public QObject
{
    Q_OBJECT

public:
    NoticeDecisions(const Context &context, MainWindow &window);

    /// Of what is asked about this run. What can't be done is said in the window, which is raised for it.
    void approve(const base::RunId &run);
    void reject(const base::RunId &run);

private:
    void find(const base::RunId &run, const std::function<void(const domain::Approval &)> &then);
    void lead(const domain::ApprovalId &request, bool toReject);
    void refuse(const base::Error &error);

    const Context &m_context;
    MainWindow &m_window;
};

} // namespace ui
