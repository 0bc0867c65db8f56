// SPDX-License-Identifier: Apache-2.0
// The bundled icons. Each QIcon paints its paths when asked, in the ink that its mode and state call for and in the
// colours of the moment: crisp at every scale and right after a change of scheme.
#pragma once

#include "ui/look/tokens.h"

#include <QIcon>

#include <memory>

namespace ui {

enum class Waiting { Nothing, Something };

class Icons
{
public:
    explicit Icons(std::shared_ptr<const Tokens> tokens) : m_tokens(std::move(tokens)) {}

    /// `name` as in tokens.json (`plus`, `nav-runs`). Normal is the secondary text colour, Active the primary one, On
    /// the link colour, Selected white on the accent. An unknown name is an empty icon.
    QIcon icon(const QString &name) const;
    /// The same in a family's glyph colour, for the few verbs that have one (stop).
    QIcon icon(const QString &name, Family family) const;
    /// A status glyph (`run.failed`) as an icon, for tabs and menus.
    QIcon status(const QString &key) const;
    /// The drawing of a kind (`script`), of a `fa-…` name of a remote, or the name itself when it is an icon's.
    QIcon kind(const QString &kindOrRemoteName) const;
    /// The name under which kind() draws.
    QString kindIconName(const QString &kindOrRemoteName) const;
    /// Paints `name` in any ink, for delegates.
    void paint(QPainter &painter, const QRectF &rect, QStringView name, const QColor &ink) const;
    QIcon application() const;
    /// One ink, that of the panel; the lamp turns amber when something waits for a person.
    QIcon tray(Waiting waiting, const QColor &ink) const;

private:
    std::shared_ptr<const Tokens> m_tokens;
};

} // namespace ui
