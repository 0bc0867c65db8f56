// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/gathering.h"

#include "app/bundles/transfer/jsontext.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

bool isUnit(const Source &source)
{
    return hasSection(source.bytes, "Timer"_ba) || hasSection(source.bytes, "Service"_ba);
}

/// As systemd would call it.
QString unitName(const Source &source)
{
    const QFileInfo file(source.name);
    if (file.suffix() == "timer"_L1 || file.suffix() == "service"_L1) {
        return file.fileName();
    }
    return file.completeBaseName() + (hasSection(source.bytes, "Timer"_ba) ? u".timer"_s : u".service"_s);
}

/// The paths of code that other files bring along.
QSet<QString> broughtAlong(const QList<Source> &given)
{
    QSet<QString> paths;
    for (const Source &source : given) {
        if (!looksLikeJson(source.bytes) || source.bytes.contains("\"encodedZippedCode\"")) {
            continue;
        }
        for (auto it = source.beside.begin(); it != source.beside.end(); ++it) {
            paths.insert(QFileInfo(source.name).absolutePath() + u'/' + it.key());
        }
    }
    return paths;
}

} // namespace

bool hasSection(const QByteArray &bytes, const QByteArray &name)
{
    const QByteArray line = '[' + name + ']';
    return !bytes.contains('\0') && (bytes.startsWith(line) || bytes.contains('\n' + line));
}

QList<Source> gathered(const QList<Source> &given)
{
    const QSet<QString> along = broughtAlong(given);
    const bool manyUnits = std::count_if(given.begin(), given.end(), isUnit) > 1;
    Source units;
    QList<Source> all;
    for (const Source &source : given) {
        if (manyUnits && isUnit(source)) {
            units.name = units.name.isEmpty() ? QFileInfo(source.name).absolutePath() : units.name;
            units.beside.insert(source.beside);
            units.beside.insert(unitName(source), source.bytes);
        } else if (!along.contains(source.name)) {
            all.append(source);
        }
    }
    if (manyUnits) {
        all.prepend(units);
    }
    return all;
}

} // namespace bundles
