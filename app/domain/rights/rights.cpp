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

} // namespace domain
