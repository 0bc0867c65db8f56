// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/maskstream.h"

#include "app/domain/input/secretrefs.h"
#include "app/engine/masking/squeeze.h"

#include <algorithm>

namespace engine {

namespace {

// A beginning that waits grows only by line breaks once it is as long as the longest pattern.
constexpr qsizetype breaksBetween = 4096;

using Matches = std::vector<Matcher::Match>;

/// How much of what follows `at` is hidden already, by a match that began before.
qsizetype hiddenBeyond(const Matches &matches, qsizetype at)
{
    const auto match = std::find_if(matches.begin(), matches.end(), [at](const auto &one) { return one.to > at; });
    return match != matches.end() && match->from < at ? match->to - at : 0;
}

qsizetype runLength(QByteArrayView text)
{
    const auto end = std::find_if(text.begin(), text.end(), isLineBreak);
    return end - text.begin();
}

} // namespace

QByteArray MaskStream::feed(const QByteArray &bytes)
{
    return pass(m_held.isEmpty() ? bytes : m_held + bytes, Release::WhatMay);
}

QByteArray MaskStream::releaseLines()
{
    return pass(m_held, Release::Lines);
}

QByteArray MaskStream::finish()
{
    return pass(m_held, Release::All);
}

QByteArray MaskStream::pass(QByteArray raw, Release what)
{
    const Matcher::Found found = look(raw);
    const qsizetype length = releasable(raw, found.openFrom, what);
    m_held = raw.sliced(length);
    raw.truncate(length);
    const qsizetype reached = m_text.size() - bytesIn(m_held);
    m_masked = hiddenBeyond(found.matches, reached);
    if (found.matches.empty()) {
        m_afterMark = m_afterMark && raw.isEmpty();
    } else {
        raw = render(raw, found.matches);
    }
    m_context = m_text.mid(found.openFrom, std::max<qsizetype>(0, reached - found.openFrom));
    return raw;
}

/// Places are in m_text. What was masked before counts as a match.
Matcher::Found MaskStream::look(QByteArrayView raw)
{
    m_text.resize(m_context.size() + raw.size() + 16);
    std::copy(m_context.begin(), m_context.end(), m_text.begin());
    const qsizetype squeezed = squeeze(raw, m_text.data() + m_context.size());
    m_text.resize(m_context.size() + squeezed);
    Matcher::Found found = m_matcher->find(m_text);
    if (m_masked > 0) {
        const Matcher::Match before{m_context.size(), m_context.size() + m_masked};
        const auto after = std::find_if(found.matches.begin(), found.matches.end(),
                                        [&before](const Matcher::Match &match) { return match.from > before.to; });
        Matcher::Match joined = before;
        for (auto match = found.matches.begin(); match != after; ++match) {
            joined = {std::min(joined.from, match->from), std::max(joined.to, match->to)};
        }
        found.matches.erase(found.matches.begin(), after);
        found.matches.insert(found.matches.begin(), joined);
    }
    return found;
}

/// How much of `raw` may go on. A line does not wait for the few bytes at its end that could begin a secret; they are
/// remembered, and the rest of it is masked where it comes.
qsizetype MaskStream::releasable(QByteArrayView raw, qsizetype openFrom, Release what) const
{
    if (what == Release::All || openFrom >= m_text.size()) {
        return raw.size();
    }
    const qsizetype open = beforeLast(raw, m_text.size() - openFrom);
    const qsizetype lines = raw.lastIndexOf('\n') + 1;
    if (lines <= open) {
        return open;
    }
    const qsizetype inLines = m_text.size() - openFrom - bytesIn(raw.sliced(lines));
    const bool tooMuch = raw.size() - open > m_matcher->longest() + breaksBetween;
    return what == Release::Lines || tooMuch || inLines < domain::shortestMasked ? lines : open;
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
    const QByteArray front = stream.feed(text);
    return front + stream.finish();
}

} // namespace engine
