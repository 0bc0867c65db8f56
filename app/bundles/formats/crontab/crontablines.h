// SPDX-License-Identifier: Apache-2.0
// A crontab taken apart: jobs with what stands around them, and lines that are none.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace bundles {

struct CrontabJob
{
    qsizetype line = 0;               ///< From 1.
    QString written;                  ///< The whole line.
    QString times;                    ///< Five fields, or a word such as `@daily`.
    QString user;                     ///< Of a system's crontab; else empty.
    QString command;                  ///< Up to the first `%`, with `\%` as `%`.
    std::optional<QString> input;     ///< What stands behind that, a line for each `%`.
    QString comment;                  ///< The comment right above it.
    QMap<QString, QString> variables; ///< Those set above it.
};

struct CrontabFault
{
    qsizetype line = 0;
    QString written;
    QString reason;
};

struct CrontabLines
{
    QList<CrontabJob> jobs;
    QList<CrontabFault> faults;
};

enum class CrontabKind { User, System };

/// Whether every job names one of these accounts before its command, as the system's crontabs do.
CrontabKind kindOf(const QString &path, const QString &text, const QStringList &users);
CrontabLines crontabLines(const QString &text, CrontabKind kind);

} // namespace bundles
