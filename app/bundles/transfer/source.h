// SPDX-License-Identifier: Apache-2.0
// What is to be imported, as bytes: a file, standard input, or the files of a folder; and where readers of it stand.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <atomic>

namespace bundles {

class Archiver;

struct Source
{
    QString name;                     ///< A path, or empty for standard input.
    QByteArray bytes;                 ///< Empty of a folder.
    QMap<QString, QByteArray> beside; ///< Files by name: those of a folder, or what belongs to a file and lies by it.
};

/// What a reader may go by beside the bytes.
struct Surroundings
{
    const Archiver *archiver = nullptr;           ///< For code in zip files; without it those are refused.
    QString account;                              ///< Who imports.
    QStringList users;                            ///< The accounts of this machine.
    base::Instant now;                            ///< Times are compared from here on.
    const std::atomic<bool> *cancelled = nullptr; ///< Ends what takes long; may be null.
    QString zone;                                 ///< Of wall times that name none; empty is the system's.
};

inline constexpr qint64 mostImported = 72LL * 1024 * 1024;
inline constexpr qint64 mostText = 32LL * 1024 * 1024;

/// Reads a file, or all files of a folder that could be imported (none of its folders). Of a `.timer` the service
/// beside it comes along. Invalid where there is none or it is too large. Blocks.
base::Result<Source> readSource(const QString &path);
/// Account and users of this machine. Blocks shortly.
Surroundings surroundingsHere(const Archiver *archiver, const base::Clock &clock);

/// UTF-8 text without a byte order mark. Invalid, naming the line, where it is none, holds zero bytes or is too long.
base::Result<QString> textOf(const QByteArray &bytes);
/// `line N` and what is wrong there.
base::Error wrongLine(qsizetype line, const QString &detail);

} // namespace bundles
