// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/announcer.h"

#include "ui/errors/errortext.h"
#include "ui/widgets/messages/toast.h"

#include <QEvent>

namespace ui {

Announcer::Announcer(const Look &look, QAction &undo, QWidget *window)
    : QObject(window), m_action(undo), m_toast(new Toast(look, window))
{
    m_action.setEnabled(false);
    m_toast->installEventFilter(this);
    connect(&m_action, &QAction::triggered, m_toast, &Toast::undo);
    connect(m_toast, &Toast::undone, this, [this] {
        if (const auto back = std::exchange(m_undo, {}))
            back();
    });
}

void Announcer::say(const QString &text, const std::function<void()> &undo)
{
    m_undo = undo;
    m_toast->tell(text, undo ? Undoable::Yes : Undoable::No);
    m_action.setEnabled(undo != nullptr);
}

void Announcer::sayError(const base::Error &error)
{
    say(errorText(error), {});
}

void Announcer::setBottomInset(int pixels)
{
    m_toast->setBottomInset(pixels);
}

bool Announcer::eventFilter(QObject *watched, QEvent *event)
{
    // What can be taken back can be so for as long as it is said.
    if (watched == m_toast && event->type() == QEvent::Hide)
        m_action.setEnabled(false);
    return QObject::eventFilter(watched, event);
}

} // namespace ui
