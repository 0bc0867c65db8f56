// SPDX-License-Identifier: Apache-2.0
// A remote system that this program knows, as data: forms, checks and the table of what it can do are made from it.
#pragma once

#include "app/domain/connections/capabilities.h"
#include "app/domain/input/kindinfo.h"
#include "app/domain/rights/rights.h"

namespace domain {

/// Something that only this system has, reachable as `remote CONNECTION ACTION` and by a form in the window.
struct RemoteAction
{
    QString name;           ///< `rotate-key` …
    const char *label = ""; ///< English source text, as for fields.
    const char *help = "";
    QList<FieldSpec> fields;
    bool changes = false;   ///< Whether it changes anything there; such a one is never sent twice.
    bool comesHome = false; ///< Its answer is an automation in its JSON form, which is made here at once.

    Right right() const { return changes || comesHome ? Right::Edit : Right::Run; }
};

struct ProviderInfo
{
    QString provider;             ///< `noba` …
    const char *label = "";       ///< English source text.
    QString icon;                 ///< Key of the bundled icon.
    QString usualUrl;             ///< Where the system is usually found; may be empty.
    QList<FieldSpec> fields;      ///< Of `settings`.
    QList<FieldSpec> credentials; ///< Each is a secret in the keychain.
    Capabilities capabilities;    ///< What the system has at best; an account may be allowed less.
    QList<RemoteAction> actions;
    /// Those that only this system runs. Params without a field are kept as they are; one without fields takes none.
    QList<KindInfo> kinds;
};

} // namespace domain
