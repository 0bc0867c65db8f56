// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/entries.h"

#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString text(const QJsonObject &params, QLatin1StringView name)
{
    return params.value(name).toString();
}

/// `a · b · c` of those that are given.
QString joined(const QJsonObject &params, const QStringList &names)
{
    QStringList parts;
    for (const QString &name : names) {
        const QJsonValue value = params.value(name);
        const QString part = value.isString() ? value.toString() : value.toVariant().toString();
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    return parts.join(u" · "_s);
}

QString console(const QJsonObject &params)
{
    const QString level = text(params, "level"_L1);
    const QString message = text(params, "message"_L1);
    return level.isEmpty() || level == "info"_L1 ? message : level + u": "_s + message;
}

QString sandboxOutput(const QJsonObject &params)
{
    QStringList parts{text(params, "stdout"_L1), text(params, "stderr"_L1)};
    if (const int code = params.value("exitCode"_L1).toInt(); code != 0) {
        parts.append(u"exit code %1"_s.arg(code));
    }
    for (QString &part : parts) {
        part = part.endsWith(u'\n') ? part.chopped(1) : part;
    }
    parts.removeAll(QString());
    return parts.join(u'\n');
}

/// The text of a part of a conversation: an object, or a list of them.
QString contentOf(const QJsonValue &content)
{
    if (content.isArray()) {
        QStringList parts;
        for (const QJsonValue part : content.toArray()) {
            parts.append(contentOf(part["content"_L1].isObject() ? part["content"_L1] : part));
        }
        return parts.join(QString());
    }
    return content.isString() ? content.toString() : content["text"_L1].toString();
}

/// Empty where it is none that is known.
QString sessionUpdate(const QJsonObject &params)
{
    const QJsonObject update = params.value("update"_L1).toObject();
    const QString kind = text(update, "sessionUpdate"_L1);
    const QString content = contentOf(update.value("content"_L1));
    if (kind == "user_message_chunk"_L1 || kind == "user_message"_L1) {
        return u"> "_s + content;
    }
    if (kind == "agent_message"_L1 || kind == "agent_message_chunk"_L1) {
        return content;
    }
    if (kind == "agent_thought_chunk"_L1) {
        return u"(%1)"_s.arg(content);
    }
    if (kind == "tool_call"_L1 || kind == "tool_call_update"_L1) {
        return u"* "_s + joined(update, {u"title"_s, u"kind"_s, u"status"_s}) +
               (update.contains("title"_L1) ? QString() : u" · "_s + text(update, "toolCallId"_L1));
    }
    return kind == "current_mode_update"_L1 ? u"mode: "_s + text(update, "currentModeId"_L1) : QString();
}

QString progress(const QJsonObject &params)
{
    return joined(params, {u"group"_s, u"label"_s, u"step"_s, u"status"_s, u"detail"_s});
}

/// By the last part of the method's name.
const QHash<QString, std::function<QString(const QJsonObject &)>> &sayings()
{
    static const QHash<QString, std::function<QString(const QJsonObject &)>> all{
        {u"_posthog/console"_s, console},
        {u"_posthog/sandbox_output"_s, sandboxOutput},
        {u"session/update"_s, sessionUpdate},
        {u"_posthog/progress"_s, progress},
    };
    return all;
}

/// An empty line, or a program that wrote nothing.
bool saysNothing(const QJsonObject &params)
{
    return params.contains("message"_L1) || params.contains("stdout"_L1) || params.contains("stderr"_L1) ||
           params.contains("exitCode"_L1);
}

QString sayingOf(const QJsonObject &entry)
{
    const QString method = methodOf(entry);
    const QJsonObject params = entry.value("notification"_L1).toObject().value("params"_L1).toObject();
    if (const auto known = sayings().constFind(method); known != sayings().constEnd()) {
        const QString said = (*known)(params);
        if (!said.isEmpty() || saysNothing(params)) {
            return said;
        }
    }
    if (!method.startsWith("_posthog/"_L1) || method.size() == 9) {
        return compact(entry);
    }
    QJsonObject told = params;
    told.remove("sessionId"_L1);
    return method.sliced(9) + (told.isEmpty() ? QString() : u' ' + compact(told));
}

} // namespace

QString methodOf(const QJsonObject &entry)
{
    const QString method = entry.value("notification"_L1).toObject().value("method"_L1).toString();
    return method.startsWith("__"_L1) ? method.sliced(1) : method;
}

bool isPassing(const QJsonObject &entry)
{
    const QJsonValue update = entry.value("notification"_L1)["params"_L1]["update"_L1];
    return methodOf(entry) == "session/update"_L1 && update["sessionUpdate"_L1].toString() == "agent_message_chunk"_L1;
}

QByteArray linesOf(const QJsonObject &entry)
{
    const QString said = sayingOf(entry);
    const QString at = entry.value("timestamp"_L1).toString();
    return said.isEmpty() ? QByteArray() : ((at.isEmpty() ? said : at + u' ' + said) + u'\n').toUtf8();
}

Sort sortOf(const QJsonObject &event)
{
    static const QHash<QString, Sort> sorts{{u"task_run_state"_s, Sort::RunState},
                                            {u"permission_request"_s, Sort::Permission},
                                            {u"keepalive"_s, Sort::KeepAlive}};
    return sorts.value(event.value("type"_L1).toString(), Sort::Entry);
}

QJsonObject consoleEntry(const QString &run, const QString &level, const QString &message, const QString &at)
{
    const QJsonObject params{{u"sessionId"_s, run}, {u"level"_s, level}, {u"message"_s, message}};
    return {{u"type"_s, u"notification"_s},
            {u"timestamp"_s, at},
            {u"notification"_s,
             QJsonObject{{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, u"_posthog/console"_s}, {u"params"_s, params}}}};
}

QJsonArray entriesIn(const QByteArray &jsonLines)
{
    QJsonArray entries;
    for (const QByteArray &line : jsonLines.split('\n')) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        entries.append(entry.isEmpty() ? consoleEntry({}, u"info"_s, QString::fromUtf8(line.trimmed()), {}) : entry);
    }
    return entries;
}

} // namespace providers::posthog
