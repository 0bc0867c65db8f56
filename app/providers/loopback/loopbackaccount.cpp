// SPDX-License-Identifier: Apache-2.0
#include "app/providers/loopback/loopbackaccount.h"

#include "app/sync/rest/errorreader.h"

#include <QPromise>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace providers {

using syncing::Answer;
using syncing::Page;
using syncing::RemoteAutomation;
using syncing::RemoteRun;

namespace {

constexpr base::Millis lateAnswer{20};

base::Error error(base::ErrorCode code, const QString &detail)
{
    return {.code = code, .context = {}, .detail = detail, .field = {}};
}

template <typename T> Answer<T> unsupported()
{
    return QtFuture::makeReadyFuture(
        base::Result<T>(error(base::ErrorCode::Unsupported, u"the loopback system has none"_s)));
}

} // namespace

domain::Capabilities capabilitiesOf(const FarEndRules &rules)
{
    using enum domain::Capability;
    return {.can = {List, Create, Update, Delete, Run, Cancel, Runs, Approvals, Windows},
            .log = rules.log,
            .carries = {u"name"_s, u"description"_s, u"tags"_s, u"type"_s, u"params"_s, u"triggers"_s, u"arguments"_s,
                        u"env"_s, u"timeout_s"_s, u"paused"_s, u"approval"_s}};
}

LoopbackAccount::LoopbackAccount(std::shared_ptr<FarEnd> farEnd, QString who, QHash<QString, QString> credential)
    : m_farEnd(std::move(farEnd)), m_who(std::move(who)), m_credential(std::move(credential))
{
}

LoopbackAccount::~LoopbackAccount()
{
    for (const std::function<void()> &callOff : std::as_const(m_underWay)) {
        callOff();
    }
}

bool LoopbackAccount::isWelcome()
{
    if (!m_farEnd->token.isEmpty() && m_credential.value(u"token"_s) != m_farEnd->token) {
        return false;
    }
    if (!m_farEnd->renewedToken.isEmpty()) {
        m_farEnd->token = std::exchange(m_farEnd->renewedToken, {});
        m_credential.insert(u"token"_s, m_farEnd->token);
        Q_EMIT credentialChanged(m_credential);
    }
    return true;
}

template <typename T>
base::Result<T> LoopbackAccount::exchange(Fault fault, const std::function<base::Result<T>(Fault)> &act)
{
    switch (fault) {
    case Fault::Refused:
        return error(base::ErrorCode::Unavailable, u"the far end can't be reached"_s);
    case Fault::UsedUp:
        return error(base::ErrorCode::Unavailable,
                     u"the quota of the far end is used up"_s + rest::againFrom(m_farEnd->resetsAt));
    case Fault::RequestLost:
        return error(base::ErrorCode::Timeout, u"the far end did not answer in time"_s);
    case Fault::Denied:
        return error(base::ErrorCode::Denied, u"the token is not accepted"_s).inField(u"credential"_s);
    case Fault::AnswerLost:
        (void)act(fault);
        return error(base::ErrorCode::Timeout, u"the far end did not answer in time"_s);
    case Fault::Garbled:
        (void)act(fault);
        return error(base::ErrorCode::Corrupt, u"the answer is no JSON"_s);
    case Fault::None:
    case Fault::PageTwice:
    case Fault::PageMissing:
    case Fault::Late:
        break;
    }
    return act(fault);
}

template <typename T>
Answer<T> LoopbackAccount::ask(const QString &verb, const std::function<base::Result<T>(Fault)> &act)
{
    ++m_farEnd->requests;
    const Fault fault = m_farEnd->faults ? m_farEnd->faults(verb) : Fault::None;
    const base::Result<T> result = isWelcome() ? exchange<T>(fault, act) : exchange<T>(Fault::Denied, act);
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    promise->start();
    const int request = ++m_lastRequest;
    const auto answer = [promise](const base::Result<T> &answered) {
        promise->addResult(answered);
        promise->finish();
    };
    m_underWay.insert(request, [answer] { answer(error(base::ErrorCode::Cancelled, u"the account was closed"_s)); });
    QTimer::singleShot(fault == Fault::Late ? lateAnswer : base::Millis(0), this, [this, request, answer, result] {
        m_underWay.remove(request);
        answer(result);
    });
    return promise->future();
}

Answer<syncing::AccountFacts> LoopbackAccount::facts()
{
    return ask<syncing::AccountFacts>(u"facts"_s, [this](Fault) -> base::Result<syncing::AccountFacts> {
        return syncing::AccountFacts{
            .who = m_who, .role = u"admin"_s, .version = u"1"_s, .capabilities = capabilitiesOf(m_farEnd->rules())};
    });
}

Answer<Page<RemoteAutomation>> LoopbackAccount::automations(const QString &cursor)
{
    return ask<Page<RemoteAutomation>>(
        u"automations"_s,
        [this, cursor](Fault fault) -> base::Result<Page<RemoteAutomation>> { return m_farEnd->page(cursor, fault); });
}

Answer<RemoteAutomation> LoopbackAccount::automation(const QString &remoteId)
{
    return ask<RemoteAutomation>(u"automation"_s, [this, remoteId](Fault) { return m_farEnd->automation(remoteId); });
}

Answer<RemoteAutomation> LoopbackAccount::create(const domain::Automation &wanted)
{
    return ask<RemoteAutomation>(
        u"create"_s, [this, wanted](Fault) -> base::Result<RemoteAutomation> { return m_farEnd->create(wanted); });
}

Answer<RemoteAutomation> LoopbackAccount::update(const QString &remoteId, const domain::Automation &wanted,
                                                 const domain::Automation &)
{
    return ask<RemoteAutomation>(u"update"_s,
                                 [this, remoteId, wanted](Fault) { return m_farEnd->update(remoteId, wanted); });
}

Answer<void> LoopbackAccount::remove(const QString &remoteId)
{
    return ask<void>(u"remove"_s, [this, remoteId](Fault) { return m_farEnd->remove(remoteId); });
}

Answer<RemoteRun> LoopbackAccount::run(const syncing::RunWish &wish)
{
    return ask<RemoteRun>(u"run"_s, [this, wish](Fault) { return m_farEnd->run(wish, m_who); });
}

Answer<void> LoopbackAccount::cancel(const QString &runRemoteId)
{
    return ask<void>(u"cancel"_s, [this, runRemoteId](Fault) { return m_farEnd->cancel(runRemoteId); });
}

Answer<Page<RemoteRun>> LoopbackAccount::runs(const syncing::RunFilter &filter)
{
    return ask<Page<RemoteRun>>(
        u"runs"_s, [this, filter](Fault) -> base::Result<Page<RemoteRun>> { return m_farEnd->runs(filter); });
}

Answer<RemoteRun> LoopbackAccount::readRun(const QString &runRemoteId)
{
    return ask<RemoteRun>(u"readRun"_s, [this, runRemoteId](Fault) { return m_farEnd->readRun(runRemoteId); });
}

Answer<syncing::LogPart> LoopbackAccount::log(const QString &runRemoteId, const QString &from)
{
    return ask<syncing::LogPart>(u"log"_s,
                                 [this, runRemoteId, from](Fault) { return m_farEnd->log(runRemoteId, from); });
}

Answer<QList<syncing::RemoteApproval>> LoopbackAccount::approvals()
{
    return ask<QList<syncing::RemoteApproval>>(
        u"approvals"_s,
        [this](Fault) -> base::Result<QList<syncing::RemoteApproval>> { return m_farEnd->approvals(); });
}

Answer<void> LoopbackAccount::decide(const QString &approvalRemoteId, domain::Judgement verdict, const QString &)
{
    return ask<void>(u"decide"_s,
                     [this, approvalRemoteId, verdict](Fault) { return m_farEnd->decide(approvalRemoteId, verdict); });
}

Answer<QList<syncing::RemoteWindow>> LoopbackAccount::windows()
{
    return ask<QList<syncing::RemoteWindow>>(
        u"windows"_s, [this](Fault) -> base::Result<QList<syncing::RemoteWindow>> { return m_farEnd->windows; });
}

Answer<QString> LoopbackAccount::createWindow(const domain::MaintenanceWindow &)
{
    return unsupported<QString>();
}

Answer<void> LoopbackAccount::updateWindow(const QString &, const domain::MaintenanceWindow &)
{
    return unsupported<void>();
}

Answer<void> LoopbackAccount::removeWindow(const QString &)
{
    return unsupported<void>();
}

/// There is one action, `bring-home`.
Answer<QJsonValue> LoopbackAccount::act(const QString &action, const QJsonObject &fields)
{
    return ask<QJsonValue>(action, [this, fields](Fault) -> base::Result<QJsonValue> {
        TRY(syncing::RemoteAutomation there, m_farEnd->automation(fields.value("id"_L1).toString()));
        there.automation.paused = true;
        return QJsonValue(domain::toJson(there.automation));
    });
}

} // namespace providers
