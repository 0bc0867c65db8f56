// SPDX-License-Identifier: Apache-2.0
// kill -9 in the middle of a sweep, again and again: whatever stays is whole, nothing is forgotten half-way, and in the
// end everything that went stands in the audit. 12 kills; 100 with SIGNALBOX_LONG or as SIGNALBOX_KILLS says.
#include "app/store/doctor.h"
#include "app/store/retention/retention.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using test::await;
using test::TempStore;

namespace {

constexpr int runsPerKill = 60;
constexpr qint64 lines = 3000;
constexpr int keep = 5;

int kills()
{
    const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_KILLS");
    return wanted > 0 ? wanted : qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 12 : 100;
}

QByteArray linesOf(const base::RunId &run)
{
    QByteArray bytes;
    QRandomGenerator random(qHash(run.text()));
    for (qint64 line = 0; line < lines; ++line) {
        bytes += run.text().toUtf8() + ' ' + QByteArray::number(random.generate64(), 36) + '\n';
    }
    return bytes;
}

} // namespace

class SweepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStaysIsWholeAfterEveryKill()
    {
        TempStore store;
        // The process that sweeps has the clock of the machine.
        store.clock.jump(base::SystemClock().now() - std::chrono::days(30) - store.clock.now());
        const auto made = await(store->automations().create({test::someAutomation()}, u"ann"_s));
        m_automation = made->first().id;
        QVERIFY(await(store->settings().set(u"retention.keep_runs"_s, keep)));
        qint64 total = 0;
        int inTheMiddle = 0;
        for (int kill = 0; kill < kills(); ++kill) {
            addRuns(store);
            total += runsPerKill;
            store->close();
            killASweep(store.directory());
            store.reopen();
            inTheMiddle += await(store->retention().unfinished())->isEmpty() ? 0 : 1;
            check(store);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QVERIFY(await(store->marks().remove(m_marked, 0)));
        store->close();
        sweepOnce(store.directory());
        store.reopen();
        QCOMPARE(await(store->runs().counts())->total, keep);
        QCOMPARE(await(store->logs().usage())->logs, keep);
        QVERIFY(await(store->retention().unfinished())->isEmpty());
        QCOMPARE(sweptOfAudit(store), total - keep);
        QVERIFY(store::examine(store.directory()).problems.isEmpty());
        qInfo("%d kills, %d of them with logs still to be removed", kills(), inTheMiddle);
    }

private:
    void addRuns(TempStore &store)
    {
        QFuture<base::Result<store::LogInfo>> last;
        for (int i = 0; i < runsPerKill; ++i) {
            const domain::Run run = *await(store->runs().request(m_automation, u"ann"_s));
            const QByteArray bytes = linesOf(run.id);
            last = store->logs().append(run.id, {0, bytes, {{lines, store::Stream::Out, run.queuedAt}}});
            domain::RunEnd end;
            end.log = {.lines = lines, .bytes = bytes.size()};
            QVERIFY(await(store->runs().start(run.id, 1)));
            QVERIFY(await(store->runs().finish(run.id, end)));
            if (m_marked.isEmpty()) {
                m_marked = run.id;
                QVERIFY(await(
                    store->marks().set(run.id, {.line = 0, .note = u"keep"_s, .madeBy = u"ann"_s, .madeAt = {}})));
            }
        }
        QVERIFY(await(last));
    }

    static std::unique_ptr<QProcess> sweeper(const QString &directory)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationDirPath() + u"/log_sweeper"_s, {directory});
        return process;
    }

    static void killASweep(const QString &directory)
    {
        const std::unique_ptr<QProcess> process = sweeper(directory);
        QVERIFY(process->waitForReadyRead(20'000));
        QCOMPARE(process->readLine(), "begun\n"_ba);
        // As long as a sweep takes at most: some kills come after its end.
        process->waitForFinished(QRandomGenerator::global()->bounded(1, 40));
        process->kill();
        QVERIFY(process->waitForFinished());
    }

    static void sweepOnce(const QString &directory)
    {
        const std::unique_ptr<QProcess> process = sweeper(directory);
        QByteArray said;
        QVERIFY(QTest::qWaitFor(
            [&] {
                process->waitForReadyRead(10);
                said += process->readAll();
                return said.contains("swept\n");
            },
            60'000));
        process->kill();
        process->waitForFinished();
    }

    void check(TempStore &store)
    {
        store::RunQuery query;
        query.limit = 0;
        const auto runs = await(store->runs().page(query));
        QVERIFY(runs && runs->size() > keep);
        const QList<base::RunId> owed = *await(store->retention().unfinished());
        bool marked = false;
        for (const domain::Run &run : *runs) {
            marked = marked || run.id == m_marked;
            QVERIFY(!owed.contains(run.id));
            const auto read = await(store->logs().read(run.id, 0, lines));
            QVERIFY2(read && read->bytes == linesOf(run.id), qPrintable(run.id.text()));
        }
        QVERIFY(marked);
        // No log is left without its row but those that the next sweep knows of, or has hidden already.
        QVERIFY(await(store->logs().usage())->logs <= runs->size() + owed.size());
    }

    static qint64 sweptOfAudit(TempStore &store)
    {
        qint64 sum = 0;
        const auto entries = await(store->audit().page({.words = u"sweep"_s, .limit = 0}));
        static const QRegularExpression number(u"(\\d+) runs beyond"_s);
        for (const store::AuditEntry &entry : *entries) {
            sum += number.match(entry.detail).captured(1).toLongLong();
        }
        return sum;
    }

    base::AutomationId m_automation;
    base::RunId m_marked;
};

REGISTER_TEST(SweepsTest);
#include "test_sweeps.moc"
