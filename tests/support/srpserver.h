// SPDX-License-Identifier: Apache-2.0
// The other half of the login by SRP, as the service does it: it never sees the secret again once it has its verifier.
// Written from the formulas on its own, so that a mistake of the client's half is seen here.
#pragma once

#include <QByteArray>

namespace test {

class SrpServer
{
public:
    /// Numbers in hexadecimal; `account` is the name of the pool, the user, a colon and the secret.
    SrpServer(const QByteArray &account, const QByteArray &salt, const QByteArray &privateNumber);

    /// All hexadecimal, without padding.
    QByteArray multiplier() const;                            ///< k
    QByteArray privateKey() const;                            ///< x
    QByteArray publicNumber() const;                          ///< B
    QByteArray scramble(const QByteArray &theirPublic) const; ///< u
    /// The 16 bytes that both sides know.
    QByteArray key(const QByteArray &theirPublic) const;

private:
    QByteArray m_account;
    QByteArray m_salt;
    QByteArray m_private;
};

} // namespace test
