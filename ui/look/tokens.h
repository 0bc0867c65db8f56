// SPDX-License-Identifier: Apache-2.0
// Every value the window is drawn with: colours of both schemes, sizes, type, glyphs and icons, read once from the
// compiled-in tokens.json. One object a program, owned by Look; painters look values up when they paint, so that a
// change of scheme needs a repaint and nothing else.
#pragma once

#include "app/base/result.h"
#include "ui/look/vectorpath.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPalette>

#include <array>

namespace ui {

enum class Scheme { Light, Dark };
enum class Contrast { Normal, High };

enum class Colour {
    BgChrome,
    BgPanel,
    BgBase,
    BgSunken,
    BgRaised,
    BgRaisedHover,
    BgRaisedPressed,
    BgHover,
    BgHoverChrome,
    BgSelected,
    BgSelectedInactive,
    BgLog,
    BgZebra,
    BgInverse,
    BgScroll,
    BorderSubtle,
    BorderDefault,
    BorderControl,
    TextPrimary,
    TextSecondary,
    TextTertiary,
    TextDisabled,
    TextOnAccent,
    TextLink,
    TextOnInverse,
    TextLinkInverse,
    AccentFill,
    AccentHover,
    AccentPressed,
    AccentSubtle,
    AccentFocus,
    FindMatch,
    FindCurrent,
    FindCurrentText
};
inline constexpr int colourCount = int(Colour::FindCurrentText) + 1;
inline constexpr int ansiCount = 16;

/// What a state means to a person; the only thing that colour stands for besides the accent.
enum class Family { Neutral, Active, Good, Bad, Late, Ask, Window };
inline constexpr int familyCount = int(Family::Window) + 1;

/// `glyph` for shapes and bars, `text` for words, `tint` for grounds, `line` around a tint.
struct FamilyColours
{
    QColor glyph, text, tint, line;
};

/// Lengths in logical pixels.
enum class Size {
    MenuBar,
    StatusBar,
    PaneHeader,
    TableHeader,
    RowCompact,
    RowComfortable,
    RowTwoLine,
    RowConnection,
    RowMenu,
    RowRail,
    RowRailView,
    RowInspector,
    Control,
    ControlSmall,
    Filter,
    ToolButton,
    ToolButtonSmall,
    Icon,
    IconSmall,
    IconEmpty,
    Rail,
    RailCollapsed,
    Inspector,
    InspectorMin,
    InspectorMax,
    Dock,
    DockMin,
    DockTabs,
    DockBar,
    FindBar,
    DecisionBar,
    DialogButtons,
    ScrollBar,
    SplitterHandle,
    SplitterGrab,
    SelectionBar,
    LogGutter,
    LogStamp,
    StreamBar,
    MatchStrip,
    Palette,
    Toast,
    MenuMin
};
inline constexpr int sizeCount = int(Size::MenuMin) + 1;

enum class TypeRole { Caption, Body, Strong, InspectorTitle, PaneTitle, ObjectTitle, Figure, Mono, Log };
inline constexpr int typeRoleCount = int(TypeRole::Log) + 1;

/// One state of one vocabulary (`run.failed`).
struct StatusShape
{
    Family family = Family::Neutral;
    bool wordColoured = false; ///< The word is written in the family's colour; quiet states keep the text colour.
    bool filled = false;
    Drawing drawing;
};

/// The application's own mark; the tray has a form of its own.
struct AppMark
{
    Drawing ground, limbs;
    QPointF lampCentre;
    double lampRadius = 0;
};

class Tokens
{
public:
    /// Invalid with the field's name when a value is missing or is not what it should be.
    static base::Result<Tokens> parse(const QByteArray &json);
    /// The set that is compiled in.
    static Tokens bundled();

    Scheme scheme() const { return m_scheme; }
    Contrast contrast() const { return m_contrast; }
    void setScheme(Scheme scheme);
    /// High contrast takes every colour from `system`, the desktop's own palette; tints become its Base, hairlines its
    /// text, and all glyphs share one ink. Normal ignores it.
    void setContrast(Contrast contrast, const QPalette &system);

    QColor colour(Colour name) const { return m_now.colours[size_t(name)]; }
    const FamilyColours &family(Family name) const { return m_now.families[size_t(name)]; }
    /// The ink for SGR colour 0 to 15.
    QColor ansi(int index) const { return m_now.ansi[size_t(index & 15)]; }
    int size(Size name) const { return m_sizes[size_t(name)]; }
    /// Relative to QApplication::font(); Mono and Log to the system's fixed font.
    QFont font(TypeRole role) const;
    /// The palette for QApplication.
    QPalette palette() const;

    /// Null when the name is unknown.
    const StatusShape *status(QStringView key) const;
    const Drawing *icon(QStringView name) const;
    QStringList statusKeys() const;
    QStringList iconNames() const;
    const AppMark &appMark() const { return m_appMark; }
    const AppMark &trayMark() const { return m_trayMark; }
    QColor lampColour() const { return m_lamp; }

private:
    friend class TokenParser;

    struct InkSet
    {
        std::array<QColor, colourCount> colours;
        std::array<QColor, ansiCount> ansi;
        std::array<FamilyColours, familyCount> families;
    };
    struct TypeValues
    {
        double deltaPoints = 0;
        bool strong = false;
        bool fixed = false;
    };
    struct PaletteEntry
    {
        QPalette::ColorGroup group = QPalette::All;
        QPalette::ColorRole role = QPalette::Window;
        Colour colour = Colour::BgChrome;
    };

    void applyInks(const QPalette &system);

    std::array<InkSet, 2> m_schemes;
    InkSet m_now;
    Scheme m_scheme = Scheme::Light;
    Contrast m_contrast = Contrast::Normal;
    std::array<int, sizeCount> m_sizes{};
    std::array<TypeValues, typeRoleCount> m_types;
    QList<PaletteEntry> m_palette;
    QHash<QString, StatusShape> m_status;
    QHash<QString, Drawing> m_icons;
    AppMark m_appMark, m_trayMark;
    QColor m_lamp;
};

/// WCAG contrast ratio, 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);
/// `ink` moved towards black or white, its hue kept, until it stands at least `ratio` off `ground`.
QColor readableOn(const QColor &ink, const QColor &ground, double ratio = 4.5);

} // namespace ui
