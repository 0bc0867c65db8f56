// SPDX-License-Identifier: Apache-2.0
#include "app/cli/transfer/transfercommands.h"

using namespace Qt::StringLiterals;

namespace cli {

using domain::Right;

namespace {

using Kind = OptionSpec::Kind;

QList<CommandSpec> inAndOut()
{
    return {
        {u"import"_s,
         Right::Edit,
         u"FILE|-"_s,
         1,
         1,
         u"Makes paused automations of what other programs keep, all or none: an export of Signalbox, a crontab (a "
         u"user's or the system's), timers of systemd with their services (a folder, a timer, or what systemctl cat "
         u"prints), a recipe of TheEye, an export of NOBA, or code: a zip file or a folder with an index.js, or "
         u"the JSON that Defender's API answers for an autotask. Says what has no counterpart here, and at which times "
         u"of the next ten years it would not fire as the original does."_s,
         {{u"format"_s,
           Kind::Text,
           u"F"_s,
           u"auto, json, crontab, systemd, theeye, defender or noba; auto where not given"_s,
           {}},
          {u"dry-run"_s, Kind::Switch, {}, u"only say what would be made"_s, {}}},
         importAutomations},
        {u"export"_s,
         Right::Edit,
         u"[FILE]"_s,
         0,
         1,
         u"Writes all automations to FILE or to standard output, without secrets. As a crontab or as units of systemd "
         u"they run without this program; what those can't hold stands there as a comment."_s,
         {{u"format"_s, Kind::Text, u"F"_s, u"json, crontab or systemd; json where not given"_s, {}}},
         exportAutomations},
    };
}

QList<CommandSpec> templateRows()
{
    return {
        {u"templates"_s,
         Right::View,
         {},
         0,
         0,
         u"The templates, with what can be filled in and what they need."_s,
         {},
         listTemplates},
        {u"template apply"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Makes an automation of a template."_s,
         {{u"name"_s, Kind::Text, u"N"_s, u"its name; the template's where not given"_s, {}},
          {u"set"_s, Kind::Texts, u"FIELD=VALUE"_s, u"fills a field of the template; may be given often"_s, {}}},
         applyTemplate},
    };
}

QList<CommandSpec> backupRows()
{
    return {
        {u"backup"_s,
         Right::Admin,
         u"FILE"_s,
         1,
         1,
         u"Writes the whole workspace to one FILE, also while others work on it, and restores that aside to see that "
         u"it "
         u"is good. Values of secrets are in the keyring and not in it."_s,
         {{u"no-logs"_s, Kind::Switch, {}, u"without what runs have written"_s, {}}}},
        {u"restore-backup"_s,
         Right::Admin,
         u"FILE"_s,
         1,
         1,
         u"Puts a backup in the place of the workspace once it was looked through. What was there is moved to a folder "
         u"before-restore-… in it. While others have it open, it is exchanged at the next start."_s,
         {{u"check"_s, Kind::Switch, {}, u"only look whether the backup is good"_s, {}}}},
    };
}

} // namespace

QList<CommandSpec> transferRows()
{
    return inAndOut() + templateRows() + backupRows();
}

} // namespace cli
