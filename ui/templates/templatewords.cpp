// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/templatewords.h"

#include <QtGlobal>

namespace ui {

namespace {

constexpr const char *words[] = {
    QT_TRANSLATE_NOOP("templates", "Backup with restore check"),
    QT_TRANSLATE_NOOP("templates", "Packs a folder into an archive with the day in its name, unpacks that again and "
                                   "compares it, and keeps the newest ones."),
    QT_TRANSLATE_NOOP("templates", "Folder to back up"),
    QT_TRANSLATE_NOOP("templates", "Where backups go"),
    QT_TRANSLATE_NOOP("templates", "How many are kept"),
    QT_TRANSLATE_NOOP("templates", "When"),
    QT_TRANSLATE_NOOP("templates", "A cron expression: minute, hour, day of the month, month, day of the week."),
    QT_TRANSLATE_NOOP("templates", "Certificate expiry"),
    QT_TRANSLATE_NOOP("templates", "Asks servers for their certificates and fails if one expires soon."),
    QT_TRANSLATE_NOOP("templates", "Servers"),
    QT_TRANSLATE_NOOP("templates", "Names with spaces between them; a port may stand behind a colon."),
    QT_TRANSLATE_NOOP("templates", "Days to warn before"),
    QT_TRANSLATE_NOOP("templates", "Database dump"),
    QT_TRANSLATE_NOOP("templates", "Dumps a database of PostgreSQL, MariaDB or SQLite into a compressed file, and "
                                   "looks whether that can be read."),
    QT_TRANSLATE_NOOP("templates", "Kind"),
    QT_TRANSLATE_NOOP("templates", "Database"),
    QT_TRANSLATE_NOOP("templates", "Its name, or the path of a file of SQLite."),
    QT_TRANSLATE_NOOP("templates", "Where dumps go"),
    QT_TRANSLATE_NOOP("templates", "Disk space"),
    QT_TRANSLATE_NOOP("templates", "Fails if a file system is fuller than it should be."),
    QT_TRANSLATE_NOOP("templates", "Percent at most"),
    QT_TRANSLATE_NOOP("templates", "Docker prune"),
    QT_TRANSLATE_NOOP("templates",
                      "Removes containers, networks and images of Docker that nothing uses and that are old."),
    QT_TRANSLATE_NOOP("templates", "Hours since it was made"),
    QT_TRANSLATE_NOOP("templates", "Failed services"),
    QT_TRANSLATE_NOOP("templates", "Tells which units of systemd have failed."),
    QT_TRANSLATE_NOOP("templates", "Folder sync"),
    QT_TRANSLATE_NOOP("templates", "Makes one folder the same as another."),
    QT_TRANSLATE_NOOP("templates", "From"),
    QT_TRANSLATE_NOOP("templates", "To"),
    QT_TRANSLATE_NOOP("templates", "Delete what is gone"),
    QT_TRANSLATE_NOOP("templates", "yes removes from the copy what is no longer there."),
    QT_TRANSLATE_NOOP("templates", "Git mirror"),
    QT_TRANSLATE_NOOP("templates", "Keeps a full copy of a Git repository up to date."),
    QT_TRANSLATE_NOOP("templates", "Repository"),
    QT_TRANSLATE_NOOP("templates", "Where the copy is"),
    QT_TRANSLATE_NOOP("templates", "Log rotation"),
    QT_TRANSLATE_NOOP("templates", "Compresses log files that have grown too large and keeps the newest of them."),
    QT_TRANSLATE_NOOP("templates", "Folder"),
    QT_TRANSLATE_NOOP("templates", "Largest size in MiB"),
    QT_TRANSLATE_NOOP("templates", "Days to keep"),
    QT_TRANSLATE_NOOP("templates", "Name resolution"),
    QT_TRANSLATE_NOOP("templates", "Looks whether names of the network can be resolved, and how fast."),
    QT_TRANSLATE_NOOP("templates", "Names"),
    QT_TRANSLATE_NOOP("templates", "With spaces between them."),
    QT_TRANSLATE_NOOP("templates", "Nightly reboot window"),
    QT_TRANSLATE_NOOP("templates", "At night, looks whether the machine wants to be restarted after updates, and "
                                   "restarts it where that is allowed. Meanwhile a maintenance window lets other "
                                   "automations wait."),
    QT_TRANSLATE_NOOP("templates", "Minutes of quiet before"),
    QT_TRANSLATE_NOOP("templates", "So long the restart waits for what still runs."),
    QT_TRANSLATE_NOOP("templates", "Who waits meanwhile"),
    QT_TRANSLATE_NOOP("templates", "A star is every automation; or the id of one, or tag: and a tag."),
    QT_TRANSLATE_NOOP("templates", "The machine may be restarted; what is due meanwhile runs once afterwards."),
    QT_TRANSLATE_NOOP("templates", "Reboot"),
    QT_TRANSLATE_NOOP("templates", "yes restarts the machine when it is needed."),
    QT_TRANSLATE_NOOP("templates", "Old files"),
    QT_TRANSLATE_NOOP("templates", "Lists files that nobody changed for long, and removes them where that is allowed."),
    QT_TRANSLATE_NOOP("templates", "Days"),
    QT_TRANSLATE_NOOP("templates", "Remove them"),
    QT_TRANSLATE_NOOP("templates", "Package updates report"),
    QT_TRANSLATE_NOOP("templates", "Lists the packages that have updates waiting; installs nothing."),
    QT_TRANSLATE_NOOP("templates", "Price feed"),
    QT_TRANSLATE_NOOP("templates", "A bundle of code that asks for a price every 25 minutes and fails when it moves "
                                   "too much. It remembers the last one in the key-value store."),
    QT_TRANSLATE_NOOP("templates", "Address"),
    QT_TRANSLATE_NOOP("templates", "It answers JSON with data.amount."),
    QT_TRANSLATE_NOOP("templates", "Service restart with approval"),
    QT_TRANSLATE_NOOP("templates", "Restarts a service once somebody has agreed."),
    QT_TRANSLATE_NOOP("templates", "Unit"),
    QT_TRANSLATE_NOOP("templates", "Message to the desktop"),
    QT_TRANSLATE_NOOP("templates", "Shows a message on the desktop. Start it by hand, or from another program with the "
                                   "URL of its webhook."),
    QT_TRANSLATE_NOOP("templates", "Title"),
    QT_TRANSLATE_NOOP("templates", "Message"),
    QT_TRANSLATE_NOOP("templates", "Website check"),
    QT_TRANSLATE_NOOP("templates",
                      "Asks a page of the web for its head, every five minutes, and tells you if it does not answer."),
    QT_TRANSLATE_NOOP("templates", "Workflow example"),
    QT_TRANSLATE_NOOP("templates", "Three steps: prepare, work, and then one of two reports, by how the work ended."),
    QT_TRANSLATE_NOOP("templates", "What the work is"),
    QT_TRANSLATE_NOOP("templates", "A command line for /bin/sh."),
};

} // namespace

QList<const char *> templateWords()
{
    return {std::begin(words), std::end(words)};
}

} // namespace ui
