// SPDX-License-Identifier: Apache-2.0
// A NOBA server in either dialect, with the oddities that are known of it. It keeps what it is told and runs nothing.
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace test {

/// As the servers are.
class NobaDouble
{
public:
    NobaDouble();

    FaultServer server;
    QString role = QStringLiteral("admin");
    QByteArray credential = "Bearer good-token"; ///< What the header must be.
    QString password = QStringLiteral("right");
    QString totpCode; ///< Asked for at logins where it is not empty.
    QJsonArray automations;
    QJsonArray runs; ///< Newest first.
    QJsonArray approvals;
    QJsonArray windows;
    bool wantsSecondFactor = false; ///< Of users that have none; they get a token all the same.
    bool aWindowHasText = false;    ///< Then the list of open ones is an error.
    int logins = 0;

private:
    void serveAccount();
    void serveAutomations();
    void serveRuns();
    void serveApprovals();
    void serveWindows();
    void serveExtras();
    Told guarded(const Asked &asked, const QString &least, const std::function<Told()> &serve) const;

    int m_next = 100;
};

/// As it is documented.
class DocumentedNobaDouble
{
public:
    DocumentedNobaDouble();

    FaultServer server;
    QJsonArray automations;
    QJsonArray approvals;
    QJsonArray windows;
    QJsonObject run;
};

} // namespace test
