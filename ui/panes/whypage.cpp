// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/whypage.h"

#include "ui/errors/errortext.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/whymark.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/emptystate.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString outcomeText(domain::WhyOutcome outcome)
{
    switch (outcome) {
    case domain::WhyOutcome::Ok:
        return WhyPage::tr("Went on");
    case domain::WhyOutcome::Stop:
        return WhyPage::tr("Decided");
    case domain::WhyOutcome::Info:
        return WhyPage::tr("Note");
    }
    Q_UNREACHABLE();
}

} // namespace

WhyPage::WhyPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_detail(context.store, context.clock),
      m_time(new QLineEdit),
      m_previous(makeStep(u"whyPrevious"_s, u"chevron-left"_s, tr("Previous slot"))),
      m_next(makeStep(u"whyNext"_s, u"chevron-right"_s, tr("Next slot"))),
      m_last(makeStep(u"whyLast"_s, u"clock"_s, tr("Last planned slot"))),
      m_question(makeQuestion()),
      m_problem(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_verdictRow(new QWidget),
      m_glyph(new GlyphBox(context.look)),
      m_verdict(new TextLabel(context.look, {TypeRole::Strong, Colour::TextPrimary})),
      m_steps(new QWidget),
      m_empty(new EmptyState(context.look))
{
    m_problem->setObjectName(u"whyProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_verdict->setObjectName(u"whyVerdict"_s);
    m_verdict->setWordWrap(true);
    m_steps->setObjectName(u"whySteps"_s);
    m_empty->setObjectName(u"whyEmpty"_s);
    layOut();
    connect(&m_detail, &models::WhyDetail::changed, this, &WhyPage::showAnswer);
    connect(m_time, &QLineEdit::returnPressed, this, &WhyPage::ask);
    connect(m_time, &QLineEdit::textEdited, this, [this] { tell({}); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(&models::WhyDetail::askPrevious); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(&models::WhyDetail::askNext); });
    connect(m_last, &QToolButton::clicked, this, [this] { step(&models::WhyDetail::askLast); });
    connect(m_empty, &EmptyState::actionTriggered, &m_detail, &models::WhyDetail::retry);
    showAnswer();
}

void WhyPage::layOut()
{
    auto *verdictRow = new QHBoxLayout(m_verdictRow);
    verdictRow->setContentsMargins(0, 4, 0, 4);
    verdictRow->setSpacing(8);
    verdictRow->addWidget(m_glyph, 0, Qt::AlignTop);
    verdictRow->addWidget(m_verdict, 1);
    auto *column = new QVBoxLayout(m_steps);
    column->setSpacing(8);
    auto *inner = new QWidget;
    auto *innerColumn = new QVBoxLayout(inner);
    innerColumn->setContentsMargins(16, 10, 16, 16);
    innerColumn->setSpacing(8);
    for (QWidget *part : {m_verdictRow, m_steps})
        innerColumn->addWidget(part);
    innerColumn->addStretch(1);
    m_area = new QScrollArea;
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setAccessibleName(tr("Why"));
    m_area->setWidget(inner);
    inner->setAutoFillBackground(false);
    m_area->viewport()->setAutoFillBackground(false);
    m_problem->setContentsMargins(16, 6, 16, 0);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_question);
    whole->addWidget(m_problem);
    whole->addWidget(m_area, 1);
    whole->addWidget(m_empty, 1);
}

QToolButton *WhyPage::makeStep(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(m_context.look.icons().icon(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *WhyPage::makeQuestion()
{
    m_time->setObjectName(u"whyTime"_s);
    m_time->setAccessibleName(tr("Time asked about"));
    m_time->setPlaceholderText(u"2026-10-22 03:00"_s);
    m_time->setToolTip(tr("A local time such as 2026-10-22 03:00; Enter asks"));
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(16, 12, 12, 0);
    line->setSpacing(4);
    line->addWidget(m_time, 1);
    for (QToolButton *button : {m_previous, m_next, m_last})
        line->addWidget(button);
    row->hide();
    return row;
}

void WhyPage::setAutomation(const base::AutomationId &id)
{
    m_question->show();
    if (id != m_detail.automation()) {
        m_time->clear();
        tell({});
    }
    m_detail.setAutomation(id);
}

void WhyPage::setRun(const base::RunId &id)
{
    m_detail.setRun(id);
}

void WhyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_detail.setWatched(true);
}

void WhyPage::hideEvent(QHideEvent *event)
{
    m_detail.setWatched(false);
    QWidget::hideEvent(event);
}

void WhyPage::ask()
{
    if (m_time->text().trimmed().isEmpty())
        return step(&models::WhyDetail::askLast);
    const base::Status status = m_detail.ask(m_time->text());
    m_time->setModified(!status);
    tell(status ? QString() : tr("This is not a time. Write it like 2026-10-22 03:00."));
}

void WhyPage::step(void (models::WhyDetail::*question)())
{
    m_time->setModified(false);
    tell({});
    (m_detail.*question)();
}

void WhyPage::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_time->setAccessibleDescription(problem);
}

void WhyPage::showAnswer()
{
    const std::optional<domain::Why> &why = m_detail.why();
    const bool canBack = why && why->previousSlot;
    const bool canGoOn = why && why->nextSlot;
    m_previous->setEnabled(canBack);
    m_next->setEnabled(canGoOn);
    m_area->setVisible(why.has_value());
    m_empty->setVisible(m_detail.error().has_value());
    if (m_detail.error())
        showFailure();
    if (!why)
        return;                // It is on its way.
    if (!m_time->isModified()) // What is being written stays, however often the answer comes anew.
        m_time->setText(m_detail.askedText());
    m_glyph->setDrawing(m_detail.statusKey());
    m_glyph->setVisible(!m_detail.statusKey().isEmpty());
    m_verdict->setText(m_detail.headline());
    m_verdict->setAccessibleName(m_detail.headline());
    showSteps();
}

void WhyPage::showFailure()
{
    m_empty->setContent(failedContent(tr("The reasons could not be read."), errorText(*m_detail.error())));
}

void WhyPage::showSteps()
{
    const QList<models::WhyDetail::Line> lines = m_detail.lines();
    if (lines == m_shown)
        return; // so that a selection survives
    m_shown = lines;
    qDeleteAll(m_steps->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (qsizetype i = 0; i < lines.size(); ++i)
        addStep(lines.at(i), int(i));
}

void WhyPage::addStep(const models::WhyDetail::Line &line, int number)
{
    auto *row = new QWidget(m_steps);
    auto *text = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextPrimary}, row);
    text->setObjectName(u"whyStep%1"_s.arg(number));
    text->setWordWrap(true);
    text->setText(line.text);
    text->setAccessibleName(u"%1: %2"_s.arg(outcomeText(line.outcome), line.text));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFocusPolicy(Qt::StrongFocus); // the flags alone give none to the Tab key
    auto *mark = new WhyMark(m_context.look, line, row);
    mark->setToolTip(outcomeText(line.outcome));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_steps->layout()->addWidget(row);
}

} // namespace ui
