// SPDX-License-Identifier: Apache-2.0
// `signalbox serve` as a person starts it: a process of its own on a workspace, spoken to over HTTP, killed without
// warning when the test says so. Who waits counts beats, not time: where the whole machine was stopped for a while,
// nothing was late.
#pragma once

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace test {

struct Answer
{
    int status = 0; ///< 0: no answer at all.
    QJsonDocument body;
    QString error = {}; ///< Why there is none, in the words of the network.
};

class Service
{
public:
    Service(QString program, QString directory) : m_program(std::move(program)), m_directory(std::move(directory)) {}
    ~Service() { kill(); }

    /// For the next start().
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void setArguments(const QStringList &arguments) { m_arguments = arguments; }
    /// Starts it and waits for the line that says it is ready. False after 30 s, or when it ends before.
    bool start()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.setProcessEnvironment(m_environment);
        m_process.start(m_program,
                        QStringList{QStringLiteral("--store"), m_directory, QStringLiteral("serve")} + m_arguments);
        for (int beats = 0; !m_process.canReadLine(); ++beats) {
            if (beats > mostBeats || m_process.state() == QProcess::NotRunning) {
                return false;
            }
            m_process.waitForReadyRead(beatMillis);
        }
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        m_url = ready.value(QStringLiteral("url")).toString();
        m_token = ready.value(QStringLiteral("token")).toString().toLatin1();
        return ready.value(QStringLiteral("ready")).toBool();
    }
    /// SIGKILL; returns when the process is gone.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// SIGTERM; the exit status, or -1 when it does not end within 20 s.
    int terminate()
    {
        m_process.terminate();
        return m_process.waitForFinished(20000) ? m_process.exitCode() : -1;
    }

    /// How it is, and what its own log said last: for the messages of tests.
    QString told() const
    {
        QString text = m_process.state() == QProcess::Running
                           ? QStringLiteral("it runs")
                           : QStringLiteral("it ended with %1").arg(m_process.exitCode());
        QFile log(m_directory + QStringLiteral("/signalbox.log"));
        constexpr qsizetype most = 4000;
        return log.open(QIODevice::ReadOnly) ? text + u'\n' + QString::fromUtf8(log.readAll().right(most)) : text;
    }
    /// Of the last start().
    quint16 port() const { return static_cast<quint16>(QUrl(m_url).port()); }
    const QByteArray &token() const { return m_token; }
    qint64 processId() const { return m_process.processId(); }

    /// A stream, which is the caller's.
    QNetworkReply *open(const QString &path) { return m_network.get(request(path)); }
    Answer get(const QString &path) { return wait(m_network.get(request(path))); }
    Answer put(const QString &path, const QJsonDocument &body)
    {
        return wait(m_network.put(request(path), body.toJson()));
    }
    Answer remove(const QString &path) { return wait(m_network.deleteResource(request(path))); }
    Answer post(const QString &path, const QJsonDocument &body = {})
    {
        return wait(m_network.post(request(path), body.isNull() ? QByteArray() : body.toJson()));
    }

    /// Asks with a key, and does not wait.
    QNetworkReply *send(const QString &path, const QByteArray &key)
    {
        QNetworkRequest keyed = request(path);
        keyed.setRawHeader("Idempotency-Key", key);
        return m_network.post(keyed, QByteArray());
    }
    /// No answer after 30 s is none.
    Answer wait(QNetworkReply *reply)
    {
        QEventLoop loop;
        QTimer beat;
        int beats = 0;
        QObject::connect(&beat, &QTimer::timeout, reply, [reply, &beats] {
            if (++beats > mostBeats) {
                reply->abort();
            }
        });
        beat.start(beatMillis);
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        if (!reply->isFinished()) {
            loop.exec();
        }
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QJsonDocument::fromJson(reply->readAll()), reply->errorString()};
    }

private:
    static constexpr int beatMillis = 100;
    static constexpr int mostBeats = 300;

    QNetworkRequest request(const QString &path) const
    {
        QNetworkRequest request(QUrl(m_url + path));
        request.setRawHeader("Authorization", "Bearer " + m_token);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return request;
    }

    QString m_program;
    QString m_directory;
    QStringList m_arguments;
    QString m_url;
    QByteArray m_token;
    QProcess m_process;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QNetworkAccessManager m_network;
};

} // namespace test
