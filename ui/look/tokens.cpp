// SPDX-License-Identifier: Apache-2.0
#include "ui/look/tokens.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QPalette::ColorRole systemRole(Colour name)
{
    switch (name) {
    case Colour::BgChrome:
    case Colour::BgPanel:
        return QPalette::Window;
    case Colour::BgRaised:
    case Colour::BgRaisedHover:
    case Colour::BgRaisedPressed:
        return QPalette::Button;
    case Colour::BgInverse:
        return QPalette::ToolTipBase;
    case Colour::TextOnInverse:
    case Colour::TextLinkInverse:
        return QPalette::ToolTipText;
    case Colour::TextLink:
        return QPalette::Link;
    case Colour::AccentFill:
    case Colour::AccentHover:
    case Colour::AccentPressed:
    case Colour::AccentFocus:
    case Colour::FindMatch:
    case Colour::FindCurrent:
        return QPalette::Highlight;
    case Colour::TextOnAccent:
    case Colour::FindCurrentText:
        return QPalette::HighlightedText;
    case Colour::BgBase:
    case Colour::BgSunken:
    case Colour::BgHover:
    case Colour::BgHoverChrome:
    case Colour::BgSelected:
    case Colour::BgSelectedInactive:
    case Colour::BgLog:
    case Colour::BgZebra:
    case Colour::AccentSubtle:
        return QPalette::Base;
    case Colour::BgScroll:
    case Colour::BorderSubtle:
    case Colour::BorderDefault:
    case Colour::BorderControl:
    case Colour::TextPrimary:
    case Colour::TextSecondary:
    case Colour::TextTertiary:
    case Colour::TextDisabled:
        return QPalette::WindowText;
    }
    return QPalette::WindowText;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Tokens Tokens::bundled()
{
    QFile file(u":/look/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the compiled-in :/look/tokens.json is missing");
    base::Result<Tokens> tokens = parse(file.readAll());
    if (!tokens)
        qFatal("the compiled-in :/look/tokens.json is broken: %s", qPrintable(tokens.error().detail));
    return std::move(tokens).value();
}

void Tokens::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    if (m_contrast == Contrast::Normal)
        m_now = m_schemes[size_t(scheme)];
}

void Tokens::setContrast(Contrast contrast, const QPalette &system)
{
    m_contrast = contrast;
    if (contrast == Contrast::High)
        applyInks(system);
    else
        m_now = m_schemes[size_t(m_scheme)];
}

void Tokens::applyInks(const QPalette &system)
{
    for (int i = 0; i < colourCount; ++i)
        m_now.colours[size_t(i)] = system.color(QPalette::Active, systemRole(Colour(i)));
    m_now.colours[size_t(Colour::TextDisabled)] = system.color(QPalette::Disabled, QPalette::WindowText);
    const QColor ink = system.color(QPalette::Active, QPalette::WindowText);
    m_now.ansi.fill(ink);
    m_now.families.fill({ink, ink, system.color(QPalette::Active, QPalette::Base), ink});
}

QFont Tokens::font(TypeRole role) const
{
    const TypeValues &type = m_types[size_t(role)];
    const QFont system = QApplication::font();
    QFont font = type.fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : system;
    if (system.pointSizeF() > 0)
        font.setPointSizeF(std::max(6.0, system.pointSizeF() + type.deltaPoints));
    else
        font.setPixelSize(std::max(8, system.pixelSize() + int(std::lround(type.deltaPoints * 96 / 72))));
    if (type.strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

QPalette Tokens::palette() const
{
    QPalette palette;
    for (const PaletteEntry &entry : m_palette)
        palette.setColor(entry.group, entry.role, colour(entry.colour));
    return palette;
}

const StatusShape *Tokens::status(QStringView key) const
{
    const auto found = m_status.constFind(key.toString());
    return found == m_status.cend() ? nullptr : &*found;
}

const Drawing *Tokens::icon(QStringView name) const
{
    const auto found = m_icons.constFind(name.toString());
    return found == m_icons.cend() ? nullptr : &*found;
}

QStringList Tokens::statusKeys() const
{
    QStringList keys = m_status.keys();
    keys.sort();
    return keys;
}

QStringList Tokens::iconNames() const
{
    QStringList names = m_icons.keys();
    names.sort();
    return names;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor readableOn(const QColor &ink, const QColor &ground, double ratio)
{
    if (contrastRatio(ink, ground) >= ratio)
        return ink;
    // The end of the scale that is farther from the ground always reaches 4.5 : 1.
    const bool lighten = contrastRatio(Qt::white, ground) >= contrastRatio(Qt::black, ground);
    const QColor end = lighten ? Qt::white : Qt::black;
    float low = 0, high = 1;
    const auto mixed = [&](float part) {
        return QColor::fromRgbF(ink.redF() + (end.redF() - ink.redF()) * part,
                                ink.greenF() + (end.greenF() - ink.greenF()) * part,
                                ink.blueF() + (end.blueF() - ink.blueF()) * part)
            .toRgb();
    };
    for (int step = 0; step < 10; ++step) {
        const float middle = (low + high) / 2;
        (contrastRatio(QColor(mixed(middle).rgb()), ground) >= ratio ? high : low) = middle;
    }
    return QColor(mixed(high).rgb());
}

} // namespace ui
