// SPDX-License-Identifier: Apache-2.0
#include "app/cli/help.h"

#include "app/cli/commands/commandtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString optionText(const OptionSpec &option)
{
    QString text = u"--"_s + option.name;
    if (!option.value.isEmpty()) {
        text += u' ' + option.value;
    }
    return text;
}

QString synopsis(const CommandSpec &spec)
{
    QString text = spec.name;
    if (!spec.operands.isEmpty()) {
        text += u' ' + spec.operands;
    }
    for (const OptionSpec &option : spec.options) {
        text += u" [%1]"_s.arg(optionText(option));
    }
    return text;
}

QString optionLines(const QList<OptionSpec> &options)
{
    qsizetype width = 0;
    for (const OptionSpec &option : options) {
        width = std::max(width, optionText(option).size());
    }
    QString text;
    for (const OptionSpec &option : options) {
        const QString letter = option.shortName.isEmpty() ? QString() : u" (-%1)"_s.arg(option.shortName);
        text += u"  %1  %2%3\n"_s.arg(optionText(option).leftJustified(width), option.help, letter);
    }
    return text;
}

QString commandText(const CommandSpec &spec)
{
    const bool anybody = spec.right == domain::Right::View;
    const QString right = anybody ? QString() : u" Needs the role %1."_s.arg(domain::rightWord(spec.right));
    return u"signalbox %1\n\n%2%3\n\n%4"_s.arg(synopsis(spec), spec.help, right,
                                               optionLines(spec.options + commonOptions()));
}

} // namespace

QString usage()
{
    QString text = u"signalbox                     the window\n"
                   u"signalbox --screenshots DIR   every pane of the store as PNG files\n"
                   u"signalbox --version\n"
                   u"signalbox [COMMAND] --help\n\n"_s;
    for (const CommandSpec &spec : commandTable()) {
        text += u"signalbox "_s + synopsis(spec) + u'\n';
    }
    text += u'\n' + optionLines(commonOptions());
    text += u"\nExit status: 0 ok, 1 the thing asked about failed, 2 usage or invalid input, 3 not found,\n"
            u"4 denied, 5 conflict, 6 unavailable.\n"_s;
    return text;
}

QString usage(const QString &command)
{
    QStringList texts;
    for (const CommandSpec &spec : commandTable()) {
        if (spec.name == command || (!command.isEmpty() && spec.name.startsWith(command + u' '))) {
            texts.append(commandText(spec));
        }
    }
    return texts.isEmpty() ? usage() : texts.join(u'\n');
}

} // namespace cli
