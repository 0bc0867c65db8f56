// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/removal.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/seat/seat.h"

#include <memory>

namespace ui {

void removeAll(QObject *asker, const Context &context, const QList<domain::Automation> &automations,
               const std::function<void(const base::Error &)> &failed)
{
    const auto told = std::make_shared<bool>(false);
    for (auto it = automations.crbegin(); it != automations.crend(); ++it) {
        base::onAnswer(asker, context.store.automations().remove(it->id, context.seat.by()),
                       [told, failed](const base::Status &removed) {
                           if (!removed && !std::exchange(*told, true))
                               failed(removed.error());
                       });
    }
}

void removeAll(QObject *asker, const Context &context, const store::OfTemplate &made,
               const std::function<void(const base::Error &)> &failed)
{
    const auto told = std::make_shared<bool>(false);
    const auto once = [told, failed](const base::Error &error) {
        if (!std::exchange(*told, true))
            failed(error);
    };
    removeAll(asker, context, made.automations, once);
    for (const domain::MaintenanceWindow &window : made.windows) {
        base::onAnswer(asker, context.store.windows().remove(window.id, context.seat.by()),
                       [once](const base::Result<domain::MaintenanceWindow> &removed) {
                           if (!removed)
                               once(removed.error());
                       });
    }
}

} // namespace ui
