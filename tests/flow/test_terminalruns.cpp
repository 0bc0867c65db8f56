// SPDX-License-Identifier: Apache-2.0
// Scripts that run in a terminal of their own, from the process to the stored log.
#include "app/search/seentext.h"
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::await;

class TerminalRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProgramThatBuffersAPipeIsSeenAtOnce()
    {
        test::EngineHouse house;
        house.start();
        const QString command = u"(echo seen; exec sleep 100) | grep seen"_s;
        const base::RunId piped = begin(house, command, false);
        QTRY_COMPARE(statusOf(house, piped), domain::RunStatus::Running);
        const base::RunId terminal = begin(house, command, true);
        QTRY_COMPARE(logOf(house, terminal), "seen\n"_ba);
        QCOMPARE(statusOf(house, terminal), domain::RunStatus::Running);
        QCOMPARE(logOf(house, piped), QByteArray()); // The opposite, or the rest shows nothing.
    }

    void itHasASizeAndColours()
    {
        test::EngineHouse house;
        house.start();
        const QString command = u"stty size <&1; echo seen | grep --color=auto seen"_s;
        const base::RunId run = begin(house, command, true);
        QTRY_VERIFY(domain::isFinal(statusOf(house, run)));
        const QByteArray log = logOf(house, run);
        QVERIFY2(log.startsWith("24 80\n"), log.constData());
        QVERIFY2(log.contains("\x1b[") && log.contains("seen"), log.constData());
        const base::RunId plain = begin(house, u"echo seen | grep --color=auto seen"_s, false);
        QTRY_VERIFY(domain::isFinal(statusOf(house, plain)));
        QCOMPARE(logOf(house, plain), "seen\n"_ba);
    }

    void progressIsKeptAsItCameAndShownAsItEnded()
    {
        for (const bool pty : {true, false}) {
            test::EngineHouse house;
            house.start();
            const base::RunId run = begin(house, uR"(printf '10%%\r50%%\r100%% done\nnext\n')"_s, pty);
            QTRY_VERIFY(domain::isFinal(statusOf(house, run)));
            const QByteArray log = logOf(house, run);
            QCOMPARE(log, "10%\r50%\r100% done\nnext\n"_ba);
            QByteArray buffer;
            QCOMPARE(search::seenText(log, buffer).toByteArray(), "100% done\nnext\n"_ba);
        }
    }

private:
    static base::RunId begin(test::EngineHouse &house, const QString &command, bool pty)
    {
        domain::Automation automation = test::someAutomation(pty ? u"Terminal"_s : u"Piped"_s);
        automation.params = {{u"command"_s, command}, {u"pty"_s, pty}};
        const auto made = await(house.store->automations().create({automation}, u"ann"_s));
        return await(house.store->runs().request(made->first().id, u"ann"_s))->id;
    }
    static domain::RunStatus statusOf(test::EngineHouse &house, const base::RunId &run)
    {
        return await(house.store->runs().get(run))->status;
    }
    static QByteArray logOf(test::EngineHouse &house, const base::RunId &run)
    {
        return await(house.store->logs().read(run, 0, 1000))->bytes;
    }
};

REGISTER_TEST(TerminalRunsTest);
#include "test_terminalruns.moc"
