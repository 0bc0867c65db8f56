// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/workflow/stepwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::StepsTable)
};

/// Parts between `;`, without the `\` before what is meant as it stands.
QStringList parts(const QString &text)
{
    QStringList all{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && i + 1 < text.size())
            all.last().append(text.at(++i));
        else if (text.at(i) == u';')
            all.append(QString());
        else
            all.last().append(text.at(i));
    }
    return all;
}

QString guarded(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s);
}

} // namespace

QString afterText(const QJsonArray &after)
{
    QStringList words;
    for (const QJsonValue edge : after) {
        const QString step = edge[u"step"].toString();
        const QString on = edge[u"on"].toString();
        words.append(on == "failure"_L1 ? Words::tr("%1 on failure").arg(step)
                     : on == "any"_L1   ? Words::tr("%1 always").arg(step)
                                        : step);
    }
    return words.join(u"; "_s);
}

QJsonArray afterFromText(const QString &text)
{
    const QString failure = Words::tr("%1 on failure").arg(QString()).trimmed();
    const QString always = Words::tr("%1 always").arg(QString()).trimmed();
    QJsonArray after;
    const QStringList written = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : written) {
        QString step = part.trimmed();
        QString on = u"success"_s;
        if (step.endsWith(u' ' + failure)) {
            on = u"failure"_s;
            step.chop(failure.size() + 1);
        } else if (step.endsWith(u' ' + always)) {
            on = u"any"_s;
            step.chop(always.size() + 1);
        }
        if (!step.isEmpty())
            after.append(QJsonObject{{u"step"_s, step.trimmed()}, {u"on"_s, on}});
    }
    return after;
}

QString argumentsText(const QJsonObject &arguments)
{
    QStringList words;
    for (auto it = arguments.begin(); it != arguments.end(); ++it)
        words.append(guarded(it.key()) + u'=' + guarded(it.value().toVariant().toString()));
    return words.join(u"; "_s);
}

QJsonObject argumentsFromText(const QString &text)
{
    QJsonObject arguments;
    const QStringList written = parts(text);
    for (const QString &part : written) {
        const QString name = part.section(u'=', 0, 0).trimmed();
        if (!name.isEmpty())
            arguments.insert(name, part.section(u'=', 1));
    }
    return arguments;
}

} // namespace ui
