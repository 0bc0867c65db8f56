// SPDX-License-Identifier: Apache-2.0
// The inspector's page while not one row is chosen but none or several: how many, and the verbs for all of them.
#pragma once

#include "ui/look/look.h"

#include <QAction>
#include <QWidget>

namespace ui {

class TextLabel;

class SeveralPage : public QWidget
{
    Q_OBJECT

public:
    SeveralPage(const Look &look, const QList<QAction *> &verbs, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &sentence);

private:
    TextLabel *m_title;
    TextLabel *m_sentence;
};

} // namespace ui
