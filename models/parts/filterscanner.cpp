// SPDX-License-Identifier: Apache-2.0
#include "models/parts/filterscanner.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

class Scanner
{
public:
    explicit Scanner(const QString &text) : m_text(text) {}

    QList<FilterTerm> terms()
    {
        QList<FilterTerm> all;
        skipBlanks();
        while (!atEnd()) {
            FilterTerm one = term();
            if (!one.field.isEmpty() || !one.values.isEmpty()) {
                all.append(one);
            }
            skipBlanks();
        }
        return all;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return m_text.at(m_at); }
    void skipBlanks()
    {
        while (!atEnd() && peek().isSpace()) {
            ++m_at;
        }
    }

    FilterTerm term()
    {
        FilterTerm term;
        term.position = m_at;
        if (takeNegation()) {
            term.sense = Sense::Unwanted;
        }
        term.field = takeField();
        if (term.field.isEmpty()) {
            const QString word = takeValue(u"");
            if (!word.isEmpty()) {
                term.values.append(word);
            }
        } else {
            takeList(term.values);
        }
        term.length = m_at - term.position;
        return term;
    }

    /// `-` or `not ` in front of something.
    bool takeNegation()
    {
        const QStringView rest = QStringView(m_text).mid(m_at);
        if (rest.size() > 1 && rest.at(0) == u'-' && !rest.at(1).isSpace()) {
            ++m_at;
            return true;
        }
        if (rest.startsWith(u"not ", Qt::CaseInsensitive) && !rest.mid(4).trimmed().isEmpty()) {
            m_at += 4;
            skipBlanks();
            return true;
        }
        return false;
    }

    /// The letters before a colon, or nothing.
    QString takeField()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && (m_text.at(end).isLetter() || m_text.at(end) == u'_')) {
            ++end;
        }
        if (end == m_at || end >= m_text.size() || m_text.at(end) != u':') {
            return {};
        }
        const QString field = m_text.mid(m_at, end - m_at).toLower();
        m_at = end + 1;
        return field;
    }

    void takeList(QStringList &values)
    {
        while (true) {
            const QString value = takeValue(u",");
            if (!value.isEmpty()) {
                values.append(value);
            }
            if (atEnd() || peek() != u',') {
                return;
            }
            ++m_at;
        }
    }

    /// Up to a blank or one of `stops`; quotes protect both and may begin in the middle.
    QString takeValue(QStringView stops)
    {
        QString value;
        bool quoted = false;
        for (; !atEnd(); ++m_at) {
            const QChar c = peek();
            if (c == u'"') {
                quoted = !quoted;
            } else if (!quoted && (c.isSpace() || stops.contains(c))) {
                break;
            } else {
                value.append(c);
            }
        }
        return value;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QList<FilterTerm> scanFilter(const QString &text)
{
    return Scanner(text).terms();
}

} // namespace models
