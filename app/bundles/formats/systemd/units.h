// SPDX-License-Identifier: Apache-2.0
// Unit files of systemd as text: sections, settings given more than once, and several units in one text, as
// `systemctl cat` writes them. Pure.
#pragma once

#include "app/base/result.h"

#include <QMap>
#include <QStringList>

namespace bundles {

/// One unit. A setting's values stand in their order; an empty one has taken away those before.
struct Unit
{
    QString name; ///< `backup.timer`
    QString path; ///< Where it lay, if that is known.
    QMap<QString, QMap<QString, QStringList>> sections;

    QStringList all(const QString &section, const QString &setting) const
    {
        return sections.value(section).value(setting);
    }
    /// The last one counts.
    QString value(const QString &section, const QString &setting) const
    {
        const QStringList values = all(section, setting);
        return values.isEmpty() ? QString() : values.last();
    }
};

using Units = QMap<QString, Unit>;

/// Adds what a text holds. `path` names the file; of a text with headers like `# /etc/systemd/system/backup.timer` they
/// do. Invalid names the line.
base::Status addUnits(Units &units, const QString &path, const QString &text);

/// `5min 20s`, `90`, `1h` in seconds; no value for `infinity`. Invalid where it can't be read.
base::Result<std::optional<qint64>> timeSpan(const QString &text);
/// 1, yes, true, on.
bool isTrue(const QString &text);

} // namespace bundles
