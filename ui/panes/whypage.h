// SPDX-License-Identifier: Apache-2.0
// The page "Why" of an inspector: a verdict, and under it the steps that lead to it. Of an automation it can be asked
// about any time; of a run it tells that run.
#pragma once

#include "models/whydetail.h"
#include "ui/shell/context.h"

#include <QWidget>

class QLineEdit;
class QScrollArea;
class QToolButton;

namespace ui {

class EmptyState;
class GlyphBox;
class TextLabel;

class WhyPage : public QWidget
{
    Q_OBJECT

public:
    explicit WhyPage(const Context &context, QWidget *parent = nullptr);

    void setAutomation(const base::AutomationId &id);
    void setRun(const base::RunId &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    QWidget *makeQuestion();
    QToolButton *makeStep(const QString &name, const QString &icon, const QString &text);
    void showAnswer();
    void showSteps();
    void addStep(const models::WhyDetail::Line &line, int number);
    void ask();
    /// About another time than the one that stands in the field.
    void step(void (models::WhyDetail::*question)());
    void tell(const QString &problem);
    void showFailure();

    const Context &m_context;
    models::WhyDetail m_detail;
    QLineEdit *m_time;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_last;
    QWidget *m_question;
    TextLabel *m_problem;
    QWidget *m_verdictRow;
    GlyphBox *m_glyph;
    TextLabel *m_verdict;
    QWidget *m_steps;
    EmptyState *m_empty;
    QScrollArea *m_area = nullptr;
    QList<models::WhyDetail::Line> m_shown;
};

} // namespace ui
