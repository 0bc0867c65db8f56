// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/actual.h"

#include "app/providers/noba/actions.h"
#include "app/providers/noba/bounds.h"
#include "app/providers/noba/reading.h"
#include "app/providers/noba/windows.h"
#include "app/sync/rest/apart.h"

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

const QStringList automationsPath{u"api"_s, u"automations"_s};
const QStringList windowsPath{u"api"_s, u"maintenance-windows"_s};
const QStringList approvalsPath{u"api"_s, u"approvals"_s};

base::Result<QString> newId(const QJsonObject &answer)
{
    const QString id = idText(answer.value("id"_L1));
    if (id.isEmpty()) {
        return base::Error{.code = base::ErrorCode::Corrupt, .detail = u"NOBA did not tell the id of what it made"_s};
    }
    return id;
}

base::Result<QList<syncing::RemoteWindow>> windowsOf(const QJsonArray &items, const QJsonArray &open)
{
    QSet<QString> active;
    for (const QJsonValue each : open) {
        active.insert(idText(each["id"_L1]));
    }
    QList<syncing::RemoteWindow> windows;
    for (const QJsonValue each : items) {
        TRY(syncing::RemoteWindow window, windowOf(each.toObject()));
        window.active = active.contains(window.remoteId);
        windows.append(window);
    }
    return windows;
}

} // namespace

/// Thousands, in one part.
syncing::Answer<QJsonArray> Actual::list(const QStringList &path)
{
    return rest::thenApart<QJsonArray>(this, m_client.ask(rest::plainCall(path)), rest::arrayOf);
}

syncing::Answer<QJsonObject> Actual::object(const rest::Call &call)
{
    return rest::then<QJsonObject>(this, ask(call), rest::objectOf);
}

syncing::Answer<void> Actual::done(const rest::Call &call)
{
    return rest::then<void>(this, ask(call), [](const rest::Reply &) { return base::Status(); });
}

syncing::Answer<rest::Reply> Actual::ask(const rest::Call &call)
{
    const base::Status fitting = fits(call);
    return fitting ? m_client.ask(call) : rest::settled<rest::Reply>(fitting.error());
}

syncing::Answer<syncing::AccountFacts> Actual::facts()
{
    return rest::chain<syncing::AccountFacts>(
        this, object(rest::plainCall({u"api"_s, u"me"_s})), [this](const QJsonObject &me) {
            const QString role = me.value("role"_L1).toString();
            const syncing::AccountFacts facts{.who = me.value("username"_L1).toString(),
                                              .role = role,
                                              .version = u"NOBA"_s,
                                              .capabilities = capabilitiesOf(role)};
            return rest::then<syncing::AccountFacts>(this, object(rest::plainCall({u"api"_s, u"health"_s})),
                                                     [facts](const QJsonObject &health) {
                                                         syncing::AccountFacts whole = facts;
                                                         whole.version += u' ' + health.value("version"_L1).toString();
                                                         return base::Result<syncing::AccountFacts>(whole);
                                                     });
        });
}

syncing::Answer<syncing::Page<syncing::RemoteAutomation>> Actual::automations(const QString &)
{
    using Page = syncing::Page<syncing::RemoteAutomation>;
    return rest::thenApart<Page>(this, list(automationsPath),
                                 [zone = m_zone](const QJsonArray &items) -> base::Result<Page> {
                                     Page page;
                                     for (const QJsonValue each : items) {
                                         TRY(const auto automation, automationOf(each.toObject(), zone));
                                         page.items.append(automation);
                                     }
                                     return page;
                                 });
}

/// Nothing answers for a single one.
syncing::Answer<QJsonObject> Actual::item(const QString &remoteId)
{
    return rest::thenApart<QJsonObject>(this, list(automationsPath),
                                        [remoteId](const QJsonArray &items) -> base::Result<QJsonObject> {
                                            for (const QJsonValue each : items) {
                                                if (idText(each["id"_L1]) == remoteId) {
                                                    return each.toObject();
                                                }
                                            }
                                            return base::notFound(u"automation %1 at NOBA"_s.arg(remoteId));
                                        });
}

syncing::Answer<syncing::RemoteAutomation> Actual::automation(const QString &remoteId)
{
    return rest::then<syncing::RemoteAutomation>(
        this, item(remoteId), [zone = m_zone](const QJsonObject &found) { return automationOf(found, zone); });
}

syncing::Answer<syncing::RemoteAutomation> Actual::create(const domain::Automation &wanted)
{
    const base::Result<QJsonObject> body = bodyOf(wanted, {}, m_zone);
    if (!body) {
        return rest::settled<syncing::RemoteAutomation>(body.error());
    }
    const auto made = object(rest::jsonCall("POST", automationsPath, QJsonDocument(*body)));
    return rest::chain<syncing::RemoteAutomation>(this, made, [this](const QJsonObject &answer) {
        const base::Result<QString> id = newId(answer);
        return id ? automation(*id) : rest::settled<syncing::RemoteAutomation>(id.error());
    });
}

/// The last word counts there, and `config` is replaced as a whole: what stands there is read first, for its secrets,
/// and to see whether somebody was faster.
syncing::Answer<syncing::RemoteAutomation> Actual::update(const QString &remoteId, const domain::Automation &wanted,
                                                          const domain::Automation &base)
{
    const QJsonValue seen = base.remote.value("updated_at"_L1);
    return rest::chain<syncing::RemoteAutomation>(this, item(remoteId), [=, this](const QJsonObject &real) {
        if (!seen.isUndefined() && real.value("updated_at"_L1) != seen) {
            return rest::settled<syncing::RemoteAutomation>(
                base::conflict(u"somebody changed %1 at NOBA meanwhile"_s.arg(wanted.name)));
        }
        return change(remoteId, wanted, real);
    });
}

syncing::Answer<syncing::RemoteAutomation> Actual::change(const QString &remoteId, const domain::Automation &wanted,
                                                          const QJsonObject &real)
{
    const base::Result<QJsonObject> body = bodyOf(wanted, real, m_zone);
    if (!body) {
        return rest::settled<syncing::RemoteAutomation>(body.error());
    }
    QJsonObject changes = *body;
    for (auto it = changes.begin(); it != changes.end();) {
        it = real.value(it.key()) == it.value() ? changes.erase(it) : it + 1;
    }
    if (changes.isEmpty()) { // which would be an error there
        return rest::settled<syncing::RemoteAutomation>(automationOf(real, m_zone));
    }
    if (changes.contains("type"_L1)) { // its config would not be looked at
        changes.insert("config"_L1, body->value("config"_L1));
    }
    const auto sent = done(rest::jsonCall("PUT", automationsPath + QStringList{remoteId}, QJsonDocument(changes)));
    return rest::chain<syncing::RemoteAutomation>(this, sent, [this, remoteId] { return automation(remoteId); });
}

syncing::Answer<void> Actual::remove(const QString &remoteId)
{
    return done(rest::plainCall(automationsPath + QStringList{remoteId}, "DELETE"));
}

syncing::Answer<QList<syncing::RemoteApproval>> Actual::approvals()
{
    using Approvals = QList<syncing::RemoteApproval>;
    return rest::then<Approvals>(this, list(approvalsPath), [](const QJsonArray &items) -> base::Result<Approvals> {
        Approvals approvals;
        for (const QJsonValue each : items) {
            TRY(const auto approval, approvalOf(each.toObject()));
            approvals.append(approval);
        }
        return approvals;
    });
}

/// There is no place for a comment.
syncing::Answer<void> Actual::decide(const QString &approvalRemoteId, domain::Judgement verdict, const QString &)
{
    const QString word = verdict == domain::Judgement::Approve ? u"approved"_s : u"denied"_s;
    const auto sent = m_client.ask(rest::jsonCall("POST", approvalsPath + QStringList{approvalRemoteId, u"decide"_s},
                                                  QJsonDocument(QJsonObject{{u"decision"_s, word}})));
    const rest::Promise<void> promise;
    base::onAnswer(this, sent, [promise](const base::Result<rest::Reply> &reply) {
        base::Status status = reply ? base::Status() : base::Status(reply.error());
        if (!reply && reply.error().code == base::ErrorCode::Invalid && reply.error().detail.contains(u"already"_s)) {
            status = base::conflict(reply.error().detail);
        }
        promise.give(status);
    });
    return promise.future();
}

/// One window with times as text makes the list of those that are open fail for all: then nothing is known of that.
syncing::Answer<QList<syncing::RemoteWindow>> Actual::windows()
{
    using Windows = QList<syncing::RemoteWindow>;
    return rest::chain<Windows>(this, list(windowsPath), [this](const QJsonArray &items) {
        const rest::Promise<Windows> promise;
        base::onAnswer(this, list(windowsPath + QStringList{u"active"_s}),
                       [promise, items](const base::Result<QJsonArray> &open) {
                           promise.give(windowsOf(items, open.value_or(QJsonArray())));
                       });
        return promise.future();
    });
}

syncing::Answer<QString> Actual::createWindow(const domain::MaintenanceWindow &window)
{
    const base::Result<QJsonObject> body = theirWindow(window);
    if (!body) {
        return rest::settled<QString>(body.error());
    }
    return rest::then<QString>(this, object(rest::jsonCall("POST", windowsPath, QJsonDocument(*body))), newId);
}

syncing::Answer<void> Actual::updateWindow(const QString &remoteId, const domain::MaintenanceWindow &window)
{
    const base::Result<QJsonObject> body = theirWindow(window);
    return body ? done(rest::jsonCall("PUT", windowsPath + QStringList{remoteId}, QJsonDocument(*body)))
                : rest::settled<void>(body.error());
}

syncing::Answer<void> Actual::removeWindow(const QString &remoteId)
{
    return done(rest::plainCall(windowsPath + QStringList{remoteId}, "DELETE"));
}

syncing::Answer<QJsonValue> Actual::act(const QString &action, const QJsonObject &fields)
{
    const base::Result<rest::Call> call = callOf(action, fields);
    if (!call) {
        return rest::settled<QJsonValue>(call.error());
    }
    return rest::then<QJsonValue>(this, ask(*call),
                                  [action](const rest::Reply &reply) { return shown(action, reply); });
}

} // namespace providers::noba
