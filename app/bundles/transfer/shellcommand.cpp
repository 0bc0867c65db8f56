// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/shellcommand.h"

#include "app/bundles/transfer/shelltext.h"

#include <QJsonArray>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

base::Error unsupported(const QString &why)
{
    return base::Error{.code = base::ErrorCode::Unsupported, .context = {}, .detail = why, .field = {}};
}

bool hasSecrets(const domain::Automation &automation)
{
    const auto refers = [](const QString &text) { return text.contains("${secret:"_L1); };
    return std::any_of(automation.env.begin(), automation.env.end(), refers) ||
           std::any_of(automation.arguments.begin(), automation.arguments.end(),
                       [](const domain::Argument &one) { return one.kind == domain::ArgumentKind::Secret; });
}

/// `#!/usr/bin/env python3` says what reads it.
QString shebang(const QString &script)
{
    const QString first = script.section(u'\n', 0, 0);
    return first.startsWith("#!"_L1) ? first.mid(2).trimmed() : QString();
}

base::Result<ShellCommand> ofScript(const QJsonObject &params)
{
    ShellCommand command;
    if (params.contains("command"_L1)) {
        command.text = params.value("command"_L1).toString();
        command.interpreter = u"/bin/sh"_s;
    } else if (params.contains("argv"_L1)) {
        QStringList words;
        for (const QJsonValue word : params.value("argv"_L1).toArray()) {
            words.append(word.toString());
        }
        command.text = quotedAll(words);
        command.interpreter = u"/bin/sh"_s;
    } else {
        command.text = params.value("script"_L1).toString();
        const QString said = params.value("interpreter"_L1).toString();
        command.interpreter = said.isEmpty() ? shebang(command.text) : said;
    }
    if (command.interpreter.isEmpty()) {
        command.interpreter = u"/bin/sh"_s;
    }
    return command;
}

ShellCommand ofService(const QJsonObject &params)
{
    const bool ofUser = params.value("scope"_L1) == u"user"_s;
    const QString action = params.value("action"_L1).toString();
    return {.text = u"systemctl %1%2 %3"_s.arg(ofUser ? u"--user "_s : QString(),
                                               action == "status"_L1 ? u"is-active"_s : action,
                                               quoted(params.value("service"_L1).toString())),
            .interpreter = u"/bin/sh"_s,
            .env = {},
            .runAs = {},
            .folder = {}};
}

} // namespace

base::Result<ShellCommand> shellCommandOf(const domain::Automation &automation)
{
    if (hasSecrets(automation)) {
        return unsupported(u"it needs secrets, which are not exported"_s);
    }
    if (!automation.arguments.isEmpty()) {
        return unsupported(u"it takes arguments"_s);
    }
    ShellCommand command;
    if (automation.type == "script"_L1) {
        TRY(command, ofScript(automation.params));
    } else if (automation.type == "service_control"_L1) {
        command = ofService(automation.params);
    } else {
        return unsupported(u"its kind %1 is of this program"_s.arg(automation.type));
    }
    command.env = automation.env;
    command.runAs = automation.runAs;
    command.folder = automation.workingDirectory;
    return command;
}

QString oneLine(const ShellCommand &command)
{
    const bool plain = !command.text.contains(u'\n') && command.interpreter == "/bin/sh"_L1;
    QString line = plain && command.runAs.isEmpty() && command.env.isEmpty()
                       ? command.text
                       : quotedAll(QProcess::splitCommand(command.interpreter)) + u" -c "_s + quoted(command.text);
    QStringList variables;
    for (auto it = command.env.begin(); it != command.env.end(); ++it) {
        variables.append(quoted(it.key() + u'=' + *it));
    }
    if (!variables.isEmpty()) {
        line = u"env %1 %2"_s.arg(variables.join(u' '), line);
    }
    if (!command.runAs.isEmpty()) {
        line = command.runAs + u' ' + line;
    }
    return command.folder.isEmpty() ? line : u"cd %1 && %2"_s.arg(quoted(command.folder), line);
}

} // namespace bundles
