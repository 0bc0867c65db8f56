// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/graph/graphaccess.h"

#include "ui/widgets/graph/graphview.h"

#include <QAccessibleWidget>

namespace ui {

namespace {

class GraphAccess final : public QAccessibleWidget
{
public:
    explicit GraphAccess(GraphView *view) : QAccessibleWidget(view, QAccessible::Chart), m_view(view) {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return m_view->current() < 0 ? QString() : m_view->graph().nodes[m_view->current()].spoken;
        if (kind == QAccessible::Description)
            return m_view->spokenText();
        return QAccessibleWidget::text(kind);
    }

private:
    GraphView *m_view;
};

QAccessibleInterface *makeGraphAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<GraphView *>(object);
    return view ? new GraphAccess(view) : nullptr;
}

} // namespace

void installGraphAccess()
{
    // Qt keeps a list and asks the latest first; adding the same twice would only make it longer.
    static const bool installed = (QAccessible::installFactory(makeGraphAccess), true);
    Q_UNUSED(installed)
}

} // namespace ui
