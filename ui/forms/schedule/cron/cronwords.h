// SPDX-License-Identifier: Apache-2.0
// A cron expression in words beside its field, and what it was before.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

class QLabel;

namespace ui {

class ElidedLabel;
class TextLabel;

class CronWords : public QWidget
{
    Q_OBJECT

public:
    explicit CronWords(const Look &look, QWidget *parent = nullptr);
    /// Shows nothing where the expression is wrong.
    void setExpression(const QString &expression, const QString &before);
    QString text() const;

private:
    void applyLook();

    const Look &m_look;
    QLabel *m_sign;
    ElidedLabel *m_words;
    TextLabel *m_before;
};

} // namespace ui
