// SPDX-License-Identifier: Apache-2.0
// What one run is handed beside its program: arguments and environment with the secrets filled in. It lives as long as
// the start of the run takes; nothing of it is stored.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"

#include <QByteArrayList>
#include <QHash>
#include <QProcessEnvironment>

namespace engine {

class Matcher;

struct Supplies
{
    QByteArrayList arguments;   ///< After the program's own, in the order of the automation. The place of a secret is
                                ///< empty, for everybody may read the command lines of others.
    QByteArrayList environment; ///< `NAME=value`, by name.
};

/// Every secret that `values` need must be among `secrets`. `own` is the environment of this program.
Supplies suppliesFor(const domain::Automation &automation, const domain::Run &run, const domain::ArgumentValues &values,
                     const QHash<QString, QString> &secrets, const QProcessEnvironment &own);

/// What finds them in output; null where none is long enough to be masked.
std::shared_ptr<const Matcher> matcherFor(const QHash<QString, QString> &secrets);
/// The names of those that are too short to be masked.
QStringList tooShort(const QHash<QString, QString> &secrets);

} // namespace engine
