// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cron/batch.h"

#include "app/base/jsonreader.h"
#include "app/cli/text/output.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// No question is longer; a longer line is answered with an error and skipped.
constexpr qint64 lineLimit = 64 * 1024;

base::Result<CronQuestion> readQuestion(const QByteArray &line)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError) {
        base::Error error = base::invalid({}, u"not JSON: %1"_s.arg(problem.errorString()));
        error.position = problem.offset;
        return error;
    }
    if (!document.isObject()) {
        return base::invalid({}, u"must be an object such as {\"expr\":\"0 3 * * *\"}"_s);
    }
    const QJsonObject object = document.object();
    if (!object.contains("expr"_L1)) {
        return base::invalid(u"expr"_s, u"expr is missing"_s);
    }
    CronQuestion question;
    base::JsonReader reader(object);
    reader.text("expr"_L1, question.expression);
    reader.text("tz"_L1, question.zone);
    reader.text("from"_L1, question.from);
    reader.integer("count"_L1, question.count, 1, mostTimes);
    CHECK(reader.finish());
    return question;
}

QByteArray errorLine(const base::Error &error)
{
    const QJsonObject told{
        {u"message"_s, error.message()},
        {u"field"_s, error.field},
        {u"position"_s, error.position < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(error.position)}};
    return QJsonDocument(QJsonObject{{u"error"_s, told}}).toJson(QJsonDocument::Compact) + '\n';
}

base::Result<QList<QByteArray>> answer(CronAnswerer &answerer, const QByteArray &line)
{
    if (line.size() > lineLimit) {
        return base::invalid({}, u"the line is longer than 64 KiB"_s);
    }
    TRY(const CronQuestion question, readQuestion(line));
    return answerer.times(question);
}

/// Reads line after line into one buffer.
class LineReader
{
public:
    explicit LineReader(QIODevice &input) : m_input(input) {}

    /// A line without its line feed; of one that is too long, a little more than the limit. False at the end.
    bool next(QByteArray &line)
    {
        qint64 got = m_input.readLine(m_buffer.data(), m_buffer.size());
        if (got <= 0) {
            return false;
        }
        const bool whole = m_buffer.at(got - 1) == '\n';
        line = QByteArray(m_buffer.constData(), whole ? got - 1 : got);
        while (got > 0 && m_buffer.at(got - 1) != '\n') {
            got = m_input.readLine(m_buffer.data(), m_buffer.size());
        }
        return true;
    }

private:
    QIODevice &m_input;
    QByteArray m_buffer = QByteArray(lineLimit + 3, Qt::Uninitialized);
};

} // namespace

QByteArray answerLine(CronAnswerer &answerer, const QByteArray &line)
{
    const base::Result<QList<QByteArray>> times = answer(answerer, line);
    if (!times) {
        return errorLine(times.error());
    }
    QByteArray text = "{\"next\":[";
    for (const QByteArray &time : *times) {
        text += text.endsWith('[') ? "\"" : ",\"";
        text += time;
        text += '"';
    }
    text += "]}\n";
    return text;
}

void answerBatch(QIODevice &input, CronAnswerer &answerer, Output &output)
{
    LineReader reader(input);
    QByteArray line;
    while (!output.lost() && reader.next(line)) {
        output.bytes(answerLine(answerer, line));
    }
}

} // namespace cli
