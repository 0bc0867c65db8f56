// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/crontab/crontablines.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

QString unquoted(const QString &text)
{
    const QString value = text.trimmed();
    const bool quoted =
        value.size() > 1 && (value.front() == u'"' || value.front() == u'\'') && value.back() == value.front();
    return quoted ? value.mid(1, value.size() - 2) : value;
}

/// `NAME = value`, as cron takes it.
const QRegularExpression &setting()
{
    static const QRegularExpression pattern(u"^\\s*(\"[^\"]+\"|'[^']+'|[A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)$"_s);
    return pattern;
}

/// Words at the front of a job that are not its command.
struct Front
{
    QString times;
    QString rest;
};

std::optional<Front> frontOf(const QString &line)
{
    static const QRegularExpression word(u"^\\s*(@\\S+)\\s*(.*)$"_s);
    static const QRegularExpression fields(u"^\\s*(\\S+\\s+\\S+\\s+\\S+\\s+\\S+\\s+\\S+)\\s*(.*)$"_s);
    QRegularExpressionMatch match = word.match(line);
    if (!match.hasMatch()) {
        match = fields.match(line);
    }
    return match.hasMatch() ? std::optional(Front{match.captured(1).simplified(), match.captured(2)}) : std::nullopt;
}

bool isJobLine(const QString &line)
{
    const QString text = line.trimmed();
    return !text.isEmpty() && !text.startsWith(u'#') && !setting().match(line).hasMatch();
}

/// The command behind which `%` is the first line of its input.
void splitCommand(const QString &text, CrontabJob &job)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && i + 1 < text.size() && text[i + 1] == u'%') {
            parts.last() += text[++i];
        } else if (text[i] == u'%') {
            parts.append(QString());
        } else {
            parts.last() += text[i];
        }
    }
    job.command = parts.takeFirst().trimmed();
    if (!parts.isEmpty()) {
        job.input = parts.join(u'\n');
    }
}

class LineReader
{
public:
    explicit LineReader(CrontabKind kind) : m_kind(kind) {}

    void read(const QString &line, qsizetype number)
    {
        const QString text = line.trimmed();
        if (text.isEmpty()) {
            m_comment.clear();
        } else if (text.startsWith(u'#')) {
            m_comment = text.mid(1).trimmed();
        } else if (const QRegularExpressionMatch match = setting().match(line); match.hasMatch()) {
            m_variables.insert(unquoted(match.captured(1)), unquoted(match.captured(2)));
            m_comment.clear();
        } else {
            readJob(line, number);
            m_comment.clear();
        }
    }

    CrontabLines result;

private:
    void readJob(const QString &line, qsizetype number)
    {
        const std::optional<Front> front = frontOf(line);
        if (!front) {
            result.faults.append({number, line, u"it is neither a job (five fields and a command) nor NAME=value"_s});
            return;
        }
        CrontabJob job{.line = number,
                       .written = line.trimmed(),
                       .times = front->times,
                       .user = {},
                       .command = {},
                       .input = {},
                       .comment = m_comment,
                       .variables = m_variables};
        QString rest = front->rest;
        if (m_kind == CrontabKind::System) {
            job.user = rest.section(QRegularExpression(u"\\s"_s), 0, 0);
            rest = rest.mid(job.user.size()).trimmed();
        }
        splitCommand(rest, job);
        if (job.command.isEmpty()) {
            result.faults.append({number, line, u"it has no command"_s});
            return;
        }
        result.jobs.append(job);
    }

    CrontabKind m_kind;
    QString m_comment;
    QMap<QString, QString> m_variables;
};

} // namespace

CrontabKind kindOf(const QString &path, const QString &text, const QStringList &users)
{
    if (path == "/etc/crontab"_L1 || path.contains("/cron.d/"_L1)) {
        return CrontabKind::System;
    }
    int jobs = 0;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const std::optional<Front> front = isJobLine(line) ? frontOf(line) : std::nullopt;
        if (!front) {
            continue;
        }
        const QStringList words = front->rest.simplified().split(u' ');
        // A command of its own behind it: a user's crontab may call a program that is named as an account.
        if (words.size() < 2 || !users.contains(words.first())) {
            return CrontabKind::User;
        }
        ++jobs;
    }
    return jobs > 0 ? CrontabKind::System : CrontabKind::User;
}

CrontabLines crontabLines(const QString &text, CrontabKind kind)
{
    LineReader reader(kind);
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines.at(i);
        if (line.endsWith(u'\r')) {
            line.chop(1);
        }
        reader.read(line, i + 1);
    }
    return reader.result;
}

} // namespace bundles
