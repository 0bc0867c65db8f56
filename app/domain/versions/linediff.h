// SPDX-License-Identifier: Apache-2.0
// Two texts compared line by line: the fewest lines that went and came. Pure.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace domain {

enum class LineFate { Same, Removed, Added };
QString lineFateWord(LineFate fate);

struct LineChange
{
    LineFate fate = LineFate::Same;
    QString text;

    friend bool operator==(const LineChange &, const LineChange &) = default;
};

/// What is between the common beginning and end is compared where it is not too much, else all of it went and came.
QList<LineChange> lineDifference(const QStringList &before, const QStringList &after);
/// The changes with at most `around` unchanged lines before and after each; a line `…` stands for what is left out.
QList<LineChange> withContext(const QList<LineChange> &lines, int around);

} // namespace domain
