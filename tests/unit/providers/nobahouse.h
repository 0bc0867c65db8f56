// SPDX-License-Identifier: Apache-2.0
// Accounts at doubles of NOBA, one for each dialect.
#pragma once

#include "app/providers/noba/account.h"
#include "tests/support/nobadouble.h"
#include "tests/unit/providers/remotehouse.h"

namespace test {

/// How an account at NOBA is opened.
struct NobaWay
{
    QString dialect = QStringLiteral("actual");
    QHash<QString, QString> credential{{QStringLiteral("token"), QStringLiteral("good-token")}};
    rest::Habits habits = hastyHabits();
};

class NobaHouse final : public RemoteHouse
{
public:
    explicit NobaHouse(const NobaWay &way = {});

    FaultServer &server() override { return remote.server; }
    syncing::Account &account() override { return *noba; }
    std::vector<Verb> verbs() override;
    int runs() const override { return static_cast<int>(remote.runs.size()); }

    base::SystemClock clock;
    NobaDouble remote;
    std::unique_ptr<providers::noba::Account> noba;

private:
    std::vector<Verb> reads();
    std::vector<Verb> changes();
};

class DocumentedNobaHouse final : public RemoteHouse
{
public:
    explicit DocumentedNobaHouse(const QString &dialect = QStringLiteral("documented"));

    FaultServer &server() override { return remote.server; }
    syncing::Account &account() override { return *noba; }
    std::vector<Verb> verbs() override;
    int runs() const override { return 0; }

    base::SystemClock clock;
    DocumentedNobaDouble remote;
    std::unique_ptr<providers::noba::Account> noba;
};

} // namespace test
