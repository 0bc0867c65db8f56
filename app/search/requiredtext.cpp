// SPDX-License-Identifier: Apache-2.0
#include "app/search/requiredtext.h"

#include <algorithm>
#include <optional>

namespace search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTexts = 16;
constexpr qsizetype shortestText = 2;
constexpr int deepest = 20;

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

/// Part of an expression. `exact` not empty: it matches these texts and no others. Otherwise `needs` are in each match.
struct Part
{
    OneOf exact;
    QList<OneOf> needs;
};

qsizetype shortestOf(const OneOf &texts)
{
    qsizetype shortest = texts.isEmpty() ? 0 : texts.first().size();
    for (const QByteArray &text : texts) {
        shortest = std::min(shortest, text.size());
    }
    return shortest;
}

/// What a part needs above all; empty when it needs nothing.
OneOf bestOf(const Part &part)
{
    OneOf best = part.exact;
    for (const OneOf &texts : part.needs) {
        best = shortestOf(texts) > shortestOf(best) ? texts : best;
    }
    return shortestOf(best) < shortestText ? OneOf() : best;
}

/// Parts side by side, of which one matches.
Part either(const QList<Part> &parts)
{
    if (parts.size() == 1) {
        return parts.first();
    }
    Part all;
    OneOf best;
    bool exact = true;
    bool known = true;
    for (const Part &part : parts) {
        exact = exact && !part.exact.isEmpty();
        all.exact += part.exact;
        const OneOf texts = bestOf(part);
        known = known && !texts.isEmpty();
        best += texts;
    }
    if (exact && all.exact.size() <= mostTexts) {
        return all;
    }
    return known && best.size() <= mostTexts ? Part{.exact = {}, .needs = {best}} : Part();
}

/// Parts one after the other.
class Sequence
{
public:
    void add(const Part &part)
    {
        if (part.exact.isEmpty()) {
            cut();
            m_needs += part.needs;
            return;
        }
        if (m_open.size() * part.exact.size() > mostTexts) {
            cut();
        }
        OneOf longer;
        for (const QByteArray &text : std::as_const(m_open)) {
            for (const QByteArray &more : part.exact) {
                longer.append(text + more);
            }
        }
        m_open = longer;
    }
    /// What comes next need not follow directly.
    void cut()
    {
        if (shortestOf(m_open) >= shortestText) {
            m_needs.append(m_open);
        }
        m_open = {QByteArray()};
        m_whole = false;
    }
    Part end()
    {
        if (m_whole) {
            return {.exact = m_open, .needs = {}};
        }
        cut();
        return {.exact = {}, .needs = m_needs};
    }

private:
    OneOf m_open{QByteArray()}; ///< Ways to read what came since the last cut.
    QList<OneOf> m_needs;
    bool m_whole = true;
};

/// Walks an expression from left to right. Nothing: it can't be told what the expression means.
class Reader
{
public:
    explicit Reader(QStringView text) : m_text(text) {}

    std::optional<Part> read()
    {
        std::optional<Part> all = alternatives(0);
        return m_at == m_text.size() ? all : std::nullopt;
    }

private:
    enum class Times { Once, Often, Perhaps };

    bool ends() const { return m_at >= m_text.size() || m_text[m_at] == u')'; }

    std::optional<Part> alternatives(int depth)
    {
        QList<Part> parts;
        for (bool more = true; more;) {
            const std::optional<Part> part = sequence(depth);
            if (!part) {
                return std::nullopt;
            }
            parts.append(*part);
            more = !ends();
            m_at += more ? 1 : 0; // The bar.
        }
        return either(parts);
    }

    std::optional<Part> sequence(int depth)
    {
        Sequence parts;
        while (!ends() && m_text[m_at] != u'|') {
            const std::optional<Part> part = atom(depth);
            const std::optional<Times> times = part ? this->times() : std::nullopt;
            if (!times) {
                return std::nullopt;
            }
            if (*times != Times::Perhaps) {
                parts.add(*part);
            }
            if (*times != Times::Once) {
                parts.cut();
            }
        }
        return parts.end();
    }

    std::optional<Part> atom(int depth)
    {
        const QChar c = m_text[m_at];
        switch (c.unicode()) {
        case u'\\':
            return escape();
        case u'(':
            return depth < deepest ? group(depth) : std::nullopt;
        case u'[':
            return characters();
        case u'*':
        case u'?':
        case u'+':
        case u'{':
            return std::nullopt;
        case u'.':
        case u'^':
        case u'$':
            ++m_at;
            return Part();
        default:
            ++m_at;
            return literal(c);
        }
    }

    static Part literal(QChar c)
    {
        return c.unicode() < 0x80 ? Part{.exact = {QByteArray(1, static_cast<char>(c.unicode()))}, .needs = {}}
                                  : Part();
    }

    std::optional<Part> escape()
    {
        const QChar c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : u'x';
        m_at += 2;
        if (!isAlnum(c)) {
            return literal(c);
        }
        return QStringView(u"wWdDsSbBhHvtnrfeaN").contains(c) ? std::optional(Part()) : std::nullopt;
    }

    std::optional<Part> group(int depth)
    {
        m_at += m_text.sliced(m_at).startsWith(u"(?:") ? 3 : 1;
        std::optional<Part> inner = alternatives(depth + 1);
        if (m_at >= m_text.size()) {
            return std::nullopt;
        }
        ++m_at;
        return inner;
    }

    /// A class of a few characters is as many texts; of any other nothing is known.
    std::optional<Part> characters()
    {
        const std::optional<qsizetype> end = classEnd(m_text, m_at);
        if (!end) {
            return std::nullopt;
        }
        const QStringView members = m_text.sliced(m_at + 1, *end - m_at - 2);
        m_at = *end;
        Part part;
        for (qsizetype i = 0; i < members.size(); ++i) {
            const bool range = i + 2 < members.size() && members[i + 1] == u'-';
            const char16_t from = members[i].unicode();
            const char16_t to = range ? members[i + 2].unicode() : from;
            if (!isAlnum(from) || !isAlnum(to) || to < from || part.exact.size() + to - from >= mostTexts) {
                return Part();
            }
            for (char16_t c = from; c <= to; ++c) {
                part.exact.append(QByteArray(1, static_cast<char>(c)));
            }
            i += range ? 2 : 0;
        }
        return part;
    }

    /// How often the atom before it must be there.
    std::optional<Times> times()
    {
        const QChar c = m_at < m_text.size() ? m_text[m_at] : QChar(u' ');
        Times times = Times::Perhaps;
        if (c == u'{') {
            const qsizetype end = m_text.indexOf(u'}', m_at);
            if (end < 0) {
                return std::nullopt;
            }
            const QChar least = m_text[m_at + 1];
            times = least >= u'1' && least <= u'9' ? Times::Often : Times::Perhaps;
            m_at = end + 1;
        } else if (c == u'*' || c == u'?' || c == u'+') {
            times = c == u'+' ? Times::Often : Times::Perhaps;
            ++m_at;
        } else {
            return Times::Once;
        }
        const bool manner = m_at < m_text.size() && (m_text[m_at] == u'?' || m_text[m_at] == u'+');
        m_at += manner ? 1 : 0;
        return times;
    }

    QStringView m_text;
    qsizetype m_at = 0;
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

OneOf exactTexts(QStringView expression)
{
    const std::optional<Part> part = hasOptions(expression) ? std::nullopt : Reader(expression).read();
    return part && shortestOf(part->exact) > 0 ? part->exact : OneOf();
}

QList<OneOf> requiredTexts(QStringView expression)
{
    const std::optional<Part> part = hasOptions(expression) ? std::nullopt : Reader(expression).read();
    if (!part) {
        return {};
    }
    return shortestOf(part->exact) < shortestText ? part->needs : QList<OneOf>{part->exact};
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
