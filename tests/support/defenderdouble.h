// SPDX-License-Identifier: Apache-2.0
// Defender's service, in either generation, with its two logins: it keeps what it is told and runs nothing.
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace test {

class DefenderDouble
{
public:
    static constexpr const char *apiKey = "11111111-2222-3333-4444-555555555555";
    static constexpr const char *secret = "example secret";
    static constexpr const char *poolId = "us-west-2_94f3puJWv";

    /// `place` is `actions` or `autotasks`.
    explicit DefenderDouble(const QString &place = QStringLiteral("actions"));

    QUrl cognitoUrl() const;

    FaultServer server;
    QJsonObject items;                ///< By id.
    QJsonArray runs;                  ///< Newest first.
    QJsonObject secrets;              ///< Values by name.
    int partLength = 2;               ///< Of the list of runs.
    bool listsAreWhole = true;        ///< The list tells digests and variables.
    bool tellsVariables = true;       ///< An item does, too.
    bool hasEnvironments = true;      ///< Older ones have no such route.
    bool knowsThrottledFilter = true; ///< Else it wants another word and answers 400.
    bool takesRefreshTokens = true;
    QString userForSrp = QString::fromLatin1(apiKey);
    QString session; ///< Of a login by Cognito; empty is none.
    int logins = 0;
    int refreshes = 0;
    QString token; ///< The one that is good now.

    QString idName() const;
    QString runIdName() const;

private:
    using Handler = FaultServer::Handler;

    /// A route for those who are logged in.
    void serve(const QByteArray &method, const QString &path, const Handler &handler);
    QString below(const QString &rest) const { return u'/' + m_place + rest; }
    void serveItems();
    void serveChanges();
    void serveRuns();
    void serveAccount();
    void serveLogins();
    Told cognito(const Asked &asked);
    Told challenge(const QJsonObject &parameters);
    Told judge(const QJsonObject &responses, const QString &givenSession);
    Told listed() const;
    Told runsOf(const Asked &asked) const;

    QString m_place;
    QByteArray m_theirPublic;
    int m_made = 0;
};

} // namespace test
