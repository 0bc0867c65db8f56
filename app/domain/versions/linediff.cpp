// SPDX-License-Identifier: Apache-2.0
#include "app/domain/versions/linediff.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype mostCells = 4'000'000; // 16 MB and some milliseconds

void addAll(QList<LineChange> &into, LineFate fate, const QStringList &lines)
{
    for (const QString &line : lines) {
        into.append({fate, line});
    }
}

/// Lengths of the longest common subsequences of what is left from each pair of places on.
class Lengths
{
public:
    Lengths(const QStringList &a, const QStringList &b)
        : m_width(size_t(b.size()) + 1), m_cells((size_t(a.size()) + 1) * m_width)
    {
        for (qsizetype i = a.size() - 1; i >= 0; --i) {
            for (qsizetype j = b.size() - 1; j >= 0; --j) {
                m_cells[place(i, j)] = a.at(i) == b.at(j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }
    int at(qsizetype i, qsizetype j) const { return m_cells[place(i, j)]; }

private:
    size_t place(qsizetype i, qsizetype j) const { return size_t(i) * m_width + size_t(j); }

    size_t m_width;
    std::vector<int> m_cells;
};

void compare(QList<LineChange> &into, const QStringList &a, const QStringList &b)
{
    if ((a.size() + 1) * (b.size() + 1) > mostCells) {
        addAll(into, LineFate::Removed, a);
        addAll(into, LineFate::Added, b);
        return;
    }
    const Lengths lengths(a, b);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a.at(i) == b.at(j)) {
            into.append({LineFate::Same, a.at(i)});
            ++i;
            ++j;
        } else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
            into.append({LineFate::Removed, a.at(i++)});
        } else {
            into.append({LineFate::Added, b.at(j++)});
        }
    }
    addAll(into, LineFate::Removed, a.mid(i));
    addAll(into, LineFate::Added, b.mid(j));
}

} // namespace

QString lineFateWord(LineFate fate)
{
    switch (fate) {
    case LineFate::Same:
        return u"same"_s;
    case LineFate::Removed:
        return u"removed"_s;
    case LineFate::Added:
        return u"added"_s;
    }
    Q_UNREACHABLE();
}

QList<LineChange> lineDifference(const QStringList &before, const QStringList &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before.at(front) == after.at(front)) {
        ++front;
    }
    qsizetype back = 0;
    while (back < shorter - front && before.at(before.size() - 1 - back) == after.at(after.size() - 1 - back)) {
        ++back;
    }
    QList<LineChange> lines;
    addAll(lines, LineFate::Same, before.first(front));
    compare(lines, before.mid(front, before.size() - front - back), after.mid(front, after.size() - front - back));
    addAll(lines, LineFate::Same, before.last(back));
    return lines;
}

QList<LineChange> withContext(const QList<LineChange> &lines, int around)
{
    QList<bool> kept(lines.size(), false);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).fate != LineFate::Same) {
            const qsizetype from = std::max<qsizetype>(0, i - around);
            const qsizetype to = std::min<qsizetype>(lines.size() - 1, i + around);
            std::fill(kept.begin() + from, kept.begin() + to + 1, true);
        }
    }
    QList<LineChange> shown;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (kept.at(i)) {
            shown.append(lines.at(i));
        } else if (i == 0 || kept.at(i - 1)) {
            shown.append({LineFate::Same, u"…"_s});
        }
    }
    return shown;
}

} // namespace domain
