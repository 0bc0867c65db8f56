// SPDX-License-Identifier: Apache-2.0
// Everything that schedules will do in the next days, in order of time: when, on whose clock, what becomes of it and
// why, and how long it is expected to take.
#pragma once

#include "models/agenda/agendamodel.h"
#include "ui/panes/tablepane.h"

#include <QAction>

namespace ui {

class AgendaInspector;
class FoldSteering;
class Segments;
class TextLabel;

class AgendaPane : public TablePane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit AgendaPane(const Context &context, QWidget *parent = nullptr);

    void saveState() override;
    void restoreState() override;

    void setSpan(int days);

protected:
    QList<QAction *> rowVerbs() const override;
    void followSelection() override;
    void open(int row) override;
    void applyFilter() override;
    void retry() override;
    void showState() override;
    void showEmpty() override;
    QString exportedText(int rows) const override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    static Plan plan();
    QAction *makeVerb(const char *name, const QString &text, const QString &icon);
    void buildHeader();
    void buildTable();
    void connectModel();
    void takeAnswer();
    void showCount();
    void showLimits();
    const models::AgendaRow *chosen() const;

    models::AgendaModel m_model;
    QAction *m_showAutomation;
    QAction *m_edit;
    Segments *m_span;
    TextLabel *m_limits; ///< What is not listed, and why.
    FoldSteering *m_folds = nullptr;
    AgendaInspector *m_inspector;
};

} // namespace ui
