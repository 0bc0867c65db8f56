// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/crontab/vixie.h"

#include "app/domain/cron.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bundles {

namespace {

using std::chrono::days;
using std::chrono::minutes;

struct Unit
{
    const char16_t *name;
    int least;
    int most;
    const char16_t *words; ///< Three letters each; the first means `firstWord`.
    int firstWord;
};

constexpr Unit units[] = {
    {u"minute", 0, 59, u"", 0},
    {u"hour", 0, 23, u"", 0},
    {u"day of month", 1, 31, u"", 0},
    {u"month", 1, 12, u"janfebmaraprmayjunjulaugsepoctnovdec", 1},
    {u"day of week", 0, 7, u"sunmontuewedthufrisat", 0},
};

base::Error wrong(const Unit &unit, const QString &text, const QString &detail)
{
    return base::invalid({}, u"the %1 “%2” %3"_s.arg(QStringView(unit.name), text.left(100), detail));
}

std::optional<int> valueOf(const QString &text, const Unit &unit)
{
    const QStringView words(unit.words);
    if (text.size() == 3) {
        for (qsizetype i = 0; i + 3 <= words.size(); i += 3) {
            if (words.sliced(i, 3).compare(text, Qt::CaseInsensitive) == 0) {
                return unit.firstWord + int(i / 3);
            }
        }
    }
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    const bool plain = isNumber && text.at(0).isDigit();
    return plain && value >= unit.least && value <= unit.most ? std::optional(value) : std::nullopt;
}

struct Span
{
    int from = 0;
    int to = 0;
    int step = 1;
};

base::Result<Span> spanOf(const QString &term, const Unit &unit)
{
    const QString range = term.section(u'/', 0, 0);
    Span span{unit.least, unit.most, 1};
    if (term.contains(u'/')) {
        bool isNumber = false;
        const QString step = term.section(u'/', 1);
        span.step = step.toInt(&isNumber);
        if (!isNumber || span.step < 1 || !step.at(0).isDigit()) {
            return wrong(unit, term, u"has a step that is no number from 1 on"_s);
        }
    }
    if (range == "*"_L1) {
        return span;
    }
    const bool isRange = range.contains(u'-');
    const std::optional<int> from = valueOf(range.section(u'-', 0, 0), unit);
    const std::optional<int> to = isRange ? valueOf(range.section(u'-', 1), unit) : from;
    if (!from || !to) {
        return wrong(unit, term,
                     u"is neither * nor a number %1–%2, a name, or a range of them"_s.arg(unit.least).arg(unit.most));
    }
    if (*from > *to) {
        return wrong(unit, term, u"is a range that goes backward"_s);
    }
    if (!isRange && term.contains(u'/')) {
        return wrong(unit, term, u"has a step without a range before it"_s);
    }
    return Span{*from, *to, span.step};
}

base::Result<quint64> maskOf(const QString &field, const Unit &unit)
{
    quint64 mask = 0;
    const QStringList terms = field.split(u',');
    for (const QString &term : terms) {
        TRY(const Span span, spanOf(term, unit));
        for (qint64 value = span.from; value <= span.to; value += span.step) {
            mask |= quint64(1) << value;
        }
    }
    return mask;
}

using MinutesOfDay = std::vector<minutes>;

MinutesOfDay minutesOf(const VixieTimes &times)
{
    MinutesOfDay all;
    for (int minute = 0; minute < 24 * 60; ++minute) {
        if (((times.hours >> (minute / 60)) & 1U) != 0 && ((times.minutes >> (minute % 60)) & 1U) != 0) {
            all.emplace_back(minute);
        }
    }
    return all;
}

/// Walks the wall clock of a zone in both directions of its changes, as cron does.
class Walk
{
public:
    struct Span
    {
        qint64 from = 0; ///< Seconds since 1970, UTC.
        qint64 before = 0;
    };

    Walk(const VixieTimes &times, const MinutesOfDay &ofDay, const domain::Zone &zone, Span span,
         std::vector<base::Instant> &into)
        : m_times(times), m_ofDay(ofDay), m_zone(zone), m_span(span), m_into(into)
    {
    }

    void run()
    {
        for (int index = m_zone.segmentAt(m_span.from); index < m_zone.segmentCount(); ++index) {
            const domain::Zone::Segment &here = m_zone.segment(index);
            if (here.start >= m_span.before) {
                return;
            }
            if (here.shift > 0 && here.start >= m_span.from) {
                makeUpFor(here);
            }
            walk(here);
        }
    }

private:
    static constexpr qint64 mostMadeUp = 180 * 60; ///< Of a larger change cron takes no notice.

    static base::Instant instant(qint64 wall, qint64 offset) { return base::Instant(base::Seconds(wall - offset)); }

    /// Fixed times that a forward change left out run right behind it, once each.
    void makeUpFor(const domain::Zone::Segment &here)
    {
        if (m_times.follows() || here.shift > mostMadeUp) {
            return;
        }
        const qint64 end = here.start + here.offset;
        eachFit(end - here.shift, end, [&](qint64) { m_into.push_back(instant(here.start, 0)); });
    }

    void walk(const domain::Zone::Segment &here)
    {
        // A fixed time is not repeated in the second pass.
        const bool skips = here.shift < 0 && -here.shift <= mostMadeUp && !m_times.follows();
        const qint64 start = std::max(here.start, m_span.from) + here.offset;
        const qint64 again = skips ? here.start + here.offset - here.shift : start;
        const qint64 end = std::min(here.end, m_span.before) + here.offset;
        eachFit(std::max(start, again), end, [&](qint64 wall) { m_into.push_back(instant(wall, here.offset)); });
    }

    /// The fitting minutes of a wall clock in [from, before).
    template <typename Take> void eachFit(qint64 from, qint64 before, Take take) const
    {
        const base::Seconds start(from);
        const base::Seconds stop(before);
        for (auto day = std::chrono::floor<days>(start); day < stop; day += days(1)) {
            if (!fitsDay(std::chrono::local_days(day))) {
                continue;
            }
            auto next = std::lower_bound(m_ofDay.begin(), m_ofDay.end(), start - day);
            for (; next != m_ofDay.end() && day + *next < stop; ++next) {
                take(std::chrono::duration_cast<base::Seconds>(day + *next).count());
            }
        }
    }

    bool fitsDay(std::chrono::local_days day) const
    {
        const std::chrono::year_month_day date(day);
        if (((m_times.months >> unsigned(date.month())) & 1U) == 0) {
            return false;
        }
        const bool ofMonth = ((m_times.days >> unsigned(date.day())) & 1U) != 0;
        const bool ofWeek = ((m_times.weekdays >> std::chrono::weekday(day).c_encoding()) & 1U) != 0;
        return m_times.both() ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    const VixieTimes &m_times;
    const MinutesOfDay &m_ofDay;
    const domain::Zone &m_zone;
    Span m_span;
    std::vector<base::Instant> &m_into;
};

QString listed(quint64 mask, int least, int most)
{
    QStringList values;
    for (int value = least; value <= most; ++value) {
        if (((mask >> value) & 1U) != 0) {
            values.append(QString::number(value));
        }
    }
    return values.size() == most - least + 1 ? u"*"_s : values.join(u',');
}

} // namespace

base::Result<VixieTimes> vixieTimes(const QStringList &fields)
{
    quint64 masks[5] = {};
    for (int i = 0; i < 5; ++i) {
        TRY(masks[i], maskOf(fields.value(i), units[i]));
    }
    const quint64 sunday = (masks[4] >> 7) & 1U;
    return VixieTimes{.minutes = masks[0],
                      .hours = quint32(masks[1]),
                      .days = quint32(masks[2]),
                      .months = quint32(masks[3]),
                      .weekdays = quint32((masks[4] | sunday) & 0x7f),
                      .minuteStar = fields.at(0).startsWith(u'*'),
                      .hourStar = fields.at(1).startsWith(u'*'),
                      .dayStar = fields.at(2).startsWith(u'*'),
                      .weekdayStar = fields.at(4).startsWith(u'*')};
}

QStringList fieldsOfWord(const QString &word)
{
    static const QHash<QString, QString> words{
        {u"@yearly"_s, u"0 0 1 1 *"_s}, {u"@annually"_s, u"0 0 1 1 *"_s}, {u"@monthly"_s, u"0 0 1 * *"_s},
        {u"@weekly"_s, u"0 0 * * 0"_s}, {u"@daily"_s, u"0 0 * * *"_s},    {u"@midnight"_s, u"0 0 * * *"_s},
        {u"@hourly"_s, u"0 * * * *"_s},
    };
    const QString fields = words.value(word);
    return fields.isEmpty() ? QStringList() : fields.split(u' ');
}

FireTimes vixieFireTimes(const VixieTimes &times, const domain::Zone &zone)
{
    return [times, zone, ofDay = minutesOf(times)](base::Instant from, base::Instant before,
                                                   std::vector<base::Instant> &into) {
        const auto seconds = [](base::Instant at) {
            return std::chrono::ceil<base::Seconds>(at.time_since_epoch()).count();
        };
        Walk(times, ofDay, zone, {seconds(from), seconds(before)}, into).run();
    };
}

QString ourExpression(const VixieTimes &times, const QStringList &fields)
{
    const bool daysSaid = fields.at(2) != "*"_L1;
    const bool weekdaysSaid = fields.at(4) != "*"_L1;
    // Ours takes */2 for a restriction, cron for a star.
    const QString plus = times.both() && daysSaid && weekdaysSaid ? u"+"_s : QString();
    QStringList kept = fields;
    kept[4] = plus + kept.at(4);
    if (domain::Cron::parse(kept.join(u' '))) {
        return kept.join(u' ');
    }
    const QString weekdays = listed(times.weekdays, 0, 6);
    return QStringList{listed(times.minutes, 0, 59), listed(times.hours, 0, 23), listed(times.days, 1, 31),
                       listed(times.months, 1, 12), (weekdays == "*"_L1 ? QString() : plus) + weekdays}
        .join(u' ');
}

} // namespace bundles
