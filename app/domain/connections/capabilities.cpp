// SPDX-License-Identifier: Apache-2.0
#include "app/domain/connections/capabilities.h"

#include "app/base/wordtable.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<RemoteLog, RemoteLog::Stream> logWords({{
    {RemoteLog::None, u"none"},
    {RemoteLog::AtEnd, u"at_end"},
    {RemoteLog::Poll, u"poll"},
    {RemoteLog::Stream, u"stream"},
}});

constexpr base::WordTable<Capability, Capability::Quota> capabilityWords({{
    {Capability::List, u"list"},
    {Capability::Create, u"create"},
    {Capability::Update, u"update"},
    {Capability::Delete, u"delete"},
    {Capability::Run, u"run"},
    {Capability::Cancel, u"cancel"},
    {Capability::Runs, u"runs"},
    {Capability::Code, u"code"},
    {Capability::Approvals, u"approvals"},
    {Capability::Windows, u"windows"},
    {Capability::Templates, u"templates"},
    {Capability::Export, u"export"},
    {Capability::Subscriptions, u"subscriptions"},
    {Capability::Artifacts, u"artifacts"},
    {Capability::Secrets, u"secrets"},
    {Capability::Quota, u"quota"},
}});

/// What can't be done, for a sentence.
QString inWords(Capability capability)
{
    switch (capability) {
    case Capability::List:
        return u"list its automations"_s;
    case Capability::Create:
        return u"take new automations"_s;
    case Capability::Update:
        return u"change its automations"_s;
    case Capability::Delete:
        return u"delete automations"_s;
    case Capability::Run:
        return u"start runs when asked"_s;
    case Capability::Cancel:
        return u"cancel runs"_s;
    case Capability::Runs:
        return u"tell of runs that others started"_s;
    default:
        return u"do that: it has no %1"_s.arg(capabilityWord(capability));
    }
}

} // namespace

QString remoteLogWord(RemoteLog log)
{
    return logWords.of(log);
}

std::optional<RemoteLog> remoteLogFromWord(const QString &word)
{
    return logWords.find(word);
}

QString capabilityWord(Capability capability)
{
    return capabilityWords.of(capability);
}

std::optional<Capability> capabilityFromWord(const QString &word)
{
    return capabilityWords.find(word);
}

const QList<Capability> &allCapabilities()
{
    static const QList<Capability> all = capabilityWords.values();
    return all;
}

QJsonObject toJson(const Capabilities &capabilities)
{
    QJsonArray can;
    for (const Capability one : capabilities.can) {
        can.append(capabilityWord(one));
    }
    return {{u"can"_s, can},
            {u"log"_s, remoteLogWord(capabilities.log)},
            {u"carries"_s, QJsonArray::fromStringList(capabilities.carries)}};
}

Capabilities capabilitiesFromJson(const QJsonObject &object)
{
    Capabilities capabilities;
    const QJsonArray can = object.value("can"_L1).toArray();
    for (const QJsonValue word : can) {
        if (const std::optional<Capability> known = capabilityFromWord(word.toString())) {
            capabilities.can.append(*known);
        }
    }
    capabilities.log = remoteLogFromWord(object.value("log"_L1).toString()).value_or(RemoteLog::None);
    const QJsonArray carries = object.value("carries"_L1).toArray();
    for (const QJsonValue field : carries) {
        capabilities.carries.append(field.toString());
    }
    return capabilities;
}

base::Status checkCan(const Capabilities &capabilities, Capability wanted, const QString &called)
{
    if (capabilities.has(wanted)) {
        return {};
    }
    return base::Error{.code = base::ErrorCode::Unsupported,
                       .context = {},
                       .detail = u"%1 can't %2"_s.arg(called, inWords(wanted)),
                       .field = {}};
}

} // namespace domain
