// SPDX-License-Identifier: Apache-2.0
// What needs a person now, one row each with its next actions as buttons.
#pragma once

#include "models/overview/overview.h"
#include "ui/look/look.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

class TextLabel;

/// What a row of needs can ask for.
enum class NeedAction {
    OpenLog,
    RunAgain,
    Note,     ///< Take note of the failure.
    StartNow, ///< Release a missed slot.
    Dismiss,  ///< Skip it for good.
    Decide,   ///< Go to the approvals.
    Show,     ///< Go to its runs.
};

class NeedsList : public QScrollArea
{
    Q_OBJECT

public:
    explicit NeedsList(const Look &look, QWidget *parent = nullptr);
    /// Rows that are the same stay as they are, so that a button does not go away under the pointer.
    void setNeeds(const QList<models::OverviewNeed> &needs, base::Instant now);
    /// Why nothing can be started or decided here; empty where it can.
    void setWhyNot(const QString &whyNot);

Q_SIGNALS:
    void wanted(ui::NeedAction action, const models::OverviewNeed &need);

private:
    QWidget *makeRow(const models::OverviewNeed &need, base::Instant now);
    void addButton(QWidget *row, NeedAction action, const models::OverviewNeed &need);
    void addMenu(QWidget *row, const models::OverviewNeed &need);

    const Look &m_look;
    QWidget *m_rows;
    QVBoxLayout *m_column;
    QList<models::OverviewNeed> m_needs;
    QString m_whyNot;
};

} // namespace ui
