// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/systemd/units.h"

#include "app/bundles/transfer/source.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

/// The unit a file belongs to: of a drop-in the one that is before `.d/`.
QString unitOf(const QString &path)
{
    static const QRegularExpression dropIn(u"([^/]+\\.(?:timer|service))\\.d/[^/]+\\.conf$"_s);
    const QRegularExpressionMatch match = dropIn.match(path);
    return match.hasMatch() ? match.captured(1) : QFileInfo(path).fileName();
}

QString kindOf(const QString &section)
{
    return section == "Timer"_L1 ? u".timer"_s : section == "Service"_L1 ? u".service"_s : QString();
}

class UnitReader
{
public:
    UnitReader(Units &units, const QString &path) : m_units(units) { begin(path); }

    base::Status read(const QString &line, qsizetype number)
    {
        static const QRegularExpression header(u"^# (/\\S+\\.(?:timer|service)(?:\\.d/\\S+\\.conf)?)$"_s);
        const QString text = line.trimmed();
        if (const QRegularExpressionMatch match = header.match(text); match.hasMatch()) {
            begin(match.captured(1));
            return {};
        }
        if (text.isEmpty() || text.startsWith(u'#') || text.startsWith(u';')) {
            return {};
        }
        if (text.startsWith(u'[') && text.endsWith(u']')) {
            enter(text.mid(1, text.size() - 2));
            return {};
        }
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1 || m_section.isEmpty()) {
            return wrongLine(number, m_section.isEmpty() ? u"a setting stands before any section such as [Timer]"_s
                                                         : u"it is neither a section nor Setting=value"_s);
        }
        set(text.left(equals).trimmed(), text.mid(equals + 1).trimmed());
        return {};
    }

private:
    void begin(const QString &path)
    {
        m_path = path;
        m_name = unitOf(path);
        m_section.clear();
    }

    void enter(const QString &section)
    {
        m_section = section;
        // One text with both and no headers: the parts share the name.
        const QString kind = kindOf(section);
        if (!kind.isEmpty() && !m_name.endsWith(kind)) {
            m_name = (m_name.isEmpty() ? u"imported"_s : QFileInfo(m_name).completeBaseName()) + kind;
        }
    }

    void set(const QString &setting, const QString &value)
    {
        Unit &unit = m_units[m_name];
        unit.name = m_name;
        unit.path = m_path;
        QStringList &values = unit.sections[m_section][setting];
        if (value.isEmpty()) {
            values.clear();
        } else {
            values.append(value);
        }
    }

    Units &m_units;
    QString m_path;
    QString m_name;
    QString m_section;
};

} // namespace

base::Status addUnits(Units &units, const QString &path, const QString &text)
{
    UnitReader reader(units, path);
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const qsizetype number = i + 1;
        QString line = lines.at(i);
        const bool comment = line.trimmed().startsWith(u'#') || line.trimmed().startsWith(u';');
        while (!comment && line.endsWith(u'\\') && i + 1 < lines.size()) {
            line.chop(1);
            line += u' ' + lines.at(++i);
        }
        CHECK(reader.read(line, number));
    }
    return {};
}

base::Result<std::optional<qint64>> timeSpan(const QString &text)
{
    static const QHash<QString, double> units{
        {u""_s, 1},
        {u"s"_s, 1},
        {u"sec"_s, 1},
        {u"second"_s, 1},
        {u"seconds"_s, 1},
        {u"m"_s, 60},
        {u"min"_s, 60},
        {u"minute"_s, 60},
        {u"minutes"_s, 60},
        {u"h"_s, 3600},
        {u"hr"_s, 3600},
        {u"hour"_s, 3600},
        {u"hours"_s, 3600},
        {u"d"_s, 86400},
        {u"day"_s, 86400},
        {u"days"_s, 86400},
        {u"w"_s, 604800},
        {u"week"_s, 604800},
        {u"weeks"_s, 604800},
        {u"M"_s, 2629800},
        {u"month"_s, 2629800},
        {u"months"_s, 2629800},
        {u"y"_s, 31557600},
        {u"year"_s, 31557600},
        {u"years"_s, 31557600},
        {u"ms"_s, 0.001},
        {u"msec"_s, 0.001},
        {u"us"_s, 1e-6},
        {u"usec"_s, 1e-6},
    };
    static const QRegularExpression part(u"\\G\\s*(\\d+(?:\\.\\d+)?)\\s*([A-Za-z]*)"_s);
    if (text.trimmed() == "infinity"_L1) {
        return std::optional<qint64>();
    }
    double seconds = 0;
    qsizetype at = 0;
    const QString trimmed = text.trimmed();
    while (at < trimmed.size()) {
        const QRegularExpressionMatch match = part.match(trimmed, at);
        if (!match.hasMatch() || !units.contains(match.captured(2))) {
            return base::invalid({}, u"“%1” is no time span such as 5min 20s"_s.arg(text.left(100)));
        }
        seconds += match.captured(1).toDouble() * units.value(match.captured(2));
        at = match.capturedEnd();
    }
    if (trimmed.isEmpty() || seconds > 1e10) {
        return base::invalid({}, u"“%1” is no time span such as 5min 20s"_s.arg(text.left(100)));
    }
    return std::optional(qint64(std::ceil(seconds)));
}

bool isTrue(const QString &text)
{
    static const QStringList words{u"1"_s, u"yes"_s, u"true"_s, u"on"_s, u"y"_s, u"t"_s};
    return words.contains(text.toLower());
}

} // namespace bundles
