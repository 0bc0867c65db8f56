// SPDX-License-Identifier: Apache-2.0
// Automations as Defender wants them sent: whole, with what it keeps and this program has no word for. Pure.
#pragma once

#include "app/domain/automation.h"
#include "app/providers/defender/settings.h"

namespace providers::defender {

inline constexpr qsizetype documentedMost = 50'000'000; ///< Bytes of code in base64, as the documents say.
inline constexpr qsizetype safeMost = 5'000'000;        ///< What the service took in the end.

/// What a person is told of code of this size in base64; empty where there is nothing to tell.
QString sizeWarning(qsizetype base64Size);

/// A new one. Invalid names what can't be said there.
base::Result<QJsonObject> createBody(const domain::Automation &wanted);

/// A replacement of the whole: code only where it is other than in `base`.
base::Result<QJsonObject> updateBody(const domain::Automation &wanted, const domain::Automation &base);

/// What the service answered, as it is sent back: without what only answers have.
QJsonObject withoutAnswers(const QJsonObject &item);

/// The variables of a run there. Invalid where one refers to a secret: there they are not secret.
base::Result<QJsonObject> variablesOf(const QMap<QString, QString> &environment);

} // namespace providers::defender
