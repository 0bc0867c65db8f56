// SPDX-License-Identifier: Apache-2.0
#include "ui/log/several/compareside.h"

#include "models/parts/words.h"
#include "models/times.h"
#include "ui/log/runwords.h"
#include "ui/widgets/labels.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

CompareSide::CompareSide(const Context &context, const domain::Run &run, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(context.store),
      m_source(m_model),
      m_view(new LogView(context.look)),
      m_strip(new MatchStrip(context.look, m_view))
{
    auto *title = new TextLabel(context.look, {TypeRole::Strong, Colour::TextPrimary});
    title->setText(tr("%1, %2, %3")
                       .arg(shortId(run.id), models::statusText(run.status),
                            models::pastExact(run.startedAt.value_or(run.queuedAt), context.clock.now())));
    title->setContentsMargins(12, 6, 12, 6);
    m_view->setAccessibleName(title->text());
    m_view->setStrip(m_strip);
    m_view->setStamps(LogStamps::Off);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(m_view, 1);
    m_view->setSource(&m_source);
    m_model.setRun(run.id);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { Q_EMIT scrolled(m_view->topLine()); });
    connect(m_strip, &MatchStrip::lineWanted, this, &CompareSide::showLine);
}

void CompareSide::setOwnLines(const search::LineSet &lines)
{
    m_own = lines;
    m_strip->setMatches(lines, m_model.lineCount(), -1);
    m_view->setMatcher([this](qint64 line, const QString &text) -> QList<LogMatch> {
        return m_own.contains(line) ? QList<LogMatch>{{0, int(text.size()), false}} : QList<LogMatch>();
    });
}

void CompareSide::showLine(qint64 line)
{
    m_view->setMarkedLine(line);
    m_view->showLine(line);
}

} // namespace ui
