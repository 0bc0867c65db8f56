// SPDX-License-Identifier: Apache-2.0
// Units of systemd through a systemctl of the test's own, found in PATH.
#include "tests/kinds/kindhouse.h"
#include "tests/support/registry.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using test::await;
using test::KindHouse;

namespace {

/// Answers `show` with the file `state`, and does for an action what the file of its name says.
const char *const program = R"(#!/bin/sh
dir=$(dirname "$0")
echo "$*" >>"$dir/calls"
[ "$1" = --user ] && shift
[ "$1" = --no-ask-password ] && shift
if [ "$1" = show ]; then
    [ -f "$dir/show" ] && . "$dir/show"
    cat "$dir/state"
    exit 0
fi
. "$dir/$1"
)";

QByteArray state(const QByteArray &active, const QByteArray &sub, const QByteArray &more = {})
{
    return "LoadState=loaded\nActiveState=" + active + "\nSubState=" + sub + "\nResult=success\nType=simple\n" + more;
}

class FakeSystemctl
{
public:
    FakeSystemctl() : m_path(qgetenv("PATH"))
    {
        write(u"systemctl"_s, program);
        QFile::setPermissions(m_folder.filePath(u"systemctl"_s), QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
        qputenv("PATH", m_folder.path().toLocal8Bit() + ":/usr/bin:/bin");
    }
    ~FakeSystemctl() { qputenv("PATH", m_path); }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("the fake of systemctl can't be written");
        }
    }
    /// The action leaves the unit so.
    void leads(const QString &action, const QByteArray &to) const
    {
        write(u"after-"_s + action, to);
        write(action, "cp \"$dir/after-" + action.toLatin1() + "\" \"$dir/state\"\n");
    }
    QByteArrayList calls() const
    {
        QFile file(m_folder.filePath(u"calls"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    }

private:
    QTemporaryDir m_folder;
    const QByteArray m_path;
};

QJsonObject params(const QString &action, const QString &scope = u"system"_s)
{
    return {{u"service"_s, u"nginx"_s}, {u"action"_s, action}, {u"scope"_s, scope}};
}

} // namespace

class ServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionsAreVerified_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("reason");
        const QByteArray down = state("inactive", "dead");
        const QByteArray up = state("active", "running", "InvocationID=1\n");
        const QByteArray again = state("active", "running", "InvocationID=2\n");
        const QByteArray failed = QByteArray(state("failed", "failed")).replace("=success", "=exit-code");
        const QByteArray once = QByteArray(state("inactive", "dead")).replace("=simple", "=oneshot");
        const auto row = [](const char *name, const QString &action, const QByteArray &before, const QByteArray &after,
                            const QString &reason = {}) { QTest::newRow(name) << action << before << after << reason; };
        row("start", u"start"_s, down, up);
        row("start of what is up", u"start"_s, up, up);
        row("start of one that does its work", u"start"_s, once, once);
        row("start of one that fails", u"start"_s, down, failed,
            u"nginx did not come up: it is failed (failed), result exit-code"_s);
        row("start of one that is gone at once", u"start"_s, down, down,
            u"nginx did not come up: it is inactive (dead)"_s);
        row("stop", u"stop"_s, up, down);
        row("stop of one that stays", u"stop"_s, up, up, u"nginx was not stopped: it is active (running)"_s);
        row("restart", u"restart"_s, up, again);
        row("restart that is none", u"restart"_s, up, up, u"nginx is still the one from before the restart"_s);
        row("reload", u"reload"_s, up, up);
        row("reload that kills", u"reload"_s, up, failed,
            u"nginx is not active: it is failed (failed), result exit-code"_s);
    }
    void actionsAreVerified()
    {
        QFETCH(const QString, action);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QString, reason);
        const FakeSystemctl systemctl;
        systemctl.write(u"state"_s, before);
        systemctl.leads(action, after);
        KindHouse house;
        house.start();
        const domain::Run run = house.run(u"service_control"_s, params(action));
        QCOMPARE(run.reason, reason);
        QCOMPARE(KindHouse::word(run), reason.isEmpty() ? u"done"_s : u"failed"_s);
        const QByteArray show = "show --property=LoadState,ActiveState,SubState,Result,Type,InvocationID -- nginx";
        QCOMPARE(systemctl.calls(),
                 (QByteArrayList{show, "--no-ask-password " + action.toLatin1() + " -- nginx", show}));
        QVERIFY(house.log(run.id).contains("nginx is "));
        QVERIFY(run.result.toObject().value("after"_L1).toObject().contains("active"_L1));
    }

    void theStateIsAsked()
    {
        const FakeSystemctl systemctl;
        systemctl.write(u"state"_s, state("active", "running"));
        KindHouse house;
        house.start();
        const domain::Run up =
            house.run(u"service_control"_s, params(u"status"_s, u"user"_s), [](domain::Automation &a) {
                domain::Argument argument;
                argument.name = u"unit"_s;
                argument.fallback = u"cron"_s;
                a.arguments = {argument};
            });
        QCOMPARE(KindHouse::word(up), u"done"_s);
        QCOMPARE(house.log(up.id), QByteArray("nginx is active (running)\n"));
        QCOMPARE(
            systemctl.calls(),
            QByteArrayList{"--user show --property=LoadState,ActiveState,SubState,Result,Type,InvocationID -- nginx"});
        systemctl.write(u"state"_s, state("inactive", "dead"));
        QCOMPARE(house.run(u"service_control"_s, params(u"status"_s)).reason,
                 u"nginx is not active: it is inactive (dead)"_s);
    }

    void whatStandsInTheWayIsNamed_data()
    {
        QTest::addColumn<QByteArray>("show");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no systemd")
            << QByteArray(
                   "echo \"System has not been booted with systemd as init system (PID 1). Can't operate.\" >&2\n"
                   "exit 1\n")
            << QByteArray() << u"could not start: systemd does not run on this machine"_s;
        QTest::newRow("no unit") << QByteArray("echo LoadState=not-found\necho ActiveState=inactive\nexit 0\n")
                                 << QByteArray() << u"there is no unit named nginx"_s;
        QTest::newRow("no right")
            << QByteArray()
            << QByteArray("echo 'Failed to start nginx.service: Interactive authentication "
                          "required.' >&2\nexit 1\n")
            << u"may not start nginx: run it as somebody who may, for instance with run_as sudo"_s;
        QTest::newRow("its own words") << QByteArray()
                                       << QByteArray("echo 'Job for nginx.service failed.' >&2\nexit 1\n")
                                       << u"Job for nginx.service failed."_s;
        QTest::newRow("no words") << QByteArray() << QByteArray("exit 4\n") << u"exit code 4"_s;
    }
    void whatStandsInTheWayIsNamed()
    {
        QFETCH(const QByteArray, show);
        QFETCH(const QByteArray, start);
        QFETCH(const QString, reason);
        const FakeSystemctl systemctl;
        systemctl.write(u"state"_s, state("inactive", "dead"));
        systemctl.write(u"start"_s, start);
        if (!show.isEmpty()) {
            systemctl.write(u"show"_s, show);
        }
        KindHouse house;
        house.start();
        const domain::Run run = house.run(u"service_control"_s, params(u"start"_s));
        QCOMPARE(KindHouse::word(run), u"failed"_s);
        QCOMPARE(run.reason, reason);
    }

    void aMachineWithoutSystemctlSaysSo()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        KindHouse house;
        house.start();
        const domain::Run run = house.run(u"service_control"_s, params(u"start"_s));
        qputenv("PATH", path);
        QCOMPARE(run.reason, u"could not start: systemctl was not found; this machine does not run systemd"_s);
    }

    void itCanBeCancelled()
    {
        const FakeSystemctl systemctl;
        systemctl.write(u"state"_s, state("inactive", "dead"));
        systemctl.write(u"start"_s, "echo waits\nsleep 60\n");
        KindHouse house;
        house.start();
        const base::RunId id = house.request(house.addKind(u"service_control"_s, params(u"start"_s)));
        QVERIFY(house.waitForLog(id, "waits"));
        QVERIFY(await(house.store->runs().cancel(id, u"ann"_s)));
        QCOMPARE(KindHouse::word(house.ended(id)), u"cancelled"_s);
    }

    void wrongParamsAreNamed()
    {
        const auto field = [](const QJsonObject &given) {
            return test::complaint(u"service_control"_s, given).section(u": "_s, 0, 0);
        };
        QCOMPARE(field({}), u"params.service"_s);
        QCOMPARE(field({{u"service"_s, u"nginx"_s}}), u"params.action"_s);
        QCOMPARE(field({{u"service"_s, u"nginx"_s}, {u"action"_s, u"kill"_s}}), u"params.action"_s);
        QCOMPARE(field({{u"service"_s, u"-H evil"_s}, {u"action"_s, u"start"_s}}), u"params.service"_s);
        QCOMPARE(field({{u"service"_s, u"a; rm -rf /"_s}, {u"action"_s, u"start"_s}}), u"params.service"_s);
        QCOMPARE(field({{u"service"_s, u"a"_s}, {u"action"_s, u"start"_s}, {u"scope"_s, u"all"_s}}), u"params.scope"_s);
        QCOMPARE(field({{u"service"_s, u"getty@tty1.service"_s}, {u"action"_s, u"start"_s}}), QString());
    }
};

REGISTER_TEST(ServiceTest);
#include "test_service.moc"
