// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/leaving.h"

#include "app/sync/fields.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

struct Organisation
{
    QString id;
    QString name;
};

/// The one of this id or name, of those that the login is a member of.
base::Result<Organisation> organisationIn(const QJsonObject &profile, const QString &wanted)
{
    QStringList names;
    for (const QJsonValue each : profile.value("customers"_L1).toArray()) {
        const Organisation one{each["id"_L1].toString(each["_id"_L1].toString()), each["name"_L1].toString()};
        if (!one.id.isEmpty() && (one.id == wanted || one.name == wanted)) {
            return one;
        }
        names.append(one.name);
    }
    return base::invalid(u"organisation"_s, names.isEmpty()
                                                ? u"the profile there names no organisations"_s
                                                : u"organisation must be one of %1"_s.arg(names.join(u", "_s)));
}

QString afterChange(const QString &named, const QString &now)
{
    return named == now
               ? u"Nothing changes: the connection is of this organisation."_s
               : u"What is mirrored of %1 stays as it is. The connection still names %1, so that its next look "
                 "asks for a sign-in; sync then logs in for %1 again. To mirror %2 instead, edit the "
                 "connection's organisation: what is not there goes from here, its runs and logs stay."_s.arg(named,
                                                                                                              now);
}

rest::Future<QJsonValue> changeOrganisation(Service &service, const QString &wanted)
{
    const auto found = rest::then<Organisation>(
        service.context(), service.profile(), [wanted](const QJsonObject &who) { return organisationIn(who, wanted); });
    return rest::chain<QJsonValue>(service.context(), found, [&service](const Organisation &to) {
        return rest::then<QJsonValue>(service.context(), service.changeOrganisation(to.id), [&service, to] {
            return base::Result<QJsonValue>(
                QJsonObject{{u"organisation"_s, to.name},
                            {u"id"_s, to.id},
                            {u"mirror"_s, afterChange(service.settings().organisation, to.name)}});
        });
    });
}

rest::Future<QJsonValue> logout(Service &service)
{
    return rest::then<QJsonValue>(service.context(), service.logout(), [] {
        return base::Result<QJsonValue>(QJsonObject{
            {u"logged_out"_s, true},
            {u"mirror"_s, u"What is mirrored stays as it is. Nothing is asked there until sync, or the next start of "
                          "this program, logs in again by the name and the password that are kept."_s}});
    });
}

} // namespace

QList<domain::RemoteAction> leavingActions()
{
    return {
        {.name = u"change-organisation"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Change the organisation"),
         .help = QT_TRANSLATE_NOOP("catalog", "Takes this login to another organisation; what is mirrored here stays"),
         .fields = {syncing::needed(
             syncing::helped(syncing::field(u"organisation"_s, QT_TRANSLATE_NOOP("catalog", "Organisation")),
                             QT_TRANSLATE_NOOP("catalog", "Its name or id, as the profile tells")))},
         .changes = true},
        {.name = u"logout"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Log out"),
         .help = QT_TRANSLATE_NOOP("catalog", "Ends this login; what is mirrored stays, and a sync logs in again"),
         .changes = true},
    };
}

rest::Future<QJsonValue> leave(Service &service, const QString &action, const QJsonObject &fields)
{
    const QList<domain::RemoteAction> all = leavingActions();
    const bool changes = action == all.first().name;
    const base::Result<QJsonObject> given = syncing::givenFields((changes ? all.first() : all.last()).fields, fields);
    if (!given) {
        return rest::settled<QJsonValue>(given.error());
    }
    return changes ? changeOrganisation(service, given->value("organisation"_L1).toString()) : logout(service);
}

} // namespace providers::theeye
