// SPDX-License-Identifier: Apache-2.0
// The sentences of the steps: of each group one function, which is empty for the steps of other groups. They are marked
// by QT_TRANSLATE_NOOP and looked up by the voice.
#pragma once

#include "app/domain/why/words.h"

namespace domain {

/// A step that is being told.
class Teller
{
public:
    Teller(const WhyStep &step, const WhyVoice &voice) : m_step(step), m_facts(step.facts), m_voice(voice) {}

    QString cause() const;
    QString clocks() const;
    QString looking() const;
    QString rule() const;
    QString waiting() const;
    QString run() const;
    QString end() const;

private:
    QString say(const char *text) const { return m_voice.say(text); }
    QString time(const std::optional<base::Instant> &instant) const
    {
        return instant ? m_voice.time(*instant) : QString();
    }
    QString at() const { return time(m_step.at); }
    QString length() const { return m_voice.duration(m_facts.length.value_or(base::Millis(0))); }
    QString seconds() const { return m_voice.duration(base::Seconds(m_facts.number.value_or(0))); }
    QString number() const { return QString::number(m_facts.number.value_or(0)); }
    QString count() const { return QString::number(m_facts.count.value_or(0)); }
    QString wall(qsizetype index) const { return m_facts.walls.value(index); }
    QString zone() const { return m_facts.zone; }
    QString runs() const
    {
        QStringList ids;
        for (const base::RunId &id : m_facts.runs.mid(0, 3))
            ids.append(id.text());
        return ids.join(QStringLiteral(", ")) + (m_facts.runs.size() > 3 ? QStringLiteral(u" …") : QString());
    }
    QString schedule() const;
    QString planned() const;
    QString triggered() const;
    QString paused() const;
    QString waited() const;
    QString cancelled() const;
    QString overlapping() const;
    QString pausedSince() const;
    QString interrupted() const;

    const WhyStep &m_step;
    const WhyFacts &m_facts;
    const WhyVoice &m_voice;
};

} // namespace domain
