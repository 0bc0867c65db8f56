// SPDX-License-Identifier: Apache-2.0
// Reads tokens.json. Every value has to be there: a missing one is an error that names it, never a silent default.
#include "ui/look/tokennames.h"
#include "ui/look/tokens.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Index of `name`, or -1.
template <size_t Count>
int placeOf(const std::array<const char *, Count> &names, const QString &name)
{
    for (size_t i = 0; i < Count; ++i)
        if (name == QLatin1StringView(names[i]))
            return int(i);
    return -1;
}

} // namespace

class TokenParser
{
public:
    base::Result<Tokens> read(const QByteArray &json)
    {
        QJsonParseError error;
        const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
        if (error.error != QJsonParseError::NoError)
            return base::Error{base::ErrorCode::Corrupt, u"reading tokens"_s, error.errorString()};
        readInks(root[u"colour"_s].toObject());
        readSizes(root);
        readPalette(root[u"palette"_s].toObject());
        readStatus(root[u"status"_s].toObject());
        const QJsonObject icons = root[u"icons"_s].toObject();
        for (auto it = icons.begin(); it != icons.end(); ++it)
            m_tokens.m_icons.insert(it.key(), drawing(it->toArray(), it.key()));
        readMarks(root);
        if (!m_wrong.isEmpty())
            return base::Error{base::ErrorCode::Invalid, u"reading tokens"_s, m_wrong.join(u", "_s)};
        m_tokens.setScheme(Scheme::Light);
        return std::move(m_tokens);
    }

private:
    QColor colour(const QJsonObject &from, const QString &name)
    {
        const QString text = from[name].toString();
        const QColor result = text.startsWith(u'#') ? QColor(text) : QColor();
        if (!result.isValid())
            m_wrong << name;
        return result;
    }

    int length(const QJsonObject &from, const char *name)
    {
        const int value = from[QLatin1StringView(name)].toInt(-1);
        if (value < 0)
            m_wrong << QLatin1StringView(name);
        return value;
    }

    void readInks(const QJsonObject &schemes)
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const QJsonObject from = schemes[scheme == Scheme::Light ? u"light"_s : u"dark"_s].toObject();
            Tokens::InkSet &to = m_tokens.m_schemes[size_t(scheme)];
            for (size_t i = 0; i < colourNames.size(); ++i)
                to.colours[i] = colour(from, QLatin1StringView(colourNames[i]));
            for (size_t i = 0; i < ansiNames.size(); ++i)
                to.ansi[i] = colour(from, QLatin1StringView(ansiNames[i]));
            for (size_t i = 0; i < familyNames.size(); ++i) {
                const QString name = QLatin1StringView(familyNames[i]);
                to.families[i] = {colour(from, name + u".glyph"_s), colour(from, name + u".text"_s),
                                  colour(from, name + u".tint"_s), colour(from, name + u".line"_s)};
            }
        }
    }

    void readSizes(const QJsonObject &root)
    {
        const QJsonObject sizes = root[u"size"_s].toObject();
        for (size_t i = 0; i < sizeNames.size(); ++i)
            m_tokens.m_sizes[i] = length(sizes, sizeNames[i]);
        const QJsonObject types = root[u"type"_s].toObject();
        for (size_t i = 0; i < typeRoleNames.size(); ++i) {
            const QJsonObject type = types[QLatin1StringView(typeRoleNames[i])].toObject();
            if (!type[u"delta_pt"_s].isDouble())
                m_wrong << QLatin1StringView(typeRoleNames[i]);
            m_tokens.m_types[i] = {type[u"delta_pt"_s].toDouble(), type[u"weight"_s].toString() == u"demibold"_s,
                                   type[u"font"_s].toString() == u"fixed"_s};
        }
    }

    void readPalette(const QJsonObject &palette)
    {
        readGroup(palette, QPalette::All);
        readGroup(palette[u"disabled"_s].toObject(), QPalette::Disabled);
        readGroup(palette[u"inactive"_s].toObject(), QPalette::Inactive);
    }

    void readGroup(const QJsonObject &group, QPalette::ColorGroup to)
    {
        const QMetaEnum roles = QMetaEnum::fromType<QPalette::ColorRole>();
        for (auto it = group.begin(); it != group.end(); ++it) {
            if (it->isObject())
                continue;
            const int role = roles.keyToValue(it.key().toLatin1().constData());
            const int ink = placeOf(colourNames, it->toString());
            if (role < 0 || ink < 0)
                m_wrong << it.key();
            else
                m_tokens.m_palette.append({to, QPalette::ColorRole(role), Colour(ink)});
        }
    }

    void readStatus(const QJsonObject &vocabularies)
    {
        for (auto vocabulary = vocabularies.begin(); vocabulary != vocabularies.end(); ++vocabulary) {
            const QJsonObject states = vocabulary->toObject();
            for (auto it = states.begin(); it != states.end(); ++it)
                readState(vocabulary.key() + u'.' + it.key(), it->toObject());
        }
    }

    void readState(const QString &key, const QJsonObject &from)
    {
        const int family = placeOf(familyNames, from[u"family"_s].toString());
        if (family < 0) {
            m_wrong << key + u".family"_s;
            return;
        }
        m_tokens.m_status.insert(key, {Family(family), from[u"colouredWord"_s].toBool(),
                                       from[u"filled"_s].toBool(), drawing(from[u"paths"_s].toArray(), key)});
    }

    Stroke stroke(const QJsonObject &from, const QString &name)
    {
        const bool filled = from.contains(u"fill"_s);
        const std::optional<QPainterPath> path = parsePath(from[filled ? u"fill"_s : u"stroke"_s].toString());
        const double width = filled ? 0 : from[u"width"_s].toDouble();
        if (!path || (!filled && width <= 0))
            m_wrong << name;
        return {path.value_or(QPainterPath()), width, from[u"ink"_s].toString() == u"mark"_s ? Ink::Mark : Ink::Glyph,
                from[u"cap"_s].toString() == u"flat"_s ? Qt::FlatCap : Qt::RoundCap};
    }

    Drawing drawing(const QJsonArray &from, const QString &name)
    {
        Drawing result;
        for (const QJsonValue &value : from)
            result.push_back(stroke(value.toObject(), name));
        if (result.empty())
            m_wrong << name;
        return result;
    }

    AppMark mark(const QJsonObject &from, const QString &name)
    {
        AppMark result;
        for (const QString &limb : {u"post"_s, u"foot"_s, u"arm"_s})
            result.limbs.push_back(stroke(from[limb].toObject(), name + u'.' + limb));
        const QJsonArray lamp = from[u"lampCircle"_s].toArray();
        if (lamp.size() != 3)
            m_wrong << name + u".lampCircle"_s;
        result.lampCentre = {lamp[0].toDouble(), lamp[1].toDouble()};
        result.lampRadius = lamp[2].toDouble();
        return result;
    }

    void readMarks(const QJsonObject &root)
    {
        const QJsonObject app = root[u"appIcon"_s].toObject();
        m_tokens.m_appMark = mark(app, u"appIcon"_s);
        m_tokens.m_appMark.ground.push_back(stroke({{u"fill"_s, app[u"ground"_s]}}, u"appIcon.ground"_s));
        m_tokens.m_trayMark = mark(root[u"trayIcon"_s].toObject(), u"trayIcon"_s);
        m_tokens.m_lamp = colour(app, u"lamp"_s);
    }

    Tokens m_tokens;
    QStringList m_wrong;
};

base::Result<Tokens> Tokens::parse(const QByteArray &json)
{
    return TokenParser().read(json);
}

} // namespace ui
