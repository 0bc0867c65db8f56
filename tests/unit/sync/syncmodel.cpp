// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sync/syncmodel.h"

using namespace Qt::StringLiterals;
using domain::Automation;
using domain::Side;
using providers::Fault;

namespace test {

namespace {

const domain::Actor someone(u"tester"_s);

const QStringList &carries()
{
    static const QStringList fields = providers::Loopback().info().capabilities.carries;
    return fields;
}

bool isWrite(const QString &verb)
{
    return verb == u"update"_s || verb == u"remove"_s;
}

} // namespace

SyncModel::SyncModel(SyncHouse &house, quint32 seed, Network network)
    : m_house(house), m_moves(seed), m_chance(seed + 1'000'000), m_faulty(network == Network::Faulty)
{
    m_house.connectAnew();
    m_house.far->setRules({.runTakes = base::Seconds(8), .log = domain::RemoteLog::AtEnd, .pageSize = 3});
    for (int i = below(8); i > 0; --i) {
        makeThere();
    }
    m_house.far->faults = [this](const QString &verb) { return fault(verb); };
    m_house.start();
}

/// Somebody may edit there between any two requests, but not between a look at something and what is sent because of
/// it: a system that takes no version with a change can't tell who was first.
Fault SyncModel::fault(const QString &verb)
{
    if (!isWrite(verb) && verb != u"log"_s && m_moves.bounded(12) == 0) {
        editThere();
    }
    if (verb == u"run"_s && m_moves.bounded(2) == 0) {
        startThere(m_lastWanted); // at the same instant
    }
    if (!m_faulty) {
        return Fault::None;
    }
    const quint32 chance = m_chance.bounded(100);
    if (m_parted) {
        return chance < 50 ? Fault::Refused : Fault::RequestLost;
    }
    const bool creates = verb == u"create"_s;
    const auto lost = [this, creates](Fault fault) {
        m_creationUnsure = m_creationUnsure || creates;
        return fault;
    };
    if (chance < 6) {
        return Fault::Refused;
    }
    if (chance < 10) {
        return lost(Fault::RequestLost);
    }
    if (chance < 16) {
        return lost(Fault::AnswerLost);
    }
    if (chance < 18) {
        return lost(Fault::Garbled);
    }
    if (chance < 19) {
        return Fault::Denied;
    }
    if (chance < 24) {
        return Fault::PageTwice;
    }
    // A list that leaves out what was just made looks as one before it was made: nobody can tell these apart.
    if (chance < 28 && !m_creationUnsure) {
        return Fault::PageMissing;
    }
    return Fault::None;
}

void SyncModel::play(int moves)
{
    for (int i = 0; i < moves; ++i) {
        move();
        wait();
    }
}

void SyncModel::move()
{
    switch (below(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
        return editHere();
    case 5:
    case 6:
    case 7:
        rest(); // see fault()
        return editThere();
    case 8:
    case 9:
        return makeHere();
    case 10:
        return makeThere();
    case 11:
        return removeHere();
    case 12:
        rest(); // so here
        return removeThere();
    case 13:
    case 14:
        return runHere();
    case 15:
        return runThere();
    case 16:
        return cancelHere();
    case 17:
        return kill();
    case 18:
        return decideOne();
    case 19:
        m_parted = m_faulty && !m_parted;
        return;
    }
}

/// Now and then the next move comes in the middle of things.
void SyncModel::wait()
{
    switch (below(4)) {
    case 0:
        for (int i = below(30); i > 0; --i) {
            QCoreApplication::processEvents();
        }
        return;
    case 1:
        rest();
        return;
    default:
        rest();
        m_house.store.clock.advance(base::Millis(below(20'000)));
        m_house.sleepers.look();
        rest();
    }
}

void SyncModel::rest()
{
    const auto isRefused = [this] {
        return !m_house.passes.isEmpty() && !m_house.passes.last().status &&
               m_house.passes.last().status.error().code == base::ErrorCode::Denied;
    };
    if (!spinUntil([&] { return m_house.sleepers.next().has_value() || isRefused(); })) {
        const domain::Connection connection = m_house.connection();
        qFatal("the loop does not come to rest: %s, %s, %d passes",
               qPrintable(domain::connectionStateWord(connection.state)), qPrintable(connection.detail),
               static_cast<int>(m_house.passes.size()));
    }
    if (isRefused()) {
        login();
    }
}

void SyncModel::login()
{
    m_house.passes.clear();
    (void)got(m_house.store->connections().renewed(m_house.id, someone));
    rest();
}

SyncModel::Values SyncModel::valuesOf(const Automation &automation)
{
    return {{u"name"_s, automation.name},
            {u"description"_s, automation.description},
            {u"command"_s, automation.params.value("command"_L1).toString()},
            {u"where"_s, automation.params.value("where"_L1).toString()}};
}

void SyncModel::change(Automation &automation)
{
    const QString value = newValue();
    const auto param = [&](const QString &name) {
        m_parents.insert(value, automation.params.value(name).toString());
        automation.params.insert(name, value);
    };
    switch (below(4)) {
    case 0:
        m_parents.insert(value, automation.name);
        automation.name = value;
        return;
    case 1:
        m_parents.insert(value, automation.description);
        automation.description = value;
        return;
    case 2:
        return param(u"command"_s);
    case 3:
        return param(u"where"_s);
    }
}

Automation SyncModel::made()
{
    Automation automation = someAutomation(newValue());
    automation.description = newValue();
    automation.params = {{u"command"_s, newValue()}, {u"where"_s, newValue()}};
    for (const QString &value : valuesOf(automation)) {
        m_parents.insert(value, {});
    }
    return automation;
}

/// Whoever removed it saw all this.
void SyncModel::letGo(const Automation &automation)
{
    for (const QString &value : valuesOf(automation)) {
        m_ended.insert(value);
    }
}

/// The program dies wherever it is, and another one takes up.
void SyncModel::kill()
{
    m_house.stop();
    m_house.passes.clear();
    m_creationUnsure = true; // it may have been asked for
    m_house.start();
}

void SyncModel::decideOne()
{
    QList<store::Conflict> conflicts = m_house.conflicts();
    conflicts.removeIf([this](const store::Conflict &conflict) { return conflict.connection != m_house.id; });
    if (!conflicts.isEmpty()) {
        decide(anyOf(conflicts));
    }
}

void SyncModel::decide(const store::Conflict &conflict)
{
    const Side side = below(2) == 0 ? Side::Local : Side::Remote;
    const base::Result<Automation> there = got(m_house.store->mirrors().seenThere(conflict.automation));
    const base::Result<Automation> here = got(m_house.store->automations().get(conflict.automation));
    if (!got(m_house.store->mirrors().resolve(
            {{conflict.automation, {.side = side, .fields = {}, .seen = conflict.sides}}}, someone))) {
        return;
    }
    if (conflict.what == store::Disagreement::RemovedHere && side == Side::Local && there) {
        letGo(*there);
    } else if (conflict.what == store::Disagreement::RemovedThere && side == Side::Remote && here) {
        letGo(*here);
    } else if (conflict.what == store::Disagreement::Fields && here && there) {
        const Values refused = valuesOf(side == Side::Local ? *there : *here);
        const Values kept = valuesOf(side == Side::Local ? *here : *there);
        for (const domain::FieldConflict &field : conflict.fields) {
            const QString name = field.path.last();
            if (refused.value(name) != kept.value(name)) {
                m_ended.insert(refused.value(name));
            }
        }
    }
}

bool SyncModel::converge()
{
    m_faulty = m_parted = false;
    constexpr int mostRounds = 300;
    for (int i = 0; i < mostRounds; ++i) {
        rest();
        decideOne();
        QCoreApplication::processEvents();
        rest();
        if (differences().isEmpty()) {
            return true;
        }
        m_house.store.clock.advance(m_house.sleepers.next().value_or(base::Millis(0)));
        m_house.sleepers.look();
    }
    return false;
}

QStringList SyncModel::differences()
{
    QStringList all;
    for (const store::OutboxEntry &task : m_house.outbox()) {
        all.append(u"%1 of %2 is %3: %4"_s.arg(store::taskWord(task.kind), task.name, store::taskStateWord(task.state),
                                               task.waitsFor));
    }
    for (const store::Conflict &conflict : m_house.conflicts()) {
        all.append(u"%1: %2"_s.arg(conflict.name, store::disagreementWord(conflict.what)));
    }
    const QList<Automation> here = m_house.automations();
    if (here.size() != m_house.far->automations().size()) {
        all.append(u"%1 automations here, %2 there"_s.arg(here.size()).arg(m_house.far->automations().size()));
    }
    for (const Automation &automation : here) {
        const auto there = m_house.far->automation(automation.remoteId);
        if (!there) {
            all.append(u"%1 (%2) is not there"_s.arg(automation.name, automation.remoteId));
        } else if (!domain::sameThere(automation, there->automation, carries())) {
            all.append(u"%1 is not the same there"_s.arg(automation.name));
        }
    }
    for (const domain::Run &run : m_house.runs()) {
        if (!domain::isFinal(run.status)) {
            all.append(u"run %1 (%2) is %3"_s.arg(run.id.text(), run.remoteId, domain::statusWord(run.status)));
        }
    }
    return all;
}

QStringList SyncModel::complaints()
{
    QSet<QString> accounted = m_ended;
    QStringList complaints;
    for (const syncing::RemoteAutomation &remote : m_house.far->automations()) {
        for (const QString &value : valuesOf(remote.automation)) {
            accounted.insert(value);
        }
    }
    for (const QString &value : QSet<QString>(accounted)) {
        for (QString before = m_parents.value(value); !before.isEmpty(); before = m_parents.value(before)) {
            accounted.insert(before);
        }
    }
    for (auto it = m_parents.constBegin(); it != m_parents.constEnd(); ++it) {
        if (!accounted.contains(it.key())) {
            complaints.append(u"%1, written over %2, is lost"_s.arg(it.key(), it.value()));
        }
    }
    complainOfRuns(complaints);
    return complaints;
}

void SyncModel::complainOfRuns(QStringList &complaints)
{
    const QMap<QString, QString> &keys = m_house.far->keys();
    QSet<QString> started;
    for (auto it = keys.constBegin(); it != keys.constEnd(); ++it) {
        if (!it->isEmpty() && started.contains(*it)) {
            complaints.append(u"%1 was started twice"_s.arg(*it));
        }
        started.insert(*it);
    }
    QSet<QString> known;
    for (const domain::Run &run : m_house.runs()) {
        known.insert(run.id.text());
        const bool wished = m_wishes.contains(run.id.text());
        if (!run.remoteId.isEmpty() && wished && keys.value(run.remoteId) != run.id.text()) {
            complaints.append(u"%1 is taken for %2"_s.arg(run.remoteId, run.id.text()));
        }
        if (run.remoteId.isEmpty() && started.contains(run.id.text())) {
            complaints.append(u"%1 was started and is %2 here"_s.arg(run.id.text(), domain::statusWord(run.status)));
        }
    }
    for (const QString &wish : std::as_const(m_wishes)) {
        if (!known.contains(wish)) {
            complaints.append(u"the wish %1 is gone"_s.arg(wish));
        }
    }
}

} // namespace test
