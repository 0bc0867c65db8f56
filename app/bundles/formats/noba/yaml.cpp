// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/noba/yaml.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr int mostDepth = 64;
constexpr int mostValues = 500000;

/// What a handler can say to the parser that calls it.
struct Refusal
{
    int line = 0;
    int column = 0;
    QString detail;
};

QJsonValue scalarOf(const QString &text)
{
    static const QRegularExpression whole(QRegularExpression::anchoredPattern(u"[-+]?[0-9]+"_s));
    static const QRegularExpression real(
        QRegularExpression::anchoredPattern(u"[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"_s));
    static const QStringList nulls{u""_s, u"~"_s, u"null"_s, u"Null"_s, u"NULL"_s};
    const QString lower = text.toLower();
    if (nulls.contains(text)) {
        return QJsonValue::Null;
    }
    if (lower == "true"_L1 || lower == "yes"_L1 || lower == "on"_L1) {
        return true;
    }
    if (lower == "false"_L1 || lower == "no"_L1 || lower == "off"_L1) {
        return false;
    }
    bool fits = false;
    if (const qint64 number = text.toLongLong(&fits); fits && whole.match(text).hasMatch()) {
        return number;
    }
    if (const double number = text.toDouble(&fits); fits && real.match(text).hasMatch()) {
        return number;
    }
    return text;
}

/// Builds JSON from the events of the parser.
class Builder : public YAML::EventHandler
{
public:
    YamlDocument document;

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        add(mark, QJsonValue::Null);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { refuse(mark, u"aliases (*name) are not taken"_s); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        const QString text = QString::fromStdString(value);
        add(mark, tag == "!" || isKey() ? QJsonValue(text) : scalarOf(text));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        push(mark, {.isMap = false, .path = pathHere()});
    }
    void OnSequenceEnd() override { pop(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        push(mark, {.isMap = true, .path = pathHere()});
    }
    void OnMapEnd() override { pop(); }

private:
    struct Level
    {
        bool isMap = false;
        QString path = {};
        QJsonObject map = {};
        QJsonArray list = {};
        std::optional<QString> key = {};
        YAML::Mark mark = {};
    };

    [[noreturn]] static void refuse(const YAML::Mark &mark, const QString &detail)
    {
        throw Refusal{mark.line + 1, mark.column + 1, detail};
    }
    static void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != 0) {
            refuse(mark, u"anchors (&name) are not taken"_s);
        }
    }
    static void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!") {
            refuse(mark, u"tags (!name) are not taken"_s);
        }
    }

    bool isKey() const { return !m_levels.isEmpty() && m_levels.last().isMap && !m_levels.last().key; }

    QString pathHere() const
    {
        if (m_levels.isEmpty()) {
            return {};
        }
        const Level &level = m_levels.last();
        if (!level.isMap) {
            return u"%1[%2]"_s.arg(level.path).arg(level.list.size());
        }
        return level.path.isEmpty() ? level.key.value_or(QString()) : level.path + u'.' + level.key.value_or(QString());
    }

    void push(const YAML::Mark &mark, Level level)
    {
        if (isKey()) {
            refuse(mark, u"a key must be plain text"_s);
        }
        if (m_levels.size() >= mostDepth) {
            refuse(mark, u"it is nested deeper than %1 levels"_s.arg(mostDepth));
        }
        level.mark = mark;
        m_levels.append(std::move(level));
    }

    void pop()
    {
        const Level done = m_levels.takeLast();
        add(done.mark, done.isMap ? QJsonValue(done.map) : QJsonValue(done.list));
    }

    void add(const YAML::Mark &mark, const QJsonValue &value)
    {
        if (++m_count > mostValues) {
            refuse(mark, u"it holds more than %1 values"_s.arg(mostValues));
        }
        if (m_levels.isEmpty()) {
            document.value = value;
            return;
        }
        if (isKey()) {
            setKey(mark, value);
            return;
        }
        document.lines.insert(pathHere(), mark.line + 1);
        Level &level = m_levels.last();
        if (level.isMap) {
            level.map.insert(*level.key, value);
            level.key.reset();
        } else {
            level.list.append(value);
        }
    }

    void setKey(const YAML::Mark &mark, const QJsonValue &value)
    {
        Level &level = m_levels.last();
        const QString key = value.toString();
        if (!value.isString() || level.map.contains(key)) {
            refuse(mark, value.isString() ? u"the key %1 stands there twice"_s.arg(key.left(100))
                                          : u"a key must be plain text"_s);
        }
        level.key = key;
    }

    QList<Level> m_levels;
    int m_count = 0;
};

/// The parser reads a row of brackets whole before it tells of the first: that takes it long.
std::optional<qsizetype> deepRow(const QByteArray &text)
{
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '[' || c == '{') {
            if (++depth > mostDepth) {
                return i;
            }
        } else if (c != ' ') {
            depth = 0;
        }
    }
    return std::nullopt;
}

base::Error wrong(int line, int column, const QString &detail)
{
    return base::invalid({}, u"line %1, column %2: %3"_s.arg(line).arg(column).arg(detail));
}

} // namespace

base::Result<YamlDocument> yamlOf(const QByteArray &text)
{
    if (const std::optional<qsizetype> deep = deepRow(text)) {
        return wrong(int(QByteArrayView(text).first(*deep).count('\n')) + 1, 1,
                     u"it is nested deeper than %1 levels"_s.arg(mostDepth));
    }
    // yaml-cpp throws; nothing of that leaves this function.
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        Builder builder;
        if (!parser.HandleNextDocument(builder)) {
            return wrong(1, 1, u"there is nothing in it"_s);
        }
        return builder.document;
    } catch (const Refusal &refusal) {
        return wrong(refusal.line, refusal.column, refusal.detail);
    } catch (const YAML::Exception &problem) {
        return wrong(problem.mark.line + 1, problem.mark.column + 1, QString::fromStdString(problem.msg));
    } catch (const std::exception &problem) {
        return base::invalid({}, u"the YAML can't be read: %1"_s.arg(QString::fromLocal8Bit(problem.what())));
    }
}

} // namespace bundles
