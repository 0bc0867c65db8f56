// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/maskstream.h"

#include "app/domain/input/secretrefs.h"
#include "app/engine/masking/squeeze.h"

#include <algorithm>

namespace engine {

namespace {

// A beginning that waits grows only by line breaks once it is as long as the longest pattern.
constexpr qsizetype breaksBetween = 4096;

// Of the longest pattern: a text with fewer of it is searched whole at once.
constexpr qsizetype worthAGlance = 8;

using Matches = std::vector<Matcher::Match>;

/// How much of what follows `at` is hidden already, by a match that began before.
qsizetype hiddenBeyond(const Matches &matches, qsizetype at)
{
    const auto match = std::find_if(matches.begin(), matches.end(), [at](const auto &one) { return one.to > at; });
    return match != matches.end() && match->from < at ? match->to - at : 0;
}

/// Adds a match at the beginning, and joins it with those it touches.
void addMasked(Matches &matches, Matcher::Match joined)
{
    const auto after = std::find_if(matches.begin(), matches.end(),
                                    [&joined](const Matcher::Match &match) { return match.from > joined.to; });
    for (auto match = matches.begin(); match != after; ++match) {
        joined = {std::min(joined.from, match->from), std::max(joined.to, match->to)};
    }
    matches.erase(matches.begin(), after);
    matches.insert(matches.begin(), joined);
}

qsizetype runLength(QByteArrayView text)
{
    const auto end = std::find_if(text.begin(), text.end(), isLineBreak);
    return end - text.begin();
}

} // namespace

MaskStream::Released MaskStream::feed(const QByteArray &bytes)
{
    if (const std::optional<qsizetype> open = openInPlain(bytes)) {
        return letThrough(bytes, *open);
    }
    const Matcher::Found found = look(bytes);
    const qsizetype open = m_text.size() - found.openFrom;
    // What waited turned out to be nothing, and what waits now is all of the new bytes.
    const bool plain = found.matches.empty() && open <= m_text.size() - m_context.size() - bytesIn(m_held);
    if (plain) {
        return letThrough(bytes, open);
    }
    return {rewrite(m_held + bytes, found, Release::WhatMay), 0};
}

/// How much of the end of `bytes`, line breaks not counted, may begin a secret; nothing where there may be one in them,
/// or that is not quickly told. What matters of them for what comes next is in m_text then.
std::optional<qsizetype> MaskStream::openInPlain(const QByteArray &bytes)
{
    const qsizetype border = m_matcher->longest();
    if (m_masked > 0 || bytes.size() < worthAGlance * border || m_matcher->mayBeIn(bytes)) {
        return std::nullopt;
    }
    const QByteArrayView begin = QByteArrayView(bytes).first(2 * border);
    gather(begin);
    if (bytesIn(begin) < border || m_matcher->mayBeIn(m_text)) {
        return std::nullopt;
    }
    const QByteArrayView end = QByteArrayView(bytes).sliced(beforeLast(bytes, border));
    m_text.resize(end.size() + 16);
    m_text.resize(squeeze(end, m_text.data()));
    return m_text.size() - m_matcher->find(m_text).openFrom;
}

QByteArray MaskStream::releaseLines()
{
    return rewrite(m_held, look({}), Release::Lines);
}

QByteArray MaskStream::finish()
{
    return rewrite(m_held, look({}), Release::All);
}

/// `open` bytes at the end, without line breaks, may begin a secret.
MaskStream::Released MaskStream::letThrough(const QByteArray &bytes, qsizetype open)
{
    Released released{std::exchange(m_held, {}), releasable(bytes, open, Release::WhatMay)};
    m_held = bytes.sliced(released.fed);
    m_afterMark = m_afterMark && released.before.isEmpty() && released.fed == 0;
    keepContext(m_text.size() - open);
    return released;
}

QByteArray MaskStream::rewrite(QByteArray raw, const Matcher::Found &found, Release what)
{
    const qsizetype length = releasable(raw, m_text.size() - found.openFrom, what);
    m_held = raw.sliced(length);
    raw.truncate(length);
    m_masked = hiddenBeyond(found.matches, m_text.size() - bytesIn(m_held));
    const QByteArray written = render(raw, found.matches);
    keepContext(found.openFrom);
    return written;
}

/// After m_held: what was let go of the beginning of a secret.
void MaskStream::keepContext(qsizetype openFrom)
{
    const qsizetype reached = m_text.size() - bytesIn(m_held);
    m_context = openFrom < reached ? m_text.mid(openFrom, reached - openFrom) : QByteArray();
}

/// Into m_text.
void MaskStream::gather(QByteArrayView more)
{
    m_text.resize(m_context.size() + m_held.size() + more.size() + 16);
    char *const text = m_text.data();
    qsizetype size = m_context.size();
    std::copy(m_context.begin(), m_context.end(), text);
    size += squeeze(m_held, text + size);
    size += squeeze(more, text + size);
    m_text.resize(size);
}

/// Places are in m_text. What was masked before counts as a match.
Matcher::Found MaskStream::look(QByteArrayView more)
{
    gather(more);
    Matcher::Found found = m_matcher->find(m_text);
    if (m_masked > 0) {
        addMasked(found.matches, {m_context.size(), m_context.size() + m_masked});
    }
    return found;
}

/// How much of `raw` may go on when its last `open` bytes, line breaks not counted, may begin a secret. A line does not
/// wait for the few bytes at its end that could begin a secret; they are remembered, and the rest of it is masked where
/// it comes.
qsizetype MaskStream::releasable(QByteArrayView raw, qsizetype open, Release what) const
{
    if (what == Release::All || open == 0) {
        return raw.size();
    }
    const qsizetype from = beforeLast(raw, open);
    const qsizetype lines = raw.lastIndexOf('\n') + 1;
    if (lines <= from) {
        return from;
    }
    const qsizetype inLines = open - bytesIn(raw.sliced(lines));
    const bool tooMuch = raw.size() - from > m_matcher->longest() + breaksBetween;
    return what == Release::Lines || tooMuch || inLines < domain::shortestMasked ? lines : from;
}

QByteArray MaskStream::render(QByteArrayView raw, const Matches &matches)
{
    QByteArray out;
    out.reserve(raw.size());
    qsizetype at = m_context.size(); // in m_text
    auto match = matches.begin();
    while (!raw.isEmpty()) {
        if (isLineBreak(raw.front())) {
            out += raw.front();
            raw = raw.sliced(1);
            m_afterMark = false;
            continue;
        }
        match = std::find_if(match, matches.end(), [at](const Matcher::Match &one) { return one.to > at; });
        const bool any = match != matches.end();
        const bool hidden = any && match->from <= at;
        const qsizetype limit = !any ? raw.size() : (hidden ? match->to : match->from) - at;
        const qsizetype length = std::min(runLength(raw), limit);
        if (!hidden) {
            out += raw.first(length);
        } else if (!m_afterMark) {
            out += mark;
        }
        m_afterMark = hidden;
        raw = raw.sliced(length);
        at += length;
    }
    return out;
}

QByteArray masked(const Matcher &matcher, const QByteArray &text)
{
    MaskStream stream(std::shared_ptr<const Matcher>(std::shared_ptr<const Matcher>(), &matcher));
    const MaskStream::Released front = stream.feed(text);
    return front.before + text.first(front.fed) + stream.finish();
}

} // namespace engine
