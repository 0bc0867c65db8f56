// SPDX-License-Identifier: Apache-2.0
// The wall clock of a service, set by a file while it runs (libfaketime). The monotonic clock stays real.
#pragma once

#include "tests/support/service.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QTest>

namespace test {

class FakeWallClock
{
public:
    explicit FakeWallClock(QString path) : m_path(std::move(path)) { jump(0); }

    /// Whether libfaketime is installed.
    static bool isPossible() { return !library().isEmpty(); }

    /// Before the service is started.
    void rule(Service &service) const
    {
        service.setEnvironment(QStringLiteral("LD_PRELOAD"), library());
        service.setEnvironment(QStringLiteral("FAKETIME_TIMESTAMP_FILE"), m_path);
        service.setEnvironment(QStringLiteral("FAKETIME_NO_CACHE"), QStringLiteral("1"));
        service.setEnvironment(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
    }

    void jump(qint64 seconds)
    {
        m_offset += seconds;
        // Replaced in one step: the library ends the program that reads an empty file.
        QSaveFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((m_offset < 0 ? "" : "+") + QByteArray::number(m_offset) + '\n');
        QVERIFY(file.commit());
    }
    qint64 now() const { return QDateTime::currentSecsSinceEpoch() + m_offset; }

private:
    static QString library()
    {
        for (const char *machine : {"x86_64", "aarch64"}) {
            const QString path =
                QStringLiteral("/usr/lib/%1-linux-gnu/faketime/libfaketime.so.1").arg(QLatin1StringView(machine));
            if (QFile::exists(path)) {
                return path;
            }
        }
        return {};
    }

    QString m_path;
    qint64 m_offset = 0; ///< Seconds by which the service's clock differs from ours.
};

} // namespace test
