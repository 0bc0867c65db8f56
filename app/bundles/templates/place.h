// SPDX-License-Identifier: Apache-2.0
// A place in the automations of a template, named by its path. Pure.
#pragma once

#include <QJsonArray>
#include <QString>

namespace bundles {

/// Puts text at `path` of the last of `all`, or of the one whose `id` stands before a colon: `env.FROM`,
/// `triggers[0].cron`, `probe:params.url`. What is a number or a flag there stays one. False where there is no such
/// place.
bool fill(QJsonArray &all, const QString &path, const QString &text);

} // namespace bundles
