// SPDX-License-Identifier: Apache-2.0
// What is to be known of one slot to come: when it is due and where that is meant, what will become of it and why.
#pragma once

#include "models/agenda/agendamodel.h"
#include "ui/panes/inspectorframe.h"

namespace ui {

class FactsList;
class SeveralPage;
class TextLabel;

class AgendaInspector : public InspectorFrame
{
    Q_OBJECT

public:
    AgendaInspector(const Look &look, const QList<QAction *> &verbs, QWidget *parent = nullptr);

    /// Null where not one slot is chosen. `now` is what it is told from.
    void setChosen(const models::AgendaRow *row, base::Instant now);

private:
    QWidget *makeSummary();

    TextLabel *m_decision;
    FactsList *m_facts;
    SeveralPage *m_nothing;
};

} // namespace ui
