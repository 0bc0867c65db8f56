// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/documented.h"

#include "app/providers/noba/actions.h"
#include "app/providers/noba/config.h"
#include "app/providers/noba/masking.h"
#include "app/providers/noba/reading.h"
#include "app/sync/rest/apart.h"
#include "app/sync/rest/eventreader.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

const QStringList automationsPath{u"api"_s, u"automations"_s};
const QStringList approvalsPath{u"api"_s, u"approvals"_s};
const QStringList windowsPath{u"api"_s, u"maintenance"_s};
constexpr base::Millis longestStream{60'000};

template <typename T> syncing::Answer<T> notThere(const QString &what)
{
    return rest::settled<T>(base::Error{.code = base::ErrorCode::Unsupported,
                                        .detail = u"the documented NOBA has no way to %1"_s.arg(what)});
}

base::Result<QJsonObject> bodyOf(const domain::Automation &wanted, const QString &zone)
{
    TRY(const QJsonValue schedule, theirSchedule(wanted.triggers, zone));
    return QJsonObject{{u"name"_s, wanted.name},
                       {u"type"_s, wanted.type},
                       {u"params"_s, wanted.params},
                       {u"icon"_s, wanted.icon},
                       {u"schedule"_s, schedule}};
}

base::Result<QJsonObject> bodyOf(const domain::MaintenanceWindow &window)
{
    if (!window.timezone.isEmpty()) {
        return base::invalid(u"timezone"_s, u"windows of the documented NOBA have no time zone"_s);
    }
    QJsonObject body{{u"name"_s, window.name},
                     {u"start"_s, domain::wallText(window.start)},
                     {u"end"_s, domain::wallText(window.end)},
                     {u"scope"_s, QJsonArray::fromStringList(window.scope)},
                     {u"autonomy_override"_s, domain::overrideWord(window.autonomyOverride)}};
    if (!window.recurring.isEmpty()) {
        body.insert("recurring"_L1, window.recurring);
    }
    return body;
}

template <typename T, typename Read> base::Result<QList<T>> each(const QJsonArray &items, Read read)
{
    QList<T> values;
    for (const QJsonValue item : items) {
        TRY(const T value, read(item.toObject()));
        values.append(value);
    }
    return values;
}

base::Result<QString> idOf(const QJsonObject &answer)
{
    const QString id = idText(answer.value("id"_L1));
    return id.isEmpty() ? base::Result<QString>(base::Error{.code = base::ErrorCode::Corrupt,
                                                            .detail = u"what was made there has no id"_s})
                        : base::Result<QString>(id);
}

/// The text of a run so far, from where it was read up to.
base::Result<syncing::LogPart> partOf(const QJsonObject &item, const QString &from)
{
    TRY(const syncing::RemoteRun run, documentedRun(item));
    const QByteArray all = item.value("output"_L1).toString().toUtf8();
    const qsizetype read = qBound<qsizetype>(0, from.toLongLong(), all.size());
    return syncing::LogPart{
        .bytes = all.sliced(read), .next = QString::number(all.size()), .complete = domain::isFinal(run.status)};
}

/// The token in the address is the key to it.
base::Result<rest::Call> webhookCall(const QJsonObject &fields)
{
    TRY(const QJsonObject given, givenTo(u"fire-webhook"_s, fields));
    const QString token = given.value("hook_id"_L1).toString();
    rest::Call call = rest::plainCall(automationsPath + QStringList{u"webhook"_s, token}, "POST");
    call.headers = {{"Content-Type", "application/json"}};
    call.body = fields.value("body"_L1).toString(u"{}"_s).toUtf8();
    call.identity = rest::Identity::None;
    return call;
}

base::Result<rest::Call> documentedCall(const QString &action, const QJsonObject &fields)
{
    if (action == "fire-webhook"_L1) {
        return webhookCall(fields);
    }
    if (action == "import"_L1) {
        TRY(const QJsonObject given, givenTo(action, fields));
        TRY(const QJsonArray automations, automationsIn(given));
        return rest::jsonCall("POST", automationsPath + QStringList{action}, QJsonDocument(automations));
    }
    if (action == "run-stream"_L1) {
        TRY(const QJsonObject given, givenTo(action, fields));
        const QString run = given.value("run"_L1).toString();
        rest::Call call = rest::plainCall(automationsPath + QStringList{u"runs"_s, run, u"stream"_s});
        call.expects = rest::Expects::Anything;
        call.longest = longestStream;
        return call;
    }
    const bool isWindow = action == "activate-window"_L1 || action == "deactivate-window"_L1;
    if (!isWindow && action != "apply-template"_L1) {
        return base::Error{.code = base::ErrorCode::Unsupported,
                           .detail = u"the documented NOBA has no way to %1"_s.arg(action)};
    }
    TRY(const QJsonObject given, givenTo(action, fields));
    const QString id = given.value("id"_L1).toString();
    return rest::plainCall(isWindow ? windowsPath + QStringList{id, action.section(u'-', 0, 0)}
                                    : automationsPath + QStringList{u"templates"_s, id, u"apply"_s},
                           "POST");
}

/// What its events say, each.
base::Result<QJsonValue> linesOf(const rest::Reply &reply)
{
    QJsonArray lines;
    TRY(const QList<rest::Event> events, rest::EventReader().read(reply.body));
    for (const rest::Event &event : events) {
        lines.append(QString::fromUtf8(event.data));
    }
    return QJsonValue(lines);
}

} // namespace

syncing::Answer<QJsonArray> Documented::list(const QStringList &path)
{
    return rest::thenApart<QJsonArray>(this, m_client.ask(rest::plainCall(path)), rest::arrayOf);
}

syncing::Answer<QJsonObject> Documented::object(const rest::Call &call)
{
    return rest::then<QJsonObject>(this, m_client.ask(call), rest::objectOf);
}

syncing::Answer<void> Documented::done(const rest::Call &call)
{
    return rest::then<void>(this, m_client.ask(call), [](const rest::Reply &) { return base::Status(); });
}

/// Nothing tells who we are; that a list can be read shows that we may.
syncing::Answer<syncing::AccountFacts> Documented::facts()
{
    return rest::then<syncing::AccountFacts>(this, list(automationsPath), [](const QJsonArray &) {
        return base::Result<syncing::AccountFacts>(syncing::AccountFacts{
            .who = {}, .role = {}, .version = u"NOBA, as documented"_s, .capabilities = documentedCapabilities()});
    });
}

syncing::Answer<syncing::Page<syncing::RemoteAutomation>> Documented::automations(const QString &)
{
    using Page = syncing::Page<syncing::RemoteAutomation>;
    return rest::thenApart<Page>(
        this, list(automationsPath), [zone = m_zone](const QJsonArray &items) -> base::Result<Page> {
            TRY(const auto all, each<syncing::RemoteAutomation>(items, [&zone](const QJsonObject &item) {
                    return documentedAutomation(item, zone);
                }));
            return Page{all, {}};
        });
}

syncing::Answer<syncing::RemoteAutomation> Documented::automation(const QString &remoteId)
{
    using Page = syncing::Page<syncing::RemoteAutomation>;
    return rest::then<syncing::RemoteAutomation>(
        this, automations({}), [remoteId](const Page &page) -> base::Result<syncing::RemoteAutomation> {
            for (const syncing::RemoteAutomation &one : page.items) {
                if (one.remoteId == remoteId) {
                    return one;
                }
            }
            return base::notFound(u"automation %1 at NOBA"_s.arg(remoteId));
        });
}

syncing::Answer<syncing::RemoteAutomation> Documented::create(const domain::Automation &wanted)
{
    const base::Result<QJsonObject> body = bodyOf(wanted, m_zone);
    if (!body) {
        return rest::settled<syncing::RemoteAutomation>(body.error());
    }
    const auto made = object(rest::jsonCall("POST", automationsPath, QJsonDocument(*body)));
    return rest::chain<syncing::RemoteAutomation>(this, made, [this](const QJsonObject &answer) {
        const base::Result<QString> id = idOf(answer);
        return id ? automation(*id) : rest::settled<syncing::RemoteAutomation>(id.error());
    });
}

/// The list does not show params: they are sent where they are known here, and left as they are there where not.
syncing::Answer<syncing::RemoteAutomation> Documented::update(const QString &remoteId, const domain::Automation &wanted,
                                                              const domain::Automation &base)
{
    const base::Result<QJsonObject> body = bodyOf(wanted, m_zone);
    const base::Result<QJsonObject> before = bodyOf(base, m_zone);
    if (!body) {
        return rest::settled<syncing::RemoteAutomation>(body.error());
    }
    QJsonObject changes = *body;
    for (auto it = changes.begin(); it != changes.end();) {
        it = before && before->value(it.key()) == it.value() ? changes.erase(it) : it + 1;
    }
    if (changes.isEmpty()) {
        return automation(remoteId);
    }
    const auto sent = done(rest::jsonCall("PUT", automationsPath + QStringList{remoteId}, QJsonDocument(changes)));
    return rest::chain<syncing::RemoteAutomation>(this, sent, [this, remoteId] { return automation(remoteId); });
}

syncing::Answer<void> Documented::remove(const QString &remoteId)
{
    return done(rest::plainCall(automationsPath + QStringList{remoteId}, "DELETE"));
}

syncing::Answer<syncing::RemoteRun> Documented::run(const syncing::RunWish &wish)
{
    if (!wish.arguments.isEmpty() || !wish.body.isUndefined()) {
        return notThere<syncing::RemoteRun>(u"give a run anything"_s);
    }
    const auto sent = object(rest::plainCall(automationsPath + QStringList{wish.remoteId, u"run"_s}, "POST"));
    return rest::then<syncing::RemoteRun>(
        this, sent, [id = wish.remoteId](const QJsonObject &answer) -> base::Result<syncing::RemoteRun> {
            TRY(syncing::RemoteRun run, documentedRun(answer));
            run.automationRemoteId = id;
            return run;
        });
}

syncing::Answer<void> Documented::cancel(const QString &)
{
    return notThere<void>(u"cancel a run"_s);
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Documented::runs(const syncing::RunFilter &)
{
    return notThere<syncing::Page<syncing::RemoteRun>>(u"list runs"_s);
}

syncing::Answer<syncing::RemoteRun> Documented::readRun(const QString &runRemoteId)
{
    return rest::then<syncing::RemoteRun>(
        this, object(rest::plainCall(automationsPath + QStringList{u"runs"_s, runRemoteId})), documentedRun);
}

/// The stream that is described has no ids to go on from after it broke; what the run itself tells has no such gaps.
syncing::Answer<syncing::LogPart> Documented::log(const QString &runRemoteId, const QString &from)
{
    return rest::then<syncing::LogPart>(this,
                                        object(rest::plainCall(automationsPath + QStringList{u"runs"_s, runRemoteId})),
                                        [from](const QJsonObject &item) { return partOf(item, from); });
}

syncing::Answer<QList<syncing::RemoteApproval>> Documented::approvals()
{
    using Approvals = QList<syncing::RemoteApproval>;
    return rest::then<Approvals>(this, list(approvalsPath), [](const QJsonArray &items) {
        return each<syncing::RemoteApproval>(items, approvalOf);
    });
}

syncing::Answer<void> Documented::decide(const QString &approvalRemoteId, domain::Judgement verdict,
                                         const QString &comment)
{
    const QJsonObject body = comment.isEmpty() ? QJsonObject() : QJsonObject{{u"comment"_s, comment}};
    return done(rest::jsonCall("POST", approvalsPath + QStringList{approvalRemoteId, domain::judgementWord(verdict)},
                               QJsonDocument(body)));
}

syncing::Answer<QList<syncing::RemoteWindow>> Documented::windows()
{
    using Windows = QList<syncing::RemoteWindow>;
    return rest::then<Windows>(this, list(windowsPath), [](const QJsonArray &items) {
        return each<syncing::RemoteWindow>(items, documentedWindow);
    });
}

syncing::Answer<QString> Documented::createWindow(const domain::MaintenanceWindow &window)
{
    const base::Result<QJsonObject> body = bodyOf(window);
    if (!body) {
        return rest::settled<QString>(body.error());
    }
    return rest::then<QString>(this, object(rest::jsonCall("POST", windowsPath, QJsonDocument(*body))), idOf);
}

syncing::Answer<void> Documented::updateWindow(const QString &, const domain::MaintenanceWindow &)
{
    return notThere<void>(u"change a window; make a new one"_s);
}

syncing::Answer<void> Documented::removeWindow(const QString &remoteId)
{
    return done(rest::plainCall(windowsPath + QStringList{remoteId}, "DELETE"));
}

syncing::Answer<QJsonValue> Documented::act(const QString &action, const QJsonObject &fields)
{
    if (action == "export"_L1 || action == "templates"_L1) {
        return rest::then<QJsonValue>(this, list(automationsPath + QStringList{action}),
                                      [](const QJsonArray &items) { return base::Result<QJsonValue>(masked(items)); });
    }
    const base::Result<rest::Call> call = documentedCall(action, fields);
    if (!call) {
        return rest::settled<QJsonValue>(call.error());
    }
    if (action == "run-stream"_L1) {
        return rest::then<QJsonValue>(this, m_client.ask(*call), linesOf);
    }
    return rest::then<QJsonValue>(this, object(*call),
                                  [](const QJsonObject &answer) { return base::Result<QJsonValue>(answer); });
}

} // namespace providers::noba
