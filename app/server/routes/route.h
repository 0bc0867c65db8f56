// SPDX-License-Identifier: Apache-2.0
// A route as a row: who may, on what, with which body, and what is done. The table of all rows is the source of the
// dispatch, of the rights matrix of the tests and of the OpenAPI document.
#pragma once

#include "app/domain/approvals/approval.h"
#include "app/domain/automation.h"
#include "app/domain/catalog.h"
#include "app/domain/connections/remoteactions.h"
#include "app/domain/run.h"
#include "app/domain/windows/maintenance.h"
#include "app/server/http/exchange.h"
#include "app/server/http/loop.h"
#include "app/server/routes/query.h"

#include <QHash>
#include <QSet>

namespace secrets {
class SecretStore;
}
namespace store {
class Store;
}

namespace server {

class Tickets;
class Feeds;
class Rates;
class Identity;
struct Limits;
struct Call;
using CallPtr = std::shared_ptr<Call>;

using domain::Right;

/// Nothing: what is sent is ignored. Json: an object or an array. MaybeJson: the same, or nothing at all. Raw: JSON, a
/// form, text or nothing, left as it came.
enum class BodyKind { Nothing, Json, MaybeJson, Raw };
/// What lets a request in. Token: the one in its header or query. Path: a secret in the path, from a page of any
/// origin. Body: a secret in its body; from our own origin.
enum class Guard { Token, Path, Body };
/// What `{id}` names; it is loaded, and a missing one answered, before any body is read. Hook: the automation that
/// `{token}` belongs to, as long as it is not used too often.
enum class Subject { None, Automation, Run, Approval, Window, Hook };
/// Where the token may stand. Query: also as `?token=`, an API token or a ticket.
enum class TokenPlace { Header, Query };

/// Pages of which origins a browser lets ask. Listed: also those of the setting `api.origins`.
enum class Pages { Own, Listed };

/// What handlers work with. Lives as long as the server.
struct Tools
{
    store::Store &store;
    const domain::Catalog &catalog;
    const domain::MachineCheck &checkMachine;
    const domain::ContentCheck &checkContent;
    const base::Clock &clock;
    const Limits &limits;
    LoopPtr loop;
    QThreadPool &pool;
    Tickets &tickets;
    Feeds &feeds;
    Rates &rates;
    Identity &identity;
    secrets::SecretStore *secrets; ///< May be null: then there are none.
    const domain::RemoteActions &remote;
};

struct Route
{
    Method method = Method::Get;
    QString pattern;      ///< `/api/automations/{id}`
    domain::Needed right; ///< Has no default: a route without one does not compile.
    QString summary;
    void (*handle)(Tools &, const CallPtr &) = nullptr;
    Subject subject = Subject::None;
    BodyKind body = BodyKind::Nothing;
    qint64 bodyLimit = 0;   ///< Bytes; set for both kinds of body.
    QStringList query = {}; ///< Names it understands; any other is Invalid.
    TokenPlace token = TokenPlace::Header;
    Guard guard = Guard::Token;
    Pages pages = Pages::Own;
    QStringList headers = {}; ///< Names of those that it reads itself.
};

/// One request on its way through its route. Belongs to the I/O thread.
struct Call
{
    ExchangePtr exchange;
    const Route *route = nullptr;
    QString id;                        ///< What stands for `{id}`.
    QHash<QString, QString> path = {}; ///< What stands for each variable of the pattern, decoded.
    Query query;
    domain::Actor by;                             ///< Who asks, and from where; of a token whoever it was made for.
    QSet<base::AutomationId> hidden;              ///< What they may not know of.
    QString desk;                                 ///< The account at the desk.
    std::optional<domain::Automation> automation; ///< As Route::subject asks.
    std::optional<domain::Run> run;
    std::optional<domain::Approval> approval;
    std::optional<domain::MaintenanceWindow> window;
    QJsonValue body = QJsonValue::Undefined;

    bool sees(const base::AutomationId &one) const { return !hidden.contains(one); }
    void answer(int status, const QJsonObject &object) const { exchange->answer(jsonResponse(status, object)); }
    void fail(const base::Error &error) const { exchange->answer(errorResponse(error)); }
};

} // namespace server
