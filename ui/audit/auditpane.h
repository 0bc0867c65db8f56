// SPDX-License-Identifier: Apache-2.0
// Who did what: a table with a filter, what a change was before and after beside it, and whether the chain is whole.
#pragma once

#include "models/audit/auditmodel.h"
#include "ui/panes/listpane.h"

namespace ui {

class TextLabel;

class AuditPane : public ListPane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit AuditPane(const Context &context, QWidget *parent = nullptr);

protected:
    void applyFilter() override;
    void showChosen() override;

private:
    QWidget *makePage();
    TextLabel *addPart(QLayout &column, const QString &title, const char *name);
    void showState();
    void verify();
    void exportRows();

    models::AuditModel m_model;
    QAction *m_verify;
    QAction *m_export;
    TextLabel *m_detail = nullptr;
    TextLabel *m_before = nullptr;
    TextLabel *m_after = nullptr;
};

} // namespace ui
