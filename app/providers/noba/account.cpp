// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/account.h"

#include "app/providers/noba/actual.h"
#include "app/providers/noba/documented.h"
#include "app/sync/windowactions.h"

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

/// A path that is not there: an unknown one is 405 where the method is not GET.
bool isAbsent(const base::Error &error)
{
    return error.code == base::ErrorCode::NotFound || error.code == base::ErrorCode::Unsupported;
}

base::Error neither()
{
    return {.code = base::ErrorCode::Corrupt,
            .detail = u"there is a server, but it knows neither maintenance windows of NOBA as it is nor as it is "
                      "documented"_s};
}

} // namespace

Account::Account(const syncing::AccountContext &context, const rest::Habits &habits)
    : m_client({.base = context.connection.baseUrl,
                .caFile = context.connection.settings.value("ca_file"_L1).toString(),
                .clock = context.clock,
                .habits = habits}),
      m_session(m_client, context.credential,
                [this](const Session::Credential &kept) { Q_EMIT credentialChanged(kept); }),
      m_zone(context.connection.settings.value("server_timezone"_L1).toString())
{
    const QString dialect = context.connection.settings.value("dialect"_L1).toString();
    if (dialect == "actual"_L1) {
        speak(Dialect::Actual);
    } else if (dialect == "documented"_L1) {
        speak(Dialect::Documented);
    }
}

Account::~Account() = default;

void Account::speak(Dialect dialect)
{
    if (m_dialect) {
        return;
    }
    if (dialect == Dialect::Actual) {
        m_dialect = std::make_unique<Actual>(m_client, m_zone);
    } else {
        m_dialect = std::make_unique<Documented>(m_client, m_zone);
    }
}

/// Two reads that change nothing: one is there in the one dialect, the other in the other.
syncing::Answer<void> Account::probe()
{
    const rest::Promise<void> promise;
    const auto askDocumented = [this, promise](const base::Result<rest::Reply> &reply) {
        const bool isList = reply && rest::arrayOf(*reply);
        if (isList) {
            speak(Dialect::Documented);
        }
        promise.give(isList                             ? base::Status()
                     : reply || isAbsent(reply.error()) ? base::Status(neither())
                                                        : base::Status(reply.error()));
    };
    const auto askActual = [this, promise, askDocumented](const base::Result<rest::Reply> &reply) {
        if (reply && rest::arrayOf(*reply)) {
            speak(Dialect::Actual);
            promise.give({});
        } else if (reply || isAbsent(reply.error())) {
            base::onAnswer(&m_client, m_client.ask(rest::plainCall({u"api"_s, u"maintenance"_s})), askDocumented);
        } else {
            promise.give(reply.error());
        }
    };
    base::onAnswer(&m_client, m_client.ask(rest::plainCall({u"api"_s, u"maintenance-windows"_s})), askActual);
    return promise.future();
}

template <typename T, typename Ask> syncing::Answer<T> Account::with(Ask ask)
{
    if (m_dialect) {
        return ask(*m_dialect);
    }
    if (!m_probe || m_probe->isFinished()) {
        m_probe = probe();
    }
    return rest::chain<T>(&m_client, *m_probe, [this, ask = std::move(ask)] { return ask(*m_dialect); });
}

syncing::Answer<syncing::AccountFacts> Account::facts()
{
    return with<syncing::AccountFacts>([](syncing::Account &there) { return there.facts(); });
}

syncing::Answer<syncing::Page<syncing::RemoteAutomation>> Account::automations(const QString &cursor)
{
    return with<syncing::Page<syncing::RemoteAutomation>>(
        [cursor](syncing::Account &there) { return there.automations(cursor); });
}

syncing::Answer<syncing::RemoteAutomation> Account::automation(const QString &remoteId)
{
    return with<syncing::RemoteAutomation>([remoteId](syncing::Account &there) { return there.automation(remoteId); });
}

syncing::Answer<syncing::RemoteAutomation> Account::create(const domain::Automation &wanted)
{
    return with<syncing::RemoteAutomation>([wanted](syncing::Account &there) { return there.create(wanted); });
}

syncing::Answer<syncing::RemoteAutomation> Account::update(const QString &remoteId, const domain::Automation &wanted,
                                                           const domain::Automation &base)
{
    return with<syncing::RemoteAutomation>(
        [=](syncing::Account &there) { return there.update(remoteId, wanted, base); });
}

syncing::Answer<void> Account::remove(const QString &remoteId)
{
    return with<void>([remoteId](syncing::Account &there) { return there.remove(remoteId); });
}

syncing::Answer<syncing::RemoteRun> Account::run(const syncing::RunWish &wish)
{
    return with<syncing::RemoteRun>([wish](syncing::Account &there) { return there.run(wish); });
}

syncing::Answer<void> Account::cancel(const QString &runRemoteId)
{
    return with<void>([runRemoteId](syncing::Account &there) { return there.cancel(runRemoteId); });
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Account::runs(const syncing::RunFilter &filter)
{
    return with<syncing::Page<syncing::RemoteRun>>([filter](syncing::Account &there) { return there.runs(filter); });
}

syncing::Answer<syncing::RemoteRun> Account::readRun(const QString &runRemoteId)
{
    return with<syncing::RemoteRun>([runRemoteId](syncing::Account &there) { return there.readRun(runRemoteId); });
}

syncing::Answer<syncing::LogPart> Account::log(const QString &runRemoteId, const QString &from)
{
    return with<syncing::LogPart>([=](syncing::Account &there) { return there.log(runRemoteId, from); });
}

syncing::Answer<QList<syncing::RemoteApproval>> Account::approvals()
{
    return with<QList<syncing::RemoteApproval>>([](syncing::Account &there) { return there.approvals(); });
}

syncing::Answer<void> Account::decide(const QString &approvalRemoteId, domain::Judgement verdict,
                                      const QString &comment)
{
    return with<void>([=](syncing::Account &there) { return there.decide(approvalRemoteId, verdict, comment); });
}

syncing::Answer<QList<syncing::RemoteWindow>> Account::windows()
{
    return with<QList<syncing::RemoteWindow>>([](syncing::Account &there) { return there.windows(); });
}

syncing::Answer<QString> Account::createWindow(const domain::MaintenanceWindow &window)
{
    return with<QString>([window](syncing::Account &there) { return there.createWindow(window); });
}

syncing::Answer<void> Account::updateWindow(const QString &remoteId, const domain::MaintenanceWindow &window)
{
    return with<void>([=](syncing::Account &there) { return there.updateWindow(remoteId, window); });
}

syncing::Answer<void> Account::removeWindow(const QString &remoteId)
{
    return with<void>([remoteId](syncing::Account &there) { return there.removeWindow(remoteId); });
}

syncing::Answer<QJsonValue> Account::act(const QString &action, const QJsonObject &fields)
{
    if (const auto answer = syncing::actOnWindows(*this, action, fields)) {
        return *answer;
    }
    return with<QJsonValue>([=](syncing::Account &there) { return there.act(action, fields); });
}

} // namespace providers::noba
