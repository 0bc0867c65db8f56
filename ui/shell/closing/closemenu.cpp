// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/closing/closemenu.h"

#include "app/base/answer.h"
#include "app/store/store.h"

#include <QActionGroup>

namespace ui {

using namespace Qt::StringLiterals;

CloseMenu::CloseMenu(const Context &context, QWidget *parent)
    : QMenu(tr("When the window &closes"), parent), m_context(context), m_choices(new QActionGroup(this))
{
    setObjectName(u"menuClosing"_s);
    const std::array<std::pair<QString, QString>, 3> choices{
        {{u"ask"_s, tr("&Ask")}, {u"keep"_s, tr("&Keep scheduling")}, {u"stop"_s, tr("&Stop")}}};
    for (const auto &[key, text] : choices) {
        QAction *action = addAction(text);
        action->setObjectName(u"onClose_"_s + key);
        action->setCheckable(true);
        action->setData(key);
        m_choices->addAction(action);
    }
    connect(m_choices, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_context.store.settings().set(QLatin1StringView(store::setting::closeChoice), action->data().toString());
    });
    connect(this, &QMenu::aboutToShow, this, &CloseMenu::showChoice);
}

void CloseMenu::showChoice()
{
    base::onAnswer(this, m_context.store.settings().all(), [this](const base::Result<QJsonObject> &settings) {
        const QList<QAction *> actions = m_choices->actions();
        for (QAction *action : actions)
            action->setChecked(settings && settings->value(QLatin1StringView(store::setting::closeChoice)) ==
                                               action->data().toString());
    });
}

} // namespace ui
