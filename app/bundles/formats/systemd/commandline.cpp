// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/systemd/commandline.h"

#include "app/bundles/transfer/shelltext.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

/// `%h` is no text but a variable of whoever runs it.
const QString homeMark = u"${HOME}"_s;

base::Result<QString> specifier(QChar letter, const UnitNames &names)
{
    const QString base = names.unit.section(u'.', 0, -2);
    switch (letter.unicode()) {
    case u'%':
        return u"%"_s;
    case u'n':
        return names.unit;
    case u'N':
        return base;
    case u'p':
    case u'P':
        return base.section(u'@', 0, 0);
    case u'i':
    case u'I':
        return base.contains(u'@') ? base.section(u'@', 1) : QString();
    case u'h':
        return homeMark;
    default:
        return base::invalid({}, u"%%1 has no counterpart here"_s.arg(letter));
    }
}

QChar escaped(QChar letter)
{
    static const QHash<QChar, QChar> known{{u'n', u'\n'}, {u't', u'\t'}, {u's', u' '},  {u'r', u'\r'},
                                           {u'a', u'\a'}, {u'b', u'\b'}, {u'f', u'\f'}, {u'v', u'\v'}};
    return known.value(letter, letter);
}

/// Words with their quotes and escapes taken away and specifiers replaced; a `;` that stands alone is a null word.
class Words
{
public:
    Words(const QString &line, const UnitNames &names) : m_line(line), m_names(names) {}

    base::Result<QStringList> read()
    {
        for (; m_at < m_line.size(); ++m_at) {
            CHECK(take(m_line[m_at]));
        }
        if (!m_quote.isNull()) {
            return base::invalid({}, u"a quote is not closed in %1"_s.arg(m_line.left(100)));
        }
        finish();
        return m_words;
    }

private:
    base::Status take(QChar letter)
    {
        if (letter == u'\\' && m_at + 1 < m_line.size()) {
            m_word += escaped(m_line[++m_at]);
            m_begun = true;
            m_bare = false;
        } else if (!m_quote.isNull()) {
            if (letter == m_quote) {
                m_quote = QChar();
            } else {
                return add(letter);
            }
        } else if (letter.isSpace()) {
            finish();
        } else if ((letter == u'"' || letter == u'\'') && m_word.isEmpty()) {
            m_quote = letter;
            m_begun = true;
            m_bare = false;
        } else {
            return add(letter);
        }
        return {};
    }

    base::Status add(QChar letter)
    {
        m_begun = true;
        if (letter == u'%' && m_at + 1 < m_line.size()) {
            TRY(const QString text, specifier(m_line[++m_at], m_names));
            m_word += text;
            return {};
        }
        m_word += letter;
        return {};
    }

    void finish()
    {
        if (m_begun) {
            m_words.append(m_bare && m_word == ";"_L1 ? QString() : m_word.isEmpty() ? u""_s : m_word);
        }
        m_word.clear();
        m_begun = false;
        m_bare = true;
    }

    const QString m_line;
    const UnitNames &m_names;
    QStringList m_words;
    QString m_word;
    QChar m_quote;
    bool m_begun = false;
    bool m_bare = true; ///< Nothing of the word was quoted.
    qsizetype m_at = 0;
};

/// For /bin/sh: a lone `$NAME` is split there as systemd splits it, `${NAME}` inside a word is not.
QString forShell(const QString &word)
{
    static const QRegularExpression lone(QRegularExpression::anchoredPattern(u"\\$[A-Za-z_][A-Za-z0-9_]*"_s));
    static const QRegularExpression inside(u"\\$\\$|\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}"_s);
    if (lone.match(word).hasMatch()) {
        return word;
    }
    QString text;
    qsizetype at = 0;
    bool variables = false;
    auto matches = inside.globalMatch(word);
    const auto literally = [](const QString &part) {
        static const QRegularExpression special(u"([\\\\\"$`])"_s);
        return QString(part).replace(special, u"\\\\1"_s);
    };
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        text += literally(word.mid(at, match.capturedStart() - at));
        const bool isVariable = match.captured() != "$$"_L1;
        text += isVariable ? match.captured() : u"\\$"_s;
        variables = variables || isVariable;
        at = match.capturedEnd();
    }
    if (!variables) {
        return quoted(QString(word).replace("$$"_L1, "$"_L1));
    }
    return u'"' + text + literally(word.mid(at)) + u'"';
}

bool isPlain(const QStringList &words)
{
    return std::none_of(words.begin(), words.end(), [](const QString &word) { return word.contains(u'$'); });
}

base::Result<ServiceCommand> commandOf(QStringList words)
{
    ServiceCommand command;
    QString program = words.value(0);
    while (!program.isEmpty() && u"-@:+!|"_s.contains(program.at(0))) {
        command.mayFail = command.mayFail || program.at(0) == u'-';
        command.privileged = command.privileged || program.at(0) == u'+' || program.at(0) == u'!';
        command.otherName = command.otherName || program.at(0) == u'@';
        program.remove(0, 1);
    }
    if (program.isEmpty()) {
        return base::invalid({}, u"a command has no program"_s);
    }
    words[0] = program;
    if (command.otherName && words.size() > 1) {
        words.removeAt(1);
    }
    QStringList texts;
    for (const QString &word : std::as_const(words)) {
        texts.append(forShell(word));
    }
    command.shell = texts.join(u' ');
    if (isPlain(words)) {
        command.argv = words;
    }
    return command;
}

} // namespace

base::Result<QList<ServiceCommand>> serviceCommands(const QString &line, const UnitNames &names)
{
    TRY(const QStringList words, Words(line, names).read());
    QList<ServiceCommand> commands;
    QStringList part;
    for (qsizetype i = 0; i <= words.size(); ++i) {
        if (i < words.size() && !words.at(i).isNull()) {
            part.append(words.at(i));
        } else if (!part.isEmpty()) {
            TRY(const ServiceCommand command, commandOf(part));
            commands.append(command);
            part.clear();
        }
    }
    return commands;
}

} // namespace bundles
