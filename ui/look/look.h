// SPDX-License-Identifier: Apache-2.0
// The look of the program: gives the application its style and palette, follows the desktop's scheme live, and hands
// out the values that painters need. One object, made by the front door before the first widget and passed by
// reference.
#pragma once

#include "ui/look/glyphs.h"
#include "ui/look/icons.h"
#include "ui/look/systemscheme.h"
#include "ui/look/tokens.h"

#include <QObject>

#include <memory>

class QApplication;

namespace ui {

enum class Follow { System, Nothing };

class Look : public QObject
{
    Q_OBJECT

public:
    /// Sets style and palette at once. Follow::Nothing never asks the desktop (screenshots, tests).
    explicit Look(QApplication &application, Follow follow = Follow::System);
    ~Look() override;

    const Tokens &tokens() const { return *m_tokens; }
    const GlyphPainter &glyphs() const { return m_glyphs; }
    const Icons &icons() const { return m_icons; }

    QColor colour(Colour name) const { return m_tokens->colour(name); }
    const FamilyColours &family(Family name) const { return m_tokens->family(name); }
    int size(Size name) const { return m_tokens->size(name); }
    QFont font(TypeRole role) const { return m_tokens->font(role); }
    Scheme scheme() const { return m_tokens->scheme(); }

    /// From now on this scheme, whatever the desktop says; nothing returns to the desktop's.
    void setScheme(std::optional<Scheme> scheme);
    void setContrast(std::optional<Contrast> contrast);

Q_SIGNALS:
    /// Colours are others now. Widgets get a PaletteChange and repaint by themselves; this is for what caches.
    void changed();

private:
    void apply();

    QApplication &m_application;
    QPalette m_systemPalette;
    std::shared_ptr<Tokens> m_tokens;
    GlyphPainter m_glyphs;
    Icons m_icons;
    SystemScheme m_system;
    std::optional<Scheme> m_scheme;
    std::optional<Contrast> m_contrast;
};

} // namespace ui
