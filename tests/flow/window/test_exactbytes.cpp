// SPDX-License-Identifier: Apache-2.0
// What a process writes is what is given out again, to the byte: over HTTP, on the command line and as a saved text.
#include "tests/support/registry.h"
#include "tests/support/service.h"
#include "tests/support/tempstore.h"
#include "ui/log/out/logsaver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

QByteArray digest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// Progress, bytes that are no UTF-8, zeros, escapes, lines that are very long or empty, no newline at the end.
QByteArray nasty()
{
    QByteArray bytes =
        "begin\n\n\n10%\r50%\r100%\r\nnul \0 here\n\xff\xfe\x80 \xc3\n\x1b]0;title\x07 \x1b[31mred\x1b[0m\n"_ba;
    bytes += QByteArray(3 << 20, 'x') + '\n';
    QRandomGenerator random(11);
    for (int i = 0; i < 4 << 20; ++i) {
        bytes += static_cast<char>(random.bounded(256));
    }
    for (int i = 0; i < 200'000; ++i) {
        bytes += "line " + QByteArray::number(i) + (i % 3 == 0 ? "\r\n" : "\n");
    }
    return bytes + "no newline at the end";
}

} // namespace

class ExactBytesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsGivenOutIsWhatWasWritten()
    {
        const QTemporaryDir folder;
        const QByteArray written = nasty();
        QFile file(folder.filePath(u"written"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(written) == written.size());
        file.close();
        const QString workspace = folder.filePath(u"workspace"_s);
        test::Service service(QStringLiteral(SIGNALBOX_PROGRAM), workspace);
        QVERIFY(service.start());
        const base::RunId run = runOf(service, file.fileName());
        QVERIFY(!run.isEmpty());
        QCOMPARE(digest(overHttp(service, run)), digest(written));
        QCOMPARE(digest(onTheCommandLine(workspace, run)), digest(written));
        QCOMPARE(service.terminate(), 0);
        QCOMPARE(digest(saved(workspace, run, folder.filePath(u"saved"_s))), digest(written));
    }

private:
    static base::RunId runOf(test::Service &service, const QString &path)
    {
        const QJsonObject cat{{u"name"_s, u"cat"_s},
                              {u"type"_s, u"script"_s},
                              {u"params"_s, QJsonObject{{u"argv"_s, QJsonArray{u"cat"_s, path}}}}};
        const auto made = service.post(u"/api/automations"_s, QJsonDocument(QJsonArray{cat}));
        const QString id = made.body.array().at(0)[u"id"].toString();
        const QString run = service.post(u"/api/automations/%1/run"_s.arg(id)).body[u"run_id"].toString();
        const auto isDone = [&] {
            return service.get(u"/api/automations/runs/%1"_s.arg(run)).body[u"status"].toString() == u"done"_s;
        };
        return QTest::qWaitFor(isDone, 30'000) ? base::RunId(run) : base::RunId();
    }
    static QByteArray overHttp(test::Service &service, const base::RunId &run)
    {
        const std::unique_ptr<QNetworkReply> reply(
            service.open(u"/api/automations/runs/%1/log?plain=1"_s.arg(run.text())));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        return finished.wait(30'000) ? reply->readAll() : QByteArray();
    }
    static QByteArray onTheCommandLine(const QString &workspace, const base::RunId &run)
    {
        QProcess program;
        program.start(QStringLiteral(SIGNALBOX_PROGRAM),
                      {u"--store"_s, workspace, u"logs"_s, run.text(), u"--plain"_s});
        return program.waitForFinished(30'000) ? program.readAllStandardOutput() : QByteArray();
    }
    static QByteArray saved(const QString &workspace, const base::RunId &run, const QString &path)
    {
        const base::SystemClock clock;
        store::Store store(workspace, clock);
        if (!test::await(store.open()))
            return {};
        ui::LogSaver saver(store.logs(), {.run = run, .path = path});
        QSignalSpy over(&saver, &ui::LogSaver::saved);
        saver.start();
        QFile file(path);
        return over.wait(30'000) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

REGISTER_TEST(ExactBytesTest);
#include "test_exactbytes.moc"
