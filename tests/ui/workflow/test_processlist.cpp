// SPDX-License-Identifier: Apache-2.0
// The processes of a run in its inspector, with real ones.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/runs/runspane.h"

#include <QLabel>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace {

QString shown(const QWidget &inspector)
{
    const auto *list = inspector.findChild<QWidget *>(u"processes"_s);
    QStringList texts;
    if (list->isVisible())
        for (const QLabel *label : list->findChildren<QLabel *>())
            texts.append(label->text());
    return texts.join(u' ');
}

} // namespace

class TestProcessList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRunsIsListedWhileItRuns()
    {
        test::PaneHouse house;
        const domain::Run run = house.workspace.request(house.workspace.create(1).first().id);
        house.workspace.start(run.id);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SIGNALBOX_RUN_ID"_s, run.id.text());
        process.setProcessEnvironment(environment);
        process.start(u"/bin/sh"_s, {u"-c"_s, u"sleep 20; true"_s});
        QVERIFY(process.waitForStarted());

        ui::RunsPane pane(house.context);
        test::open(pane);
        QWidget *inspector = pane.inspector();
        inspector->resize(340, 620);
        inspector->setParent(nullptr);
        inspector->show();
        pane.showRun(run.id);
        QTRY_VERIFY2_WITH_TIMEOUT(shown(*inspector).contains(QString::number(process.processId())) &&
                                      shown(*inspector).contains(u"sleep"_s),
                                  qPrintable(shown(*inspector)), 10000);
        QVERIFY(test::shoot(*inspector, u"run-processes"_s));
        house.workspace.finish(run.id);
        QTRY_COMPARE_WITH_TIMEOUT(shown(*inspector), QString(), 10000);
        inspector->setParent(&pane);
        process.kill();
        process.waitForFinished();
    }
};

REGISTER_TEST(TestProcessList);
#include "test_processlist.moc"
