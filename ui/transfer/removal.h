// SPDX-License-Identifier: Apache-2.0
// Takes back what was just made, all of it: the undo of an import and of a template.
#pragma once

#include "app/store/templates/templates.h"
#include "ui/shell/context.h"

#include <QObject>

#include <functional>

namespace ui {

/// `failed` is called at most once, while `asker` lives. They go in the order in which nobody is left that names them.
void removeAll(QObject *asker, const Context &context, const QList<domain::Automation> &automations,
               const std::function<void(const base::Error &)> &failed);
/// The same, and the windows that came along.
void removeAll(QObject *asker, const Context &context, const store::OfTemplate &made,
               const std::function<void(const base::Error &)> &failed);

} // namespace ui
