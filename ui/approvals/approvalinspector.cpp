// SPDX-License-Identifier: Apache-2.0
#include "ui/approvals/approvalinspector.h"

#include "models/approvals/approvalwords.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/severalpage.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

ApprovalInspector::ApprovalInspector(const Look &look, const QList<QAction *> &tools, QWidget *parent)
    : InspectorFrame(look, parent),
      m_progress(new PairLine(look, PairLine::Form::Heading)),
      m_history(new TextLabel(look, {TypeRole::Body, Colour::TextPrimary})),
      m_policy(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_nothing(addOnly(u"noApproval"_s))
{
    setObjectName(u"approvalInspector"_s);
    setAccessibleName(tr("Request"));
    setTools(tools);
    auto *page = new QWidget;
    QVBoxLayout *column = columnOf(page, 12);
    auto *historyHead = new PairLine(look, PairLine::Form::Heading);
    historyHead->setTexts(tr("History"), {});
    auto *policyHead = new PairLine(look, PairLine::Form::Heading);
    policyHead->setTexts(tr("Why approval is needed"), {});
    m_history->setObjectName(u"approvalHistory"_s);
    m_policy->setObjectName(u"approvalPolicy"_s);
    m_history->setWordWrap(true);
    m_policy->setWordWrap(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_progress, historyHead, m_history, policyHead, m_policy})
        column->addWidget(part);
    column->addStretch(1);
    addPage(tr("Approvals"), u"approvalsPage"_s, page);
    m_nothing->setTexts(tr("No request chosen"), tr("Who has agreed, and what has happened, is shown here."));
    setNothing();
}

void ApprovalInspector::setApproval(const domain::Approval &approval, base::Instant now)
{
    setHeading(models::approvalStatusKey(approval), approval.title);
    m_progress->setTexts(tr("Approvals"), models::progressText(approval));
    QStringList lines;
    for (const models::HistoryLine &line : models::historyOf(approval, now))
        lines.append(u"%1  %2"_s.arg(line.when, line.text));
    m_history->setText(lines.join(u'\n'));
    m_policy->setText(models::policyText(approval));
    showPages();
}

void ApprovalInspector::setNothing()
{
    showOnly(m_nothing);
}

} // namespace ui
