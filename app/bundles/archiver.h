// SPDX-License-Identifier: Apache-2.0
// Starts signalbox-archiver for one operation, under limits of memory, file size and time, and reads its answer.
// Every verb blocks; use it on a thread that may wait.
#pragma once

#include "app/bundles/bundle.h"

#include <QJsonObject>
#include <QStringList>

#include <atomic>
#include <optional>

namespace bundles {

/// Why the archiver would not have an archive or a folder.
struct Refused
{
    QString reason; ///< A fixed word: `link`, `crc` …
    QString entry;  ///< The name at fault with unprintable bytes as `\xNN`, or empty.
    QString detail;

    /// One sentence.
    QString text() const;
};

/// What came out of looking at an archive.
struct Verdict
{
    std::optional<Refused> refused;
    Listing listing; ///< Empty where it is refused.
};

class Archiver
{
public:
    /// `program` is the path of signalbox-archiver, usually locate()'s. `cancelled` ends what is under way as soon as
    /// it is set; it may be null and must outlive this.
    explicit Archiver(QString program, const std::atomic<bool> *cancelled = nullptr)
        : m_program(std::move(program)), m_cancelled(cancelled)
    {
    }

    /// $SIGNALBOX_ARCHIVER; else beside the application; else in ../libexec/signalbox from there.
    static QString locate();

    /// Reads and compares all contents. Paths are made absolute. Each answers Unavailable where the program can't be
    /// started or the machine fails, Cancelled, and Invalid where an operation went beyond its limits.
    base::Result<Verdict> list(const QString &zip) const;
    /// Into an empty folder, which is empty again where it is refused.
    base::Result<Verdict> extract(const QString &zip, const QString &folder) const;
    /// Replaces `zip` when all went well.
    base::Result<Verdict> pack(const QString &folder, const QString &zip) const;
    /// The same of any files, 512 MiB at most: not a bundle.
    base::Result<Verdict> keep(const QString &folder, const QString &zip) const;

private:
    base::Result<Verdict> run(const QStringList &arguments) const;

    QString m_program;
    const std::atomic<bool> *m_cancelled;
};

/// The listing, or what refused it as Invalid.
base::Result<Listing> accepted(const base::Result<Verdict> &verdict);

} // namespace bundles
