// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commandtable.h"

#include "app/cli/code/coderows.h"
#include "app/cli/commands/approvals.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/operators.h"
#include "app/cli/commands/settings.h"
#include "app/cli/commands/versions.h"
#include "app/cli/hooks/webhookcommands.h"
#include "app/cli/maintenance/calendars.h"
#include "app/cli/maintenance/windows.h"
#include "app/cli/remote/remoterows.h"
#include "app/cli/transfer/transfercommands.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using Kind = OptionSpec::Kind;

constexpr int mostRuns = 10000;

OptionSpec flag(const QString &name, const QString &help, const QString &shortName = {})
{
    return {name, Kind::Switch, {}, help, shortName};
}

OptionSpec text(const QString &name, const QString &value, const QString &help)
{
    return {name, Kind::Text, value, help, {}};
}

OptionSpec texts(const QString &name, const QString &value, const QString &help)
{
    return {name, Kind::Texts, value, help, {}};
}

OptionSpec number(const QString &name, const QString &help, qint64 least = 1)
{
    return {name, Kind::Number, u"N"_s, help, {}, least};
}

QList<CommandSpec> automationRows()
{
    return {
        {u"list"_s,
         Right::View,
         {},
         0,
         0,
         u"The automations, by name."_s,
         {text(u"filter"_s, u"TEXT"_s, u"only those with TEXT in id, name, type or a tag"_s)},
         listAutomations},
        {u"show"_s,
         Right::View,
         u"ID"_s,
         1,
         1,
         u"One automation; a run if ID begins with run_, a request for approval if it begins with req_."_s,
         {},
         show},
        {u"create"_s,
         Right::Edit,
         u"FILE|-"_s,
         1,
         1,
         u"Makes an automation from a JSON object, or several from an array."_s,
         {},
         createAutomations},
        {u"edit"_s,
         Right::Edit,
         u"ID FILE|-"_s,
         2,
         2,
         u"Replaces the fields that the JSON object gives. With a version that is not the current one it changes "
         u"nothing and ends with 5."_s,
         {},
         editAutomation},
        {u"delete"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Removes an automation; its runs and logs stay."_s,
         {},
         deleteAutomation},
    };
}

QList<CommandSpec> pauseAndVersionRows()
{
    return {
        {u"pause"_s,
         Right::Edit,
         u"[ID]"_s,
         0,
         1,
         u"Its schedule starts nothing until it is resumed; what would be due meanwhile is skipped."_s,
         {flag(u"all"_s, u"every schedule, whatever each automation says"_s)},
         pauseAutomation},
        {u"resume"_s,
         Right::Edit,
         u"[ID]"_s,
         0,
         1,
         u"Its schedule counts again. With --all an automation that is paused itself stays so."_s,
         {flag(u"all"_s, u"end the pause of every schedule"_s)},
         resumeAutomation},
        {u"history"_s,
         Right::View,
         u"ID"_s,
         1,
         1,
         u"The versions of an automation, newest first, and which fields each changed."_s,
         {diffOption()},
         showHistory},
        {u"restore"_s,
         Right::Edit,
         u"ID VERSION"_s,
         2,
         2,
         u"Makes a version the newest one; an automation that was deleted is there again."_s,
         {},
         restoreAutomation},
    };
}

CommandSpec runRow()
{
    return {
        u"run"_s,
        Right::Run,
        u"ID"_s,
        1,
        1,
        u"Starts an automation now and prints the id of the run. With --follow or --wait it ends with 0 if the run is "
        u"done, with 1 otherwise. Where no engine runs on the store, it always waits."_s,
        {texts(u"arg"_s, u"NAME=VALUE"_s,
               u"the value of an argument; may be given often. Of a secret rather ${secret:NAME}, for other users see "
               "what is typed here"_s),
         text(u"override"_s, u"REASON"_s, u"start it whatever the maintenance windows say; the reason is audited"_s),
         flag(u"follow"_s, u"print the run's output as it comes"_s), flag(u"wait"_s, u"wait until the run is over"_s)},
        runAutomation};
}

QList<CommandSpec> runRows()
{
    return {
        runRow(),
        {u"runs"_s,
         Right::View,
         {},
         0,
         0,
         u"The runs, newest first."_s,
         {text(u"automation"_s, u"ID"_s, u"only those of one automation"_s),
          text(u"status"_s, u"S"_s, u"only those in one status, such as failed"_s),
          text(u"trigger"_s, u"T"_s,
               u"only those set off so: manual, schedule, startup, after, file, workflow or webhook"_s),
          text(u"since"_s, u"TIME"_s, u"only those of this time or later, such as 2026-10-22T03:00:00Z"_s),
          text(u"until"_s, u"TIME"_s, u"only those of an earlier time"_s),
          number(u"limit"_s, u"at most N; 100 where not given"_s)},
         listRuns},
        {u"logs"_s,
         Right::View,
         u"RUN"_s,
         1,
         1,
         u"The output of a run."_s,
         {flag(u"follow"_s, u"go on until the run is over"_s, u"f"_s),
          number(u"from"_s, u"begin with line N; the first one is 0"_s, 0), number(u"lines"_s, u"at most N lines"_s),
          text(u"grep"_s, u"REGEX"_s, u"only lines that match a regular expression"_s),
          flag(u"plain"_s, u"the stored bytes, unchanged"_s)},
         showLog},
        {u"cancel"_s, Right::Run, u"RUN"_s, 1, 1, u"Ends a run that waits or goes on."_s, {}, cancelRun},
        {u"acknowledge"_s,
         Right::Run,
         u"RUN"_s,
         1,
         1,
         u"Takes note of a failed run: it counts no more."_s,
         {text(u"note"_s, u"T"_s, u"what there is to say about it"_s),
          flag(u"undo"_s, u"take that back: it counts again"_s)},
         acknowledgeRun},
        {u"queue list"_s,
         Right::View,
         {},
         0,
         0,
         u"What waits, in the order of the turns, and why; what is held has a time instead of a place."_s,
         {text(u"automation"_s, u"ID"_s, u"only those of one automation"_s)},
         listQueue},
        {u"queue clear"_s,
         Right::Run,
         {},
         0,
         0,
         u"Cancels every run that waits for its turn. Those that are held are left."_s,
         {text(u"automation"_s, u"ID"_s, u"only those of one automation"_s)},
         clearQueue},
    };
}

QList<CommandSpec> planRows()
{
    return {
        {u"why"_s,
         Right::View,
         u"ID"_s,
         1,
         1,
         u"Why an automation did, or did not, run at a time, or will: the last planned slot where none is given. Of a "
         u"run "
         u"(run_…): what asked for it, what it waited for, how it ended."_s,
         {text(u"at"_s, u"TIME"_s, u"an ISO 8601 time such as 2026-10-22T03:00; without an offset it is local"_s)},
         explainWhy},
        {u"forecast"_s,
         Right::View,
         {},
         0,
         0,
         u"Every slot of the coming days, what will be decided about it and why, and when its run is expected to start "
         u"and end."_s,
         {number(u"days"_s, u"how many days, 1 to 366; 7 where not given"_s),
          text(u"automation"_s, u"ID"_s, u"only the slots of one automation"_s)},
         showForecast},
        {u"release"_s,
         Right::Run,
         u"RUN…"_s,
         1,
         mostRuns,
         u"Starts held runs at once: missed slots that wait for a decision, or what waits for a time to pass; runs "
         u"--status held shows them."_s,
         {},
         releaseRuns},
        {u"dismiss"_s,
         Right::Run,
         u"RUN…"_s,
         1,
         mostRuns,
         u"Skips missed slots that wait for a decision."_s,
         {},
         dismissRuns},
    };
}

QList<CommandSpec> storeRows()
{
    return {
        {u"status"_s,
         Right::View,
         {},
         0,
         0,
         u"Whether everything is paused, and how many runs wait and go on."_s,
         {},
         showStatus},
        {u"audit"_s,
         Right::Admin,
         u"[export|verify] [FILE]"_s,
         0,
         2,
         u"Who did what, newest first. export writes all of it, oldest first, a line of JSON each with its hash, to a "
         u"new FILE or to standard output; verify looks whether every row of the store, or of an exported FILE, is "
         u"what "
         u"was written, and ends with 1 if not."_s,
         {text(u"since"_s, u"TIME"_s, u"only from this ISO 8601 time on"_s),
          number(u"limit"_s, u"at most N; 100 where not given"_s)},
         showAudit},
        {u"doctor"_s,
         Right::Admin,
         {},
         0,
         0,
         u"Looks whether the store and the engine are well; ends with 1 if they are not."_s,
         {},
         doctor},
    };
}

QList<CommandSpec> secretRows()
{
    return {
        {u"secret set"_s,
         Right::Admin,
         u"NAME"_s,
         1,
         1,
         u"Puts a value, read from standard input, into the keyring. One line end after a single line is left out."_s,
         {},
         setSecret},
        {u"secret list"_s,
         Right::Edit,
         {},
         0,
         0,
         u"The names of the secrets and what refers to them; never a value."_s,
         {},
         listSecrets},
        {u"secret delete"_s, Right::Admin, u"NAME"_s, 1, 1, u"Takes a secret out of the keyring."_s, {}, deleteSecret},
    };
}

QList<CommandSpec> localRows()
{
    return {
        {u"cron next"_s,
         Right::View,
         u"[EXPR]"_s,
         0,
         1,
         u"When a cron expression is due next. With --batch it reads a JSON object a line, "
         u"{\"expr\",\"tz\",\"from\",\"count\"}, and answers each with a line: {\"next\":[…]}, empty for never, or "
         u"{\"error\":{\"message\",\"field\",\"position\"}}."_s,
         {text(u"tz"_s, u"ZONE"_s, u"an IANA time zone such as Europe/Berlin; the system's where not given"_s),
          text(u"from"_s, u"TIME"_s, u"after this ISO 8601 time; now where not given"_s),
          number(u"count"_s, u"how many; 1 where not given"_s),
          text(u"batch"_s, u"FILE|-"_s, u"answer a file of questions"_s)}},
        {u"cron explain"_s,
         Right::View,
         u"EXPR"_s,
         1,
         1,
         u"A cron expression in words."_s,
         {text(u"locale"_s, u"L"_s, u"the language, such as de; English where not given"_s)}},
        {u"serve"_s,
         Right::View,
         {},
         0,
         0,
         u"Engine and API without a window. Prints a line of JSON with url, token and pid when it is ready; TERM ends it."_s,
         {text(u"listen"_s, u"127.0.0.1:PORT"_s, u"the address of the API; a free port where not given"_s)}},
    };
}

} // namespace

const QList<CommandSpec> &commandTable()
{
    static const QList<CommandSpec> table =
        automationRows() + transferRows() + pauseAndVersionRows() + runRows() + planRows() + approvalRows() +
        windowRows() + calendarRows() + webhookRows() + secretRows() + operatorRows() + settingsRows() +
        connectionRows() + actionRows() + mirrorRows() + storeRows() + codeRows() + localRows();
    return table;
}

const CommandSpec *findCommand(const QString &name)
{
    for (const CommandSpec &spec : commandTable()) {
        if (spec.name == name) {
            return &spec;
        }
    }
    return nullptr;
}

const QList<OptionSpec> &commonOptions()
{
    static const QList<OptionSpec> options{
        text(u"store"_s, u"DIR"_s, u"the folder of the store, made if missing; also SIGNALBOX_STORE"_s),
        flag(u"json"_s, u"answer in JSON"_s),
        flag(u"help"_s, u"this text"_s, u"h"_s),
    };
    return options;
}

} // namespace cli
