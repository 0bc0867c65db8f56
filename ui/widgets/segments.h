// SPDX-License-Identifier: Apache-2.0
// One of a few, as buttons in one frame: day, week, month.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace ui {

class Segments : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(const Look &look, QWidget *parent = nullptr);
    /// `id` is what chosen() says. The first one added is chosen.
    void add(int id, const QString &text, const QIcon &icon = {});
    int chosenId() const;
    /// Does not emit.
    void choose(int id);

Q_SIGNALS:
    /// By the user.
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Look &m_look;
    QHBoxLayout *m_row;
    QButtonGroup *m_group;
};

} // namespace ui
