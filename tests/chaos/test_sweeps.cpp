// SPDX-License-Identifier: Apache-2.0
// kill -9 in the middle of a sweep, again and again: whatever stays is whole, nothing is forgotten half-way, and in the
// end everything that went stands in the audit. 12 kills between the rows of runs and their logs, and some at any other
// moment; 100 with SIGNALBOX_LONG or as SIGNALBOX_KILLS says.
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
/// So many more kills there may be, because not all come where they should.
constexpr int triesPerKill = 15;

enum class Moment { Any, LogsGoing };

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
        int kill = 0;
        for (; inTheMiddle < kills() && kill < triesPerKill * kills(); ++kill) {
            addRuns(store);
            total += runsPerKill;
            store->close();
            killASweep(store.directory(), kill % 6 == 0 ? Moment::Any : Moment::LogsGoing);
            store.reopen();
            inTheMiddle += await(store->retention().unfinished())->isEmpty() ? 0 : 1;
            check(store);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QVERIFY2(inTheMiddle >= kills(), qPrintable(u"only %1 of %2"_s.arg(inTheMiddle).arg(kill)));
        QVERIFY(await(store->marks().remove(m_marked, 0)));
        store->close();
        sweepOnce(store.directory());
        store.reopen();
        QCOMPARE(await(store->runs().counts())->total, keep);
        QCOMPARE(await(store->logs().usage())->logs, keep);
        QVERIFY(await(store->retention().unfinished())->isEmpty());
        QCOMPARE(sweptOfAudit(store), total - keep);
        QVERIFY(store::examine(store.directory()).problems.isEmpty());
        qInfo("%d kills, %d of them with logs still to be removed", kill, inTheMiddle);
    }

private:
    void addRuns(TempStore &store)
    {
        const bool first = m_marked.isEmpty();
        // All at once, so that they share their commits.
        QList<QFuture<base::Result<domain::Run>>> requested;
        for (int i = 0; i < runsPerKill; ++i) {
            requested.append(store->runs().request(m_automation, u"ann"_s));
        }
        QList<QFuture<base::Result<store::LogInfo>>> appended;
        QList<QFuture<base::Result<domain::Run>>> ended;
        for (const auto &request : std::as_const(requested)) {
            const base::Result<domain::Run> run = await(request);
            QVERIFY(run);
            const QByteArray bytes = linesOf(run->id);
            appended.append(store->logs().append(run->id, {0, bytes, {{lines, store::Stream::Out, run->queuedAt}}}));
            domain::RunEnd end;
            end.log = {.lines = lines, .bytes = bytes.size()};
            ended.append(store->runs().start(run->id, 1));
            ended.append(store->runs().finish(run->id, end));
            m_marked = m_marked.isEmpty() ? run->id : m_marked;
        }
        for (const auto &end : std::as_const(ended)) {
            QVERIFY(await(end));
        }
        for (const auto &append : std::as_const(appended)) {
            QVERIFY(await(append));
        }
        if (first) {
            QVERIFY(
                await(store->marks().set(m_marked, {.line = 0, .note = u"keep"_s, .madeBy = u"ann"_s, .madeAt = {}})));
        }
    }

    static std::unique_ptr<QProcess> sweeper(const QString &directory)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationDirPath() + u"/log_sweeper"_s, {directory});
        return process;
    }

    static void killASweep(const QString &directory, Moment moment)
    {
        const std::unique_ptr<QProcess> process = sweeper(directory);
        const bool any = moment == Moment::Any;
        QVERIFY(hasSaid(*process, any ? "begun\n" : "removing\n"));
        // As long as it takes at most: some kills come after its end.
        process->waitForFinished(QRandomGenerator::global()->bounded(any ? 40 : 12));
        process->kill();
        QVERIFY(process->waitForFinished());
    }

    static bool hasSaid(QProcess &process, const QByteArray &line)
    {
        QByteArray said;
        while (!said.contains(line) && process.waitForReadyRead(20'000)) {
            said += process.readAll();
        }
        return said.contains(line);
    }

    static void sweepOnce(const QString &directory)
    {
        const std::unique_ptr<QProcess> process = sweeper(directory);
        QVERIFY(hasSaid(*process, "swept\n"));
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
