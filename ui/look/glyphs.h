// SPDX-License-Identifier: Apache-2.0
// The states of runs, automations, approvals, windows and connections as shape, word and colour, in this order of
// importance: every state can be told by its silhouette and mark alone.
#pragma once

#include "ui/look/tokens.h"

#include <memory>

namespace ui {

class GlyphPainter
{
public:
    explicit GlyphPainter(std::shared_ptr<const Tokens> tokens) : m_tokens(std::move(tokens)) {}

    /// Draws state `key` (`run.failed`) into `rect`. `ground` is the colour under it, for the mark inside filled
    /// shapes. An unknown key draws nothing.
    void paint(QPainter &painter, const QRectF &rect, QStringView key, const QColor &ground) const;
    /// Neutral for an unknown key.
    Family family(QStringView key) const;
    /// The colour of the state's word: its family's where something is wrong, running or waiting, else the text colour.
    QColor wordColour(QStringView key) const;
    /// The translated word, or the key itself when it is unknown, so that a newer store still says something.
    static QString word(QStringView key);
    /// The colour of a bar that stands for a run in this state; success is grey.
    QColor barColour(QStringView key) const;

private:
    std::shared_ptr<const Tokens> m_tokens;
};

} // namespace ui
