// SPDX-License-Identifier: Apache-2.0
// An export of the audit of which one thing was changed is never taken for whole.
#include "app/domain/audit/chain.h"
#include "tests/support/registry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {

domain::AuditEntry entry(qint64 seq)
{
    return {.seq = seq,
            .at = base::fromMillis(1'760'000'000'000 + seq * 977),
            .by = u"kim"_s,
            .action = seq % 3 == 0 ? u"edit"_s : u"approve"_s,
            .subject = u"auto_%1"_s.arg(seq * 7919),
            .detail = u"Backup \"näc\\ht\"\n, version %1"_s.arg(seq),
            .before = seq % 3 == 0 ? u"{\"paused\":false}"_s : QString(),
            .after = seq % 3 == 0 ? u"{\"paused\":true}"_s : QString()};
}

QByteArray exported(qint64 rows, qint64 first = 1)
{
    domain::Chain chain;
    QByteArray hash = domain::chainStart();
    for (qint64 seq = 1; seq < first; ++seq) {
        hash = chain.next(hash, domain::chainText(entry(seq)));
    }
    domain::AuditExporter out(first, hash);
    for (qint64 seq = first; seq < first + rows; ++seq) {
        const QByteArray text = domain::chainText(entry(seq));
        hash = chain.next(hash, text);
        out.add(text, hash);
    }
    return out.finish();
}

} // namespace

class AuditChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeExportIsCounted();
    void aLineIsJson();
    void everyChangeIsFound();
};

void AuditChainTest::aWholeExportIsCounted()
{
    for (const qint64 rows : {0, 1, 40}) {
        QCOMPARE(domain::verifyExport(exported(rows)).value_or(-1), rows);
        QCOMPARE(domain::verifyExport(exported(rows, 12)).value_or(-1), rows); // not from the beginning
    }
    QVERIFY(!domain::verifyExport({}));
    QVERIFY(!domain::verifyExport("nonsense\n"));
}

void AuditChainTest::aLineIsJson()
{
    const QList<QByteArray> lines = exported(3).split('\n');
    const QJsonObject row = QJsonDocument::fromJson(lines.at(3)).object();
    QCOMPARE(row.value("seq"_L1).toInteger(), 3);
    QCOMPARE(row.value("at"_L1).toString(), base::isoUtc(entry(3).at));
    QCOMPARE(row.value("detail"_L1).toString(), entry(3).detail);
    QCOMPARE(row.value("after"_L1).toObject().value("paused"_L1).toBool(), true);
    QVERIFY(QJsonDocument::fromJson(lines.first()).isObject());
}

void AuditChainTest::everyChangeIsFound()
{
    const QByteArray whole = exported(30);
    QList<QByteArray> lines = whole.split('\n');
    lines.removeLast(); // behind the last line end
    std::mt19937 random(4711);
    const auto below = [&random](qsizetype limit) {
        return std::uniform_int_distribution<qsizetype>(0, limit - 1)(random);
    };
    const auto joined = [](const QList<QByteArray> &parts) { return parts.join('\n') + '\n'; };
    int missed = 0;
    for (int i = 0; i < 100'000; ++i) {
        QByteArray changed = whole;
        if (i % 4 < 2) { // one bit
            const qsizetype at = below(whole.size());
            changed[at] = static_cast<char>(changed.at(at) ^ (1 << below(8)));
        } else if (i % 4 == 2) { // a line is gone
            QList<QByteArray> fewer = lines;
            fewer.removeAt(below(fewer.size()));
            changed = joined(fewer);
        } else { // two have changed places
            QList<QByteArray> mixed = lines;
            const qsizetype one = below(mixed.size());
            mixed.swapItemsAt(one, (one + 1 + below(mixed.size() - 1)) % mixed.size());
            changed = joined(mixed);
        }
        missed += domain::verifyExport(changed) ? 1 : 0;
    }
    QCOMPARE(missed, 0);
    QVERIFY(domain::verifyExport(joined(lines)));
}

REGISTER_TEST(AuditChainTest);

#include "test_auditchain.moc"
