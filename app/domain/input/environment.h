// SPDX-License-Identifier: Apache-2.0
// The variables a run gets, each with where it comes from. Values of secrets are never in it: where one belongs stands
// its reference.
#pragma once

#include "app/domain/input/arguments.h"

#include <QProcessEnvironment>

namespace domain {

struct Automation;

enum class Origin {
    Base,       ///< The engine's own environment, by an allow-list.
    Automation, ///< `env` of the automation.
    Argument,   ///< A value the run was given.
    Run,        ///< What the run is.
};

struct Variable
{
    QString name;
    QString value; ///< May hold references to secrets where `takesSecrets`; taken as it is otherwise.
    Origin origin = Origin::Base;
    bool takesSecrets = false;

    friend bool operator==(const Variable &, const Variable &) = default;
};

/// `base`, `automation`, `argument` or `run`.
QString originWord(Origin origin);

/// By name. Later origins win over earlier ones. `own` is the engine's environment; `runId` is empty before there is a
/// run.
QList<Variable> effectiveEnvironment(const Automation &automation, const ArgumentValues &values, const QString &runId,
                                     const QProcessEnvironment &own);
QJsonArray toJson(const QList<Variable> &environment);

/// The names in `params.secrets`: what a kind hands over as it is, outside of variables and arguments.
QStringList secretsHanded(const Automation &automation);
/// Every secret the automation refers to, with the fields that do: `env.TOKEN`, `arguments[0].default`, `params.auth`,
/// `params.secrets`, `notify.webhook`, `triggers[0].hmac_secret`.
QMap<QString, QStringList> secretsOf(const Automation &automation);
/// The names of the secrets a run of it needs with these values, beside those that its kind's own fields refer to.
QStringList secretsNeeded(const Automation &automation, const ArgumentValues &values);

} // namespace domain
