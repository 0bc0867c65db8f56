// SPDX-License-Identifier: Apache-2.0
// kill -9 of `signalbox serve` at random instants while runs print that survive their engine: the next one takes them
// over, every line is in the log exactly once and in order, every exit code is on record. Others are interrupted.
// 4 kills; 40 with SIGNALBOX_LONG.
#include "app/base/clock.h"
#include "app/store/settings.h"
#include "app/store/store.h"
#include "tests/chaos/runprocesses.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"
#include "tests/support/tempstore.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

constexpr int survivors = 20;
constexpr int floodLines = 3000000;

int kills()
{
    return qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 4 : 40;
}

/// Prints numbered lines on both streams for longer than all kills take, then ends with a code of its own.
QJsonObject printer(int code)
{
    const QString lines = QString::number(kills() * 150);
    const QString script =
        u"$| = 1; for (1 .. %1) { print qq(out $_\\n); print STDERR qq(err $_\\n); select(undef, undef, undef, 0.01) } "
        "print q(no newline at the end); exit %2"_s.arg(lines)
            .arg(code);
    return {{u"name"_s, u"printer %1"_s.arg(code)},
            {u"type"_s, u"script"_s},
            {u"survives_engine"_s, true},
            {u"timeout_s"_s, 3600},
            {u"params"_s, QJsonObject{{u"argv"_s, QJsonArray{u"perl"_s, u"-e"_s, script}}}}};
}

QJsonObject automation(const QString &name, const QString &command, bool survives)
{
    return {{u"name"_s, name},
            {u"type"_s, u"script"_s},
            {u"survives_engine"_s, survives},
            {u"params"_s, QJsonObject{{u"command"_s, command}}}};
}

QJsonArray allAutomations()
{
    QJsonArray all;
    for (int code = 0; code < survivors; ++code) {
        all.append(printer(code));
    }
    all.append(automation(u"flood"_s, u"sleep 0.3; exec seq 1 %1"_s.arg(floodLines), true));
    all.append(automation(u"ends alone"_s, u"echo begin; sleep 1; echo end; exit 77"_s, true));
    all.append(automation(u"mortal"_s, u"echo on; sleep 300"_s, false));
    return all;
}

} // namespace

class SurvivorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineOnceAndEveryExitCode()
    {
        allowManyRuns();
        QVERIFY(m_service.start());
        startAll();
        for (int i = 0; i < kills(); ++i) {
            QTest::qWait(QRandomGenerator::global()->bounded(100, 1200));
            QVERIFY(!open(u"running"_s).isEmpty());
            m_service.kill();
            if (i == 0) {
                QTRY_VERIFY_WITH_TIMEOUT(hasEnded(u"ends alone"_s), 20000);
            } else {
                QTest::qWait(QRandomGenerator::global()->bounded(0, 300));
            }
            QVERIFY(m_service.start());
        }
        QTRY_COMPARE_WITH_TIMEOUT(open(u"running,queued"_s), QStringList(), 120000);
        QTRY_VERIFY_WITH_TIMEOUT(test::runProcesses(m_automations).isEmpty(), 5000);
        readRuns();
        QCOMPARE(m_service.terminate(), 0);
        checkAll();
        QVERIFY(QDir(m_workspace + u"/run/survivors"_s)
                    .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                    .isEmpty());
    }

private:
    void allowManyRuns() const
    {
        const base::SystemClock clock;
        store::Store store(m_workspace, clock);
        QVERIFY(test::await(store.open()));
        QVERIFY(test::await(store.settings().set(QLatin1StringView(store::setting::parallelRuns), 100)));
        store.close();
    }

    void startAll()
    {
        const auto made = m_service.post(u"/api/automations"_s, QJsonDocument(allAutomations()));
        QCOMPARE(made.status, 201);
        for (const QJsonValue one : made.body.array()) {
            const QString id = one[u"id"].toString();
            m_automations.insert(id.toLatin1());
            const auto answer = m_service.post(u"/api/automations/%1/run"_s.arg(id));
            QCOMPARE(answer.status, 200);
            m_runs.insert(one[u"name"].toString(), base::RunId(answer.body[u"run_id"].toString()));
        }
        QTRY_COMPARE_WITH_TIMEOUT(test::runProcesses(m_automations).size(), m_runs.size(), 20000);
    }

    QStringList open(const QString &statuses)
    {
        QStringList names;
        for (const QJsonValue run : m_service.get(u"/api/automations/runs?limit=0&status="_s + statuses).body.array()) {
            names.append(run[u"automation_name"].toString());
        }
        return names;
    }
    bool hasEnded(const QString &name) const
    {
        return !test::runProcesses(m_automations).contains(m_runs.value(name).text());
    }

    void readRuns()
    {
        for (auto it = m_runs.cbegin(); it != m_runs.cend(); ++it) {
            m_rows.insert(it.key(), m_service.get(u"/api/automations/runs/"_s + it->text()).body.object());
        }
    }

    void checkAll()
    {
        const base::SystemClock clock;
        store::Store store(m_workspace, clock);
        QVERIFY(test::await(store.open()));
        for (int code = 0; code < survivors; ++code) {
            const QString name = u"printer %1"_s.arg(code);
            checkRow(name, code == 0 ? u"done"_s : u"failed"_s, code);
            const auto [out, err] = logOf(store, name);
            QCOMPARE(out, numbered("out ", kills() * 150) + "no newline at the end\n");
            QCOMPARE(err, numbered("err ", kills() * 150));
        }
        checkRow(u"flood"_s, u"done"_s, 0);
        QVERIFY(logOf(store, u"flood"_s).first == numbered("", floodLines));
        checkRow(u"ends alone"_s, u"failed"_s, 77);
        QCOMPARE(logOf(store, u"ends alone"_s).first, "begin\nend\n"_ba);
        QCOMPARE(m_rows[u"mortal"_s][u"status"].toString(), u"interrupted"_s);
        QCOMPARE(logOf(store, u"mortal"_s).first, "on\n"_ba);
        store.close();
    }

    void checkRow(const QString &name, const QString &status, int code)
    {
        const QJsonObject row = m_rows.value(name);
        QVERIFY2(row[u"status"].toString() == status && row[u"exit_code"].toInt(-1) == code,
                 QJsonDocument(row).toJson());
    }

    static QByteArray numbered(const QByteArray &before, int count)
    {
        QByteArray lines;
        for (int i = 1; i <= count; ++i) {
            lines += before + QByteArray::number(i) + '\n';
        }
        return lines;
    }

    /// What is stored of both streams.
    std::pair<QByteArray, QByteArray> logOf(store::Store &store, const QString &name) const
    {
        std::pair<QByteArray, QByteArray> both;
        qint64 line = 0;
        for (;;) {
            const auto chunk = test::await(store.logs().read(m_runs.value(name), line, 100000));
            if (!chunk || chunk->spans.isEmpty()) {
                return both;
            }
            qsizetype at = 0;
            for (const store::LogSpan &span : chunk->spans) {
                const qsizetype from = at;
                for (qint64 i = 0; i < span.lines; ++i) {
                    at = chunk->bytes.indexOf('\n', at) + 1;
                }
                line += span.lines;
                if (span.stream != store::Stream::Note) {
                    QByteArray &text = span.stream == store::Stream::Out ? both.first : both.second;
                    text += chunk->bytes.mid(from, at - from);
                }
            }
        }
    }

    const QTemporaryDir m_folder;
    const QString m_workspace = m_folder.filePath(u"workspace"_s);
    test::Service m_service{QStringLiteral(SIGNALBOX_PROGRAM), m_workspace};
    QSet<QByteArray> m_automations;
    QHash<QString, base::RunId> m_runs; ///< By the automation's name.
    QHash<QString, QJsonObject> m_rows;
};

REGISTER_TEST(SurvivorTest);
#include "test_survivors.moc"
