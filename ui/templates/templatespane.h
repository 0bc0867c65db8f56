// SPDX-License-Identifier: Apache-2.0
// The gallery of templates: a table with a filter, and the chosen one beside it, ready to be filled in.
#pragma once

#include "ui/shell/context.h"
#include "ui/shell/pane.h"
#include "ui/templates/templatelist.h"

namespace ui {

class InspectorFrame;
class PaneBody;
class PaneHeader;
class SeveralPage;
class TableColumns;
class TableView;
class TemplatePage;

class TemplatesPane : public Pane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit TemplatesPane(const Context &context, QWidget *parent = nullptr);

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
    void connectPage();
    void showState();
    void showChosen();
    void removeChosen();
    void sayMade(const store::OfTemplate &made);

    const Context &m_context;
    TemplateList m_list;
    QAction *m_make;
    QAction *m_remove;
    PaneHeader *m_header;
    TableView *m_table;
    PaneBody *m_body;
    TableColumns *m_columns = nullptr;
    InspectorFrame *m_inspector;
    TemplatePage *m_page = nullptr;
    SeveralPage *m_nothing = nullptr;
    QString m_words;
    QString m_chosen; ///< Id of the template that the inspector shows.
};

} // namespace ui
