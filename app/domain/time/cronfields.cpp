// SPDX-License-Identifier: Apache-2.0
#include "app/domain/time/cronfields.h"

#include "app/domain/time/calendar.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

struct UnitRules
{
    const char *name;
    int minimum;
    int maximum;
    const char16_t *words; ///< Three letters each, the first means `firstWord`.
    int firstWord;
};

constexpr UnitRules unitRules[] = {
    {"second", 0, 59, u"", 0},
    {"minute", 0, 59, u"", 0},
    {"hour", 0, 23, u"", 0},
    {"day_of_month", 1, 31, u"", 0},
    {"month", 1, 12, u"JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC", 1},
    {"day_of_week", 0, 7, u"SUNMONTUEWEDTHUFRISAT", 0},
    {"year", firstYear, lastYear, u"", 0},
};

constexpr int longestStep = 1'000'000;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

base::Error wrong(const QString &field, qsizetype position, const QString &detail)
{
    base::Error error = base::invalid(field, detail);
    error.position = int(position);
    return error;
}

/// Reads one field. It stops at the first thing that is wrong and keeps it.
class FieldReader
{
public:
    FieldReader(CronUnit unit, CronField &field) : m_unit(unit), m_rules(unitRules[int(unit)]), m_field(field) {}

    base::Status read(qsizetype skip)
    {
        m_at = skip;
        do {
            CronTerm term;
            if (!readTerm(term)) {
                return m_error;
            }
            m_field.terms.append(term);
        } while (take(u','));
        if (!atEnd()) {
            fail(unexpected());
            return m_error;
        }
        return checkAlone();
    }

private:
    bool atEnd() const { return m_at == m_field.text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_field.text[m_at]; }

    bool take(char16_t wanted)
    {
        if (peek() != QChar(wanted)) {
            return false;
        }
        ++m_at;
        return true;
    }

    bool fail(const QString &detail, qsizetype at = -1)
    {
        m_error = wrong(cronUnitName(m_unit), m_field.position + (at < 0 ? m_at : at), detail);
        return false;
    }

    QString limits() const { return u"%1–%2"_s.arg(m_rules.minimum).arg(m_rules.maximum); }

    QString allowed() const
    {
        const QString numbers = u"a number %1"_s.arg(limits());
        switch (m_unit) {
        case CronUnit::DayOfMonth:
            return numbers + u", a range, L, LW, L-n or nW"_s;
        case CronUnit::Month:
            return numbers + u" or JAN–DEC, a range or *"_s;
        case CronUnit::DayOfWeek:
            return numbers + u" or SUN–SAT, a range, d#n, d#L or *"_s;
        default:
            return numbers + u", a range or *"_s;
        }
    }

    QString unexpected() const
    {
        if (atEnd()) {
            return u"something is missing at the end; %1 is wanted"_s.arg(allowed());
        }
        return u"“%1” can't stand here; %2 is wanted"_s.arg(peek()).arg(allowed());
    }

    bool isDayField() const { return m_unit == CronUnit::DayOfMonth || m_unit == CronUnit::DayOfWeek; }

    bool readTerm(CronTerm &term)
    {
        if (take(u'*')) {
            return readAll(term);
        }
        if (peek() == u'?' && isDayField()) {
            ++m_at;
            term.kind = CronTerm::Kind::All;
            return m_field.text.size() == 1 || m_field.text == u"+?" ||
                   fail(u"? stands alone in its field"_s, m_at - 1);
        }
        if (m_unit == CronUnit::DayOfMonth && take(u'L')) {
            return readLast(term);
        }
        term.kind = CronTerm::Kind::Value;
        if (!readValue(&term.first)) {
            return false;
        }
        term.last = term.first;
        if (take(u'-')) {
            return readRange(term);
        }
        if (peek() == u'/') {
            return fail(
                u"a step follows * or a full range, such as %1-%2/5 or */5"_s.arg(term.first).arg(m_rules.maximum));
        }
        return readSuffix(term);
    }

    bool readAll(CronTerm &term)
    {
        term.kind = CronTerm::Kind::All;
        term.first = m_rules.minimum;
        term.last = m_unit == CronUnit::DayOfWeek ? 6 : m_rules.maximum;
        if (peek() == u'/') {
            term.kind = CronTerm::Kind::Range;
            return readStep(term);
        }
        return true;
    }

    bool readRange(CronTerm &term)
    {
        const qsizetype at = m_at;
        term.kind = CronTerm::Kind::Range;
        if (!readValue(&term.last)) {
            return false;
        }
        if (term.last < term.first) {
            return fail(
                u"the range goes backward from %1 to %2; the smaller value comes first%3"_s.arg(term.first)
                    .arg(term.last)
                    .arg(m_unit == CronUnit::DayOfWeek && term.last == 0 ? u", Sunday as an end is 7"_s : QString()),
                at);
        }
        return peek() != u'/' || readStep(term);
    }

    bool readStep(CronTerm &term)
    {
        ++m_at;
        const qsizetype at = m_at;
        if (!readNumber(&term.step, longestStep)) {
            return fail(u"a step is a number from 1"_s, at);
        }
        return term.step > 0 || fail(u"a step of 0 never moves; a step is a number from 1"_s, at);
    }

    bool readLast(CronTerm &term)
    {
        if (take(u'W')) {
            term.kind = CronTerm::Kind::LastWeekday;
            return true;
        }
        term.kind = CronTerm::Kind::LastDay;
        if (take(u'-')) {
            const qsizetype at = m_at;
            if (!readNumber(&term.first, 30) || term.first < 1) {
                return fail(u"L-n counts 1–30 days back from the last day"_s, at);
            }
        }
        return true;
    }

    bool readSuffix(CronTerm &term)
    {
        if (m_unit == CronUnit::DayOfMonth && take(u'W')) {
            term.kind = CronTerm::Kind::NearestWeekday;
        } else if (m_unit == CronUnit::DayOfWeek && take(u'L')) {
            term.kind = CronTerm::Kind::LastOfWeekday;
        } else if (m_unit == CronUnit::DayOfWeek && take(u'#')) {
            const qsizetype at = m_at;
            term.kind = CronTerm::Kind::LastOfWeekday;
            if (!take(u'L')) {
                term.kind = CronTerm::Kind::NthWeekday;
                if (!readNumber(&term.last, 5) || term.last < 1) {
                    return fail(u"# is followed by 1–5 or L"_s, at);
                }
            }
        }
        return true;
    }

    bool readNumber(int *value, int maximum)
    {
        const qsizetype begin = m_at;
        qint64 read = 0;
        while (isDigit(peek())) {
            read = std::min<qint64>(read * 10 + (peek().unicode() - u'0'), qint64(maximum) + 1);
            ++m_at;
        }
        *value = int(read);
        return m_at > begin && read <= maximum;
    }

    bool readValue(int *value)
    {
        if (isLetter(peek())) {
            return readName(value);
        }
        if (!isDigit(peek())) {
            return fail(unexpected());
        }
        const qsizetype begin = m_at;
        if (!readNumber(value, m_rules.maximum) || *value < m_rules.minimum) {
            return fail(u"%1 is out of range; %2 is wanted"_s.arg(m_field.text.sliced(begin, m_at - begin), limits()),
                        begin);
        }
        return true;
    }

    bool readName(int *value)
    {
        const QStringView words(m_rules.words);
        for (qsizetype i = 0; i + 3 <= words.size(); i += 3) {
            if (m_field.text.sliced(m_at).startsWith(words.sliced(i, 3), Qt::CaseInsensitive)) {
                m_at += 3;
                *value = m_rules.firstWord + int(i / 3);
                return true;
            }
        }
        return fail(unexpected());
    }

    /// The nearest weekday belongs to one day: no list may stand beside it.
    base::Status checkAlone() const
    {
        for (const CronTerm &term : m_field.terms) {
            const bool alone = term.kind == CronTerm::Kind::NearestWeekday || term.kind == CronTerm::Kind::LastWeekday;
            if (alone && m_field.terms.size() > 1) {
                return wrong(cronUnitName(m_unit), m_field.position,
                             u"W belongs to a single day; it can't stand in a list"_s);
            }
        }
        return {};
    }

    CronUnit m_unit;
    const UnitRules &m_rules;
    CronField &m_field;
    qsizetype m_at = 0;
    base::Error m_error;
};

struct Piece
{
    QStringView text;
    qsizetype position = 0;
};
using Pieces = QVarLengthArray<Piece, 8>;

Pieces split(QStringView expression)
{
    Pieces pieces;
    qsizetype at = 0;
    while (at < expression.size()) {
        const qsizetype begin = at;
        while (at < expression.size() && !isBlank(expression[at])) {
            ++at;
        }
        if (at > begin) {
            pieces.append({expression.sliced(begin, at - begin), begin});
        }
        ++at;
    }
    return pieces;
}

base::Result<CronFields> readPieces(const Pieces &pieces, qsizetype end)
{
    if (pieces.size() < 5 || pieces.size() > 7) {
        const qsizetype at = pieces.size() > 7 ? pieces[7].position : end;
        return wrong(u"cron"_s, at,
                     u"%1 fields are given; wanted are five (minute, hour, day of month, month, day of week), six with "
                     "seconds in front, or seven with the year at the end"_s.arg(pieces.size()));
    }
    CronFields result;
    result.withSeconds = pieces.size() > 5;
    int unit = result.withSeconds ? 0 : 1;
    result.fields[size_t(CronUnit::Second)].text = u"0";
    result.fields[size_t(CronUnit::Second)].terms.append({CronTerm::Kind::Value, 0, 0, 1});
    result.fields[size_t(CronUnit::Year)].text = u"*";
    result.fields[size_t(CronUnit::Year)].terms.append({CronTerm::Kind::All, firstYear, lastYear, 1});
    for (const Piece &piece : pieces) {
        CronField &field = result.fields[size_t(unit)];
        field.text = piece.text;
        field.position = piece.position;
        field.terms.clear();
        const bool plus = CronUnit(unit) == CronUnit::DayOfWeek && piece.text.front() == u'+';
        result.bothDays = result.bothDays || plus;
        FieldReader reader(CronUnit(unit), field);
        CHECK(reader.read(plus ? 1 : 0));
        ++unit;
    }
    return result;
}

struct Nickname
{
    QStringView name;
    QStringView meaning;
};

constexpr Nickname nicknames[] = {
    {u"@yearly", u"0 0 1 1 *"}, {u"@annually", u"0 0 1 1 *"}, {u"@monthly", u"0 0 1 * *"}, {u"@weekly", u"0 0 * * 0"},
    {u"@daily", u"0 0 * * *"},  {u"@midnight", u"0 0 * * *"}, {u"@hourly", u"0 * * * *"},
};

base::Result<CronFields> readNickname(const Pieces &pieces)
{
    const Piece &first = pieces.front();
    if (pieces.size() > 1) {
        return wrong(u"cron"_s, pieces[1].position,
                     u"nothing can follow a nickname such as %1"_s.arg(first.text.left(20)));
    }
    if (first.text == u"@reboot") {
        CronFields result;
        result.reboot = true;
        return result;
    }
    for (const Nickname &nickname : nicknames) {
        if (first.text == nickname.name) {
            return readPieces(split(nickname.meaning), 0);
        }
    }
    return wrong(
        u"cron"_s, first.position,
        u"“%1” is not a nickname; @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly and @reboot "
        "are, in lower case"_s.arg(first.text.left(20)));
}

} // namespace

QString cronUnitName(CronUnit unit)
{
    return QString::fromLatin1(unitRules[int(unit)].name);
}

base::Result<CronFields> readCron(QStringView expression)
{
    constexpr qsizetype longestExpression = 1000;
    if (expression.size() > longestExpression) {
        return wrong(u"cron"_s, longestExpression, u"the expression is longer than 1000 characters"_s);
    }
    const Pieces pieces = split(expression);
    if (pieces.isEmpty()) {
        return wrong(u"cron"_s, 0, u"the expression is empty; five fields such as 30 2 * * * are wanted"_s);
    }
    return pieces.front().text.startsWith(u'@') ? readNickname(pieces) : readPieces(pieces, expression.size());
}

} // namespace domain
