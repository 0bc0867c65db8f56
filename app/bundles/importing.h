// SPDX-License-Identifier: Apache-2.0
// A bundle from what a person has: a zip file, a folder of sources, or the JSON that Defender's API answers for an
// autotask. Blocks.
#pragma once

#include "app/bundles/archiver.h"

namespace bundles {

struct Imported
{
    Bundle bundle;
    Listing listing;
    QString name; ///< What Defender called it, or empty.
};

/// Invalid with the reason where it is none of these, or no sound bundle comes out.
base::Result<Imported> importFrom(const QString &path, const Archiver &archiver);

/// The zip file of a folder. Invalid as the archiver refuses it.
base::Result<Imported> packed(const QString &folder, const Archiver &archiver);

/// Looks into it by way of a private temporary file.
base::Result<Verdict> judge(const Bundle &bundle, const Archiver &archiver);

} // namespace bundles
