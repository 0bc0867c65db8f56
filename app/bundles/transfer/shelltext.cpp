// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/shelltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

/// Means itself to every shell.
bool isPlain(QChar c)
{
    return c.unicode() < 128 && (c.isLetterOrNumber() || u"_@%+=:,./-"_s.contains(c));
}

} // namespace

QString quoted(const QString &word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain)) {
        return word;
    }
    return u'\'' + QString(word).replace(u"'"_s, u"'\\''"_s) + u'\'';
}

QString quotedAll(const QStringList &words)
{
    QStringList all;
    for (const QString &word : words) {
        all.append(quoted(word));
    }
    return all.join(u' ');
}

QStringList wordsOf(const QString &line)
{
    QStringList words{QString()};
    bool inQuotes = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = line.at(at);
        if (c == u'\'') {
            inQuotes = !inQuotes;
        } else if (!inQuotes && c == u' ') {
            words.append(QString());
        } else if (!inQuotes && QStringView(line).sliced(at).startsWith(u"\\'")) {
            words.last() += line.at(++at);
        } else if (inQuotes || isPlain(c)) {
            words.last() += c;
        } else {
            return {};
        }
    }
    return inQuotes ? QStringList() : words;
}

QString withInput(const QString &command, const QString &input)
{
    QString mark = u"END_OF_INPUT"_s;
    while (input.contains(mark)) {
        mark += u'_';
    }
    return u"{ %1\n} <<'%2'\n%3\n%2\n"_s.arg(command, mark, input);
}

} // namespace bundles
