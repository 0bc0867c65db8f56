// SPDX-License-Identifier: Apache-2.0
#include "app/engine/input/supplies.h"

#include "app/domain/input/environment.h"
#include "app/domain/input/secretrefs.h"
#include "app/engine/masking/maskforms.h"
#include "app/engine/masking/matcher.h"

namespace engine {

Supplies suppliesFor(const domain::Automation &automation, const domain::Run &run, const domain::ArgumentValues &values,
                     const QHash<QString, QString> &secrets, const QProcessEnvironment &own)
{
    Supplies supplies;
    for (const domain::Argument &argument : automation.arguments) {
        const bool secret = argument.kind == domain::ArgumentKind::Secret;
        supplies.arguments.append(secret ? QByteArray("") : values.value(argument.name).toUtf8());
    }
    const QList<domain::Variable> variables = domain::effectiveEnvironment(automation, values, run.id.text(), own);
    for (const domain::Variable &variable : variables) {
        const QString value = variable.takesSecrets ? domain::withSecrets(variable.value, secrets) : variable.value;
        supplies.environment.append(variable.name.toUtf8() + '=' + value.toUtf8());
    }
    return supplies;
}

std::shared_ptr<const Matcher> matcherFor(const QHash<QString, QString> &secrets)
{
    QByteArrayList patterns;
    for (const QString &secret : secrets) {
        patterns.append(maskForms(secret.toUtf8()));
    }
    return patterns.isEmpty() ? nullptr : std::make_shared<const Matcher>(patterns);
}

QStringList tooShort(const QHash<QString, QString> &secrets)
{
    QStringList names;
    for (auto it = secrets.constBegin(); it != secrets.constEnd(); ++it) {
        if (!domain::canBeMasked(*it)) {
            names.append(it.key());
        }
    }
    names.sort();
    return names;
}

} // namespace engine
