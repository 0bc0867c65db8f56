// SPDX-License-Identifier: Apache-2.0
#include "ui/log/marks/logmarking.h"

#include "ui/log/marks/marklist.h"
#include "ui/seat/seat.h"
#include "ui/widgets/prompts.h"

#include <QKeyEvent>
#include <QPointer>

namespace ui {

LogMarking::LogMarking(const Context &context, LogSearch &search, LogView &view, QObject *parent)
    : QObject(parent), m_context(context), m_search(search), m_view(view), m_marks(context.store)
{
    m_view.setMarks([this](qint64 row) -> std::optional<QString> {
        const store::Mark *mark = m_marks.at(m_search.lineOf(row));
        return mark ? std::optional(mark->note) : std::nullopt;
    });
    connect(&m_marks, &models::LogMarks::changed, this, [this] {
        m_search.setMarkedLines(m_marks.lines());
        m_view.viewport()->update();
    });
    connect(&m_marks, &models::LogMarks::failed, this, &LogMarking::failed);
    connect(&m_marks, &models::LogMarks::removed, this, [this](const store::Mark &mark) {
        Q_EMIT said(tr("Mark of line %L1 removed").arg(mark.line + 1), [self = QPointer(this), mark] {
            if (self)
                self->m_marks.set(mark.line, mark.note, mark.madeBy);
        });
    });
}

void LogMarking::perform(MarkVerb verb, QWidget *over)
{
    switch (verb) {
    case MarkVerb::Toggle:
        toggle();
        break;
    case MarkVerb::Note:
        askNote(over);
        break;
    case MarkVerb::Next:
    case MarkVerb::Previous:
        walk(verb == MarkVerb::Next);
        break;
    case MarkVerb::List:
        showList(over);
        break;
    }
}

bool LogMarking::takeKey(const QKeyEvent &key, QWidget *over)
{
    const bool shift = key.modifiers().testFlag(Qt::ShiftModifier);
    if (key.key() == Qt::Key_F2)
        walk(!shift);
    else if (key.key() == Qt::Key_B && key.modifiers() == Qt::ControlModifier)
        toggle();
    else if (key.key() == Qt::Key_B && key.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        askNote(over);
    else
        return false;
    return true;
}

void LogMarking::toggle()
{
    const qint64 line = lineMeant();
    if (m_marks.at(line))
        m_marks.remove(line);
    else
        m_marks.set(line, {}, m_context.seat.by());
}

void LogMarking::askNote(QWidget *over)
{
    const qint64 line = lineMeant();
    const store::Mark *mark = m_marks.at(line);
    const TextQuestion question{.title = tr("Note on line %L1").arg(line + 1),
                                .text = tr("The line is marked; everyone who opens this log sees the note."),
                                .label = tr("Note"),
                                .value = mark ? mark->note : QString(),
                                .verb = tr("Save"),
                                .need = TextQuestion::Need::Any};
    m_context.prompts.askText(over, question, [self = QPointer(this), line](const QString &note) {
        if (self)
            self->m_marks.set(line, note, self->m_context.seat.by());
    });
}

void LogMarking::walk(bool forward)
{
    const search::LineSet &lines = m_marks.lines();
    if (lines.isEmpty()) {
        Q_EMIT said(tr("No line is marked"), {});
        return;
    }
    const qint64 here = m_search.placeToGoOnFrom();
    const std::optional<qint64> next = forward ? lines.after(here) : lines.before(here);
    m_search.jumpTo(next.value_or(lines.at(forward ? 0 : lines.size() - 1)));
}

void LogMarking::showList(QWidget *over)
{
    auto *list = new MarkList(m_context, m_marks, over);
    connect(list, &MarkList::lineWanted, this, [this](qint64 line) { m_search.jumpTo(line); });
    connect(list, &MarkList::removeWanted, &m_marks, &models::LogMarks::remove);
    list->show();
}

} // namespace ui
