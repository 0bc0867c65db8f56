// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/agenda/agendapane.h"
#include "ui/automations/automationspane.h"
#include "ui/runs/runspane.h"
#include "ui/widgets/table/tableview.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Sample
{
    QString name;
    QString kind;
    QString cron;
    QStringList tags;
    base::Millis took;
    domain::RunStatus last;
};

QList<Sample> samples()
{
    using enum domain::RunStatus;
    return {
        {u"Archive cold logs"_s, u"script"_s, u"30 1 * * *"_s, {u"nightly"_s, u"logs"_s}, 21min, Done},
        {u"Certificate renewal"_s, u"script"_s, u"0 6 * * *"_s, {u"edge"_s}, 10min, TimedOut},
        {u"Container image: worker"_s, u"bundle"_s, {}, {u"build"_s}, 4min, Running},
        {u"Database dump: billing"_s, u"script"_s, u"5 * * * *"_s, {u"nightly"_s, u"money"_s}, 41s, Failed},
        {u"DNS zone check"_s, u"http"_s, u"*/5 * * * *"_s, {u"probe"_s}, 800ms, Done},
        {u"Error budget report"_s, u"workflow"_s, u"0 8 * * 1"_s, {u"report"_s}, 112s, Done},
        {u"Invoice export"_s, u"workflow"_s, u"0 18 * * 1-5"_s, {u"money"_s}, 390s, Cancelled},
        {u"Log shipping"_s, u"script"_s, u"*/10 * * * *"_s, {u"logs"_s}, 35s, Queued},
        {u"NAS backup"_s, u"script"_s, u"0 */2 * * *"_s, {u"storage"_s}, 18min, Skipped},
        {u"Price feed"_s, u"autotask"_s, u"*/25 * * * *"_s, {u"chain"_s}, 48s, Running},
        {u"Queue drain: legacy"_s, u"service"_s, {}, {u"legacy"_s}, 185s, Done},
        {u"Refuel bot"_s, u"chain"_s, {}, {u"chain"_s, u"money"_s}, 6s, Failed},
        {u"Staging reset of the customer environment, with fixtures"_s, u"workflow"_s, {}, {}, 9min, Interrupted},
    };
}

domain::Catalog kinds()
{
    QList<domain::KindInfo> infos;
    for (const auto &[type, label] :
         {std::pair("script", "Script"), std::pair("bundle", "Bundle"), std::pair("http", "HTTP"),
          std::pair("workflow", "Workflow"), std::pair("autotask", "Autotask"), std::pair("service", "Service"),
          std::pair("chain", "Chain task")})
        infos.append({.type = QString::fromLatin1(type),
                      .label = label,
                      .icon = u"kind-"_s + QString::fromLatin1(type),
                      .fields = {{.name = u"command"_s, .label = "Command", .type = domain::FieldType::Command}}});
    return domain::Catalog(infos);
}

void furnish(test::Workspace &workspace)
{
    workspace.catalog = kinds();
    QList<domain::Automation> automations;
    for (const Sample &sample : samples()) {
        domain::Automation automation = test::someAutomation(sample.name);
        automation.type = sample.kind;
        automation.tags = sample.tags;
        automation.runAs = sample.name == "NAS backup"_L1 ? u"sudo -u backup"_s : QString();
        automation.env = {{u"TARGET"_s, u"/var/backups/nightly"_s}};
        automation.params = {{u"command"_s, u"/usr/local/bin/backup --target \"$TARGET\" --keep 14 | logger -t nas"_s}};
        if (!sample.cron.isEmpty())
            automation.triggers.append(
                domain::Schedule{.cron = sample.cron,
                                 .timezone = sample.name == "Invoice export"_L1 ? u"America/New_York"_s : QString()});
        automations.append(automation);
    }
    const QList<domain::Automation> stored = workspace.create(automations);
    const int runs = qEnvironmentVariableIsSet("SIGNALBOX_SHOTS") ? 19 : 2;
    for (int turn = 0; turn < runs; ++turn)
        for (qsizetype i = 0; i < stored.size(); ++i)
            workspace.runFor(stored[i].id, samples()[i].took * (80 + (turn * 7 + i * 13) % 45) / 100,
                             turn == 12 && i % 4 == 1 ? domain::RunStatus::Failed : domain::RunStatus::Done);
    for (qsizetype i = 0; i < stored.size(); ++i) {
        const Sample sample = samples()[i];
        if (sample.last == domain::RunStatus::Done)
            continue;
        const domain::Run run = workspace.request(stored[i].id);
        if (sample.last == domain::RunStatus::Queued)
            continue;
        if (sample.last == domain::RunStatus::Skipped) {
            QVERIFY(test::await(workspace->runs().drop(run.id, sample.last, u"still running"_s)));
            continue;
        }
        workspace.start(run.id);
        workspace.clock.advance(sample.took / 2);
        if (sample.last != domain::RunStatus::Running)
            workspace.finish(run.id, sample.last,
                             sample.last == domain::RunStatus::Failed ? u"exit 2: no space left on device"_s
                                                                      : u"engine restarted, not repeated"_s);
    }
    QVERIFY(test::await(workspace->automations().setPaused({stored[10].id}, true, u"deploy"_s)));
}

class TestPaneShots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { furnish(m_house.workspace); }

    void automations_data() { sizes(); }
    void automations()
    {
        QFETCH(QSize, size);
        models::AutomationModel model(m_house.workspace.store(), m_house.workspace.catalog, m_house.workspace.clock);
        ui::AutomationsPane pane(m_house.context, model);
        test::Sheet sheet(pane, size);
        auto *table = pane.findChild<QTableView *>(u"automationsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), int(samples().size()));
        table->setFocus(Qt::MouseFocusReason);
        ui::chooseRow(*table, 3);
        QTRY_VERIFY(!table->model()->index(3, 6).data(models::BarsRole).toList().isEmpty());
        QVERIFY(test::shoot(sheet, u"automations-%1"_s.arg(size.width())));
        pane.findChild<QLineEdit *>(u"filterEdit"_s)->setText(u"colour:red backup"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(test::shoot(sheet, u"automations-filter-%1"_s.arg(size.width())));
        pane.setFilter(u"no such thing"_s);
        QTRY_VERIFY(table->findChild<QWidget *>(u"emptyState"_s)->isVisible());
        QVERIFY(test::shoot(sheet, u"automations-hidden-%1"_s.arg(size.width())));
        pane.setFilter({});
        table->selectAll();
        QVERIFY(test::shoot(sheet, u"automations-several-%1"_s.arg(size.width())));
    }

    void runs_data() { sizes(); }
    void runs()
    {
        QFETCH(QSize, size);
        ui::RunsPane pane(m_house.context);
        test::Sheet sheet(pane, size);
        auto *table = pane.findChild<QTableView *>(u"runsTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 20);
        table->setFocus(Qt::MouseFocusReason);
        ui::chooseRow(*table, 2);
        QTRY_VERIFY(table->model()->index(12, 4).data(models::FractionRole).isValid());
        QTRY_VERIFY(!test::textOf(*pane.inspector(), u"inspectorName"_s).isEmpty());
        QVERIFY(test::shoot(sheet, u"runs-%1"_s.arg(size.width())));
    }

    void agenda_data() { sizes(); }
    void agenda()
    {
        QFETCH(QSize, size);
        ui::AgendaPane pane(m_house.context);
        test::Sheet sheet(pane, size);
        auto *table = pane.findChild<QTableView *>(u"agendaTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 20);
        table->setFocus(Qt::MouseFocusReason);
        ui::chooseRow(*table, 4);
        QVERIFY(!test::textOf(*pane.inspector(), u"inspectorName"_s).isEmpty());
        QVERIFY(test::shoot(sheet, u"agenda-%1"_s.arg(size.width())));
    }

private:
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1240, 700), QSize(1020, 600), QSize(700, 560), QSize(1720, 700)})
            QTest::addRow("%d", size.width()) << size;
    }

    test::PaneHouse m_house;
};

REGISTER_TEST(TestPaneShots);

} // namespace

#include "test_paneshots.moc"
