// SPDX-License-Identifier: Apache-2.0
// What an import would do, to be looked at before it does: what is made, what of it could not be carried, what is left
// out, and the times at which it would fire differently.
#pragma once

#include "app/bundles/transfer/plan.h"
#include "ui/shell/context.h"

#include <QDialog>

class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class TextLabel;

class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Says that it is reading until it has a plan.
    ImportDialog(const Context &context, QWidget *parent);

    void setPlan(const bundles::ImportPlan &plan);
    void setError(const base::Error &error);
    const bundles::ImportPlan &plan() const { return m_plan; }

private:
    void addItem(const bundles::PlannedAutomation &item);
    void addLines(QTreeWidgetItem *under, const QString &title, const QStringList &lines);
    void addLeft();

    bundles::ImportPlan m_plan;
    TextLabel *m_summary;
    QProgressBar *m_progress;
    QTreeWidget *m_tree;
    QPushButton *m_import;
};

} // namespace ui
