// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/shelltext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

QString quoted(const QString &word)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_@%+=:,./-]+"_s));
    if (plain.match(word).hasMatch()) {
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

QString withInput(const QString &command, const QString &input)
{
    QString mark = u"END_OF_INPUT"_s;
    while (input.contains(mark)) {
        mark += u'_';
    }
    return u"{ %1\n} <<'%2'\n%3\n%2\n"_s.arg(command, mark, input);
}

} // namespace bundles
