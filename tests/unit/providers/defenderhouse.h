// SPDX-License-Identifier: Apache-2.0
// An account at a double of Defender: Actions with the login of the service, or Autotasks with that of Cognito.
#pragma once

#include "app/providers/defender/account.h"
#include "tests/support/defenderdouble.h"
#include "tests/unit/providers/remotehouse.h"

namespace test {

class DefenderHouse final : public RemoteHouse
{
public:
    explicit DefenderHouse(const rest::Habits &habits = hastyHabits(),
                           const QString &place = QStringLiteral("actions"));

    FaultServer &server() override { return remote.server; }
    syncing::Account &account() override { return *box; }
    std::vector<Verb> verbs() override;
    int runs() const override { return static_cast<int>(remote.runs.size()); }
    QByteArray pagedRuns() const override { return at("/{}/runs"); }
    void empty() override;
    bool renews() const override { return true; }
    /// Again, with other settings and another credential.
    void open(const QHash<QString, QString> &credential);
    /// Below what they are called there.
    QByteArray at(const QByteArray &rest) const { return '/' + m_place.toLatin1() + rest; }

    base::SystemClock clock;
    DefenderDouble remote;
    domain::Connection connection;
    std::unique_ptr<providers::defender::Account> box;

private:
    std::vector<Verb> reads();
    std::vector<Verb> actionReads();
    std::vector<Verb> changes();
    std::vector<Verb> actionChanges();

    rest::Habits m_habits;
    QString m_place;
};

/// A sound bundle of two files, as base64.
QString someCode();
/// One that Defender can keep.
domain::Automation someBundle();

} // namespace test
