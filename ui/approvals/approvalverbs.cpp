// SPDX-License-Identifier: Apache-2.0
#include "ui/approvals/approvalverbs.h"

#include "models/approvals/approvalwords.h"

#include <QWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

void setUsable(QAction *action, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(whyNot.isEmpty() ? action->iconText() : whyNot);
}

} // namespace

ApprovalVerbs::ApprovalVerbs(const Look &look, QWidget *pane)
    : QObject(pane),
      approve(make(look, pane, {"approve", tr("&Approve"), u"check"_s, QKeySequence(Qt::Key_A)})),
      reject(make(look, pane, {"reject", tr("&Reject"), u"cross"_s, QKeySequence(Qt::Key_R)})),
      next(make(look, pane, {"nextRequest", tr("&Next request"), u"arrow-down"_s, QKeySequence(Qt::Key_J)})),
      previous(make(look, pane, {"previousRequest", tr("&Previous request"), u"arrow-up"_s, QKeySequence(Qt::Key_K)})),
      later(make(look, pane, {"later", tr("&Later"), {}, QKeySequence(Qt::Key_N)})),
      showAutomation(make(look, pane, {"showAutomation", tr("Show a&utomation"), u"next"_s, {}})),
      showLog(make(look, pane, {"showLog", tr("Show &log"), u"list"_s, {}}))
{
}

QAction *ApprovalVerbs::make(const Look &look, QWidget *pane, const Plan &plan)
{
    auto *action = new QAction(plan.text, pane);
    action->setObjectName(QLatin1StringView(plan.name));
    if (!plan.icon.isEmpty())
        action->setIcon(look.icons().icon(plan.icon));
    action->setShortcut(plan.key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    pane->addAction(action);
    return action;
}

QList<QAction *> ApprovalVerbs::forMenu() const
{
    return {approve, reject, later, next, previous, showAutomation, showLog};
}

void ApprovalVerbs::follow(const QList<domain::Approval> &chosen, const domain::Operator &who, base::Instant now)
{
    QString whyNot = chosen.isEmpty() ? tr("No request is chosen.") : QString();
    for (const domain::Approval &one : chosen) {
        if (whyNot.isEmpty())
            whyNot = models::whyNotText(one, who, now);
    }
    setUsable(approve, whyNot);
    setUsable(reject, whyNot);
    const QString several = chosen.size() == 1 ? QString() : tr("Choose one request.");
    setUsable(showAutomation, several);
    setUsable(showLog, several);
}

} // namespace ui
