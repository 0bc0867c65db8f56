// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/announcer.h"

#include "ui/errors/errortext.h"
#include "ui/widgets/messages/toast.h"

#include <QEvent>

namespace ui {

Announcer::Announcer(const Look &look, QAction &undo, QWidget *window)
    : QObject(window), m_look(look), m_window(window), m_action(undo)
{
    m_action.setEnabled(false);
}

Toast &Announcer::toast()
{
    if (!m_toast) {
        m_toast = new Toast(m_look, m_window);
        m_toast->setInsets(m_bottomInset, m_endInset);
        m_toast->installEventFilter(this);
        connect(&m_action, &QAction::triggered, m_toast, &Toast::undo);
        connect(m_toast, &Toast::undone, this, [this] {
            if (const auto back = std::exchange(m_undo, {}))
                back();
        });
    }
    return *m_toast;
}

void Announcer::say(const QString &text, const std::function<void()> &undo)
{
    m_undo = undo;
    toast().tell(text, undo ? Undoable::Yes : Undoable::No);
    m_action.setEnabled(undo != nullptr);
}

void Announcer::sayError(const base::Error &error)
{
    say(errorText(error), {});
}

void Announcer::setInsets(int bottom, int end)
{
    m_bottomInset = bottom;
    m_endInset = end;
    if (m_toast)
        m_toast->setInsets(bottom, end);
}

bool Announcer::eventFilter(QObject *watched, QEvent *event)
{
    // What can be taken back can be so for as long as it is said.
    if (watched == m_toast && event->type() == QEvent::Hide)
        m_action.setEnabled(false);
    return QObject::eventFilter(watched, event);
}

} // namespace ui
