// SPDX-License-Identifier: Apache-2.0
// Another process on the same store; see writer/main.cpp.
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

namespace test {

class StoreProcess
{
public:
    StoreProcess(const QString &directory, const QString &mode)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/store_writer"), {directory, mode});
    }
    ~StoreProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(StoreProcess)

    /// Waits until it has printed at least so many lines; whether it did.
    bool waitForLines(int count)
    {
        return QTest::qWaitFor(
            [this, count] {
                collect();
                return m_lines.size() >= count;
            },
            20000);
    }
    /// With SIGKILL; what it had printed is still read.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        collect();
    }
    const QStringList &lines() const { return m_lines; }

private:
    // A line that was cut off by the kill was not acknowledged.
    void collect()
    {
        while (m_process.canReadLine()) {
            m_lines.append(QString::fromUtf8(m_process.readLine().trimmed()));
        }
    }

    QProcess m_process;
    QStringList m_lines;
};

} // namespace test
