// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/words.h"

#include "app/domain/why/teller.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// `2026-10-22 03:00:00 +02:00`
QString plainTime(base::Instant instant)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(base::toMillis(instant));
    const QString iso = local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
    return u"%1 %2 %3"_s.arg(iso.left(10), iso.mid(11, 8), iso.mid(19));
}

/// The smaller unit is left out where there is none of it.
QString twoUnits(qint64 large, const QString &largeUnit, qint64 small, const QString &smallUnit)
{
    const QString text = u"%1 %2"_s.arg(large).arg(largeUnit);
    return small == 0 ? text : u"%1 %2 %3"_s.arg(text).arg(small).arg(smallUnit);
}

QString plainDuration(base::Millis length)
{
    if (length < base::Seconds(10) && length.count() % 1000 != 0) {
        return u"%1 s"_s.arg(double(length.count()) / 1000.0, 0, 'f', 1);
    }
    const qint64 seconds = (length.count() + 500) / 1000;
    if (seconds < 60) {
        return u"%1 s"_s.arg(seconds);
    }
    if (seconds < 3600) {
        return twoUnits(seconds / 60, u"min"_s, seconds % 60, u"s"_s);
    }
    return seconds < 86400 ? twoUnits(seconds / 3600, u"h"_s, seconds / 60 % 60, u"min"_s)
                           : twoUnits(seconds / 86400, u"d"_s, seconds / 3600 % 24, u"h"_s);
}

QString withoutEnd(QString text)
{
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

} // namespace

WhyVoice plainVoice()
{
    return {
        .say = [](const char *text) { return QString::fromUtf8(text); }, .time = plainTime, .duration = plainDuration};
}

QString inWords(const WhyStep &step, const WhyVoice &voice)
{
    WhyStep told = step;
    told.facts.text = withoutEnd(step.facts.text);
    const Teller teller(told, voice);
    for (const auto part :
         {&Teller::cause, &Teller::clocks, &Teller::looking, &Teller::rule, &Teller::waiting, &Teller::end}) {
        const QString sentence = (teller.*part)();
        if (!sentence.isEmpty()) {
            return sentence;
        }
    }
    return teller.run();
}

QString inWords(WhyVerdict verdict, const WhyVoice &voice)
{
    switch (verdict) {
    case WhyVerdict::Ran:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It ran."));
    case WhyVerdict::Running:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It is running."));
    case WhyVerdict::Waiting:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It is waiting."));
    case WhyVerdict::Skipped:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It was skipped."));
    case WhyVerdict::Cancelled:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It did not start."));
    case WhyVerdict::WillRun:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It will run."));
    case WhyVerdict::WillBeSkipped:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It will be skipped."));
    case WhyVerdict::NoSlot:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It was not due at that time."));
    case WhyVerdict::Unknown:
        return voice.say(QT_TRANSLATE_NOOP("Why", "Nothing is known about that time."));
    }
    Q_UNREACHABLE();
}

} // namespace domain
