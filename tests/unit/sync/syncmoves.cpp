// SPDX-License-Identifier: Apache-2.0
// What people do at both ends.
#include "tests/unit/sync/syncmodel.h"

using namespace Qt::StringLiterals;
using domain::Automation;

namespace test {

namespace {

const domain::Actor someone(u"tester"_s);

} // namespace

void SyncModel::editHere()
{
    const QList<Automation> all = m_house.automations();
    if (all.isEmpty()) {
        return;
    }
    Automation automation = anyOf(all);
    change(automation);
    const QString value = u"v%1"_s.arg(m_lastValue);
    if (!got(m_house.store->automations().update(automation, someone))) {
        m_parents.remove(value); // somebody was faster; others may have written meanwhile, and that counts
    }
}

void SyncModel::editThere()
{
    const QList<syncing::RemoteAutomation> all = m_house.far->automations();
    if (all.isEmpty()) {
        return;
    }
    syncing::RemoteAutomation remote = anyOf(all);
    const QHash<QString, QString> parents = m_parents;
    const QString name = remote.automation.name;
    change(remote.automation);
    if (m_creationUnsure && remote.automation.name != name) {
        m_parents = parents; // one that was made from here is known again by its name only
        return;
    }
    (void)m_house.far->update(remote.remoteId, remote.automation);
}

void SyncModel::makeHere()
{
    const Automation wanted = made();
    const auto created = got(m_house.store->automations().create({wanted}, someone));
    if (!got(m_house.store->mirrors().publish(created->first().id, m_house.id, someone))) {
        for (const QString &value : valuesOf(wanted)) {
            m_parents.remove(value); // what the system can do is not known yet: it stays here
        }
    }
}

void SyncModel::makeThere()
{
    m_house.far->create(made());
}

void SyncModel::removeHere()
{
    const QList<Automation> all = m_house.automations();
    if (all.isEmpty()) {
        return;
    }
    const base::AutomationId id = anyOf(all).id;
    // What goes is what the removal finds.
    const base::Result<void> removed = got(m_house.store->automations().remove(id, someone));
    const base::Result<QList<Automation>> versions = got(m_house.store->automations().history(id));
    if (removed && versions && !versions->isEmpty()) {
        letGo(versions->first());
    }
}

void SyncModel::removeThere()
{
    const QList<syncing::RemoteAutomation> all = m_house.far->automations();
    if (all.isEmpty()) {
        return;
    }
    const syncing::RemoteAutomation remote = anyOf(all);
    letGo(remote.automation);
    (void)m_house.far->remove(remote.remoteId);
}

void SyncModel::runHere()
{
    const QList<Automation> all = m_house.automations();
    if (all.isEmpty()) {
        return;
    }
    const Automation &wanted = anyOf(all);
    if (const base::Result<domain::Run> run = m_house.request(wanted.id)) {
        m_wishes.insert(run->id.text());
        m_lastWanted = wanted.remoteId;
    }
}

void SyncModel::runThere()
{
    const QList<syncing::RemoteAutomation> all = m_house.far->automations();
    if (!all.isEmpty()) {
        startThere(anyOf(all).remoteId);
    }
}

/// Whoever it is may have no key, or one of their own.
void SyncModel::startThere(const QString &remoteId)
{
    const QString key = u"key-%1"_s.arg(m_house.far->keys().size());
    (void)m_house.far->run({.remoteId = remoteId, .key = below(2) == 0 ? key : QString()}, u"somebody there"_s);
}

void SyncModel::cancelHere()
{
    QList<domain::Run> open = m_house.runs();
    open.removeIf([](const domain::Run &run) { return domain::isFinal(run.status); });
    if (!open.isEmpty()) {
        (void)got(m_house.store->runs().cancel(anyOf(open).id, someone));
    }
}

} // namespace test
