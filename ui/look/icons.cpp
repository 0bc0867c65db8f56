// SPDX-License-Identifier: Apache-2.0
#include "ui/look/icons.h"

#include "ui/look/glyphs.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// What all engines share: pixmaps are painted anew at the asked size and ratio, never scaled.
class PaintedIconEngine : public QIconEngine
{
public:
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    bool isNull() override { return false; }
};

/// The largest centred square, so that nothing is stretched.
QRectF squareIn(const QRect &rect)
{
    const double side = std::min(rect.width(), rect.height());
    return {rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side};
}

bool pointsAlongReading(const QString &name)
{
    static const QStringList names{u"next"_s, u"chevron-left"_s, u"chevron-right"_s, u"detach"_s,
                                   u"wrap"_s, u"undo"_s,         u"redo"_s};
    return names.contains(name);
}

class ActionIconEngine final : public PaintedIconEngine
{
public:
    ActionIconEngine(std::shared_ptr<const Tokens> tokens, QString name, std::optional<Family> family)
        : m_tokens(std::move(tokens)), m_name(std::move(name)), m_family(family)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const Drawing *drawing = m_tokens->icon(m_name);
        if (!drawing)
            return;
        painter->save();
        if (QGuiApplication::isRightToLeft() && pointsAlongReading(m_name)) {
            painter->translate(rect.x() * 2 + rect.width(), 0);
            painter->scale(-1, 1);
        }
        const QColor colour = ink(mode, state);
        paintDrawing(*painter, squareIn(rect), *drawing, {colour, colour});
        painter->restore();
    }
    QIconEngine *clone() const override { return new ActionIconEngine(m_tokens, m_name, m_family); }

private:
    QColor ink(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return m_tokens->colour(Colour::TextDisabled);
        if (mode == QIcon::Selected)
            return m_tokens->colour(Colour::TextOnAccent);
        if (m_family)
            return m_tokens->family(*m_family).glyph;
        if (state == QIcon::On)
            return m_tokens->colour(Colour::TextLink);
        return m_tokens->colour(mode == QIcon::Active ? Colour::TextPrimary : Colour::TextSecondary);
    }

    std::shared_ptr<const Tokens> m_tokens;
    QString m_name;
    std::optional<Family> m_family;
};

class StatusIconEngine final : public PaintedIconEngine
{
public:
    StatusIconEngine(std::shared_ptr<const Tokens> tokens, QString key)
        : m_tokens(std::move(tokens)), m_key(std::move(key))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        GlyphPainter(m_tokens).paint(*painter, rect, m_key, m_tokens->colour(Colour::BgBase));
    }
    QIconEngine *clone() const override { return new StatusIconEngine(m_tokens, m_key); }

private:
    std::shared_ptr<const Tokens> m_tokens;
    QString m_key;
};

class MarkIconEngine final : public PaintedIconEngine
{
public:
    struct Colours
    {
        QColor ground, limbs, lamp;
    };
    MarkIconEngine(AppMark mark, Colours colours) : m_mark(std::move(mark)), m_colours(std::move(colours)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const QRectF square = squareIn(rect);
        paintDrawing(*painter, square, m_mark.ground, {m_colours.ground, m_colours.ground});
        paintDrawing(*painter, square, m_mark.limbs, {m_colours.limbs, m_colours.limbs});
        Stroke lamp;
        lamp.path.addEllipse(m_mark.lampCentre, m_mark.lampRadius, m_mark.lampRadius);
        paintDrawing(*painter, square, {lamp}, {m_colours.lamp, m_colours.lamp});
    }
    QIconEngine *clone() const override { return new MarkIconEngine(m_mark, m_colours); }

private:
    AppMark m_mark;
    Colours m_colours;
};

struct RemoteName
{
    QLatin1StringView part; ///< Found anywhere in a `fa-…` name.
    QLatin1StringView icon;
};

constexpr std::array remoteNames{
    RemoteName{"terminal"_L1, "kind-script"_L1},    RemoteName{"code"_L1, "kind-script"_L1},
    RemoteName{"file"_L1, "kind-script"_L1},        RemoteName{"server"_L1, "kind-service"_L1},
    RemoteName{"cog"_L1, "kind-service"_L1},        RemoteName{"gear"_L1, "kind-service"_L1},
    RemoteName{"globe"_L1, "kind-http"_L1},         RemoteName{"link"_L1, "kind-chain"_L1},
    RemoteName{"cube"_L1, "kind-bundle"_L1},        RemoteName{"box"_L1, "kind-bundle"_L1},
    RemoteName{"bell"_L1, "kind-notify"_L1},        RemoteName{"bullhorn"_L1, "kind-notify"_L1},
    RemoteName{"envelope"_L1, "kind-notify"_L1},    RemoteName{"clock"_L1, "kind-delay"_L1},
    RemoteName{"hourglass"_L1, "kind-delay"_L1},    RemoteName{"sitemap"_L1, "kind-workflow"_L1},
    RemoteName{"project"_L1, "kind-workflow"_L1},   RemoteName{"diagram"_L1, "kind-workflow"_L1},
    RemoteName{"robot"_L1, "kind-bot"_L1},          RemoteName{"microchip"_L1, "kind-bot"_L1},
    RemoteName{"cloud"_L1, "kind-autotask"_L1},     RemoteName{"database"_L1, "database"_L1},
    RemoteName{"webhook"_L1, "trigger-webhook"_L1},
};

} // namespace

QIcon Icons::icon(const QString &name) const
{
    return m_tokens->icon(name) ? QIcon(new ActionIconEngine(m_tokens, name, {})) : QIcon();
}

QIcon Icons::icon(const QString &name, Family family) const
{
    return m_tokens->icon(name) ? QIcon(new ActionIconEngine(m_tokens, name, family)) : QIcon();
}

QIcon Icons::status(const QString &key) const
{
    return QIcon(new StatusIconEngine(m_tokens, key));
}

QIcon Icons::kind(const QString &kindOrRemoteName) const
{
    return icon(kindIconName(kindOrRemoteName));
}

QString Icons::kindIconName(const QString &kindOrRemoteName) const
{
    const QString own = u"kind-"_s + kindOrRemoteName;
    if (m_tokens->icon(own))
        return own;
    if (m_tokens->icon(kindOrRemoteName))
        return kindOrRemoteName;
    for (const RemoteName &remote : remoteNames)
        if (kindOrRemoteName.startsWith("fa-"_L1) && kindOrRemoteName.contains(remote.part))
            return remote.icon;
    return u"kind-autotask"_s;
}

void Icons::paint(QPainter &painter, const QRectF &rect, QStringView name, const QColor &ink) const
{
    if (const Drawing *drawing = m_tokens->icon(name))
        paintDrawing(painter, rect, *drawing, {ink, ink});
}

QIcon Icons::application() const
{
    return QIcon(
        new MarkIconEngine(m_tokens->appMark(), {m_tokens->colour(Colour::AccentFill),
                                                 m_tokens->colour(Colour::TextOnAccent), m_tokens->lampColour()}));
}

QIcon Icons::tray(Waiting waiting, const QColor &ink) const
{
    const QColor lamp = waiting == Waiting::Something ? m_tokens->family(Family::Ask).glyph : ink;
    return QIcon(new MarkIconEngine(m_tokens->trayMark(), {ink, ink, lamp}));
}

} // namespace ui
