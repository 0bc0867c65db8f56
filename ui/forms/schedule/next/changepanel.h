// SPDX-License-Identifier: Apache-2.0
// What saving does to the times of the next days: how many are gained, lost and moved, each line opens to the times
// themselves.
#pragma once

#include "ui/forms/schedule/next/firechanges.h"
#include "ui/look/look.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// One counted line and the times behind it.
class ChangeLine : public QWidget
{
    Q_OBJECT

public:
    ChangeLine(const Look &look, const QString &name, QWidget *parent = nullptr);
    /// Without times it is hidden.
    void setTimes(const QString &text, const QStringList &times);

private:
    void setOpen(bool open);

    const Look &m_look;
    QToolButton *m_fold;
    TextLabel *m_times;
};

class ChangePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChangePanel(const Look &look, QWidget *parent = nullptr);
    /// No value hides it: nothing has changed, or nothing is stored yet.
    void setChange(const std::optional<ChangeInWords> &change);

private:
    void fill(const ChangeInWords &change);

    TextLabel *m_span;
    TextLabel *m_none;
    ChangeLine *m_gained;
    ChangeLine *m_lost;
    ChangeLine *m_moved;
};

} // namespace ui
