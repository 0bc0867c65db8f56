// SPDX-License-Identifier: Apache-2.0
// Automations made up at random, in the JSON of exports: every kind of trigger, every policy, every field. The same
// seed makes the same ones.
#pragma once

#include "app/domain/catalog.h"

#include <QJsonArray>

namespace test {

/// Kinds that all of them fit: script, bundle and workflow.
domain::Catalog catalogOfMany();
/// Some that refer to each other by their ids, by `after` and by steps. Names differ.
QJsonArray someAutomations(quint32 seed);

} // namespace test
