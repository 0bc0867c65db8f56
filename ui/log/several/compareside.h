// SPDX-License-Identifier: Apache-2.0
// One of two logs that are compared: which run it is, over its lines, of which those are marked that only it has.
#pragma once

#include "ui/log/logmodelsource.h"
#include "ui/shell/context.h"
#include "ui/widgets/log/logview.h"
#include "ui/widgets/log/matchstrip.h"

#include <QWidget>

namespace ui {

class TextLabel;

class CompareSide : public QWidget
{
    Q_OBJECT

public:
    CompareSide(const Context &context, const domain::Run &run, QWidget *parent = nullptr);

    LogView &view() { return *m_view; }
    const search::LineSet &ownLines() const { return m_own; }
    void setOwnLines(const search::LineSet &lines);
    /// Marks it and brings it into sight.
    void showLine(qint64 line);

Q_SIGNALS:
    /// Somebody scrolled to `top`.
    void scrolled(qint64 top);

private:
    Context m_context;
    models::LogModel m_model;
    LogModelSource m_source;
    LogView *m_view;
    MatchStrip *m_strip;
    search::LineSet m_own;
};

} // namespace ui
