// SPDX-License-Identifier: Apache-2.0
// The names that colours, sizes and type roles have in tokens.json, in the order of their enumerations.
#pragma once

#include "ui/look/tokens.h"

#include <array>

namespace ui {

inline constexpr std::array<const char *, colourCount> colourNames{
    "bg.chrome",           "bg.panel",         "bg.base",        "bg.sunken",       "bg.raised",
    "bg.raisedHover",      "bg.raisedPressed", "bg.hover",       "bg.hoverChrome",  "bg.selected",
    "bg.selectedInactive", "bg.log",           "bg.zebra",       "bg.inverse",      "bg.scroll",
    "border.subtle",       "border.default",   "border.control", "text.primary",    "text.secondary",
    "text.tertiary",       "text.disabled",    "text.onAccent",  "text.link",       "text.onInverse",
    "text.linkInverse",    "accent.fill",      "accent.hover",   "accent.pressed",  "accent.subtle",
    "accent.focus",        "find.match",       "find.current",   "find.currentText"};

inline constexpr std::array<const char *, ansiCount> ansiNames{
    "ansi.black",       "ansi.red",           "ansi.green",       "ansi.yellow",
    "ansi.blue",        "ansi.magenta",       "ansi.cyan",        "ansi.white",
    "ansi.brightBlack", "ansi.brightRed",     "ansi.brightGreen", "ansi.brightYellow",
    "ansi.brightBlue",  "ansi.brightMagenta", "ansi.brightCyan",  "ansi.brightWhite"};

inline constexpr std::array<const char *, familyCount> familyNames{"neutral", "active", "good",  "bad",
                                                                   "late",    "ask",    "window"};

inline constexpr std::array<const char *, sizeCount> sizeNames{
    "menuBar",       "statusBar",  "paneHeader",      "tableHeader",   "rowCompact",   "rowComfortable", "rowTwoLine",
    "rowConnection", "rowMenu",    "rowRail",         "rowRailView",   "rowInspector", "control",        "controlSmall",
    "filter",        "toolButton", "toolButtonSmall", "icon",          "iconSmall",    "iconEmpty",      "rail",
    "railCollapsed", "inspector",  "inspectorMin",    "inspectorMax",  "dock",         "dockMin",        "dockTabs",
    "dockBar",       "findBar",    "decisionBar",     "dialogButtons", "scrollBar",    "splitterHandle", "splitterGrab",
    "selectionBar",  "logGutter",  "logStamp",        "streamBar",     "matchStrip",   "palette",        "toast",
    "menuMin"};

inline constexpr std::array<const char *, typeRoleCount> typeRoleNames{
    "caption", "body", "strong", "inspectorTitle", "paneTitle", "objectTitle", "figure", "mono", "log"};

} // namespace ui
