// SPDX-License-Identifier: Apache-2.0
// People at both ends of a connection who edit, make, remove and run things by chance, a network that fails by chance,
// and a book of who wrote what over what. Every value is written once in its life, so that it can be told in the end
// whether one was lost: it must be there, or somebody must have written over it who saw it, removed it who saw it, or
// have chosen the other one.
#pragma once

#include "tests/unit/sync/synchouse.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

namespace test {

enum class Network { Sound, Faulty };

class SyncModel
{
public:
    SyncModel(SyncHouse &house, quint32 seed, Network network);

    /// Both sides do something, so many times.
    void play(int moves);
    /// The network is sound again, people log in and decide; false where the sides do not become the same.
    bool converge();
    /// What was lost, is there twice, or differs; empty where all is well.
    QStringList complaints();
    /// What is not the same on both sides, or waits; empty where nothing is left to do.
    QStringList differences();
    int requests() const { return m_house.far->requests; }

private:
    using Values = QHash<QString, QString>; // by field

    providers::Fault fault(const QString &verb);
    void move();
    void wait();
    void rest();
    void login();

    void editHere();
    void editThere();
    void makeHere();
    void makeThere();
    void removeHere();
    void removeThere();
    void runHere();
    void runThere();
    void startThere(const QString &remoteId);
    void cancelHere();
    void kill();
    void decideOne();
    void decide(const store::Conflict &conflict);
    void decideFields(const store::Conflict &conflict, domain::Side side);

    QString newValue() { return QStringLiteral("v%1").arg(++m_lastValue); }
    void change(domain::Automation &automation);
    domain::Automation made();
    static Values valuesOf(const domain::Automation &automation);
    void letGo(const domain::Automation &automation);
    void complainOfRuns(QStringList &complaints);
    int below(int end) { return static_cast<int>(m_moves.bounded(end)); }
    template <typename T> const T &anyOf(const QList<T> &list) { return list.at(below(static_cast<int>(list.size()))); }

    SyncHouse &m_house;
    QRandomGenerator m_moves;
    QRandomGenerator m_chance;
    bool m_faulty;
    bool m_parted = false;
    bool m_creationUnsure = false;
    int m_lastValue = 0;
    QHash<QString, QString> m_parents; // what each value was written over
    QSet<QString> m_ended;             // values that somebody saw and decided against, or saw and removed
    QSet<QString> m_wishes;            // runs
    QString m_lastWanted;              // what was asked for last from here, as it is called there
};

} // namespace test
