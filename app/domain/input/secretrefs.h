// SPDX-License-Identifier: Apache-2.0
// References to secrets in text: ${secret:NAME}. What is stored and shown is the reference; the value is put in its
// place only in what a process is handed.
#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace domain {

/// What a person may call a secret: up to 100 ASCII letters, digits, `_`, `.` and `-`, not beginning with `.` or `-`.
bool isSecretName(const QString &name);
base::Status checkSecretName(const QString &name);

/// `${secret:NAME}`
QString secretReference(const QString &name);
/// The name, where `text` is one reference and nothing else.
std::optional<QString> referredSecret(const QString &text);
/// The names `text` refers to, in order, each once.
QStringList secretsIn(const QString &text);
/// Invalid, without a field, where something begins like a reference and is none.
base::Status checkReferences(const QString &text);
/// Every reference replaced by its value. Those whose value is not given stay.
QString withSecrets(const QString &text, const QHash<QString, QString> &values);

/// What is shorter can't be told from other text, and is not masked in logs. Bytes.
inline constexpr qsizetype shortestMasked = 4;
/// Whether any line of a secret is long enough.
bool canBeMasked(const QString &secret);

/// The name of a secret that is given to one run only, and is gone with it. Never a name a person can choose.
QString lentName(const QString &runId, const QString &variable);
bool isLentName(const QString &name);
/// The run it is lent to; empty where it is none of those.
QString runOfLent(const QString &name);
/// What another run may be given again: all but those.
QMap<QString, QString> withoutLent(const QMap<QString, QString> &arguments);

} // namespace domain
