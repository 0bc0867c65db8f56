// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/watchedpaths.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void tellOf(Output &output, const QString &path)
{
    const bool home = path == "~"_L1 || path.startsWith("~/"_L1);
    const QFileInfo info(QDir::cleanPath(home ? QDir::homePath() + path.sliced(1) : path));
    if (!info.exists() && !info.dir().exists()) {
        output.message(u"the folder of %1 does not exist yet; it is waited for"_s.arg(path));
    } else if (!info.exists()) {
        output.message(u"there is nothing at %1 yet; it counts when it appears"_s.arg(path));
    }
}

} // namespace

void tellOfMissingPaths(Output &output, const QJsonArray &automations)
{
    for (const QJsonValue automation : automations) {
        const QJsonArray triggers = automation.toObject().value("triggers"_L1).toArray();
        for (const QJsonValue value : triggers) {
            const QJsonObject trigger = value.toObject();
            if (trigger.value("type"_L1) == "file"_L1) {
                tellOf(output, trigger.value("path"_L1).toString());
            }
        }
    }
}

} // namespace cli
