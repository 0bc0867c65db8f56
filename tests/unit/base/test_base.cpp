// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/logging.h"
#include "app/base/result.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class BaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultHandsItsErrorOn()
    {
        const auto half = [](int n) -> base::Result<int> {
            if (n % 2 != 0) {
                return base::invalid(u"n"_s, u"must be even"_s);
            }
            return n / 2;
        };
        const auto quarter = [&](int n) -> base::Result<int> {
            TRY(const int once, half(n));
            return half(once);
        };
        QCOMPARE(*quarter(8), 2);
        QCOMPARE(quarter(6).error().field, u"n"_s);
    }

    void errorPathsAreJoined()
    {
        const base::Error inner = base::invalid(u"cron"_s, u"wrong"_s);
        QCOMPARE(inner.inField(u"triggers[0]"_s).field, u"triggers[0].cron"_s);
        QCOMPARE(base::invalid(u"[2]"_s, {}).inField(u"tags"_s).field, u"tags[2]"_s);
    }

    void idsHaveTheirFormAndDiffer()
    {
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const QString id = base::AutomationId::make().text();
            QVERIFY(QRegularExpression(u"^auto_[0-9a-v]{12}$"_s).match(id).hasMatch());
            seen.insert(id);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void timesRoundTrip()
    {
        const base::Instant t = base::fromMillis(1792672328004);
        QCOMPARE(base::isoUtc(t), u"2026-10-22T12:32:08.004Z"_s);
        QCOMPARE(*base::parseIso(base::isoLocal(t)), t);
        QVERIFY(!base::parseIso(u"tomorrow"_s));
    }

    void logWritesOneLineARecord()
    {
        const QTemporaryDir dir;
        base::startLogging(dir.filePath(u"own.log"_s));
        qCInfo(base::logBase, "two\nlines");
        base::startLogging({});
        qInstallMessageHandler(nullptr);
        QFile file(dir.filePath(u"own.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.endsWith("two\\x0alines\n"));
        QCOMPARE(text.count('\n'), 1);
    }

    void logBeginsWhenItsFolderIsThere()
    {
        const QTemporaryDir dir;
        base::startLogging(dir.filePath(u"workspace/own.log"_s));
        qCInfo(base::logBase, "too early");
        QVERIFY(QDir(dir.path()).mkdir(u"workspace"_s));
        qCInfo(base::logBase, "in time");
        base::startLogging({});
        qInstallMessageHandler(nullptr);
        QFile file(dir.filePath(u"workspace/own.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().endsWith("in time\n"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
};

REGISTER_TEST(BaseTest);

#include "test_base.moc"
