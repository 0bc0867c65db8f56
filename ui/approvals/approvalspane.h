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

private:
    void buildHeader();
    void buildList();
    QWidget *makeQueue();
    void connectVerbs();
    void showState();
    void showChosen();
    void rememberChosen();
    void restoreChosen();
    QList<domain::Approval> chosen() const;
    const domain::Approval *current() const;
    /// To the next or previous request; over captions.
    void step(int by);
    void selectRow(int row);
    void decide(domain::Judgement judgement);
    void onDecided(const base::Result<QList<domain::Approval>> &decided, domain::Judgement judgement);

    const Context &m_context;
    const domain::Operator m_who;
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
};

} // namespace ui
