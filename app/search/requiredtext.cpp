// SPDX-License-Identifier: Apache-2.0
#include "app/search/requiredtext.h"

#include <optional>

namespace search {

using namespace Qt::StringLiterals;

namespace {

bool isAlnum(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

/// Where the class that begins at `at` with `[` ends, past its `]`; nothing when it does not.
std::optional<qsizetype> classEnd(QStringView text, qsizetype at)
{
    ++at;
    at += at < text.size() && text[at] == u'^' ? 1 : 0;
    at += at < text.size() && text[at] == u']' ? 1 : 0; // There it is a member.
    for (; at < text.size(); ++at) {
        if (text[at] == u'\\') {
            ++at;
        } else if (text[at] == u'[') {
            return std::nullopt; // [:alpha:] and its like.
        } else if (text[at] == u']') {
            return at + 1;
        }
    }
    return std::nullopt;
}

/// Past the `)` of the group that begins at `at`.
std::optional<qsizetype> groupEnd(QStringView text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        if (text[at] == u'\\') {
            at += 2;
        } else if (text[at] == u'[') {
            const std::optional<qsizetype> end = classEnd(text, at);
            if (!end) {
                return std::nullopt;
            }
            at = *end;
        } else {
            depth += text[at] == u'(' ? 1 : text[at] == u')' ? -1 : 0;
            ++at;
            if (depth == 0) {
                return at;
            }
        }
    }
    return std::nullopt;
}

/// Walks an expression from left to right and keeps the texts that stand in it as they are.
class Reader
{
public:
    explicit Reader(QStringView text) : m_text(text) {}

    QByteArray read()
    {
        while (m_at < m_text.size()) {
            if (!step()) {
                return {};
            }
        }
        endRun();
        return m_best;
    }

private:
    /// False when nothing can be said of the expression.
    bool step()
    {
        switch (const QChar c = m_text[m_at]; c.unicode()) {
        case u'|':
            return false;
        case u'\\':
            return escape();
        case u'(':
            return jump(groupEnd(m_text, m_at));
        case u'[':
            return jump(classEnd(m_text, m_at));
        case u'{':
            return optional() && jump(closing());
        case u'*':
        case u'?':
            ++m_at;
            return optional();
        case u'+':
        case u'.':
        case u'^':
        case u'$':
            ++m_at;
            endRun();
            return true;
        default:
            ++m_at;
            literal(c);
            return true;
        }
    }

    bool escape()
    {
        const QChar c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : u'x';
        m_at += 2;
        if (!isAlnum(c)) {
            literal(c);
            return true;
        }
        endRun();
        return QStringView(u"wWdDsSbBhHvtnrfeaN").contains(c);
    }

    void literal(QChar c)
    {
        if (c.unicode() < 0x80) {
            m_run.append(static_cast<char>(c.unicode()));
        } else {
            endRun();
        }
    }

    /// What came last need not be there.
    bool optional()
    {
        m_run.chop(1);
        endRun();
        return true;
    }

    std::optional<qsizetype> closing() const
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        return end < 0 ? std::nullopt : std::optional(end + 1);
    }

    bool jump(std::optional<qsizetype> to)
    {
        endRun();
        m_at = to.value_or(m_at);
        return to.has_value();
    }

    void endRun()
    {
        if (m_run.size() > m_best.size()) {
            m_best = m_run;
        }
        m_run.clear();
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QByteArray m_run;
    QByteArray m_best;
};

bool hasOptions(QStringView expression)
{
    for (qsizetype at = expression.indexOf(u"("); at >= 0; at = expression.indexOf(u"(", at + 1)) {
        const QStringView after = expression.sliced(at + 1);
        if (after.startsWith(u'*') || (after.startsWith(u'?') && !after.startsWith(u"?:"))) {
            return true;
        }
    }
    return false;
}

} // namespace

QByteArray requiredText(QStringView expression)
{
    const QByteArray found = hasOptions(expression) ? QByteArray() : Reader(expression).read();
    return found.size() < 2 ? QByteArray() : found;
}

bool staysInLine(QStringView expression)
{
    if (hasOptions(expression)) {
        return false;
    }
    for (qsizetype at = 0; at < expression.size(); ++at) {
        const QChar c = expression[at];
        const QChar next = at + 1 < expression.size() ? expression[at + 1] : QChar();
        // A control character may begin a range that holds the line end, `[:` a class that does.
        const bool strange = c.unicode() < 0x20 || (c == u'[' && QStringView(u"^[:").contains(next));
        const bool range = at + 2 < expression.size() && expression[at + 2] == u'-';
        if (strange || (c == u'\\' && (range || (isAlnum(next) && !QStringView(u"wdbBShN").contains(next))))) {
            return false;
        }
        at += c == u'\\' ? 1 : 0;
    }
    return true;
}

} // namespace search
