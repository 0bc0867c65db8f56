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

/// Denied, with the role that would do, where the operator may not.
base::Status authorize(const Operator &who, Right right);

} // namespace domain
