// SPDX-License-Identifier: Apache-2.0
#include "app/domain/connections/losses.h"

#include "app/domain/input/environment.h"
#include "app/domain/sync/automationmerge.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Losses", text);
}

/// What it means that a field is not kept there.
QString meaningOf(const QString &field)
{
    static const QHash<QString, const char *> known{
        {u"triggers"_s, QT_TRANSLATE_NOOP("Losses", "Nothing starts it there by itself.")},
        {u"approval"_s, QT_TRANSLATE_NOOP("Losses", "People are asked only about runs that are started from here.")},
        {u"retry"_s, QT_TRANSLATE_NOOP("Losses", "A run that fails is not tried again.")},
        {u"overlap"_s, QT_TRANSLATE_NOOP("Losses", "Only runs that are started from here wait for each other.")},
        {u"max_parallel"_s, QT_TRANSLATE_NOOP("Losses", "Only runs that are started from here wait for each other.")},
        {u"resource_locks"_s, QT_TRANSLATE_NOOP("Losses", "Only runs that are started from here respect its locks.")},
        {u"timeout_s"_s, QT_TRANSLATE_NOOP("Losses", "A run is not ended after its time.")},
        {u"env"_s, QT_TRANSLATE_NOOP("Losses", "Its runs do not get these variables.")},
        {u"arguments"_s, QT_TRANSLATE_NOOP("Losses", "Its runs are not asked for arguments.")},
        {u"limits"_s, QT_TRANSLATE_NOOP("Losses", "Its runs may use as much as they like.")},
        {u"notify"_s, QT_TRANSLATE_NOOP("Losses", "Only this program tells of its runs, while it is connected.")},
        {u"acl"_s, QT_TRANSLATE_NOOP("Losses", "Who may see it there is up to that system.")},
        {u"retention"_s, QT_TRANSLATE_NOOP("Losses", "How long runs are kept there is up to that system.")},
    };
    return say(known.value(field, QT_TRANSLATE_NOOP("Losses", "It is kept here only.")));
}

} // namespace

QList<Loss> lossesOf(const Automation &automation, const Capabilities &capabilities)
{
    QList<Loss> losses;
    const QStringList lost = lostFields(automation, capabilities.carries);
    for (const QString &field : lost) {
        losses.append({field, meaningOf(field)});
    }
    if (automation.params.contains("code"_L1) && !lost.contains(u"params"_s) && !capabilities.has(Capability::Code)) {
        losses.append({u"params.code"_s,
                       say(QT_TRANSLATE_NOOP("Losses", "The system takes no code: it has to be there already."))});
    }
    const QStringList secrets = capabilities.has(Capability::Secrets) ? QStringList() : secretsOf(automation).keys();
    for (const QString &name : secrets) {
        losses.append(
            {u"secret "_s + name,
             say(QT_TRANSLATE_NOOP("Losses",
                                   "Its value stays in the keyring of this machine; there the name means nothing."))});
    }
    return losses;
}

} // namespace domain
