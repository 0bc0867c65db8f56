// SPDX-License-Identifier: Apache-2.0
// Questions to the person that must be answered before something that can't be undone. Behind an interface, so that
// tests answer them.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

struct Question
{
    QString title;            ///< What is asked, one strong line.
    QString text;             ///< What follows from it.
    QStringList verbs;        ///< Buttons in the order offered; the last one is "Cancel" and is the answer to Esc.
    bool destructive = false; ///< Whether the first verb destroys something.
};

class Prompts
{
public:
    virtual ~Prompts() = default;
    /// Not blocking: `answered` gets the index of the verb, later, on the main thread.
    virtual void ask(QWidget *parent, const Question &question, const std::function<void(int)> &answered) = 0;
};

/// Window-modal dialogs.
class DialogPrompts final : public Prompts
{
public:
    void ask(QWidget *parent, const Question &question, const std::function<void(int)> &answered) override;
};

} // namespace ui
