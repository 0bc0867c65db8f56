// SPDX-License-Identifier: Apache-2.0
// One stream of a run on its way to the log. What may be the beginning of a secret waits for what comes next; a line
// that waits so can be let go, and the rest of the secret is still known when it comes.
#pragma once

#include "app/engine/masking/matcher.h"

#include <memory>
#include <optional>

namespace engine {

class MaskStream
{
public:
    /// What stands in the place of a secret, in each line that it reaches over.
    static constexpr char mark[] = "[secret]";

    /// What may go on: first what waited or was written anew, then as much of what was fed as can go as it is.
    struct Released
    {
        QByteArray before;
        qsizetype fed = 0; ///< Bytes from the beginning of what was fed.
    };

    explicit MaskStream(std::shared_ptr<const Matcher> matcher) : m_matcher(std::move(matcher)) {}

    /// Line breaks are kept, and do not part a secret. What holds no secret is not copied.
    Released feed(const QByteArray &bytes);
    /// Whether a whole line waits; releaseLines() lets it go.
    bool holdsLine() const { return m_held.contains('\n'); }
    QByteArray releaseLines();
    /// No more will come: all that waits.
    QByteArray finish();

private:
    enum class Release { WhatMay, Lines, All };

    std::optional<qsizetype> openInPlain(const QByteArray &bytes);
    void gather(QByteArrayView more);
    Matcher::Found look(QByteArrayView more);
    Released letThrough(const QByteArray &bytes, qsizetype open);
    QByteArray rewrite(QByteArray raw, const Matcher::Found &found, Release what);
    qsizetype releasable(QByteArrayView raw, qsizetype open, Release what) const;
    QByteArray render(QByteArrayView raw, const std::vector<Matcher::Match> &matches);
    void keepContext(qsizetype openFrom);

    std::shared_ptr<const Matcher> m_matcher;
    QByteArray m_held;      // as it came, not let go yet
    QByteArray m_context;   // let go, without line breaks; a secret may have begun in it
    qsizetype m_masked = 0; // bytes of m_held, without line breaks, that belong to a secret already
    bool m_afterMark = false;
    QByteArray m_text; // m_context, m_held and what is looked at now, without line breaks
};

/// The same for a text that is whole.
QByteArray masked(const Matcher &matcher, const QByteArray &text);

} // namespace engine
