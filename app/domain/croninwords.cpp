// SPDX-License-Identifier: Apache-2.0
#include "app/domain/croninwords.h"

#include "app/domain/time/cronfields.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("CronInWords", text);
}

QString ordinal(int n)
{
    switch (n) {
    case 1:
        return say(QT_TRANSLATE_NOOP("CronInWords", "first"));
    case 2:
        return say(QT_TRANSLATE_NOOP("CronInWords", "second"));
    case 3:
        return say(QT_TRANSLATE_NOOP("CronInWords", "third"));
    case 4:
        return say(QT_TRANSLATE_NOOP("CronInWords", "fourth"));
    default:
        return say(QT_TRANSLATE_NOOP("CronInWords", "fifth"));
    }
}

QString capitalized(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

bool isList(const CronField &field, CronTerm::Kind kind)
{
    return std::all_of(field.terms.begin(), field.terms.end(), [&](const CronTerm &term) { return term.kind == kind; });
}

/// What makes one field differ from another in words.
struct UnitWords
{
    const char *all;  ///< every value
    const char *step; ///< %1 is the step
    const char *one;  ///< %1 is the value
    const char *many; ///< %1 is a list
};

const UnitWords &wordsOf(CronUnit unit)
{
    static constexpr UnitWords words[] = {
        {QT_TRANSLATE_NOOP("CronInWords", "every second"), QT_TRANSLATE_NOOP("CronInWords", "every %1 seconds"),
         QT_TRANSLATE_NOOP("CronInWords", "second %1"), QT_TRANSLATE_NOOP("CronInWords", "seconds %1")},
        {QT_TRANSLATE_NOOP("CronInWords", "every minute"), QT_TRANSLATE_NOOP("CronInWords", "every %1 minutes"),
         QT_TRANSLATE_NOOP("CronInWords", "minute %1"), QT_TRANSLATE_NOOP("CronInWords", "minutes %1")},
        {QT_TRANSLATE_NOOP("CronInWords", "every hour"), QT_TRANSLATE_NOOP("CronInWords", "every %1 hours"),
         QT_TRANSLATE_NOOP("CronInWords", "hour %1"), QT_TRANSLATE_NOOP("CronInWords", "hours %1")},
        {QT_TRANSLATE_NOOP("CronInWords", "every day"), QT_TRANSLATE_NOOP("CronInWords", "every %1 days of the month"),
         QT_TRANSLATE_NOOP("CronInWords", "day %1 of the month"),
         QT_TRANSLATE_NOOP("CronInWords", "days %1 of the month")},
        {QT_TRANSLATE_NOOP("CronInWords", "every month"), QT_TRANSLATE_NOOP("CronInWords", "every %1 months"), "%1",
         "%1"},
        {QT_TRANSLATE_NOOP("CronInWords", "every day of the week"),
         QT_TRANSLATE_NOOP("CronInWords", "every %1 days of the week"), "%1", "%1"},
        {QT_TRANSLATE_NOOP("CronInWords", "every year"), QT_TRANSLATE_NOOP("CronInWords", "every %1 years"), "%1",
         "%1"},
    };
    return words[int(unit)];
}

/// Puts one expression into words.
class Speaker
{
public:
    Speaker(const CronFields &fields, const QLocale &locale) : m_fields(fields), m_locale(locale) {}

    QString sentence() const
    {
        if (m_fields.reboot) {
            return say(QT_TRANSLATE_NOOP("CronInWords", "When the machine starts"));
        }
        const QString clock = clockTimes();
        const QString days = dayPhrase();
        if (!clock.isEmpty()) {
            return capitalized(say(QT_TRANSLATE_NOOP("CronInWords", "%1 at %2")).arg(days, clock)) + years();
        }
        const bool anyDay = m_fields[CronUnit::DayOfMonth].isUnrestricted() &&
                            m_fields[CronUnit::DayOfWeek].isUnrestricted() &&
                            m_fields[CronUnit::Month].isUnrestricted();
        return capitalized(anyDay ? timePhrase()
                                  : say(QT_TRANSLATE_NOOP("CronInWords", "%1, %2")).arg(timePhrase(), days)) +
               years();
    }

    QString words(CronUnit unit) const
    {
        const CronField &field = m_fields[unit];
        const UnitWords &unitWords = wordsOf(unit);
        if (field.isUnrestricted()) {
            return say(unitWords.all);
        }
        if (field.terms.size() == 1) {
            return single(unit, field.terms.front());
        }
        if (isList(field, CronTerm::Kind::Value) || isList(field, CronTerm::Kind::Range)) {
            QStringList values;
            for (const CronTerm &term : field.terms) {
                values.append(plain(unit, term));
            }
            return say(unitWords.many).arg(m_locale.createSeparatedList(values));
        }
        QStringList parts;
        for (const CronTerm &term : field.terms) {
            parts.append(single(unit, term));
        }
        return m_locale.createSeparatedList(parts);
    }

private:
    QString value(CronUnit unit, int number) const
    {
        switch (unit) {
        case CronUnit::Month:
            return m_locale.standaloneMonthName(number);
        case CronUnit::DayOfWeek:
            return m_locale.standaloneDayName(number == 0 ? 7 : number);
        default:
            return QString::number(number);
        }
    }

    /// A value or a range without the name of its field.
    QString plain(CronUnit unit, const CronTerm &term) const
    {
        if (term.first == term.last) {
            return value(unit, term.first);
        }
        const QString range =
            say(QT_TRANSLATE_NOOP("CronInWords", "%1 to %2")).arg(value(unit, term.first), value(unit, term.last));
        return term.step == 1 ? range
                              : say(QT_TRANSLATE_NOOP("CronInWords", "%1 in steps of %2")).arg(range).arg(term.step);
    }

    QString single(CronUnit unit, const CronTerm &term) const
    {
        switch (term.kind) {
        case CronTerm::Kind::All:
            return say(wordsOf(unit).all);
        case CronTerm::Kind::Value:
            return say(wordsOf(unit).one).arg(plain(unit, term));
        case CronTerm::Kind::Range:
            return range(unit, term);
        case CronTerm::Kind::LastDay:
            return term.first == 0
                       ? say(QT_TRANSLATE_NOOP("CronInWords", "the last day of the month"))
                       : say(QT_TRANSLATE_NOOP("CronInWords", "day %1 before the last of the month")).arg(term.first);
        case CronTerm::Kind::NearestWeekday:
            return say(QT_TRANSLATE_NOOP("CronInWords", "the working day nearest to day %1 of the month"))
                .arg(term.first);
        case CronTerm::Kind::LastWeekday:
            return say(QT_TRANSLATE_NOOP("CronInWords", "the last working day of the month"));
        case CronTerm::Kind::NthWeekday:
            return say(QT_TRANSLATE_NOOP("CronInWords", "the %1 %2 of the month"))
                .arg(ordinal(term.last), value(unit, term.first));
        case CronTerm::Kind::LastOfWeekday:
            return say(QT_TRANSLATE_NOOP("CronInWords", "the last %1 of the month")).arg(value(unit, term.first));
        }
        return {};
    }

    QString range(CronUnit unit, const CronTerm &term) const
    {
        const QStringView text = m_fields[unit].text;
        const bool starred = text.startsWith(u'*') || text.startsWith(u"+*");
        if (!starred || m_fields[unit].terms.size() > 1) {
            return say(wordsOf(unit).many).arg(plain(unit, term));
        }
        return term.step == 1 ? say(wordsOf(unit).all) : say(wordsOf(unit).step).arg(term.step);
    }

    bool isNumber(CronUnit unit) const
    {
        const CronField &field = m_fields[unit];
        return field.terms.size() == 1 && field.terms.front().kind == CronTerm::Kind::Value;
    }

    /// `02:30 and 14:30`, where the expression names up to six of them; else empty.
    QString clockTimes() const
    {
        const CronField &hours = m_fields[CronUnit::Hour];
        constexpr int most = 6;
        if (!isNumber(CronUnit::Second) || !isNumber(CronUnit::Minute) || !isList(hours, CronTerm::Kind::Value) ||
            hours.terms.size() > most) {
            return {};
        }
        const int second = m_fields[CronUnit::Second].terms.front().first;
        const QString minute = twoDigits(m_fields[CronUnit::Minute].terms.front().first);
        QStringList times;
        for (const CronTerm &hour : hours.terms) {
            const QString time = twoDigits(hour.first) + u':' + minute;
            times.append(second == 0 ? time : time + u':' + twoDigits(second));
        }
        return m_locale.createSeparatedList(times);
    }

    static QString twoDigits(int number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); }

    /// `every 15 minutes, hours 9 to 17`.
    QString timePhrase() const
    {
        QStringList parts;
        const bool everySecond = m_fields[CronUnit::Second].text != u"0";
        if (everySecond) {
            parts.append(words(CronUnit::Second));
        }
        if (!everySecond || !m_fields[CronUnit::Minute].isUnrestricted()) {
            parts.append(words(CronUnit::Minute));
        }
        if (!m_fields[CronUnit::Hour].isUnrestricted()) {
            parts.append(words(CronUnit::Hour));
        } else if (isNumber(CronUnit::Minute)) {
            parts.append(say(QT_TRANSLATE_NOOP("CronInWords", "every hour")));
        }
        return parts.join(say(QT_TRANSLATE_NOOP("CronInWords", ", ")));
    }

    QString dayPhrase() const
    {
        const bool anyDay = m_fields[CronUnit::DayOfMonth].isUnrestricted();
        const bool anyWeekday = m_fields[CronUnit::DayOfWeek].isUnrestricted();
        const QString day = words(CronUnit::DayOfMonth);
        const QString weekday = words(CronUnit::DayOfWeek);
        QString phrase = say(QT_TRANSLATE_NOOP("CronInWords", "every day"));
        if (!anyDay && !anyWeekday) {
            phrase = m_fields.bothDays
                         ? say(QT_TRANSLATE_NOOP("CronInWords", "on %1 if it is also %2")).arg(day, weekday)
                         : say(QT_TRANSLATE_NOOP("CronInWords", "on %1 or %2")).arg(day, weekday);
        } else if (!anyDay || !anyWeekday) {
            phrase = say(QT_TRANSLATE_NOOP("CronInWords", "on %1")).arg(anyDay ? weekday : day);
        }
        if (m_fields[CronUnit::Month].isUnrestricted()) {
            return phrase;
        }
        return say(QT_TRANSLATE_NOOP("CronInWords", "%1 in %2")).arg(phrase, words(CronUnit::Month));
    }

    QString years() const
    {
        return m_fields[CronUnit::Year].isUnrestricted()
                   ? QString()
                   : say(QT_TRANSLATE_NOOP("CronInWords", ", %1 only")).arg(words(CronUnit::Year));
    }

    const CronFields &m_fields;
    const QLocale &m_locale;
};

} // namespace

QString explain(const Cron &cron, const QLocale &locale)
{
    const base::Result<CronFields> fields = readCron(cron.expression());
    return fields ? Speaker(*fields, locale).sentence() : QString();
}

std::vector<FieldInWords> explainFields(const Cron &cron, const QLocale &locale)
{
    const base::Result<CronFields> fields = readCron(cron.expression());
    std::vector<FieldInWords> list;
    if (!fields || cron.expression().trimmed().startsWith(u'@')) {
        return list;
    }
    for (int unit = fields->withSeconds ? 0 : 1; unit < cronUnitCount; ++unit) {
        const CronField &field = fields->fields[size_t(unit)];
        if (CronUnit(unit) != CronUnit::Year || field.position > 0) {
            list.push_back(
                {cronUnitName(CronUnit(unit)), field.text.toString(), Speaker(*fields, locale).words(CronUnit(unit))});
        }
    }
    return list;
}

} // namespace domain
