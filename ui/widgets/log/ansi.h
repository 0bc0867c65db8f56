// SPDX-License-Identifier: Apache-2.0
// What a line of output looks like on the screen. Colours (SGR) and hyperlinks are understood; every other escape,
// control or direction character becomes a visible mark and is never obeyed, so that no output can hide or rearrange
// text.
#pragma once

#include "ui/look/tokens.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace ui {

struct AnsiInk
{
    enum class Kind { Default, Indexed, Rgb };
    Kind kind = Kind::Default;
    int index = 0; ///< 0 to 255.
    QRgb rgb = 0;
    bool operator==(const AnsiInk &) const = default;
};

struct AnsiStyle
{
    AnsiInk ink;
    bool bold = false, dim = false, italic = false, underline = false, strike = false;
    QString link;      ///< Where the text leads; http and https only.
    bool mark = false; ///< Stands for a character that must not be obeyed.
    bool operator==(const AnsiStyle &) const = default;
};

struct AnsiRun
{
    qsizetype start = 0, length = 0;
    AnsiStyle style;
};

struct ShownLine
{
    QString text;
    QList<AnsiRun> runs; ///< Cover the text without gaps, in order.
};

/// Bytes of a line that are looked at; a mark says how many more there are.
inline constexpr qsizetype shownBytes = 32 * 1024;

/// Pure. `raw` is one line without its line end. Of a progress line rewritten with carriage returns the last part is
/// shown; tabs become blanks up to the next multiple of 8; bytes that are not UTF-8 become U+FFFD. Colours never carry
/// over from other lines.
ShownLine showLine(QByteArrayView raw);

/// The colour for `ink` on `ground`: at least 4.5 : 1 for whatever a script asks.
QColor inkColour(const AnsiInk &ink, const Tokens &tokens, const QColor &ground);

} // namespace ui
