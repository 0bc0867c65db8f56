// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text/output.h"

#include "app/cli/text/terminal.h"

#include <QJsonDocument>

#include <cerrno>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cli {

Output::Output(Streams streams) : m_streams(streams), m_terminal(::isatty(::fileno(streams.out)) == 1)
{
    std::signal(SIGPIPE, SIG_IGN);
}

void Output::noteFailure()
{
    if (!m_lost) {
        m_problem = errno;
        m_lost = true;
    }
}

void Output::bytes(const QByteArray &bytes)
{
    if (m_lost || bytes.isEmpty()) {
        return;
    }
    const auto size = static_cast<size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, m_streams.out) != size) {
        noteFailure();
    }
}

void Output::line(const QString &text)
{
    bytes(text.toUtf8() + '\n');
}

void Output::logLine(const QString &text)
{
    line(m_terminal ? withColoursOnly(text) : text);
}

void Output::json(const QJsonObject &object)
{
    bytes(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void Output::jsonLine(const QJsonObject &object)
{
    bytes(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::json(const QJsonArray &array)
{
    bytes("[");
    bool first = true;
    for (const QJsonValue element : array) {
        bytes(first ? "\n" : ",\n");
        QByteArray one = QJsonDocument(QJsonArray{element}).toJson(QJsonDocument::Compact);
        bytes(one.sliced(1, one.size() - 2));
        first = false;
    }
    bytes(first ? "]\n" : "\n]\n");
}

void Output::message(const QString &text)
{
    flush();
    const QByteArray line = "signalbox: " + visible(text).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), m_streams.err);
    std::fflush(m_streams.err);
}

void Output::message(const base::Error &error)
{
    message(errorText(error));
}

void Output::flush()
{
    if (!m_lost && std::fflush(m_streams.out) != 0) {
        noteFailure();
    }
}

QString errorText(const base::Error &error)
{
    QString text = error.message();
    QStringList where;
    if (!error.field.isEmpty()) {
        where.append(u"field %1"_s.arg(error.field));
    }
    if (error.position >= 0) {
        where.append(u"position %1"_s.arg(error.position));
    }
    if (!where.isEmpty()) {
        text += u" (%1)"_s.arg(where.join(u", "_s));
    }
    return text;
}

} // namespace cli
