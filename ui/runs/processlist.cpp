// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/processlist.h"

#include "models/times.h"
#include "ui/panes/inspectorparts.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 30;
constexpr int deepest = 6;

Fact lineOf(const models::ProcessRow &process)
{
    const QString place =
        QString(2 * std::min(process.depth, deepest), QChar(0x00a0)) + (process.depth > 0 ? u"\u2514 "_s : QString());
    return {QString::number(process.pid), place + process.name,
            u"%1, %2"_s.arg(models::sizeText(process.residentBytes), models::durationShort(process.cpu)),
            Fact::Form::Mono};
}

} // namespace

ProcessList::ProcessList(const Look &look, QWidget *page)
    : QWidget(page), m_head(new PairLine(look, PairLine::Form::Heading)), m_list(new FactsList(look))
{
    setObjectName(u"processList"_s);
    m_list->setObjectName(u"processes"_s);
    m_list->setAccessibleName(tr("Processes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_head);
    column->addWidget(m_list);
    hide();
    page->installEventFilter(this);
    connect(&m_watch, &models::ProcessWatch::changed, this, &ProcessList::showProcesses);
}

bool ProcessList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        m_watch.setWatched(event->type() == QEvent::Show);
    return QWidget::eventFilter(watched, event);
}

void ProcessList::showProcesses()
{
    const QList<models::ProcessRow> &processes = m_watch.processes();
    QList<Fact> lines;
    for (const models::ProcessRow &process : processes.mid(0, mostShown))
        lines.append(lineOf(process));
    if (processes.size() > mostShown)
        lines.append({{}, tr("and %n more", nullptr, int(processes.size() - mostShown)), {}});
    m_head->setTexts(tr("Processes"), models::numberText(processes.size()));
    m_list->setFacts(lines);
    setVisible(!processes.isEmpty());
}

} // namespace ui
