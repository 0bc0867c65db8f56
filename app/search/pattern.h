// SPDX-License-Identifier: Apache-2.0
// One term, compiled: plain text is looked for as it is, everything else by PCRE2's compiler to machine code.
#pragma once

#include "app/base/result.h"
#include "app/search/mark.h"
#include "app/search/query.h"
#include "app/search/textfilter.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace search {

/// Bytes of a text; nothing found: start is -1.
struct Span
{
    qsizetype start = -1;
    qsizetype end = -1;
    bool found() const { return start >= 0; }
};

/// Lines, each ended by `\n`, or one line without an end.
struct Subject
{
    QByteArrayView text;
    bool ascii = false;
};

/// Asked often; true ends the work, and what it answers is then not to be used.
using Stopped = std::function<bool()>;

/// What one thread needs for matching, used again from match to match and from block to block.
class Scratch
{
public:
    Scratch();
    ~Scratch();
    Scratch(Scratch &&) noexcept;
    Scratch &operator=(Scratch &&) noexcept;

    /// `stopped` must outlive what is done from now on; null: nobody stops it.
    void heed(const Stopped *stopped) { m_stopped = stopped; }
    bool isStopped() const { return m_stopped && (*m_stopped)(); }
    QByteArray &buffer() { return m_buffer; }

private:
    friend class Pattern;
    friend class LineFinder;
    class Private;
    /// Made for the first match: plain text needs none.
    const Private &matching();

    const Stopped *m_stopped = nullptr;
    qsizetype m_piece; ///< Bytes to match at once: as many as take about a millisecond.
    QByteArray m_buffer;
    std::unique_ptr<Private> d;
};

/// Copies share what was compiled. Any thread, any number at once.
class Pattern
{
public:
    /// Invalid, with the place, when the text is empty, holds a line end or is no expression.
    static base::Result<Pattern> compile(const Term &term);

    /// The first match that begins at or after `from` in one line. Invalid when it needs more steps than is reasonable.
    base::Result<Span> find(const Subject &line, qsizetype from, Scratch &scratch) const;
    /// False when it surely matches no line of the block that `filter` was made of.
    bool mayMatch(const TextFilter &filter) const;

private:
    friend class LineFinder;
    struct Codes;

    base::Status compileCodes(const QString &expression, const Term &term);
    base::Result<Span> match(const Subject &subject, qsizetype from, Scratch &scratch) const;

    QList<OneOf> m_required; ///< Texts that must be in a match, their case aside.
    QList<Mark> m_marks;     ///< The same, to look for.
    bool m_isText = false;   ///< There is one mark, and it is what matches, whatever else there is.
    Case m_letters = Case::Sensitive;
    bool m_staysInLine = false;
    std::shared_ptr<const Codes> m_codes;
};

} // namespace search
