// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/log/logaccess.h"

#include "ui/widgets/log/logview.h"

#include <QAccessibleWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

class LogAccess final : public QAccessibleWidget
{
public:
    explicit LogAccess(LogView *view) : QAccessibleWidget(view, QAccessible::Document), m_view(view) {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return m_view->visibleText();
        if (kind == QAccessible::Description)
            return m_view->isFollowing() ? LogView::tr("following")
                                         : LogView::tr("paused, %Ln new lines", nullptr, int(m_view->newLines()));
        return QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        return state;
    }

private:
    LogView *m_view;
};

QAccessibleInterface *makeLogAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogAccess(view) : nullptr;
}

} // namespace

void installLogAccess()
{
    // Qt keeps a list and asks the latest first; adding the same twice would only make it longer.
    static const bool installed = (QAccessible::installFactory(makeLogAccess), true);
    Q_UNUSED(installed)
}

} // namespace ui
