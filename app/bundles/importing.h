// SPDX-License-Identifier: Apache-2.0
// A bundle from what a person has: a zip file, a folder of sources, or the JSON that Defender's API answers for an
// autotask. Blocks.
#pragma once

#include "app/bundles/archiver.h"

#include <QJsonObject>

namespace bundles {

struct Imported
{
    Bundle bundle;
    Listing listing = {};
    QJsonObject autotask = {}; ///< What Defender said of it beside its code; empty where it comes from elsewhere.
};

/// Invalid with the reason where it is none of these, is several autotasks, or no sound bundle comes out.
base::Result<Imported> importFrom(const QString &path, const Archiver &archiver);

/// The bundles of a zip file, of an autotask's JSON, or of an array of those; all or none. Fields begin with `[index]`
/// in an array.
base::Result<QList<Imported>> importAll(const QByteArray &bytes, const Archiver &archiver);
/// The same of a file or a folder.
base::Result<QList<Imported>> importAllFrom(const QString &path, const Archiver &archiver);

/// The zip file of a folder. Invalid as the archiver refuses it.
base::Result<Imported> packed(const QString &folder, const Archiver &archiver);

/// Looks into it by way of a private temporary file.
base::Result<Verdict> judge(const Bundle &bundle, const Archiver &archiver);

} // namespace bundles
