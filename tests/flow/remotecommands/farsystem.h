// SPDX-License-Identifier: Apache-2.0
// A double of a remote system, and what the story has to know of it: how it is connected, what is there, and what
// happens there while nobody here does anything.
#pragma once

#include "tests/support/faultserver.h"

#include <functional>
#include <memory>
#include <vector>

namespace test {

struct FarRoute
{
    QByteArray method;
    QByteArray pattern;
};

enum class Edits { Sent, KeptHere };

struct FarSystem
{
    QString provider;
    QString called = {}; ///< Where there are two of a provider.
    FaultServer *server = nullptr;
    QStringList settings; ///< KEY=VALUE, without the credential.
    QStringList wrong;    ///< The same of a credential that is refused there,
    QStringList right;    ///< and of the one that counts.
    QString automation;   ///< What is there is called so.
    FarRoute listing;     ///< What every look asks for.
    FarRoute sending;     ///< What takes what waits there: an edit; where edits are not sent, a run.
    QStringList runOptions = {};
    Edits edits = Edits::Sent;
    std::function<QString()> nameThere; ///< Of the automation, as it is there now.
    std::function<int()> runsThere;
    std::function<void()> endRun;       ///< The newest run there is over, and said that.
    QByteArray said = "all is rotated"; ///< Empty where runs have no logs.
    QByteArray staysThere = {};         ///< Why its automation can't come home.
    /// Whether we are registered there; empty where nobody has to be.
    std::function<void(bool)> setRegistered = {};
    QString name() const { return called.isEmpty() ? provider : called; }
    std::shared_ptr<void> holds; ///< The double itself.
};

/// One of each, as they are.
std::vector<FarSystem> farSystems();
/// As they are documented; where that tells of two ways, both.
std::vector<FarSystem> documentedSystems();

/// A bundle that exports a handler, as base64.
QString someCode();

} // namespace test
