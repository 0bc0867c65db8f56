// SPDX-License-Identifier: Apache-2.0
// Where somebody says yes or no: a comment, which a rejection needs, and a button for each answer.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

class QAction;
class QLineEdit;

namespace ui {

class TextLabel;

class DecisionBar : public QWidget
{
    Q_OBJECT

public:
    struct Verbs
    {
        QAction *approve;
        QAction *reject;
        QAction *later;
    };
    DecisionBar(const Look &look, const Verbs &verbs, QWidget *parent = nullptr);

    QString comment() const;
    void clear();
    /// Leads to the comment and says that it is needed.
    void wantComment();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setWanted(bool wanted);

    const Look &m_look;
    QLineEdit *m_comment;
    TextLabel *m_wanted;
};

} // namespace ui
