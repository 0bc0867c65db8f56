// SPDX-License-Identifier: Apache-2.0
#include "app/engine/results/schemashape.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUrl>

#include <regex>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr qsizetype mostBytes = 64 * 1024;
constexpr int mostDepth = 48;
constexpr int mostSteps = 5000; ///< From one schema to others about the same part of the document.
constexpr qsizetype longestPattern = 512;

/// Values under these are data, whatever they look like.
bool isData(const QString &key)
{
    static const QSet<QString> keys{u"enum"_s, u"const"_s, u"default"_s, u"examples"_s};
    return keys.contains(key);
}

/// Every object that may be a schema, by its place: `#/properties/a`.
class Places
{
public:
    base::Status collect(const QJsonValue &value, const QString &place, int depth)
    {
        if (depth > mostDepth) {
            return base::invalid(place, u"the schema is nested more than %1 levels deep"_s.arg(mostDepth));
        }
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) {
                CHECK(collect(array.at(i), u"%1/%2"_s.arg(place).arg(i), depth + 1));
            }
        }
        if (!value.isObject()) {
            return {};
        }
        const QJsonObject object = value.toObject();
        m_objects.insert(place, object);
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            if (!isData(it.key())) {
                QString key = it.key();
                key.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
                CHECK(collect(*it, place + u'/' + key, depth + 1));
            }
        }
        return {};
    }
    const QHash<QString, QJsonObject> &objects() const { return m_objects; }

private:
    QHash<QString, QJsonObject> m_objects;
};

QStringList childrenAbout(const QJsonObject &schema, const QString &place)
{
    QStringList children;
    for (const QString &key : {u"allOf"_s, u"anyOf"_s, u"oneOf"_s}) {
        const QJsonArray parts = schema.value(key).toArray();
        for (qsizetype i = 0; i < parts.size(); ++i) {
            children.append(u"%1/%2/%3"_s.arg(place, key).arg(i));
        }
    }
    for (const QString &key : {u"not"_s, u"if"_s, u"then"_s, u"else"_s}) {
        if (schema.value(key).isObject()) {
            children.append(place + u'/' + key);
        }
    }
    const QJsonObject dependencies = schema.value("dependencies"_L1).toObject();
    for (auto it = dependencies.constBegin(); it != dependencies.constEnd(); ++it) {
        children.append(place + u"/dependencies/"_s + it.key());
    }
    return children;
}

/// Follows references and combinations, which stay at the same part of the document, and counts the steps.
class Walk
{
public:
    explicit Walk(const QHash<QString, QJsonObject> &objects) : m_objects(objects) {}

    base::Result<int> stepsFrom(const QString &place)
    {
        if (const auto known = m_steps.constFind(place); known != m_steps.constEnd()) {
            return *known;
        }
        if (m_under.contains(place)) {
            return base::invalid(place, u"the reference leads back to itself"_s);
        }
        m_under.insert(place);
        const QJsonObject schema = m_objects.value(place);
        QStringList next = childrenAbout(schema, place);
        if (const QJsonValue reference = schema.value("$ref"_L1); reference.isString()) {
            TRY(const QString target, targetOf(reference.toString(), place));
            next.append(target);
        }
        int steps = 1;
        for (const QString &one : std::as_const(next)) {
            TRY(const int more, stepsFrom(one));
            steps += more;
            if (steps > mostSteps) {
                return base::invalid(place, u"the references of the schema multiply beyond measure"_s);
            }
        }
        m_under.remove(place);
        m_steps.insert(place, steps);
        return steps;
    }

private:
    base::Result<QString> targetOf(const QString &reference, const QString &place) const
    {
        QString target = QUrl::fromPercentEncoding(reference.toUtf8());
        if (target == "#/"_L1) {
            target = u"#"_s;
        }
        if (!target.startsWith(u'#') || !m_objects.contains(target)) {
            return base::invalid(place + u"/$ref"_s,
                                 u"%1 is no place in the schema; references must look like #/definitions/name"_s.arg(
                                     reference.left(100)));
        }
        return target;
    }

    const QHash<QString, QJsonObject> &m_objects;
    QHash<QString, int> m_steps;
    QSet<QString> m_under;
};

base::Status checkPattern(const QString &pattern, const QString &place)
{
    if (pattern.size() > longestPattern) {
        return base::invalid(place, u"a pattern may have at most %1 characters"_s.arg(longestPattern));
    }
    try {
        const std::regex compiled(pattern.toStdString(), std::regex::ECMAScript);
        Q_UNUSED(compiled)
        return {};
    } catch (const std::exception &problem) {
        return base::invalid(place, u"the pattern can't be read: %1"_s.arg(QString::fromLocal8Bit(problem.what())));
    }
}

base::Status checkPatterns(const QJsonObject &schema, const QString &place)
{
    if (const QJsonValue pattern = schema.value("pattern"_L1); pattern.isString()) {
        CHECK(checkPattern(pattern.toString(), place + u"/pattern"_s));
    }
    const QJsonObject properties = schema.value("patternProperties"_L1).toObject();
    for (auto it = properties.constBegin(); it != properties.constEnd(); ++it) {
        CHECK(checkPattern(it.key(), place + u"/patternProperties"_s));
    }
    return {};
}

base::Status checkAll(const QJsonObject &schema)
{
    if (QJsonDocument(schema).toJson(QJsonDocument::Compact).size() > mostBytes) {
        return base::invalid(u"#"_s, u"a schema may have at most 64 KiB"_s);
    }
    Places places;
    CHECK(places.collect(schema, u"#"_s, 0));
    Walk walk(places.objects());
    for (auto it = places.objects().constBegin(); it != places.objects().constEnd(); ++it) {
        CHECK(walk.stepsFrom(it.key()));
        CHECK(checkPatterns(*it, it.key()));
    }
    return {};
}

} // namespace

base::Status checkSchemaShape(const QJsonObject &schema)
{
    const base::Status status = checkAll(schema);
    if (status) {
        return status;
    }
    base::Error error = status.error();
    error.field = error.field.startsWith("#/"_L1) ? error.field.mid(2) : QString();
    return error;
}

bool hasPatterns(const QJsonObject &schema)
{
    const QByteArray text = QJsonDocument(schema).toJson(QJsonDocument::Compact);
    return text.contains("\"pattern\"") || text.contains("\"patternProperties\"");
}

} // namespace engine
