// SPDX-License-Identifier: Apache-2.0
// The fields of a cron expression side by side, each with its name and what it means; what was changed stands out.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class CronBoxes : public QWidget
{
    Q_OBJECT

public:
    explicit CronBoxes(const Look &look, QWidget *parent = nullptr);
    /// `before` is the expression as it was saved; empty for a new one. A nickname has no boxes.
    void setExpression(const QString &expression, const QString &before);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// A field was pressed, which begins at that character of the expression.
    void fieldPressed(int position);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Field
    {
        QString text;
        QString name;
        QString words;
        bool changed = false;
        bool wrong = false;
        int position = 0;
    };
    QRect boxOf(int index) const;
    void readWrong(const QString &expression, const base::Error &error);
    void paintField(QPainter &painter, const QRect &rect, const Field &field) const;

    const Look &m_look;
    QList<Field> m_fields;
};

} // namespace ui
