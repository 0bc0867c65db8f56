// SPDX-License-Identifier: Apache-2.0
// What the program does. Each answers the JSON object to print, or throws a Refusal and leaves nothing behind.
#pragma once

#include <QJsonObject>
#include <QString>

namespace archiver {

/// `{"files":[{"name","size","packed","crc"}],"size"}`: every file, in the order of the archive, read to its end.
QJsonObject list(const QString &zip);
/// The same; the files lie below `folder` afterwards, which must be there and empty. Folders 0700, files 0600.
QJsonObject extract(const QString &zip, const QString &folder);
/// The plain files below `folder`, hidden ones too, into a new `zip`, which appears when it is whole and was read
/// again.
QJsonObject pack(const QString &folder, const QString &zip);
/// The same of files that are no bundle: nothing is asked of them but their size, `files` is empty and `size` that of
/// the zip.
QJsonObject keep(const QString &folder, const QString &zip);

} // namespace archiver
