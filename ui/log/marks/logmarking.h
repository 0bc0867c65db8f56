// SPDX-License-Identifier: Apache-2.0
// Marks in a log as somebody makes them: on and off, with a note, from one to the next, all in a list.
#pragma once

#include "models/logmarks.h"
#include "ui/log/find/logsearch.h"
#include "ui/shell/context.h"

class QKeyEvent;

namespace ui {

enum class MarkVerb { Toggle, Note, Next, Previous, List };

class LogMarking : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    LogMarking(const Context &context, LogSearch &search, LogView &view, QObject *parent = nullptr);

    void setRun(const base::RunId &run) { m_marks.setRun(run); }
    const models::LogMarks &marks() const { return m_marks; }
    /// `over` is the widget a question or list belongs to.
    void perform(MarkVerb verb, QWidget *over);
    /// Ctrl+B, F2 and their like.
    bool takeKey(const QKeyEvent &key, QWidget *over);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    qint64 lineMeant() const { return m_search.lineOf(m_view.lineMeant()); }
    void toggle();
    void askNote(QWidget *over);
    void walk(bool forward);
    void showList(QWidget *over);

    Context m_context;
    LogSearch &m_search;
    LogView &m_view;
    models::LogMarks m_marks;
};

} // namespace ui
