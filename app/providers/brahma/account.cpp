// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/account.h"

#include "app/providers/brahma/words.h"

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

base::Error unsupported(const QString &detail)
{
    return {.code = base::ErrorCode::Unsupported, .detail = detail};
}

/// What a run is asked for stands in its arguments; whoever starts it from outside may give them as its body.
base::Result<domain::ArgumentValues> valuesOf(const syncing::RunWish &wish)
{
    if (!wish.body.isObject() || !wish.arguments.value(u"to"_s).isEmpty()) {
        return wish.arguments;
    }
    return domain::argumentValuesFromJson(executionArguments(), wish.body);
}

base::Error notThere(const QString &remoteId)
{
    return base::notFound(u"subscription "_s + remoteId);
}

} // namespace

domain::Capabilities capabilities()
{
    using enum domain::Capability;
    domain::Capabilities all;
    all.can = {List, Run, Subscriptions};
    all.log = domain::RemoteLog::None;
    all.carries = {u"name"_s, u"description"_s, u"paused"_s};
    return all;
}

Account::Account(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits)
    : m_settings(settings),
      m_notary(Notary::make(settings, context.credential.value(u"executor_key"_s))),
      m_service(context, settings.plugin.chain, habits),
      m_registry(m_service, m_settings, m_notary),
      m_executions(m_service, m_settings, m_notary),
      m_actions({m_service, m_settings, m_notary}, m_registry, m_executions)
{
}

Account::~Account() = default;

/// Reads the subscriptions, too: a key may be good for less.
syncing::Answer<syncing::AccountFacts> Account::facts()
{
    if (!m_notary) {
        return rest::settled<syncing::AccountFacts>(m_notary.error());
    }
    syncing::AccountFacts facts{.who = checksummed(addressIn(m_notary->executor(), {}).value_or({})),
                                .role = u"not registered"_s,
                                .version = chainText(m_settings.plugin.chain),
                                .capabilities = capabilities()};
    const rest::Promise<syncing::AccountFacts> promise;
    base::onAnswer(
        m_service.context(), m_registry.registration(),
        [this, promise, facts](const base::Result<QJsonObject> &registration) mutable {
            if (!registration) {
                const bool isNew = registration.error().code == base::ErrorCode::NotFound;
                promise.give(isNew ? base::Result<syncing::AccountFacts>(facts) : registration.error());
                return;
            }
            facts.role = m_registry.around(*registration).name;
            const auto give = [promise, facts](const base::Result<QJsonArray> &subscriptions) {
                promise.give(subscriptions ? base::Result<syncing::AccountFacts>(facts) : subscriptions.error());
            };
            base::onAnswer(m_service.context(), m_service.subscriptions(registration->value("id"_L1).toString()), give);
        });
    return promise.future();
}

syncing::Answer<syncing::Page<syncing::RemoteAutomation>> Account::automations(const QString &)
{
    using Page = syncing::Page<syncing::RemoteAutomation>;
    const rest::Promise<Page> promise;
    const auto give = [promise](const base::Result<Listing> &listing) {
        Page page;
        for (const QJsonObject &one : listing ? listing->subscriptions : QList<QJsonObject>()) {
            page.items.append(automationOf(one, listing->around));
        }
        promise.give(listing ? base::Result<Page>(page) : listing.error());
    };
    base::onAnswer(m_service.context(), m_registry.registration(),
                   [this, promise, give](const base::Result<QJsonObject> &registration) {
                       if (registration) {
                           base::onAnswer(m_service.context(), m_registry.listingOf(*registration), give);
                       } else if (registration.error().code == base::ErrorCode::NotFound) {
                           promise.give(Page()); // nobody can have subscribed
                       } else {
                           promise.give(registration.error());
                       }
                   });
    return promise.future();
}

syncing::Answer<syncing::RemoteAutomation> Account::automation(const QString &remoteId)
{
    return rest::then<syncing::RemoteAutomation>(
        m_service.context(), m_registry.listing(),
        [remoteId](const Listing &listing) -> base::Result<syncing::RemoteAutomation> {
            const QJsonObject *found = listing.find(remoteId);
            if (!found) {
                return notThere(remoteId);
            }
            return automationOf(*found, listing.around);
        });
}

syncing::Answer<syncing::RemoteAutomation> Account::create(const domain::Automation &)
{
    return rest::settled<syncing::RemoteAutomation>(unsupported(
        u"subscriptions are made by those who subscribe; an executor is registered by the action register"_s));
}

syncing::Answer<syncing::RemoteAutomation> Account::update(const QString &, const domain::Automation &,
                                                           const domain::Automation &)
{
    return rest::settled<syncing::RemoteAutomation>(unsupported(u"a subscription is changed by its subscriber only"_s));
}

syncing::Answer<void> Account::remove(const QString &)
{
    return rest::settled<void>(unsupported(u"a subscription is cancelled by its subscriber only"_s));
}

syncing::Answer<syncing::RemoteRun> Account::run(const syncing::RunWish &wish)
{
    const base::Result<domain::ArgumentValues> values = valuesOf(wish);
    const base::Result<Wish> wanted = values ? wishOf(*values, u"arguments."_s) : values.error();
    if (!wanted) {
        return rest::settled<syncing::RemoteRun>(wanted.error());
    }
    return rest::chain<syncing::RemoteRun>(
        m_service.context(), m_registry.listingWith(wish.remoteId),
        [this, id = wish.remoteId, wanted = *wanted](const Listing &listing) mutable {
            const QJsonObject *subscription = listing.find(id);
            if (!subscription) {
                return rest::settled<syncing::RemoteRun>(notThere(id));
            }
            if (isCancelled(*subscription)) {
                return rest::settled<syncing::RemoteRun>(base::conflict(u"this subscription was cancelled"_s));
            }
            wanted.account = accountIn(*subscription);
            return rest::then<syncing::RemoteRun>(m_service.context(), m_executions.run(wanted, listing.registryId),
                                                  [id](syncing::RemoteRun run) {
                                                      run.automationRemoteId = id;
                                                      return base::Result<syncing::RemoteRun>(run);
                                                  });
        });
}

syncing::Answer<void> Account::cancel(const QString &)
{
    return rest::settled<void>(unsupported(u"a task that the service has taken can't be cancelled"_s));
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Account::runs(const syncing::RunFilter &)
{
    return rest::settled<syncing::Page<syncing::RemoteRun>>(
        unsupported(u"the service does not tell which tasks there were"_s));
}

syncing::Answer<syncing::RemoteRun> Account::readRun(const QString &runRemoteId)
{
    return m_executions.look(runRemoteId);
}

syncing::Answer<syncing::LogPart> Account::log(const QString &, const QString &)
{
    return rest::settled<syncing::LogPart>(unsupported(u"tasks there have no log"_s));
}

syncing::Answer<QList<syncing::RemoteApproval>> Account::approvals()
{
    return rest::settled<QList<syncing::RemoteApproval>>(unsupported(u"there are no approvals there"_s));
}

syncing::Answer<void> Account::decide(const QString &, domain::Judgement, const QString &)
{
    return rest::settled<void>(unsupported(u"there are no approvals there"_s));
}

syncing::Answer<QList<syncing::RemoteWindow>> Account::windows()
{
    return rest::settled<QList<syncing::RemoteWindow>>(unsupported(u"there are no maintenance windows there"_s));
}

syncing::Answer<QString> Account::createWindow(const domain::MaintenanceWindow &)
{
    return rest::settled<QString>(unsupported(u"there are no maintenance windows there"_s));
}

syncing::Answer<void> Account::updateWindow(const QString &, const domain::MaintenanceWindow &)
{
    return rest::settled<void>(unsupported(u"there are no maintenance windows there"_s));
}

syncing::Answer<void> Account::removeWindow(const QString &)
{
    return rest::settled<void>(unsupported(u"there are no maintenance windows there"_s));
}

syncing::Answer<QJsonValue> Account::act(const QString &action, const QJsonObject &fields)
{
    return m_actions.act(action, fields);
}

} // namespace providers::brahma
