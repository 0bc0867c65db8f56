// SPDX-License-Identifier: Apache-2.0
// What stands where nothing is to be shown, and why: nothing yet, nothing that matches, or it could not be read. Always
// with the next step.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace ui {

class KeyCap;
class TextLabel;

struct EmptyContent
{
    QString icon;     ///< An icon's name or a status key, 32 px.
    QString title;    ///< One strong line.
    QString sentence; ///< What will be here, what hides it, or why it failed.
    QString action;   ///< Text of the button; empty has none.
    QString key;      ///< Shortcut shown beside it: "Esc".
    QString link;     ///< A second way, as a link; empty has none.
};

/// `sentence` says how many are hidden and by what.
EmptyContent filteredContent(const QString &title, const QString &sentence);
/// `why` is one line.
EmptyContent failedContent(const QString &title, const QString &why);

class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const Look &look, QWidget *parent = nullptr);
    void setContent(const EmptyContent &content);

Q_SIGNALS:
    void actionTriggered();
    void linkTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showKey(const QString &key);

    const Look &m_look;
    EmptyContent m_content;
    QWidget *m_icon; ///< Keeps the place where the icon is painted.
    TextLabel *m_title;
    TextLabel *m_sentence;
    QPushButton *m_action;
    QHBoxLayout *m_buttons;
    KeyCap *m_key = nullptr; ///< Once there is a shortcut to show.
    QPushButton *m_link;
};

} // namespace ui
