// SPDX-License-Identifier: Apache-2.0
// The program's commands as a person types them, each a process of its own on one workspace. The test's own servers
// answer while one is under way.
#pragma once

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTimer>

#include <functional>

namespace test {

/// What a command said.
struct Said
{
    int exit = -1; ///< -1: it crashed, or was not over in time.
    QByteArray out;
    QByteArray err;

    QJsonValue json() const
    {
        const QJsonDocument document = QJsonDocument::fromJson(out);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    QByteArray all() const { return "ended with " + QByteArray::number(exit) + '\n' + out + err; }
};

class CommandLine
{
public:
    CommandLine(QString program, QString directory) : m_program(std::move(program)), m_directory(std::move(directory))
    {
    }

    /// `meanwhile` is called now and then until it is over.
    Said run(const QStringList &arguments, const QByteArray &input = {},
             const std::function<void()> &meanwhile = {}) const
    {
        constexpr int patience = 60'000;
        constexpr int often = 50;
        QProcess process;
        QEventLoop loop;
        QTimer timer;
        QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
        if (meanwhile) {
            QObject::connect(&timer, &QTimer::timeout, &loop, meanwhile);
            timer.start(often);
        }
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        process.start(m_program, QStringList{QStringLiteral("--store"), m_directory} + arguments);
        process.write(input);
        process.closeWriteChannel();
        loop.exec();
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
        return {.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                .out = process.readAllStandardOutput(),
                .err = process.readAllStandardError()};
    }
    /// With `--json`.
    QJsonValue ask(const QStringList &arguments) const
    {
        return run(QStringList(arguments) << QStringLiteral("--json")).json();
    }

private:
    QString m_program;
    QString m_directory;
};

} // namespace test
