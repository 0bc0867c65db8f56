// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/service_control/unitstate.h"

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

bool isUp(const UnitState &state)
{
    return state.active == "active"_L1 || state.active == "activating"_L1 || state.active == "reloading"_L1 ||
           state.active == "refreshing"_L1;
}

/// One that did its work and is gone.
bool hasDoneItsWork(const UnitState &state)
{
    return state.type == "oneshot"_L1 && state.active == "inactive"_L1 && state.result == "success"_L1;
}

QString isNow(const UnitState &state)
{
    const bool failed = !state.result.isEmpty() && state.result != "success"_L1;
    return u"it is %1%2"_s.arg(state.words(), failed ? u", result "_s + state.result : QString());
}

} // namespace

const char *const unitProperties = "LoadState,ActiveState,SubState,Result,Type,InvocationID";

QString UnitState::words() const
{
    return sub.isEmpty() ? active : u"%1 (%2)"_s.arg(active, sub);
}

QJsonObject UnitState::toJson() const
{
    return {{u"active"_s, active}, {u"sub"_s, sub}, {u"result"_s, result}};
}

UnitState unitStateFrom(const QByteArray &properties)
{
    QMap<QByteArray, QString> values;
    for (const QByteArray &line : properties.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0) {
            values.insert(line.left(equals), QString::fromUtf8(line.mid(equals + 1)).trimmed());
        }
    }
    return {.load = values.value("LoadState"),
            .active = values.value("ActiveState"),
            .sub = values.value("SubState"),
            .result = values.value("Result"),
            .type = values.value("Type"),
            .invocation = values.value("InvocationID")};
}

QString shortcoming(const QString &action, const UnitState &before, const UnitState &after)
{
    if (action == "stop"_L1) {
        return isUp(after) ? u"was not stopped: "_s + isNow(after) : QString();
    }
    if (action == "status"_L1 || action == "reload"_L1) {
        return isUp(after) ? QString() : u"is not active: "_s + isNow(after);
    }
    if (!isUp(after) && !hasDoneItsWork(after)) {
        return u"did not come up: "_s + isNow(after);
    }
    const bool same = !before.invocation.isEmpty() && before.invocation == after.invocation;
    return action == "restart"_L1 && same ? u"is still the one from before the restart"_s : QString();
}

} // namespace kinds
