// SPDX-License-Identifier: Apache-2.0
// Sound automations by chance, and edits of them. A small set of values, so that both sides often do the same.
#pragma once

#include "app/domain/automation.h"

#include <QRandomGenerator>

namespace test {

class RandomAutomations
{
public:
    explicit RandomAutomations(quint32 seed) : m_random(seed) {}

    domain::Automation one()
    {
        domain::Automation automation;
        automation.name = QStringLiteral("Backup");
        automation.type = QStringLiteral("script");
        automation.params = {{QStringLiteral("command"), QStringLiteral("true")}};
        return edited(automation, 5);
    }

    /// Up to `edits` of its fields are something else; sound again.
    domain::Automation edited(const domain::Automation &automation, int edits)
    {
        for (;;) {
            domain::Automation changed = automation;
            for (int i = below(edits + 1); i > 0; --i) {
                edit(changed);
            }
            if (domain::automationFromJson(domain::toJson(changed), domain::Provenance::Store)) {
                return changed;
            }
        }
    }

    int below(int end) { return m_random.bounded(end); }

private:
    QString word() { return QStringLiteral("word%1").arg(below(4)); }

    void edit(domain::Automation &a)
    {
        switch (below(14)) {
        case 0:
            a.name = word();
            break;
        case 1:
            a.description = word();
            break;
        case 2:
            toggle(a.tags);
            break;
        case 3:
            a.params.insert(QStringLiteral("command"), word());
            break;
        case 4:
            a.params.insert(QStringLiteral("deep"), deep(a.params.value(QStringLiteral("deep")).toObject()));
            break;
        case 5:
            a.params.remove(QStringLiteral("deep"));
            break;
        case 6:
            a.env.insert(word(), word());
            break;
        case 7:
            a.env.remove(word());
            break;
        case 8:
            a.timeoutSeconds = below(3);
            break;
        case 9:
            a.triggers = triggers();
            break;
        case 10:
            a.arguments = arguments();
            break;
        case 11:
            kind(a);
            break;
        case 12:
            a.icon = word();
            break; // not carried
        case 13:
            a.approval = below(2) == 0 ? std::nullopt : std::optional(domain::ApprovalPolicy{.quorum = 1 + below(3)});
            break;
        }
    }

    void toggle(QStringList &tags)
    {
        const QString tag = word();
        if (tags.removeAll(tag) == 0) {
            tags.append(tag);
        }
    }
    QJsonObject deep(QJsonObject before)
    {
        before.insert(word(), word());
        return before;
    }
    void kind(domain::Automation &a)
    {
        a.type = below(2) == 0 ? QStringLiteral("script") : QStringLiteral("http");
        a.params = {{a.type == QStringLiteral("http") ? QStringLiteral("url") : QStringLiteral("command"), word()}};
    }
    QList<domain::Trigger> triggers()
    {
        QList<domain::Trigger> made;
        for (int i = below(3); i > 0; --i) {
            made.append(domain::FileChange{.path = QStringLiteral("/tmp/") + word(), .settleMs = 1000});
        }
        return made;
    }
    /// Sometimes one that a trigger can't answer, which does not go with every other edit.
    QList<domain::Argument> arguments()
    {
        QList<domain::Argument> made;
        for (int i = below(3); i > 0; --i) {
            domain::Argument argument;
            argument.name = QStringLiteral("argument%1").arg(i);
            argument.kind = domain::ArgumentKind::Input;
            argument.required = below(2) == 0;
            made.append(argument);
        }
        return made;
    }

    QRandomGenerator m_random;
};

} // namespace test
