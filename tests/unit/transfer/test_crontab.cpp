// SPDX-License-Identifier: Apache-2.0
// Crontabs: what becomes of their lines, and whether they fire when cron would.
#include "app/bundles/formats/crontab/vixie.h"
#include "tests/support/registry.h"
#include "tests/unit/transfer/wrongthings.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class CrontabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoHundredLinesKeepTheirTimesOrSaySo()
    {
        const auto plan = test::plan(test::fileBytes(QFINDTESTDATA("crontab-200.txt")), u"auto"_s);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message()));
        QCOMPARE(plan->format, u"crontab"_s);
        QCOMPARE(plan->items.size() + plan->left.size(), 200);
        for (const bundles::LeftOut &left : plan->left) {
            qInfo("%s: %s (%s)", qPrintable(left.origin), qPrintable(left.what), qPrintable(left.reason));
        }
        QVERIFY(plan->left.isEmpty());
        qint64 times = 0;
        int different = 0;
        for (const bundles::PlannedAutomation &item : plan->items) {
            QVERIFY2(item.automation.paused, qPrintable(item.origin));
            const bool reboot = item.automation.description.contains("@reboot"_L1);
            QCOMPARE(item.fires.has_value(), !reboot);
            if (!item.fires) {
                continue;
            }
            times += item.fires->there;
            different += item.fires->same() ? 0 : 1;
            QCOMPARE(item.fires->there - item.fires->here, balance(*item.fires));
        }
        qInfo("%lld times of 200 lines in ten years; %d lines differ", static_cast<long long>(times), different);
        QVERIFY(times > 1'000'000);
        // Several fixed times that a clock change leaves out are one run here.
        QVERIFY(different > 0 && different < 40);
    }
    void aDifferenceIsToldWithItsDate()
    {
        const auto plan = test::plan("0,30 2 * * * true\n", u"crontab"_s);
        const bundles::FireCheck &fires = *plan->items.first().fires;
        QCOMPARE(fires.count, 10); // a spring a year
        QCOMPARE(bundles::inWords(fires, 1).first(), u"2027-03-28T03:00:00+02:00 only the original fires"_s);
        QVERIFY(bundles::inWords(fires, 1).last().startsWith("and 9 more until 2036-"_L1));
    }

    void zonesWithoutChangesWork()
    {
        const auto plan = bundles::planImport({.name = {}, .bytes = "0 3 * * * true\n", .beside = {}}, u"crontab"_s,
                                              test::around(u"UTC"_s));
        QVERIFY(plan->items.first().fires->same());
        QCOMPARE(plan->items.first().fires->there, 3653);
    }

    void theRuleOfTheTwoDayFields_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("cron");
        QTest::newRow("either") << QByteArray("0 4 13 * 5 true") << u"0 4 13 * 5"_s;
        QTest::newRow("a star with a step is a star") << QByteArray("0 4 */2 * 1 true") << u"0 4 */2 * +1"_s;
        QTest::newRow("days of the week") << QByteArray("0 4 1 * */2 true") << u"0 4 1 * +*/2"_s;
        QTest::newRow("names") << QByteArray("0 9 * jan-mar mon-fri true") << u"0 9 * jan-mar mon-fri"_s;
    }
    void theRuleOfTheTwoDayFields()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, cron);
        const auto plan = test::plan(line, u"crontab"_s);
        QVERIFY(plan && plan->items.size() == 1);
        QCOMPARE(std::get<domain::Schedule>(plan->items.first().automation.triggers.first()).cron, cron);
        QVERIFY(plan->items.first().fires->same());
    }

    void commandsKeepTheirInputAndEnvironment()
    {
        const auto plan = test::plan("HOME=/srv\nFOO = \"a b\"\n# say hello\n0 7 * * * cat >> x%one%two\\%\n"
                                     "SHELL=/bin/bash\nMAILTO=ops@example.org\n@reboot echo 1\n",
                                     u"crontab"_s);
        QCOMPARE(plan->items.size(), 2);
        const domain::Automation &cat = plan->items.first().automation;
        QCOMPARE(cat.name, u"say hello"_s);
        QCOMPARE(cat.workingDirectory, u"/srv"_s);
        QCOMPARE(cat.env.value(u"FOO"_s), u"a b"_s);
        QCOMPARE(cat.params.value(u"script"_s).toString(),
                 u"{ cat >> x\n} <<'END_OF_INPUT'\none\ntwo%\nEND_OF_INPUT\n"_s);
        const bundles::PlannedAutomation &boot = plan->items.last();
        QCOMPARE(boot.automation.params.value(u"interpreter"_s).toString(), u"/bin/bash"_s);
        QVERIFY(std::holds_alternative<domain::Startup>(boot.automation.triggers.first()));
        QVERIFY(boot.notes.first().contains("@reboot"_L1));
        QVERIFY(boot.notCarried.first().contains("MAILTO"_L1));
    }
    void crontabsOfTheSystemNameAUser()
    {
        const QByteArray text = "17 * * * * root run-parts /etc/cron.hourly\n5 5 * * * backup tar -c /srv\n"
                                "6 6 * * * kim true\n";
        for (const QString &path : {QString(), u"/etc/cron.d/jobs"_s}) {
            const auto plan = test::plan(text, u"crontab"_s, path);
            QCOMPARE(plan->items.at(0).automation.runAs, u"sudo -n -u root"_s);
            QCOMPARE(plan->items.at(0).automation.params.value(u"command"_s).toString(),
                     u"run-parts /etc/cron.hourly"_s);
            QCOMPARE(plan->items.at(2).automation.runAs, QString());
        }
        const auto hostile = test::plan("0 0 * * * -u$(id) true\n", u"crontab"_s, u"/etc/cron.d/x"_s);
        QVERIFY(!hostile);
    }
    void zonesAndFaultsAreTold()
    {
        const auto plan = test::plan("CRON_TZ=America/New_York\n0 9 * * * true\n61 * * * * true\n5/10 * * * * true\n"
                                     "what is this\n",
                                     u"crontab"_s);
        QCOMPARE(plan->items.size(), 1);
        QCOMPARE(std::get<domain::Schedule>(plan->items.first().automation.triggers.first()).timezone,
                 u"America/New_York"_s);
        QVERIFY(plan->items.first().fires->same());
        QCOMPARE(plan->left.size(), 3);
        QStringList origins;
        for (const bundles::LeftOut &left : plan->left) {
            origins.append(left.origin);
        }
        origins.sort();
        QCOMPARE(origins, (QStringList{u"line 3"_s, u"line 4"_s, u"line 5"_s}));
    }

    void whatIsExportedComesBack()
    {
        const auto first = test::plan(test::fileBytes(QFINDTESTDATA("crontab-200.txt")), u"crontab"_s);
        QList<domain::Automation> automations = first->automations();
        for (domain::Automation &automation : automations) {
            automation.paused = false;
        }
        const auto written = bundles::exported(automations, u"crontab"_s, {test::around().now, u"Europe/Berlin"_s});
        QVERIFY(written);
        for (const bundles::LeftOut &left : written->left) {
            qInfo("%s: %s", qPrintable(left.what), qPrintable(left.reason));
        }
        const auto again = test::plan(written->bytes, u"crontab"_s);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message()));
        QCOMPARE(again->items.size() + written->left.size(), first->items.size());
        QVERIFY(written->left.size() < 5);
        QList<domain::Automation> carried = again->automations();
        for (domain::Automation &automation : carried) {
            automation.paused = false;
        }
        const auto twice = bundles::exported(carried, u"crontab"_s, {test::around().now, u"Europe/Berlin"_s});
        QVERIFY(twice && twice->left.isEmpty());
        QCOMPARE(jobsIn(twice->bytes), jobsIn(written->bytes));
    }

private:
    /// All but comments and empty lines, a line each.
    static QByteArray jobsIn(const QByteArray &crontab)
    {
        QByteArray jobs;
        for (const QByteArray &line : crontab.split('\n')) {
            if (!line.trimmed().isEmpty() && !line.startsWith('#')) {
                jobs += line + '\n';
            }
        }
        return jobs;
    }
    /// Times only there, less times only here.
    static qint64 balance(const bundles::FireCheck &check)
    {
        qint64 sum = 0;
        for (const bundles::FireDifference &one : check.differences) {
            sum += one.where == bundles::FireDifference::Where::OnlyThere ? 1 : -1;
        }
        return check.count == check.differences.size() ? sum : check.there - check.here;
    }
};

REGISTER_TEST(CrontabTest);
#include "test_crontab.moc"
