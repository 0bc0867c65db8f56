// SPDX-License-Identifier: Apache-2.0
// The kinds of automation and the remote systems this program knows, as data: names, icons and their fields. The
// engine, the server and the window get the same catalog handed over; forms and checks are made from it.
#pragma once

#include "app/base/result.h"
#include "app/domain/connections/providerinfo.h"
#include "app/domain/input/kindinfo.h"

#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>

namespace domain {

struct Automation;

class Catalog
{
public:
    explicit Catalog(QList<KindInfo> kinds = {}, QList<ProviderInfo> providers = {})
        : m_kinds(std::move(kinds)), m_providers(std::move(providers))
    {
    }

    const QList<KindInfo> &kinds() const { return m_kinds; }
    const KindInfo *kind(const QString &type) const;
    /// The same, and of those that only a remote system knows: for words and forms. Null where nobody declares it.
    const KindInfo *kindAnywhere(const QString &type) const;
    const QList<ProviderInfo> &providers() const { return m_providers; }
    const ProviderInfo *provider(const QString &name) const;

private:
    QList<KindInfo> m_kinds;
    QList<ProviderInfo> m_providers;
};

/// Holds an object against fields: unknown, wrong type, out of range, missing. Errors name the field as it stands
/// there.
base::Status checkFields(const QList<FieldSpec> &fields, const QJsonObject &object);

/// Holds `params` against the kind's fields: unknown, wrong type, out of range, missing. Fields are named `params.x`.
base::Status checkParams(const KindInfo &kind, const QJsonObject &params);

/// What is wrong with one field, as far as it can be told of this one. Named without `params.`.
base::Status checkParam(const KindInfo &kind, const QJsonObject &params, const QString &field);

/// The secrets that fields of the kind refer to.
QStringList secretsInParams(const KindInfo &kind, const QJsonObject &params);

/// Whether this machine can run it: its interpreter exists … Handed over by whoever knows the kinds. Safe on every
/// thread.
using MachineCheck = std::function<base::Status(const Automation &)>;

/// Whether what an automation carries is sound (the code of a bundle …), which may take a process and seconds to tell.
/// Handed over as MachineCheck is. May be asked from every thread; a future that is finished at once means that there
/// was nothing to look at.
using ContentCheck = std::function<QFuture<base::Result<void>>(const Automation &)>;

/// The kind exists and its params fit, or only the system where it lives knows it. What automationFromJson() can't.
base::Status checkAgainst(const Catalog &catalog, const Automation &automation);

} // namespace domain
