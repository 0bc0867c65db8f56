// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/script/script.h"

#include "app/kinds/script/scriptjob.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

/// What follows `#!` in the first line, as the kernel reads it: a program and at most one argument.
QStringList namedByFirstLine(const QString &script)
{
    if (!script.startsWith("#!"_L1)) {
        return {};
    }
    const QString line = script.mid(2, script.indexOf(u'\n') < 0 ? -1 : script.indexOf(u'\n') - 2).trimmed();
    const qsizetype space = line.indexOf(u' ');
    return space < 0 ? QStringList{line} : QStringList{line.first(space), line.sliced(space + 1).trimmed()};
}

engine::Program inlineScript(const QJsonObject &params)
{
    engine::Program program;
    program.script = params.value("script"_L1).toString();
    program.argv = QProcess::splitCommand(params.value("interpreter"_L1).toString());
    if (program.argv.isEmpty()) {
        program.argv = namedByFirstLine(program.script);
    }
    if (program.argv.isEmpty() || program.argv.first().isEmpty()) {
        program.argv = {u"/bin/sh"_s};
    }
    program.scriptAt = program.argv.size();
    program.argv.append(QString());
    return program;
}

} // namespace

domain::KindInfo Script::info() const
{
    using domain::FieldType;
    return {.type = u"script"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Script"),
            .icon = u"kind-script"_s,
            .fields = {{.name = u"command"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Command"),
                        .help = QT_TRANSLATE_NOOP("catalog", "A command line for /bin/sh."),
                        .type = FieldType::Command},
                       {.name = u"script"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Script"),
                        .help = QT_TRANSLATE_NOOP("catalog", "Text that is run by its interpreter."),
                        .type = FieldType::Script},
                       {.name = u"argv"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Program and arguments"),
                        .help = QT_TRANSLATE_NOOP("catalog", "One a line; no shell reads them."),
                        .type = FieldType::Texts},
                       {.name = u"interpreter"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Interpreter"),
                        .help = QT_TRANSLATE_NOOP(
                            "catalog", "What runs the script, for instance python3; else its first line says it."),
                        .type = FieldType::Command},
                       {.name = u"pty"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Terminal"),
                        .help = QT_TRANSLATE_NOOP("catalog", "Programs that hold back what they write to a pipe show "
                                                             "it at once. Standard output and standard error become "
                                                             "one stream."),
                        .type = FieldType::Flag,
                        .fallback = false},
                       {.name = u"result_from"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Result"),
                        .help = QT_TRANSLATE_NOOP("catalog", "last_line_json: the last line of the output is a JSON "
                                                             "document with state and data."),
                        .type = FieldType::Choice,
                        .fallback = u"none"_s,
                        .choices = {u"none"_s, u"last_line_json"_s}},
                       {.name = u"artifacts"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Artifacts"),
                        .help = QT_TRANSLATE_NOOP("catalog", "Patterns of files that a run leaves, one a line: "
                                                             "reports/*.txt."),
                        .type = FieldType::Texts}},
            .oneOf = {u"command"_s, u"script"_s, u"argv"_s}};
}

base::Status Script::check(const domain::Automation &automation) const
{
    const QJsonObject &params = automation.params;
    const ScriptAnswers wanted = answersWanted(automation);
    if (automation.survivesEngine && (wanted.lastLine || !wanted.artifacts.isEmpty())) {
        return base::invalid(u"survives_engine"_s,
                             u"a run that answers a result or leaves artifacts can't go on without the engine"_s);
    }
    if (automation.survivesEngine && params.value("pty"_L1).toBool()) {
        return base::invalid(u"survives_engine"_s, u"a run with a terminal can't go on without the engine"_s);
    }
    if (!automation.runAs.isEmpty()) {
        const QString prefix = QProcess::splitCommand(automation.runAs).value(0);
        if (engine::findProgram(prefix).isEmpty()) {
            return base::invalid(u"run_as"_s, u"%1 was not found on this machine"_s.arg(prefix));
        }
    }
    const QString program = scriptProgram(params).argv.value(0);
    if (engine::findProgram(program).isEmpty()) {
        const bool inlined = !params.value("script"_L1).toString().isEmpty();
        const QString field =
            inlined ? (params.contains("interpreter"_L1) ? u"interpreter"_s : u"script"_s) : u"argv"_s;
        return base::invalid(u"params."_s + field,
                             inlined ? u"the interpreter %1 was not found on this machine"_s.arg(program)
                                     : u"%1 was not found on this machine"_s.arg(program));
    }
    return {};
}

engine::Program scriptProgram(const QJsonObject &params)
{
    if (const QString command = params.value("command"_L1).toString(); !command.trimmed().isEmpty()) {
        return {.argv = {u"/bin/sh"_s, u"-c"_s, command, u"sh"_s}};
    }
    if (!params.value("script"_L1).toString().isEmpty()) {
        return inlineScript(params);
    }
    engine::Program program;
    for (const QJsonValue argument : params.value("argv"_L1).toArray()) {
        program.argv.append(argument.toString());
    }
    return program;
}

std::unique_ptr<engine::Job> Script::makeJob(const engine::JobContext &context) const
{
    const ScriptAnswers wanted = answersWanted(context.automation);
    const bool answers = wanted.lastLine || !wanted.artifacts.isEmpty();
    engine::Program program = scriptProgram(context.automation.params);
    program.maySurvive = !answers;
    program.terminal = context.automation.params.value("pty"_L1).toBool();
    program.input = context.requestBody;
    program.tellsRequest = true;
    auto process = std::make_unique<engine::ProcessJob>(context, std::move(program));
    if (!answers) {
        return process;
    }
    return std::make_unique<ScriptJob>(std::move(process), wanted, m_pool);
}

} // namespace kinds
