// SPDX-License-Identifier: Apache-2.0
// A remote system as the story meets it: its double, what somebody types and reads, and what the double does next.
#pragma once

#include "app/sync/provider.h"
#include "app/sync/rest/habits.h"
#include "tests/support/faultserver.h"

#include <memory>
#include <vector>

namespace test {

/// Fields, and what is typed into them.
using Texts = QList<std::pair<QString, QString>>;

struct FarStory
{
    QString system;                      ///< As the assistant calls it.
    Texts form = {};                     ///< Of the assistant; all of it is right.
    std::pair<QString, QString> mistake; ///< One of its fields, and a text that is wrong there.
    QString refusal;                     ///< What is read then.
    QString welcome;                     ///< What is read after a test that went well.
    QString deed = {};                   ///< An action of the system's own that comes before everything else.
    Texts deedFields = {};
    QString automation;  ///< One that is there afterwards.
    QString edited = {}; ///< Its field that is edited; empty where the system takes no edits.
    QString barred = {}; ///< Why not, then.
    Texts arguments = {};
    bool asksFirst = false; ///< A run waits for somebody to agree.
    bool isLive = false;    ///< Lines come while it runs.
    QString logWhileItRuns; ///< What stands in place of a log that is not there yet.
    QStringList lines = {}; ///< Of the log in the end.
    QString noLog = {};     ///< What stands in its place where there is none.
    QString result = {};    ///< A text in the result of a run.
    QString cannot = {};    ///< An action of Runs that can't be used for a run that runs there.
    QString whyNot = {};    ///< And why.
    QString trouble;        ///< What is read once it breaks().
};

/// An automation of a kind that only they have, and how somebody changes what it runs.
struct FarWork
{
    QString automation;
    QString kind;         ///< What the editor calls it.
    Texts typed;          ///< Into fields of what runs.
    QJsonObject expected; ///< What is there afterwards, as far as it matters.
    QString mistake = {}; ///< Typed into the first of the fields before all that.
    QString refusal = {}; ///< What is read then.
};

class FarSystem
{
public:
    virtual ~FarSystem() = default;
    virtual FarStory story() const = 0;
    /// Waits for milliseconds where the real one waits for seconds.
    virtual std::unique_ptr<syncing::Provider> provider() const = 0;
    virtual FaultServer &server() = 0;
    /// What the deed leads to there.
    virtual void followDeed() {}

    /// The field that is edited, as it is there.
    virtual QString told() const { return {}; }
    /// How many edits came.
    virtual int edits() const { return 0; }
    virtual QList<FarWork> works() const { return {}; }
    /// What one of those runs, as it is there.
    virtual QJsonObject work(const QString &) const { return {}; }
    /// How many runs were asked for.
    virtual int starts() const = 0;
    /// The run that was asked for last runs.
    virtual void runs() = 0;
    /// It ends well.
    virtual void ends() = 0;
    /// Edits, or else runs, go wrong from now on.
    virtual void breaks() = 0;
    virtual void heals() { server().heal(); }

    /// Every connection is reset, those that stand too, until it heals.
    void goAway();
};

struct FarSystemMaker
{
    const char *name;
    std::function<std::unique_ptr<FarSystem>()> make;
};

const std::vector<FarSystemMaker> &farSystems();

std::unique_ptr<FarSystem> farDefender();
std::unique_ptr<FarSystem> farPosthog();
std::unique_ptr<FarSystem> farTheEye();
std::unique_ptr<FarSystem> farBrahma();
std::unique_ptr<FarSystem> farNoba();
std::unique_ptr<FarSystem> farSignalbox();

using OpenAccount = std::function<std::unique_ptr<syncing::Account>(const syncing::AccountContext &)>;
/// `real`, but for how its accounts are opened.
std::unique_ptr<syncing::Provider> opening(std::unique_ptr<syncing::Provider> real, OpenAccount open);
/// Not so hasty that a machine at work would be late.
rest::Habits storyHabits();

} // namespace test
