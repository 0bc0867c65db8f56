// SPDX-License-Identifier: Apache-2.0
// What waits for people: the queue at the start, what exactly would run beside it, and the answer below. Made for being
// worked off with four keys.
#pragma once

#include "models/approvals/approvalmodel.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"

class QListView;
class QStackedWidget;

namespace ui {

class ApprovalInspector;
class ApprovalPage;
class ApprovalVerbs;
class DecisionBar;
class EmptyState;
class PaneHeader;
class Segments;

class ApprovalsPane : public Pane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit ApprovalsPane(const Context &context, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QWidget *inspector() override;
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

    void select(const domain::ApprovalId &id);
    /// Selects it as soon as it is there, and asks for the comment of a rejection.
    void askToReject(const domain::ApprovalId &id);

private:
    void buildHeader();
    void buildList();
    QWidget *makeQueue();
    void connectVerbs();
    void showState();
    void showChosen();
    void showComparison(const domain::ApprovalId &id);
    void rememberChosen();
    void restoreChosen();
    void offerRejection();
    QList<domain::Approval> chosen() const;
    const domain::Approval *current() const;
    /// To the next or previous request; over captions.
    void step(int by);
    void selectRow(int row);
    void decide(domain::Judgement judgement);
    void onDecided(const base::Result<QList<domain::Approval>> &decided, domain::Judgement judgement);

    const Context &m_context;
    models::ApprovalModel m_model;
    ApprovalVerbs *m_verbs;
    PaneHeader *m_header;
    Segments *m_show = nullptr;
    QListView *m_list;
    ApprovalPage *m_page;
    DecisionBar *m_bar;
    EmptyState *m_empty;
    QStackedWidget *m_content;
    ApprovalInspector *m_inspector;
    QStringList m_chosenKeys;
    int m_lastRow = 0;
    domain::ApprovalId m_toReject;
    domain::ApprovalId m_compared; ///< Whose difference is shown, or asked for.
};

} // namespace ui
