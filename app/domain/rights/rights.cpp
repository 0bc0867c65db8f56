// SPDX-License-Identifier: Apache-2.0
#include "app/domain/rights/rights.h"

#include "app/base/wordtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<Role, Role::Admin> roleWords({{
    {Role::Viewer, u"viewer"},
    {Role::User, u"user"},
    {Role::Operator, u"operator"},
    {Role::Admin, u"admin"},
}});

constexpr qsizetype longestName = 64;
constexpr QLatin1StringView rolePrefix("role:");

Role leastRole(Right right)
{
    switch (right) {
    case Right::View:
        return Role::Viewer;
    case Right::Run:
        return Role::User;
    case Right::Edit:
        return Role::Operator;
    case Right::Admin:
        return Role::Admin;
    }
    Q_UNREACHABLE();
}

} // namespace

QString roleWord(Role role)
{
    return roleWords.of(role);
}

std::optional<Role> roleFromWord(const QString &word)
{
    return roleWords.find(word);
}

QStringList allRoleWords()
{
    return roleWords.words();
}

QString rightWord(Right right)
{
    return roleWord(leastRole(right));
}

base::Status checkOperatorName(const QString &name)
{
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint() && c != u':'; });
    if (!plain || name.isEmpty() || name.size() > longestName || name.trimmed() != name) {
        return base::invalid(u"name"_s, u"the name of an operator must have 1 to %1 characters, without a colon, line "
                                        "ends or spaces at its ends"_s.arg(longestName));
    }
    return {};
}

base::Status authorize(const Operator &who, Right right)
{
    const Role least = leastRole(right);
    if (who.role >= least) {
        return {};
    }
    const bool highest = least == Role::Admin;
    return base::Error{.code = base::ErrorCode::Denied,
                       .context = {},
                       .detail = highest ? u"this needs the role %1"_s.arg(roleWord(least))
                                         : u"this needs the role %1 or higher"_s.arg(roleWord(least)),
                       .field = {}};
}

base::Status authorize(const Actor &who, Right right)
{
    if (!who.barred.isEmpty() && right != Right::View) {
        return base::Error{.code = base::ErrorCode::Denied, .context = {}, .detail = who.barred, .field = {}};
    }
    return authorize(static_cast<const Operator &>(who), right);
}

base::Status authorize(const Operator &who, Right right, const Thing &thing)
{
    if (!sees(who, thing.acl)) {
        return base::notFound(thing.what);
    }
    return authorize(who, right);
}

base::Status checkPeople(const QString &field, const QStringList &people)
{
    for (qsizetype i = 0; i < people.size(); ++i) {
        const QString &one = people.at(i);
        const bool byRole = one.startsWith(rolePrefix);
        const bool known =
            byRole ? roleFromWord(one.sliced(rolePrefix.size())).has_value() : checkOperatorName(one).has_value();
        if (!known) {
            return base::invalid(
                u"%1[%2]"_s.arg(field).arg(i),
                byRole ? u"%1 names no role: it must be one of %2"_s.arg(one, allRoleWords().join(u", "_s))
                       : u"%1 must be the name of an operator or role:NAME"_s.arg(one));
        }
    }
    return {};
}

bool isAmong(const QStringList &people, const Operator &who)
{
    return std::any_of(people.begin(), people.end(), [&](const QString &one) {
        const auto role = one.startsWith(rolePrefix) ? roleFromWord(one.sliced(rolePrefix.size())) : std::nullopt;
        return role ? who.role >= *role : one == who.name;
    });
}

bool sees(const Operator &who, const QStringList &acl)
{
    return acl.isEmpty() || who.role == Role::Admin || isAmong(acl, who);
}

QStringList peopleWords(const Operator &who)
{
    QStringList words{who.name};
    for (const QString &word : allRoleWords()) {
        if (roleFromWord(word) <= who.role) {
            words.append(rolePrefix + word);
        }
    }
    return words;
}

Right rightFor(const QString &action, const QString &subject)
{
    static const QStringList ofUsers{u"run"_s,         u"cancel"_s,      u"release"_s,       u"dismiss"_s,
                                     u"clear_queue"_s, u"acknowledge"_s, u"unacknowledge"_s, u"request_approval"_s};
    static const QStringList ofAdmins{u"add_operator"_s,     u"set_role"_s,        u"remove_operator"_s,
                                      u"create_token"_s,     u"revoke_token"_s,    u"set_setting"_s,
                                      u"add_connection"_s,   u"edit_connection"_s, u"remove_connection"_s,
                                      u"renew_credential"_s, u"mirror"_s};
    if (action == "login"_L1 || action == "lock"_L1 || action == "unlock"_L1) {
        return Right::View;
    }
    if (ofUsers.contains(action)) {
        return Right::Run;
    }
    return ofAdmins.contains(action) || subject.startsWith("secret "_L1) ? Right::Admin : Right::Edit;
}

} // namespace domain
