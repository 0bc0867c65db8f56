// SPDX-License-Identifier: Apache-2.0
// Timers of systemd: what becomes of them, and whether they fire when systemd says.
#include "app/bundles/formats/systemd/calendar.h"
#include "app/bundles/formats/systemd/units.h"
#include "tests/support/registry.h"
#include "tests/unit/transfer/wrongthings.h"

#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList expressions()
{
    QStringList all;
    const QStringList lines = QString::fromUtf8(test::fileBytes(QFINDTESTDATA("timers-60.txt"))).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("OnCalendar="_L1)) {
            all.append(line.section(u'=', 1));
        }
    }
    return all;
}

/// What systemd itself says, in UTC.
QStringList systemdSays(const QString &expression, int count, const QString &from)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TZ"_s, u"Europe/Berlin"_s);
    process.setProcessEnvironment(environment);
    process.start(u"systemd-analyze"_s,
                  {u"calendar"_s, u"--base-time="_s + from, u"--iterations=%1"_s.arg(count), expression});
    process.waitForFinished(20000);
    QStringList times;
    static const QRegularExpression utc(u"\\(in UTC\\): \\S+ (\\S+ \\S+) UTC"_s);
    auto matches = utc.globalMatch(QString::fromUtf8(process.readAllStandardOutput()));
    while (matches.hasNext()) {
        times.append(matches.next().captured(1));
    }
    return times;
}

QStringList weSay(const QString &expression, qsizetype count, base::Instant from)
{
    const auto times = bundles::calendarTimes(expression);
    if (!times) {
        return {times.error().message()};
    }
    const auto zone = domain::Zone::load(times->zone.isEmpty() ? u"Europe/Berlin"_s : times->zone);
    const bundles::FireTimes fires = bundles::calendarFireTimes(*times, *zone);
    QStringList all;
    const base::Instant end{std::chrono::sys_days(std::chrono::year(2200) / 1 / 1)}; // of systemd, and of ours
    for (base::Instant at = from; all.size() < count && at < end; at += std::chrono::days(31)) {
        std::vector<base::Instant> some;
        fires(at, at + std::chrono::days(31), some);
        for (const base::Instant one : some) {
            all.append(base::isoUtc(one).left(19).replace(u'T', u' '));
        }
    }
    return all.mid(0, count);
}

} // namespace

class SystemdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixtyTimersKeepTheirTimes()
    {
        const auto plan = test::plan(test::fileBytes(QFINDTESTDATA("timers-60.txt")), u"auto"_s);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message()));
        QCOMPARE(plan->format, u"systemd"_s);
        QCOMPARE(plan->items.size(), 60);
        qint64 times = 0;
        for (const bundles::PlannedAutomation &item : plan->items) {
            QVERIFY(item.automation.paused);
            QVERIFY2(item.fires, qPrintable(item.origin + item.notCarried.join(u' ')));
            QVERIFY2(item.fires->same(),
                     qPrintable(item.origin + u": "_s + bundles::inWords(*item.fires, 3).join(u'\n')));
            times += item.fires->there;
        }
        qInfo("%lld times of 60 timers in ten years", static_cast<long long>(times));
    }
    void systemdAgrees_data()
    {
        QTest::addColumn<QString>("expression");
        const QStringList all = expressions();
        for (const QString &expression : all) {
            QTest::newRow(qPrintable(expression)) << expression;
        }
    }
    void systemdAgrees()
    {
        QFETCH(const QString, expression);
        if (QStandardPaths::findExecutable(u"systemd-analyze"_s).isEmpty()) {
            QSKIP("systemd-analyze is not installed");
        }
        // From before both changes of the clock.
        const std::pair<QString, base::Instant> starts[] = {
            {u"2026-10-24 12:00:00 UTC"_s, *base::parseIso(u"2026-10-24T12:00:00Z"_s)},
            {u"2027-03-27 12:00:00 UTC"_s, *base::parseIso(u"2027-03-27T12:00:00Z"_s)}};
        for (const auto &[text, start] : starts) {
            const QStringList theirs = systemdSays(expression, 60, text);
            QVERIFY(!theirs.isEmpty());
            QCOMPARE(weSay(expression, theirs.size(), start + base::Millis(1000)), theirs);
        }
    }
    void wrongExpressionsAreRefused()
    {
        for (const QString &expression :
             {u""_s, u"*/5:00"_s, u"5"_s, u"~5"_s, u"Mon.."_s, u"*-*-0/5"_s, u"10:00 Mon"_s, u"25:00"_s, u"10:60"_s,
              u"@x"_s, u"Foo 10:00"_s, u"Fri..Tue 1:00"_s, u"*-13-01"_s, u"08:05:40.5"_s, u"99999999999:00"_s}) {
            QVERIFY2(!bundles::calendarTimes(expression), qPrintable(expression));
        }
    }

    void servicesAreCarried()
    {
        const auto plan = test::plan("[Unit]\nDescription=Sweep\n[Timer]\nOnBootSec=5min\nOnUnitActiveSec=15min\n"
                                     "WakeSystem=true\n[Service]\nType=oneshot\nEnvironment=A=1 \"B=2 3\"\n"
                                     "ExecStartPre=-/bin/mkdir -p /x\nExecStart=/bin/sweep \"a b\" ${A} $B 100%% $$5\n"
                                     "WorkingDirectory=/srv\nTimeoutStartSec=1h 5min\nProtectSystem=strict\n",
                                     u"systemd"_s, u"/home/kim/.config/systemd/user/sweep.timer"_s);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message()));
        QCOMPARE(plan->items.size(), 1);
        const bundles::PlannedAutomation &item = plan->items.first();
        QCOMPARE(item.automation.name, u"Sweep"_s);
        QCOMPARE(item.automation.params.value(u"script"_s).toString(),
                 u"set -e\n/bin/mkdir -p /x || true\n/bin/sweep 'a b' \"${A}\" $B 100% '$5'\n"_s);
        QCOMPARE(item.automation.env.value(u"B"_s), u"2 3"_s);
        QCOMPARE(item.automation.timeoutSeconds, 3900);
        QCOMPARE(item.automation.workingDirectory, u"/srv"_s);
        QCOMPARE(item.automation.overlap, domain::Overlap::Skip);
        QCOMPARE(item.automation.triggers.size(), 2);
        QVERIFY(item.notCarried.join(u' ').contains("WakeSystem"_L1));
        QVERIFY(item.notCarried.join(u' ').contains("ProtectSystem"_L1));
    }
    void aTimerWithoutItsServiceIsLeftOut()
    {
        const auto plan = test::plan("[Timer]\nOnCalendar=daily\n", u"auto"_s, u"/x/lone.timer"_s);
        QCOMPARE(plan->items.size(), 0);
        QCOMPARE(plan->left.first().what, u"lone.service"_s);
    }

    void whatIsExportedComesBack()
    {
        const auto first = test::plan(test::fileBytes(QFINDTESTDATA("timers-60.txt")), u"systemd"_s);
        const auto written =
            bundles::exported(first->automations(), u"systemd"_s, {test::around().now, u"Europe/Berlin"_s});
        QVERIFY(written);
        for (const bundles::LeftOut &left : written->left) {
            qInfo("%s: %s", qPrintable(left.what), qPrintable(left.reason));
        }
        QVERIFY(!written->bytes.contains("# Difference"));
        const auto again = test::plan(written->bytes, u"systemd"_s);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message()));
        QCOMPARE(again->items.size() + written->left.size(), 60);
        for (const bundles::PlannedAutomation &item : again->items) {
            QVERIFY(item.fires && item.fires->same());
        }
        const auto twice =
            bundles::exported(again->automations(), u"systemd"_s, {test::around().now, u"Europe/Berlin"_s});
        QVERIFY(twice && twice->left.isEmpty());
        QCOMPARE(settingsIn(twice->bytes), settingsIn(written->bytes));
    }

private:
    /// Each unit as its settings without comments, ids and descriptions, in an order of their own.
    static QStringList settingsIn(const QByteArray &text)
    {
        static const QRegularExpression id(u"auto_[a-z2-7]{12}"_s);
        static const QRegularExpression header(u"^# /.*$"_s, QRegularExpression::MultilineOption);
        QStringList units;
        for (const QString &unit : QString::fromUtf8(text).replace(id, u"ID"_s).split(header)) {
            QStringList lines = unit.split(u'\n', Qt::SkipEmptyParts);
            lines.removeIf(
                [](const QString &line) { return line.startsWith(u'#') || line.startsWith("Description="_L1); });
            units.append(lines.join(u'\n'));
        }
        units.sort();
        return units;
    }
};

REGISTER_TEST(SystemdTest);
#include "test_systemd.moc"
