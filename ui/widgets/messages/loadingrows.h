// SPDX-License-Identifier: Apache-2.0
// Five grey stubs in the rhythm of a table, for what takes longer than a moment.
#pragma once

#include "ui/look/look.h"

#include <QTimer>
#include <QWidget>

namespace ui {

class LoadingRows : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingRows(const Look &look, QWidget *parent = nullptr);
    /// Shows the stubs after 200 ms; finished() before that shows nothing at all.
    void begin();
    /// Once shown, the stubs stay at least 300 ms, then done() comes; else at once.
    void finish();
    QSize sizeHint() const override { return {200, 150}; }

Q_SIGNALS:
    /// The stubs are needed: bring this widget to the front.
    void shown();
    /// The content may be shown.
    void done();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QTimer m_delay;
    QTimer m_least;
    bool m_finished = true;
};

} // namespace ui
