// SPDX-License-Identifier: Apache-2.0
#include "app/domain/sync/automationmerge.h"
#include "tests/support/registry.h"
#include "tests/unit/domain/sync/randomautomation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Automation;
using domain::AutomationMerge;

namespace {

const QStringList carries{u"name"_s, u"description"_s, u"tags"_s,      u"type"_s,   u"params"_s,   u"triggers"_s,
                          u"env"_s,  u"arguments"_s,   u"timeout_s"_s, u"paused"_s, u"approval"_s, u"acl"_s};

} // namespace

class TestLostAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// They took what was sent, or not, and changed something; meanwhile it was edited here again.
    void whateverArrivedIsOurs()
    {
        test::RandomAutomations random(2);
        int arrived = 0;
        for (int i = 0; i < 500; ++i) {
            const Automation base = random.one();
            const Automation sent = random.edited(base, 3);
            const Automation there = i % 3 == 0 ? base : i % 3 == 1 ? sent : random.edited(sent, 1);
            const Automation local = random.edited(sent, 2);
            const Automation known = domain::baseAfter(base, sent, there, carries);
            const AutomationMerge merge = domain::merge(known, local, there, carries);
            if (i % 3 < 2) {
                QVERIFY(domain::sameThere(known, there, carries));
                QVERIFY(merge.conflicts.isEmpty());
                QVERIFY(domain::sameThere(merge.merged, local, carries));
                continue;
            }
            const QJsonObject s = domain::toJson(sent);
            const QJsonObject t = domain::toJson(there);
            const QJsonObject l = domain::toJson(local);
            const QJsonObject m = domain::toJson(merge.merged);
            for (const QString &field : {u"name"_s, u"description"_s, u"timeout_s"_s}) {
                if (carries.contains(field) && s.value(field) == t.value(field)) {
                    ++arrived;
                    QCOMPARE(m.value(field), l.value(field));
                }
            }
        }
        QVERIFY(arrived > 100);
    }
};

REGISTER_TEST(TestLostAnswers);
#include "test_lostanswers.moc"
