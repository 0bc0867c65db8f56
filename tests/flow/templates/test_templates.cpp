// SPDX-License-Identifier: Apache-2.0
// Every template that comes with the program, applied as it is and run for real with an empty home folder: it works, or
// says in plain words what this machine lacks.
#include "app/bundles/templates/template.h"
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

bundles::Template templateOf(const QString &id)
{
    for (const bundles::Template &one : bundles::builtInTemplates()) {
        if (one.id == id) {
            return one;
        }
    }
    return {};
}

QString firstLine(const QByteArray &log)
{
    return QString::fromUtf8(log).section(u'\n', 0, 0);
}

} // namespace

class TemplatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_realHome = qgetenv("HOME");
        qputenv("HOME", m_home->path().toLocal8Bit());
    }
    void cleanup() { qputenv("HOME", m_realHome); }

    void thereAreEnough()
    {
        QVERIFY(bundles::builtInTemplates().size() >= 16);
        QSet<QString> ids;
        for (const bundles::Template &one : bundles::builtInTemplates()) {
            ids.insert(one.id);
            QVERIFY2(!one.description.isEmpty() && !one.category.isEmpty(), qPrintable(one.id));
        }
        QCOMPARE(ids.size(), bundles::builtInTemplates().size());
    }

    void eachAppliesAndRuns_data()
    {
        QTest::addColumn<QString>("id");
        for (const bundles::Template &one : bundles::builtInTemplates()) {
            QTest::newRow(qPrintable(one.id)) << one.id;
        }
    }
    void eachAppliesAndRuns()
    {
        QFETCH(const QString, id);
        test::EngineHouse house;
        house.notify = [](const domain::Notice &) { return QtFuture::makeReadyFuture(base::Status()); };
        const domain::Run run = ran(house, templateOf(id), {});
        const QByteArray log = house.log(run.id);
        const QString told = firstLine(log).isEmpty() ? run.reason : firstLine(log);
        const QString status = domain::statusWord(run.status);
        qInfo("%s: %s: %s", qPrintable(id), qPrintable(status), qPrintable(told));
        if (run.status == domain::RunStatus::Done) {
            return;
        }
        QCOMPARE(status, u"failed"_s);
        static const QRegularExpression lacks(
            u"^program \\S+ is not installed$|can't be (reached|dumped)|does not run on this machine|is \\d+% full$"
            "|expires on|^Failed units:$"_s);
        // Kinds that start no program of their own say it as the reason of the run.
        const bool program = run.automationName != "Website check"_L1 && id != "service-restart"_L1;
        QVERIFY2(!program || lacks.match(told).hasMatch(), log.constData());
        QVERIFY2(program || !run.reason.isEmpty(), log.constData());
        QVERIFY2(!log.contains("not found") && !log.contains("unbound"), log.constData());
    }

    void theBackupRestoresAndKeepsTheNewest()
    {
        const QString from = m_home->filePath(u"it's a $(folder); \"here\""_s);
        QVERIFY(QDir().mkpath(from));
        QFile file(from + u"/a b.txt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello\n") == 6);
        file.close();
        QVERIFY(QFile::link(u"nowhere"_s, from + u"/link to nothing"_s)); // is packed as the link it is
        const QString to = m_home->filePath(u"to here"_s);
        QVERIFY(QDir().mkpath(to));
        const QString old = to + u"/it's a $(folder); \"here\"-2020-01-01-000000.tar.gz"_s;
        const QString other = to + u"/other-2020-01-01-000000.tar.gz"_s;
        QVERIFY(QFile::copy(file.fileName(), old) && QFile::copy(file.fileName(), other));
        test::EngineHouse house;
        const domain::Run run =
            ran(house, templateOf(u"backup-restore-check"_s),
                {.name = u"Mine"_s, .values = {{u"from"_s, from}, {u"to"_s, to}, {u"keep"_s, u"1"_s}}});
        QVERIFY2(run.status == domain::RunStatus::Done, house.log(run.id).constData());
        QCOMPARE(run.automationName, u"Mine"_s);
        QCOMPARE(QDir(to).entryList(QDir::Files).size(), 2);
        QVERIFY(!QFile::exists(old) && QFile::exists(other));
        QVERIFY(house.log(run.id).contains("Restored and compared"));
    }
    void numbersAreChecked()
    {
        test::EngineHouse house;
        const domain::Run run =
            ran(house, templateOf(u"old-files"_s), {.name = {}, .values = {{u"days"_s, u"x[$(touch /tmp/x)]"_s}}});
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(firstLine(house.log(run.id)), u"Days must be a whole number, not x[$(touch /tmp/x)]"_s);
    }
    void aMissingProgramIsSaidFirst()
    {
        const QByteArray path = qgetenv("PATH");
        const QTemporaryDir few; // a machine with hardly anything on it
        for (const QString &program : {u"sh"_s, u"env"_s}) {
            QVERIFY(QFile::link(QStandardPaths::findExecutable(program), few.filePath(program)));
        }
        qputenv("PATH", few.path().toLocal8Bit());
        for (const QString &id : {u"docker-prune"_s, u"git-mirror"_s, u"folder-sync"_s, u"database-dump"_s}) {
            test::EngineHouse house;
            const domain::Run run = ran(house, templateOf(id), {});
            const QByteArray log = house.log(run.id);
            QCOMPARE(domain::statusWord(run.status), u"failed"_s);
            QVERIFY2(log.startsWith("program ") && log.contains(" is not installed\n"), log.constData());
            QCOMPARE(log.count('\n'), 1);
        }
        qputenv("PATH", path);
    }
    void theWindowComesAlongOrNothingDoes()
    {
        const bundles::Template reboot = templateOf(u"nightly-reboot"_s);
        const auto wanted = bundles::applied(reboot, {{}, {{u"when"_s, u"0 5 * * 6"_s}, {u"who"_s, u"tag:db"_s}}});
        QVERIFY2(wanted, wanted ? "" : qPrintable(wanted.error().message()));
        test::EngineHouse house;
        const auto made = test::await(house.store->templates().make(*wanted, u"kim"_s));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(made->windows.size(), 1);
        const domain::MaintenanceWindow window = made->windows.first();
        const domain::Automation automation = made->automations.first();
        QCOMPARE(window.recurring, u"0 5 * * 6"_s);
        QCOMPARE(std::get<domain::Schedule>(automation.triggers.first()).cron, window.recurring);
        QCOMPARE(window.scope, (QStringList{u"tag:db"_s, u'!' + automation.id.text()}));
        QCOMPARE(*test::await(house.store->windows().list()), QList<domain::MaintenanceWindow>{window});
        // The same once more is refused as a whole: automations have their ids for good.
        QVERIFY(!test::await(house.store->templates().make(*made, u"kim"_s)));
        QCOMPARE(test::await(house.store->windows().list())->size(), 1);
        // And a window that can't be made takes the automation with it.
        auto other = bundles::applied(reboot, {});
        other->windows.first().id = window.id;
        QVERIFY(!test::await(house.store->templates().make(*other, u"kim"_s)));
        QCOMPARE(test::await(house.store->automations().list())->size(), 1);
    }
    void whoeverWaitsDoesNotHoldTheRebootUp()
    {
        const auto wanted = bundles::applied(templateOf(u"nightly-reboot"_s), {});
        test::EngineHouse house;
        const auto made = test::await(house.store->templates().make(*wanted, u"kim"_s));
        QVERIFY(made.has_value());
        const domain::WindowScope whom = made->windows.first().whom();
        QVERIFY(!whom.includes(made->automations.first()));
        QVERIFY(whom.includes(test::someAutomation()));
        // It is open from the time of the restart on, and long enough for the longest quiet before.
        const auto finder = [&] {
            domain::Zones zones;
            return domain::WindowFinder::make(made->windows.first(), zones);
        }();
        QVERIFY(finder.has_value());
        const auto next = finder->next(house.store.clock.now());
        QVERIFY(next.has_value());
        QVERIFY(next->span.to - next->span.from >= base::Seconds(20 * 60 + 300));
    }
    void fieldsAreChecked()
    {
        const bundles::Template reboot = templateOf(u"nightly-reboot"_s);
        QCOMPARE(bundles::applied(reboot, {{}, {{u"reboot"_s, u"maybe"_s}}}).error().field, u"values.reboot"_s);
        QCOMPARE(bundles::applied(reboot, {{}, {{u"nothing"_s, u"x"_s}}}).error().field, u"values.nothing"_s);
        QVERIFY(!bundles::applied(reboot, {{}, {{u"when"_s, u"61 * * * *"_s}}}));
        QCOMPARE(bundles::applied(reboot, {{}, {{u"who"_s, u" "_s}}}).error().field, u"window.scope[0]"_s);
    }
    void ownTemplatesMakeTheSameAgain()
    {
        domain::Automation automation = test::someAutomation(u"Mine"_s);
        automation.tags = {u"a"_s};
        automation.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s}};
        const bundles::Template one = bundles::templateOf(automation);
        test::EngineHouse house;
        const auto saved = test::await(house.store->templates().save(
            {.id = {}, .name = one.name, .body = bundles::templateDocument(one), .madeBy = {}, .madeAt = {}},
            u"kim"_s));
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message()));
        const auto kept = test::await(house.store->templates().list());
        QCOMPARE(kept->size(), 1);
        const auto again = bundles::templateFromJson(kept->first().body);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message()));
        domain::Automation made = bundles::applied(*again, {})->automations.last();
        made.id = {};
        QCOMPARE(made, automation);
        QVERIFY(test::await(house.store->templates().remove(saved->id, u"kim"_s)));
        QVERIFY(test::await(house.store->templates().save(*saved, u"kim"_s))); // undone
        QVERIFY(!test::await(house.store->templates().remove(u"tpl_nothing"_s, u"kim"_s)));
    }

private:
    /// Where somebody has to agree they do.
    static void agree(test::EngineHouse &house)
    {
        const auto pending = test::await(house.store->approvals().page({.status = domain::ApprovalStatus::Pending}));
        for (const domain::Approval &one : pending.value_or(QList<domain::Approval>())) {
            QVERIFY(test::await(house.store->approvals().decide({one.id}, {}, {u"bob"_s, domain::Role::Admin})));
        }
    }

    domain::Run ran(test::EngineHouse &house, const bundles::Template &one, const bundles::TemplateFilling &filling)
    {
        domain::Run run;
        const auto wanted = bundles::applied(one, filling);
        if (!wanted) {
            qWarning("%s", qPrintable(wanted.error().message()));
            return run;
        }
        const domain::Catalog catalog = kinds::catalog(kinds::all());
        for (const domain::Automation &automation : wanted->automations) {
            if (const base::Status fits = domain::checkAgainst(catalog, automation); !fits) {
                qWarning("%s: %s", qPrintable(automation.name), qPrintable(fits.error().message()));
                return run;
            }
        }
        house.start();
        const auto made = test::await(house.store->templates().make(*wanted, u"kim"_s));
        if (!made) {
            qWarning("%s", qPrintable(made.error().message()));
            return run;
        }
        const auto requested = test::await(house.store->runs().request(made->automations.last().id, u"kim"_s));
        const bool ended = QTest::qWaitFor(
            [&] {
                run = test::await(house.store->runs().get(requested->id)).value_or(domain::Run());
                if (run.status == domain::RunStatus::AwaitingApproval) {
                    agree(house);
                }
                return domain::isFinal(run.status);
            },
            60000);
        return ended ? run : domain::Run();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_realHome;
};

REGISTER_TEST(TemplatesTest);
#include "test_templates.moc"
