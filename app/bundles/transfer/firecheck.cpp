// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/firecheck.h"

#include "app/domain/zone.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr std::chrono::days checked{3653}; // ten years with three leap days
constexpr std::chrono::days portion{31};

using Times = std::vector<base::Instant>;

void note(FireCheck &check, base::Instant at, FireDifference::Where where)
{
    ++check.count;
    if (check.differences.size() < mostDifferences) {
        check.differences.append({at, where});
    }
}

void compare(const Times &there, const Times &here, FireCheck &check)
{
    auto a = there.begin();
    auto b = here.begin();
    while (a != there.end() || b != here.end()) {
        if (b == here.end() || (a != there.end() && *a < *b)) {
            note(check, *a++, FireDifference::Where::OnlyThere);
        } else if (a == there.end() || *b < *a) {
            note(check, *b++, FireDifference::Where::OnlyHere);
        } else {
            ++a;
            ++b;
        }
    }
    check.there += qint64(there.size());
    check.here += qint64(here.size());
}

QString wallText(base::Instant at, const base::Result<domain::Zone> &zone)
{
    if (!zone) {
        return base::isoUtc(at);
    }
    const qint64 offset = zone->offsetAt(at).count();
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::OffsetFromUTC, int(offset))
        .toString(Qt::ISODate);
}

} // namespace

base::Result<FireTimes> fireTimesOf(const QList<domain::Trigger> &triggers, base::Instant created)
{
    const auto finders = std::make_shared<QList<domain::SlotFinder>>();
    for (qsizetype i = 0; i < triggers.size(); ++i) {
        if (const auto *schedule = std::get_if<domain::Schedule>(&triggers.at(i))) {
            const base::Result<domain::SlotFinder> finder = domain::SlotFinder::make(*schedule, created);
            if (!finder) {
                return finder.error().inField(u"triggers[%1]"_s.arg(i));
            }
            finders->append(*finder);
        }
    }
    return FireTimes([finders](base::Instant from, base::Instant before, Times &into) {
        for (const domain::SlotFinder &finder : std::as_const(*finders)) {
            finder.slotsUntil(from, before, into);
        }
        if (finders->size() > 1) { // at one time they make one run
            std::sort(into.begin(), into.end());
            into.erase(std::unique(into.begin(), into.end()), into.end());
        }
    });
}

FireCheck compareFireTimes(const FireTimes &there, const FireTimes &here, base::Instant now)
{
    const auto start = std::chrono::floor<std::chrono::minutes>(now) + std::chrono::minutes(1);
    FireCheck check{.from = start, .to = start + checked};
    for (base::Instant from = check.from; from < check.to; from += portion) {
        const base::Instant before = std::min<base::Instant>(from + portion, check.to);
        Times theirs;
        Times ours;
        there(from, before, theirs);
        here(from, before, ours);
        compare(theirs, ours, check);
    }
    return check;
}

std::optional<FireCheck> FireComparer::compare(const FireTimes &there, const FireTimes &here, const QString &zone)
{
    if (m_compared > mostTimes || (m_cancelled && *m_cancelled)) {
        return std::nullopt;
    }
    FireCheck check = compareFireTimes(there, here, m_now);
    check.zone = zone;
    m_compared += check.there + check.here;
    return check;
}

QStringList inWords(const FireCheck &check, qsizetype most)
{
    QStringList lines;
    const base::Result<domain::Zone> zone = domain::Zone::load(check.zone);
    const qsizetype shown = std::min(most, check.differences.size());
    for (qsizetype i = 0; i < shown; ++i) {
        const FireDifference &difference = check.differences.at(i);
        const bool there = difference.where == FireDifference::Where::OnlyThere;
        lines.append(u"%1 %2"_s.arg(wallText(difference.at, zone),
                                    there ? u"only the original fires"_s : u"only the copy fires"_s));
    }
    if (check.count > shown) {
        lines.append(u"and %1 more until %2"_s.arg(check.count - shown).arg(wallText(check.to, zone).left(10)));
    }
    return lines;
}

QJsonObject toJson(const FireCheck &check)
{
    QJsonArray differences;
    for (const FireDifference &one : check.differences) {
        const bool there = one.where == FireDifference::Where::OnlyThere;
        differences.append(
            QJsonObject{{u"at"_s, base::isoUtc(one.at)}, {u"where"_s, there ? u"original"_s : u"copy"_s}});
    }
    return {{u"from"_s, base::isoUtc(check.from)},
            {u"to"_s, base::isoUtc(check.to)},
            {u"original"_s, check.there},
            {u"copy"_s, check.here},
            {u"same"_s, check.same()},
            {u"count"_s, check.count},
            {u"differences"_s, differences}};
}

} // namespace bundles
