// SPDX-License-Identifier: Apache-2.0
// The gallery of templates: a table with a filter, and the chosen one beside it, ready to be filled in.
#pragma once

#include "ui/panes/listpane.h"
#include "ui/templates/templatelist.h"

namespace ui {

class TemplatePage;

class TemplatesPane : public ListPane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit TemplatesPane(const Context &context, QWidget *parent = nullptr);

protected:
    void applyFilter() override;
    void showChosen() override;

private:
    void connectParts();
    void showState();
    void removeChosen();
    void sayMade(const store::OfTemplate &made);

    TemplateList m_list;
    QAction *m_make;
    QAction *m_remove;
    TemplatePage *m_page;
    QString m_chosen; ///< Id of the template that the inspector shows.
};

} // namespace ui
