// SPDX-License-Identifier: Apache-2.0
// Everybody who may come along with, or without, a token: each role, tokens with less than their operator has, and
// tokens that count no more.
#pragma once

#include "tests/unit/server/house.h"

#include <QTest>

namespace test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct Comer
{
    QString name;
    QByteArray token;
    int role = -1; ///< As domain::Role; -1 is nobody.
};

inline QByteArray tokenOf(House &house, const QString &owner, domain::Role role, std::optional<qint64> days = {})
{
    const auto made = await(house.workspace->operators().createToken(
        {.name = u"test"_s, .operatorName = owner, .role = role, .days = days}, u"kim"_s, u"kim"_s));
    return made ? made->secret.toLatin1() : QByteArray();
}

inline void addOperator(House &house, const QString &name, domain::Role role)
{
    QVERIFY(await(house.workspace->operators().add({name, role}, u"kim"_s, u"kim"_s)));
}

inline QList<Comer> everybody(House &house)
{
    QList<Comer> all{{u"no token"_s, {}}, {u"nonsense"_s, "tok_0123456789ab.x"}, {u"the desk"_s, house.token, 3}};
    for (const QString &word : domain::allRoleWords()) {
        const domain::Role role = *domain::roleFromWord(word);
        addOperator(house, u"a "_s + word, role);
        all.append({word, tokenOf(house, u"a "_s + word, domain::Role::Admin), int(role)});
        all.append({u"admin as "_s + word, tokenOf(house, u"kim"_s, role), int(role)});
    }
    const QByteArray revoked = tokenOf(house, u"kim"_s, domain::Role::Admin);
    [&] { QVERIFY(await(house.workspace->operators().revoke(store::tokenIdOf(revoked), u"kim"_s))); }();
    all.append({u"revoked"_s, revoked});
    addOperator(house, u"gone"_s, domain::Role::Admin);
    all.append({u"gone"_s, tokenOf(house, u"gone"_s, domain::Role::Admin)});
    [&] { QVERIFY(await(house.workspace->operators().remove(u"gone"_s, u"kim"_s))); }();
    const QByteArray expired = tokenOf(house, u"kim"_s, domain::Role::Admin, 1);
    house.workspace.clock.advance(24h);
    all.append({u"expired"_s, expired});
    QByteArray forged = tokenOf(house, u"kim"_s, domain::Role::Admin);
    forged.back() = forged.back() == 'A' ? 'B' : 'A';
    all.append({u"forged"_s, forged});
    return all;
}

} // namespace test
