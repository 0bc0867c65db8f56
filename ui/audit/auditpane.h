// SPDX-License-Identifier: Apache-2.0
// Who did what: a table with a filter, what a change was before and after beside it, and whether the chain is whole.
#pragma once

#include "models/audit/auditmodel.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"

namespace ui {

class InspectorFrame;
class PaneBody;
class PaneHeader;
class SeveralPage;
class TableColumns;
class TableView;
class TextLabel;

class AuditPane : public Pane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit AuditPane(const Context &context, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QWidget *inspector() override;
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

private:
    void buildHeader();
    void buildTable();
    void buildInspector();
    TextLabel *addPart(QLayout &column, const QString &title, const char *name);
    void showState();
    void showChosen();
    void verify();
    void exportRows();

    const Context &m_context;
    models::AuditModel m_model;
    QAction *m_verify;
    QAction *m_export;
    PaneHeader *m_header;
    TableView *m_table;
    PaneBody *m_body;
    TableColumns *m_columns = nullptr;
    InspectorFrame *m_inspector;
    TextLabel *m_detail = nullptr;
    TextLabel *m_before = nullptr;
    TextLabel *m_after = nullptr;
    SeveralPage *m_nothing = nullptr;
    QString m_words;
};

} // namespace ui
