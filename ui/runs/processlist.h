// SPDX-License-Identifier: Apache-2.0
// The processes of a run while it runs: number, name set in by its parents, memory and time. Hidden where there are
// none.
#pragma once

#include "models/processes/processwatch.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class FactsList;
class PairLine;

class ProcessList : public QWidget
{
    Q_OBJECT

public:
    /// `page` is what must be in sight for them to be asked for.
    ProcessList(const Look &look, QWidget *page);
    void setRun(const std::optional<domain::Run> &run) { m_watch.setRun(run); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showProcesses();

    models::ProcessWatch m_watch;
    PairLine *m_head;
    FactsList *m_list;
};

} // namespace ui
