// SPDX-License-Identifier: Apache-2.0
// Escape sequences in the output of programs that are understood: colours (SGR) and hyperlinks (OSC 8). Templates,
// because bytes are searched and UTF-16 is shown; both must see the same.
#pragma once

#include <QtGlobal>

namespace base {

namespace detail {

template <typename View> char32_t unit(View text, qsizetype at)
{
    if constexpr (sizeof(*text.data()) == 1) {
        return static_cast<unsigned char>(text.data()[at]);
    } else {
        return static_cast<char32_t>(text.data()[at].unicode());
    }
}

} // namespace detail

/// Length of the SGR sequence (`ESC [ 1;31 m`) at the start of `text`; 0 when there is none or it is not whole.
template <typename View> qsizetype sgrLength(View text)
{
    if (text.size() < 3 || detail::unit(text, 0) != 0x1b || detail::unit(text, 1) != '[') {
        return 0;
    }
    qsizetype end = 2;
    while (end < text.size()) {
        const char32_t c = detail::unit(text, end);
        if ((c < '0' || c > '9') && c != ';' && c != ':') {
            break;
        }
        ++end;
    }
    return end < text.size() && detail::unit(text, end) == 'm' ? end + 1 : 0;
}

/// `ESC ] 8 ; parameters ; target`, ended by BEL or `ESC \`.
struct LinkEscape
{
    qsizetype length = 0; ///< 0: there is none at the start of the text, or it is not whole.
    qsizetype target = 0; ///< Where the target starts; an empty one ends a link.
    qsizetype targetEnd = 0;
};

template <typename View> LinkEscape linkEscape(View text)
{
    constexpr qsizetype longest = 4096;
    const qsizetype size = text.size() < longest ? text.size() : longest;
    if (size < 6 || detail::unit(text, 0) != 0x1b || detail::unit(text, 1) != ']' || detail::unit(text, 2) != '8' ||
        detail::unit(text, 3) != ';') {
        return {};
    }
    qsizetype target = 0;
    for (qsizetype at = 4; at < size; ++at) {
        const char32_t c = detail::unit(text, at);
        if (target == 0 && c == ';') {
            target = at + 1;
        } else if (target > 0 && c == 0x07) {
            return {at + 1, target, at};
        } else if (target > 0 && c == 0x1b && at + 1 < size && detail::unit(text, at + 1) == '\\') {
            return {at + 2, target, at};
        } else if (c < 0x20 || c == 0x7f) {
            return {}; // Whatever it is, it is not a whole hyperlink.
        }
    }
    return {};
}

} // namespace base
