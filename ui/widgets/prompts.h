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

/// A question that is answered by a line of text.
struct TextQuestion
{
    QString title;
    QString text;                                         ///< Beside the field's name, what it is for.
    QString label;                                        ///< Of the field.
    QString value;                                        ///< To begin with.
    QString verb;                                         ///< On the button that takes it.
    enum class Need { Some, Any } need = Need::Some;      ///< Whether an empty text is an answer.
    enum class Echo { Shown, Hidden } echo = Echo::Shown; ///< Whether it can be read while it is typed.
};

class Prompts
{
public:
    virtual ~Prompts() = default;
    /// Not blocking: `answered` gets the index of the verb, later, on the main thread.
    virtual void ask(QWidget *parent, const Question &question, const std::function<void(int)> &answered) = 0;
    /// The same with a text, trimmed; not called where the person thinks better of it.
    virtual void askText(QWidget *parent, const TextQuestion &question,
                         const std::function<void(const QString &)> &answered) = 0;
};

/// Window-modal dialogs.
class DialogPrompts final : public Prompts
{
public:
    void ask(QWidget *parent, const Question &question, const std::function<void(int)> &answered) override;
    void askText(QWidget *parent, const TextQuestion &question,
                 const std::function<void(const QString &)> &answered) override;
};

} // namespace ui
