// SPDX-License-Identifier: Apache-2.0
#include "app/cli/invocation.h"

#include "app/cli/commands/commandtable.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

base::Error usageError(const QString &detail)
{
    return base::invalid({}, detail);
}

bool isGroup(const QString &word)
{
    return std::any_of(commandTable().begin(), commandTable().end(),
                       [&word](const CommandSpec &spec) { return spec.name.startsWith(word + u' '); });
}

QStringList wordsAfter(const QString &group)
{
    QStringList words;
    for (const CommandSpec &spec : commandTable()) {
        if (spec.name.startsWith(group + u' ')) {
            words.append(spec.name.mid(group.size() + 1));
        }
    }
    return words;
}

/// Walks the arguments once. Before the command only the options of the program are known, after it also its own.
class Parser
{
public:
    explicit Parser(const QStringList &arguments) : m_arguments(arguments) {}

    base::Result<Invocation> parse()
    {
        while (m_at < m_arguments.size()) {
            CHECK(next());
        }
        CHECK(checkCommand());
        return m_invocation;
    }

private:
    base::Status next()
    {
        const QString &word = m_arguments.at(m_at++);
        if (m_operandsOnly || word == "-"_L1 || !word.startsWith(u'-')) {
            return operand(word);
        }
        if (word == "--"_L1) {
            m_operandsOnly = true;
            return {};
        }
        return option(word);
    }

    base::Status operand(const QString &word)
    {
        if (m_spec != nullptr) {
            m_invocation.arguments.append(word);
            return {};
        }
        const QString name = m_group.isEmpty() ? word : m_group + u' ' + word;
        m_spec = findCommand(name);
        if (m_spec != nullptr) {
            m_invocation.command = name;
            return {};
        }
        if (m_group.isEmpty() && isGroup(word)) {
            m_group = word;
            return {};
        }
        if (!m_group.isEmpty()) {
            return usageError(u"%1 knows %2, not %3"_s.arg(m_group, wordsAfter(m_group).join(u", "_s), word));
        }
        return usageError(u"there is no command %1; see signalbox --help"_s.arg(word));
    }

    const OptionSpec *find(const QString &name) const
    {
        static const QList<OptionSpec> outside{
            {u"version"_s, OptionSpec::Kind::Switch, {}, {}, {}},
            {u"screenshots"_s, OptionSpec::Kind::Text, u"DIR"_s, {}, {}},
        };
        const QList<OptionSpec> none;
        const QList<OptionSpec> &own = m_spec != nullptr ? m_spec->options : m_group.isEmpty() ? outside : none;
        for (const QList<OptionSpec> *options : {&own, &commonOptions()}) {
            for (const OptionSpec &spec : *options) {
                if (name == u"--"_s + spec.name || (!spec.shortName.isEmpty() && name == u'-' + spec.shortName)) {
                    return &spec;
                }
            }
        }
        return nullptr;
    }

    base::Status option(const QString &word)
    {
        const qsizetype equals = word.startsWith("--"_L1) ? word.indexOf(u'=') : -1;
        const QString name = equals < 0 ? word : word.left(equals);
        const OptionSpec *spec = find(name);
        if (spec == nullptr) {
            const QString where = m_spec != nullptr ? m_invocation.command : u"signalbox"_s;
            return usageError(u"%1 has no option %2; see --help"_s.arg(where, name));
        }
        QString value;
        if (spec->kind == OptionSpec::Kind::Switch) {
            if (equals >= 0) {
                return usageError(u"%1 takes no value"_s.arg(name));
            }
        } else if (equals >= 0) {
            value = word.mid(equals + 1);
        } else if (m_at < m_arguments.size()) {
            value = m_arguments.at(m_at++);
        } else {
            return usageError(u"%1 needs a value: %2"_s.arg(name, spec->value));
        }
        return keep(*spec, value);
    }

    base::Status keep(const OptionSpec &spec, const QString &value)
    {
        if (spec.kind == OptionSpec::Kind::Number) {
            bool ok = false;
            const qint64 number = value.toLongLong(&ok);
            if (!ok || number < spec.least || number > 1'000'000'000'000) {
                return usageError(
                    u"--%1 must be a whole number from %2, not %3"_s.arg(spec.name).arg(spec.least).arg(value));
            }
        } else if (spec.kind != OptionSpec::Kind::Switch && value.isEmpty()) {
            return usageError(u"--%1 needs a value: %2"_s.arg(spec.name, spec.value));
        }
        if (spec.kind == OptionSpec::Kind::Texts) {
            m_invocation.lists[spec.name].append(value);
        } else if (spec.name == "store"_L1) {
            m_invocation.store = value;
        } else if (spec.name == "json"_L1) {
            m_invocation.json = true;
        } else if (spec.name == "help"_L1) {
            m_invocation.help = true;
        } else if (spec.name == "version"_L1) {
            m_invocation.version = true;
        } else if (spec.name == "screenshots"_L1) {
            m_invocation.screenshots = value;
        } else if (spec.name == "listen"_L1) {
            m_invocation.listen = value;
        } else {
            m_invocation.options.insert(spec.name, value);
        }
        return {};
    }

    base::Status checkCommand()
    {
        if (m_invocation.help) {
            m_invocation.command = m_spec != nullptr ? m_invocation.command : m_group;
            return {};
        }
        if (m_spec == nullptr && !m_group.isEmpty()) {
            return usageError(u"%1 needs one of %2"_s.arg(m_group, wordsAfter(m_group).join(u", "_s)));
        }
        if (m_spec == nullptr) {
            return {};
        }
        const qsizetype given = m_invocation.arguments.size();
        if (given < m_spec->least) {
            return usageError(u"%1 needs %2"_s.arg(m_spec->name, m_spec->operands));
        }
        if (given > m_spec->most) {
            return usageError(u"%1 does not take %2"_s.arg(m_spec->name, m_invocation.arguments.at(m_spec->most)));
        }
        for (const QString &argument : m_invocation.arguments) {
            if (argument.isEmpty()) {
                return usageError(u"%1 needs %2, and it must not be empty"_s.arg(m_spec->name, m_spec->operands));
            }
        }
        return {};
    }

    const QStringList &m_arguments;
    qsizetype m_at = 0;
    bool m_operandsOnly = false;
    QString m_group;
    const CommandSpec *m_spec = nullptr;
    Invocation m_invocation;
};

} // namespace

qint64 Invocation::number(QLatin1StringView name, qint64 otherwise) const
{
    const auto found = options.constFind(name);
    return found == options.constEnd() ? otherwise : found->toLongLong();
}

base::Result<Invocation> parse(const QStringList &arguments, const QProcessEnvironment &environment,
                               const QString &defaultStore)
{
    TRY(Invocation invocation, Parser(arguments).parse());
    if (invocation.store.isEmpty()) {
        invocation.store = environment.value(u"SIGNALBOX_STORE"_s);
    }
    if (invocation.store.isEmpty()) {
        invocation.store = defaultStore;
    }
    invocation.store = QDir::cleanPath(QDir().absoluteFilePath(invocation.store));
    return invocation;
}

bool needsServer(const QString &command)
{
    const CommandSpec *spec = findCommand(command);
    return spec != nullptr && spec->run != nullptr;
}

} // namespace cli
