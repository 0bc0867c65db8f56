// SPDX-License-Identifier: Apache-2.0
// Who may do what. One function decides for the window, the command line and the API alike; its refusal is a sentence
// that can be shown. Values and pure functions.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace domain {

/// Each may do what the ones before it may.
enum class Role {
    Viewer,   ///< Looks.
    User,     ///< Runs and cancels.
    Operator, ///< Creates, edits, deletes, imports, exports, decides.
    Admin,    ///< Operators, tokens, secrets, the audit.
};
QString roleWord(Role role);
std::optional<Role> roleFromWord(const QString &word);
QStringList allRoleWords();

/// What an act asks for: one for each role, named by what it is about.
enum class Right { View, Run, Edit, Admin };
QString rightWord(Right right);

/// A right that has to be said: a row of a table without one does not compile.
class Needed
{
public:
    Needed(Right right) : m_right(right) {} // NOLINT: a right is written where one is needed
    operator Right() const { return m_right; }

private:
    Right m_right;
};

/// A person, or a program that acts for one.
struct Operator
{
    QString name;
    Role role = Role::Viewer;

    friend bool operator==(const Operator &, const Operator &) = default;
};

/// Who does something, from where, and what keeps them from it. A name alone is this program itself, which may do
/// everything.
struct Actor : Operator
{
    Actor(QString who = {}, Role as = Role::Admin, QString where = {}) // NOLINT: names stand for themselves
        : Operator{std::move(who), as}, from(std::move(where))
    {
    }
    Actor(const Operator &who, QString where = {}) // NOLINT: so do operators
        : Operator(who), from(std::move(where))
    {
    }
    operator const QString &() const { return name; } // NOLINT: for rows that keep the name only

    QString from;   ///< `window`, `command line`, `API token NAME`, `webhook` …; empty is the engine.
    QString barred; ///< Why they may do nothing but look, a sentence; empty where they may.

    friend bool operator==(const Actor &, const Actor &) = default;
    friend bool operator==(const Actor &actor, const QString &name) { return actor.name == name; }
};

/// An operator as somebody keeps them.
struct OperatorRecord
{
    QString name;
    Role role = Role::Viewer;
    base::Instant createdAt = {};
    QString createdBy = {};

    friend bool operator==(const OperatorRecord &, const OperatorRecord &) = default;
};

/// 1 to 64 characters without spaces at the ends, control characters or a colon. Invalid names the field `name`.
base::Status checkOperatorName(const QString &name);

/// `role:NAME`, or the name of an operator. Invalid names the field, `acl[0]` for `acl`.
base::Status checkPeople(const QString &field, const QStringList &people);
/// Whether the operator is named, or has a role that is or a higher one.
bool isAmong(const QStringList &people, const Operator &who);
/// Whether the operator may see what has this list of people: everybody where it is empty, and an admin always.
bool sees(const Operator &who, const QStringList &acl);
/// All words of such lists that mean this operator.
QStringList peopleWords(const Operator &who);

/// Denied, with the role that would do, where the operator may not.
base::Status authorize(const Operator &who, Right right);
/// The same; Denied with the reason where something keeps them from it.
base::Status authorize(const Actor &who, Right right);

/// What somebody wants to do something with.
struct Thing
{
    QString what; ///< `automation auto_…`, for who may know of it.
    QStringList acl;
};
/// NotFound where the operator may not know of it, else as for the right alone.
base::Status authorize(const Operator &who, Right right, const Thing &thing);

/// The right that an act needs, by the word and the subject under which it is audited.
Right rightFor(const QString &action, const QString &subject);

} // namespace domain
