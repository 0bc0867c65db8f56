// SPDX-License-Identifier: Apache-2.0
#include "app/domain/versions/difference.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype longestLine = 2000;
constexpr qsizetype longestText = 400'000;
constexpr int linesAround = 3;

using Leaves = QMap<QString, QString>;

QString leafText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray whole = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(whole.mid(1, whole.size() - 2));
}

/// Code in base64 is nothing to read.
QString readable(const QString &text)
{
    const bool oneLine = !text.contains(u'\n');
    if (text.size() <= (oneLine ? longestLine : longestText)) {
        return text;
    }
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"%1 characters, SHA-256 %2"_s.arg(text.size()).arg(QString::fromLatin1(digest.first(16)));
}

/// An index sorts as a number.
QString indexed(const QString &path, qsizetype index)
{
    return u"%1[%2]"_s.arg(path).arg(index, 4, 10, QChar(u'0'));
}

void collect(const QString &path, const QJsonValue &value, Leaves &into)
{
    if (value.isObject() && !value.toObject().isEmpty()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            collect(path.isEmpty() ? it.key() : path + u'.' + it.key(), it.value(), into);
        }
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            collect(indexed(path, i), array.at(i), into);
        }
    } else if (!path.isEmpty() && !value.isNull() && !value.isUndefined()) {
        into.insert(path, leafText(value));
    }
}

QString shown(QString path)
{
    for (qsizetype at = path.indexOf(u'['); at >= 0; at = path.indexOf(u'[', at + 1)) {
        while (path.at(at + 1) == u'0' && path.at(at + 2) != u']') {
            path.remove(at + 1, 1);
        }
    }
    return path;
}

FieldChange changeOf(const QString &path, const Leaves &before, const Leaves &after)
{
    const QString was = before.value(path);
    const QString is = after.value(path);
    FieldChange change{.field = shown(path), .before = {}, .after = {}, .lines = {}};
    if (before.contains(path)) {
        change.before = readable(was);
    }
    if (after.contains(path)) {
        change.after = readable(is);
    }
    const bool long_ = was.size() > longestText || is.size() > longestText;
    if (!long_ && (was.contains(u'\n') || is.contains(u'\n'))) {
        change.lines = lineDifference(was.isEmpty() ? QStringList() : was.split(u'\n'),
                                      is.isEmpty() ? QStringList() : is.split(u'\n'));
    }
    return change;
}

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QString sign(LineFate fate)
{
    return fate == LineFate::Same ? u"  "_s : fate == LineFate::Removed ? u"- "_s : u"+ "_s;
}

} // namespace

QList<FieldChange> differences(const QJsonObject &before, const QJsonObject &after)
{
    Leaves was;
    Leaves is;
    collect({}, before, was);
    collect({}, after, is);
    QList<FieldChange> changes;
    Leaves all = was;
    all.insert(is);
    for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
        const bool same = was.contains(it.key()) == is.contains(it.key()) && was.value(it.key()) == is.value(it.key());
        if (!same) {
            changes.append(changeOf(it.key(), was, is));
        }
    }
    return changes;
}

QJsonObject definitionOnly(QJsonObject definition)
{
    for (const QLatin1StringView name : {"id"_L1, "version"_L1, "created_at"_L1, "updated_at"_L1, "updated_by"_L1}) {
        definition.remove(name);
    }
    return definition;
}

QJsonArray toJson(const QList<FieldChange> &changes)
{
    QJsonArray items;
    for (const FieldChange &change : changes) {
        QJsonArray lines;
        for (const LineChange &line : change.lines) {
            lines.append(QJsonObject{{u"fate"_s, lineFateWord(line.fate)}, {u"text"_s, line.text}});
        }
        items.append(QJsonObject{{u"field"_s, change.field},
                                 {u"before"_s, orNull(change.before)},
                                 {u"after"_s, orNull(change.after)},
                                 {u"lines"_s, lines}});
    }
    return items;
}

QList<FieldChange> changesFromJson(const QJsonArray &items)
{
    const auto textOf = [](const QJsonValue &value) {
        return value.isString() ? std::optional(value.toString()) : std::nullopt;
    };
    QList<FieldChange> changes;
    for (const QJsonValue value : items) {
        const QJsonObject item = value.toObject();
        FieldChange change{.field = item.value("field"_L1).toString(),
                           .before = textOf(item.value("before"_L1)),
                           .after = textOf(item.value("after"_L1)),
                           .lines = {}};
        const QJsonArray lines = item.value("lines"_L1).toArray();
        for (const QJsonValue line : lines) {
            const QString word = line.toObject().value("fate"_L1).toString();
            const LineFate fate = word == lineFateWord(LineFate::Removed) ? LineFate::Removed
                                  : word == lineFateWord(LineFate::Added) ? LineFate::Added
                                                                          : LineFate::Same;
            change.lines.append({fate, line.toObject().value("text"_L1).toString()});
        }
        changes.append(change);
    }
    return changes;
}

QStringList inLines(const QList<FieldChange> &changes)
{
    QStringList lines;
    for (const FieldChange &change : changes) {
        if (change.lines.isEmpty()) {
            lines.append(
                u"%1: %2 → %3"_s.arg(change.field, change.before.value_or(u"–"_s), change.after.value_or(u"–"_s)));
            continue;
        }
        lines.append(change.field + u':');
        for (const LineChange &line : withContext(change.lines, linesAround)) {
            lines.append(sign(line.fate) + line.text);
        }
    }
    return lines;
}

} // namespace domain
