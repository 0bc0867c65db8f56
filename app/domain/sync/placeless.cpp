// SPDX-License-Identifier: Apache-2.0
#include "app/domain/sync/placeless.h"

using namespace Qt::StringLiterals;

namespace domain {

QStringList placeless(const Capabilities &there)
{
    if (there == Capabilities()) {
        return {};
    }
    QStringList fields{u"triggers"_s, u"env"_s, u"run_as"_s, u"working_directory"_s, u"timeout_s"_s, u"kill_after_s"_s};
    fields.removeIf([&there](const QString &field) { return there.carries.contains(field); });
    return fields;
}

QString newlyPlaceless(const Automation &before, const Automation &after, const Capabilities &there)
{
    const QJsonObject was = toJson(before);
    const QJsonObject is = toJson(after);
    const QJsonObject usual = toJson(Automation());
    for (const QString &field : placeless(there)) {
        if (is.value(field) != was.value(field) && is.value(field) != usual.value(field)) {
            return field;
        }
    }
    return {};
}

} // namespace domain
