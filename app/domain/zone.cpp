// SPDX-License-Identifier: Apache-2.0
#include "app/domain/zone.h"

#include "app/domain/time/calendar.h"
#include "app/domain/time/tzfile.h"

#include <QFile>
#include <QMutex>
#include <QTimeZone>

#include <algorithm>
#include <limits>
#include <optional>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// Far enough, and adding an offset can't overflow.
constexpr qint64 farTime = std::numeric_limits<qint64>::max() / 4;

constexpr qint64 maxFileSize = 1 << 20;

bool isZoneName(const QString &name)
{
    if (name.isEmpty() || name.front() < u'A' || name.front() > u'Z' || name.endsWith(u'/') || name.contains("//"_L1)) {
        return false;
    }
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'/' ||
               c == u'_' || c == u'-' || c == u'+';
    });
}

QString zoneFolder()
{
    const QString folder = qEnvironmentVariable("TZDIR");
    return folder.isEmpty() ? u"/usr/share/zoneinfo"_s : folder;
}

base::Error unknownZone(const QString &name)
{
    return base::invalid(u"timezone"_s,
                         u"“%1” is not a time zone of this system; an IANA name such as Europe/Berlin or "
                         "America/New_York is wanted"_s.arg(name.left(80)));
}

std::vector<Zone::Segment> segmentsOf(const std::vector<TzChange> &changes)
{
    std::vector<Zone::Segment> segments;
    segments.reserve(changes.size());
    for (const TzChange &change : changes) {
        if (segments.empty()) {
            segments.push_back({-farTime, farTime, change.offset, 0});
            continue;
        }
        Zone::Segment &before = segments.back();
        before.end = change.at;
        const qint32 shift = change.offset - before.offset;
        segments.push_back({change.at, farTime, change.offset, shift});
    }
    return segments;
}

/// Which file is at a path: a replaced one differs, also within the second.
struct Stamp
{
    dev_t device = 0;
    ino_t file = 0;
    qint64 size = 0;
    qint64 seconds = 0;
    qint64 nanoseconds = 0;

    friend bool operator==(const Stamp &, const Stamp &) = default;
};

/// Empty where there is no file, or one too big to hold a zone.
std::optional<Stamp> stampOf(const QString &path)
{
    struct stat found = {};
    if (stat(QFile::encodeName(path).constData(), &found) != 0 || !S_ISREG(found.st_mode) ||
        found.st_size > maxFileSize) {
        return std::nullopt;
    }
    return Stamp{found.st_dev, found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

/// Zone files are shared by hundreds of schedules and read again only when the system has replaced them. A lock is
/// needed because every thread may ask; it is held for the look-up alone and nothing else is reached from under it.
template <typename Value> class Cache
{
public:
    std::optional<Value> find(const QString &path, const Stamp &stamp)
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_entries.constFind(path);
        if (found == m_entries.constEnd() || found->stamp != stamp) {
            return std::nullopt;
        }
        return found->value;
    }
    void insert(const QString &path, const Stamp &stamp, const Value &value)
    {
        const QMutexLocker lock(&m_mutex);
        m_entries.insert(path, {stamp, value});
    }

private:
    struct Entry
    {
        Stamp stamp;
        Value value;
    };
    QMutex m_mutex;
    QHash<QString, Entry> m_entries;
};

} // namespace

Zone::Zone(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

std::shared_ptr<const Zone::Data> Zone::index(const QString &name, std::vector<Segment> segments)
{
    auto data = std::make_shared<Data>();
    data->name = name;
    data->segments = std::move(segments);
    quint16 current = 0;
    for (int bucket = 1; bucket < bucketCount; ++bucket) {
        while (data->segments[current].end <= (qint64(bucket) << bucketBits)) {
            ++current;
        }
        data->buckets[bucket] = current;
    }
    return data;
}

base::Result<Zone> Zone::load(const QString &name)
{
    return load(name, zoneFolder());
}

QString Zone::fileOf(const QString &name)
{
    return zoneFolder() + u'/' + name;
}

base::Result<Zone> Zone::load(const QString &name, const QString &folder)
{
    const QString wanted = name.isEmpty() ? QString::fromLatin1(QTimeZone::systemTimeZoneId()) : name;
    if (wanted == "UTC"_L1) {
        return utc();
    }
    if (!isZoneName(wanted)) {
        return unknownZone(wanted);
    }
    return read(wanted, folder + u'/' + wanted);
}

base::Result<Zone> Zone::read(const QString &name, const QString &path)
{
    static Cache<Zone> cache;
    const std::optional<Stamp> stamp = stampOf(path);
    if (!stamp) {
        return unknownZone(name);
    }
    if (const std::optional<Zone> known = cache.find(path, *stamp)) {
        return *known;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unknownZone(name);
    }
    const std::optional<std::vector<TzChange>> changes = readTzFile(file.readAll());
    if (!changes) {
        return unknownZone(name);
    }
    const Zone zone(index(name, segmentsOf(*changes)));
    cache.insert(path, *stamp, zone);
    return zone;
}

Zone Zone::utc()
{
    static const std::shared_ptr<const Data> data = index(u"UTC"_s, {{-farTime, farTime, 0, 0}});
    return Zone(data);
}

const QString &Zone::name() const
{
    return m_data->name;
}

base::Seconds Zone::offsetAt(base::Instant instant) const
{
    const auto seconds = std::chrono::floor<base::Seconds>(instant.time_since_epoch()).count();
    return base::Seconds(segment(segmentAt(seconds)).offset);
}

LocalTime Zone::toLocal(base::Instant instant) const
{
    return LocalTime(instant.time_since_epoch() + offsetAt(instant));
}

WallMatch Zone::fromLocal(LocalTime local) const
{
    const base::Millis wall = local.time_since_epoch();
    const qint64 seconds = std::chrono::floor<base::Seconds>(wall).count();
    const auto minus = [&](qint32 offset) { return base::Instant(wall - base::Seconds(offset)); };
    for (int i = segmentAt(seconds - 2 * secondsPerDay);; ++i) {
        const Segment &here = segment(i);
        const bool isLast = i + 1 == segmentCount();
        if (seconds < here.start + here.offset) {
            const base::Instant shifted = minus(here.offset - here.shift);
            return {WallMatch::Kind::Never, shifted, shifted, base::fromMillis(here.start * 1000)};
        }
        if (seconds < here.end + here.offset || isLast) {
            const base::Instant first = minus(here.offset);
            const bool again = !isLast && seconds >= here.end + segment(i + 1).offset;
            const base::Instant second = again ? minus(segment(i + 1).offset) : first;
            return {again ? WallMatch::Kind::Twice : WallMatch::Kind::Once, first, second, first};
        }
    }
}

const base::Result<Zone> &Zones::of(const QString &name)
{
    auto known = m_known.find(name);
    if (known == m_known.end()) {
        known = m_known.insert(name, Zone::load(name));
    }
    return *known;
}

} // namespace domain
