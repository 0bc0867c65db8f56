// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/entries.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/posthog/posthoghouse.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::answerOf;
using test::PosthogAge;
using test::PosthogDouble;
using test::PosthogHouse;

namespace {

const QByteArray streamPath = PosthogDouble::at("{}/runs/{}/stream/");
const QByteArray keptPath = PosthogDouble::at("{}/runs/{}/session_logs/");

QJsonObject line(const QString &message)
{
    return providers::posthog::consoleEntry(u"r5"_s, u"info"_s, message, {});
}

QJsonObject chunk(const QString &text)
{
    const QJsonObject update{{u"sessionUpdate"_s, u"agent_message_chunk"_s},
                             {u"content"_s, QJsonObject{{u"text"_s, text}}}};
    return {{u"notification"_s,
             QJsonObject{{u"method"_s, u"session/update"_s}, {u"params"_s, QJsonObject{{u"update"_s, update}}}}}};
}

QJsonObject stateOf(const QString &status)
{
    return {{u"type"_s, u"task_run_state"_s}, {u"run_id"_s, u"r5"_s}, {u"task_id"_s, u"t1"_s}, {u"status"_s, status}};
}

/// The log of a run, followed as somebody would who wants all of it.
struct Follower
{
    explicit Follower(PosthogHouse &there, const QString &run = u"t1/r5"_s, const QString &from = {})
        : house(there), id(run), position(from)
    {
    }

    /// The next part is there; false where it is an error.
    bool next()
    {
        const auto part = answerOf(house.box->log(id, position));
        if (!part) {
            error = part.error();
            return false;
        }
        bytes += part->bytes;
        position = part->next;
        complete = part->complete;
        return true;
    }
    /// Until `count` lines came, or it is complete.
    bool until(qsizetype count)
    {
        while (bytes.count('\n') < count && !complete) {
            if (!next()) {
                return false;
            }
        }
        return true;
    }

    PosthogHouse &house;
    QString id;
    QString position;
    QByteArray bytes;
    bool complete = false;
    base::Error error;
};

bool isOpen(PosthogHouse &house, qsizetype count = 1)
{
    return QTest::qWaitFor([&] { return house.remote.server.streams() >= count; }, 5000);
}

} // namespace

/// Logs: what is written to them and how they come.
class PosthogLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogOfARunThatIsOverIsReadWhole()
    {
        PosthogHouse house;
        Follower follower(house, u"t1/r1"_s);
        QVERIFY(follower.next());
        QCOMPARE(follower.bytes, "2026-03-02T10:16:01.250Z one\n2026-03-02T10:16:01.250Z two\n"_ba);
        QVERIFY(follower.complete);
        QCOMPARE(house.remote.server.count("GET", streamPath), 0); // nothing comes any more
    }

    void theKeptLogIsReadInParts()
    {
        PosthogHouse house;
        for (int i = 0; i < 2100; ++i) {
            house.remote.write(u"r1"_s, line(QString::number(i)));
        }
        Follower follower(house, u"t1/r1"_s);
        QVERIFY(follower.until(2102));
        QCOMPARE(follower.bytes.count('\n'), 2102);
        QCOMPARE(house.remote.server.count("GET", keptPath), 3);
        // From where it ended nothing comes twice.
        Follower later(house, u"t1/r1"_s, u"2100"_s);
        QVERIFY(later.next());
        QCOMPARE(later.bytes, "2098\n2099\n"_ba);
    }

    void trapAServerWithoutSessionLogsGivesJsonLines()
    {
        PosthogHouse house(PosthogAge::Early);
        house.remote.hasSessionLogs = false;
        Follower follower(house, u"t1/r1"_s, u"1"_s);
        QVERIFY(follower.next());
        QCOMPARE(follower.bytes, "2026-03-02T10:16:01.250Z two\n"_ba);
        QVERIFY(follower.complete);
    }

    void trapTheStorageIsAskedWithoutTheKey()
    {
        PosthogHouse house;
        const auto log = answerOf(house.box->act(u"logs"_s, {{u"run"_s, u"t1/r1"_s}, {u"source"_s, u"storage"_s}}));
        QVERIFY2(log, log ? "" : qPrintable(log.error().message()));
        QCOMPARE(providers::posthog::entriesIn(log->toString().toUtf8()), house.remote.logs.value(u"r1"_s));
        QCOMPARE(house.remote.storage.asked.size(), 1);
        QVERIFY(!house.remote.storage.asked.first().headers.contains("authorization"));
        // It is also the last way to the log of a run.
        house.remote.hasSessionLogs = false;
        house.remote.server.fault("GET", PosthogDouble::at("{}/runs/{}/logs/"), test::Fault::NotFound);
        Follower follower(house, u"t1/r1"_s);
        QVERIFY(follower.next());
        QCOMPARE(follower.bytes.count('\n'), 2);
    }

    void trapWithoutStorageThereIsNoAddress()
    {
        PosthogHouse house;
        house.remote.setRun(u"t1"_s, u"r1"_s, {{u"log_url"_s, QJsonValue()}});
        const auto log = answerOf(house.box->act(u"logs"_s, {{u"run"_s, u"t1/r1"_s}, {u"source"_s, u"storage"_s}}));
        QCOMPARE(log.error().code, ErrorCode::Unsupported);
    }

    void logsComeByActionsToo()
    {
        PosthogHouse house;
        const auto log = answerOf(house.box->act(u"logs"_s, {{u"run"_s, u"t1/r1"_s}}));
        QCOMPARE(log->toString().count(u'\n'), 2);
        const auto some = answerOf(house.box->act(
            u"session-logs"_s, {{u"run"_s, u"t1/r1"_s}, {u"limit"_s, 1}, {u"event_types"_s, u"_posthog/console"_s}}));
        QVERIFY2(some, some ? "" : qPrintable(some.error().message()));
        QCOMPARE(some->toObject().value("entries"_L1).toArray().size(), 1);
        QCOMPARE(some->toObject().value("total"_L1).toInt(), 2);
        QCOMPARE(some->toObject().value("has_more"_L1).toBool(), true);
        QCOMPARE(house.remote.server.asked.last().value(u"event_types"_s), u"_posthog/console"_s);
    }

    void trapHowManyThereAreIsToldUnderOtherNamesByEarlyServers()
    {
        PosthogHouse house(PosthogAge::Early);
        const auto some = answerOf(house.box->act(u"session-logs"_s, {{u"run"_s, u"t1/r1"_s}, {u"limit"_s, 2}}));
        QCOMPARE(some->toObject().value("filtered"_L1).toInt(), 2);
        QVERIFY(some->toObject().value("has_more"_L1).isNull()); // it does not say
    }

    void trapTheStreamIsOpenedBeforeTheKeptLogIsReadAndNothingIsToldTwice()
    {
        PosthogHouse house;
        // What is written while the kept log is read stands in both.
        house.remote.server.route("GET", keptPath, [&house](const test::Asked &asked) {
            if (house.remote.logs.value(u"r5"_s).size() < 4) {
                house.remote.write(u"r5"_s, line(u"three"_s));
                house.remote.write(u"r5"_s, line(u"four"_s));
            }
            QJsonArray rest;
            const QJsonArray all = house.remote.logs.value(u"r5"_s);
            for (qsizetype i = asked.value(u"offset"_s).toInt(); i < all.size(); ++i) {
                rest.append(all.at(i));
            }
            return test::toldList(rest);
        });
        Follower follower(house);
        QVERIFY2(follower.until(4), qPrintable(follower.error.message()));
        QCOMPARE(house.remote.server.streams(), 1);
        house.remote.write(u"r5"_s, line(u"five"_s));
        QVERIFY(follower.until(5));
        QCOMPARE(follower.bytes, "2026-03-02T10:16:01.250Z one\n2026-03-02T10:16:01.250Z two\nthree\nfour\nfive\n"_ba);
        const auto &asked = house.remote.server.asked;
        const auto isStream = [](const test::Asked &one) { return one.path.endsWith("/stream/"); };
        const auto isKept = [](const test::Asked &one) { return one.path.endsWith("/session_logs/"); };
        QVERIFY(std::find_if(asked.begin(), asked.end(), isStream) < std::find_if(asked.begin(), asked.end(), isKept));
        QCOMPARE(std::find_if(asked.begin(), asked.end(), isStream)->value(u"start"_s), u"latest"_s);
    }

    void whereItEndedALaterFeedGoesOn()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        house.remote.write(u"r5"_s, line(u"three"_s));
        QVERIFY(follower.until(3));
        QCOMPARE(follower.position, u"2+1"_s); // one of them by stream
        house.remote.write(u"r5"_s, line(u"four"_s));
        house.open(); // as after a restart
        Follower later(house, u"t1/r5"_s, follower.position);
        QVERIFY(later.until(1));
        QCOMPARE(later.bytes, "four\n"_ba);
    }

    void trapTheEndOfARunInTheStreamEndsItsLog()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        // This line is kept, and its event gets lost.
        house.remote.logs[u"r5"_s].append(line(u"three"_s));
        house.remote.push(stateOf(u"completed"_s));
        QVERIFY(follower.until(99));
        QVERIFY(follower.complete);
        QVERIFY(follower.bytes.endsWith("two\nthree\n"));
    }

    void trapTheEndOfAStreamIsTheEndOfTheRun()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        house.remote.logs[u"r5"_s].append(line(u"three"_s));
        house.remote.setRun(u"t1"_s, u"r5"_s, {{u"status"_s, u"completed"_s}});
        house.remote.push({}, "stream-end");
        QVERIFY(follower.until(99));
        QVERIFY(follower.complete);
        QVERIFY(follower.bytes.endsWith("two\nthree\n"));
        QCOMPARE(house.remote.server.count("GET", streamPath), 1); // nobody listens again
    }

    void trapAStreamThatIsCutOffGoesOnAtOnceWhereItWas()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        house.remote.write(u"r5"_s, line(u"three"_s));
        QVERIFY(follower.until(3));
        house.remote.push({{u"type"_s, u"rotated"_s}}, "end");
        QVERIFY(QTest::qWaitFor([&] { return house.remote.server.count("GET", streamPath) == 2; }, 3000));
        const test::Asked &again = *std::find_if(house.remote.server.asked.rbegin(), house.remote.server.asked.rend(),
                                                 [](const test::Asked &one) { return one.path.endsWith("/stream/"); });
        QVERIFY(again.headers.value("last-event-id").startsWith("1772447000000-"));
        QVERIFY(!again.query.hasQueryItem(u"start"_s));
        QVERIFY(isOpen(house, 1));
        house.remote.write(u"r5"_s, line(u"four"_s));
        QVERIFY(follower.until(4));
        QVERIFY(follower.bytes.endsWith("three\nfour\n"));
    }

    void aConnectionThatBreaksLosesNothing()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        house.remote.server.closeStreams();
        house.remote.logs[u"r5"_s].append(line(u"three"_s)); // while nobody listened
        QVERIFY(follower.until(3));
        QVERIFY(follower.bytes.endsWith("two\nthree\n"));
    }

    void trapKeepalivesAreNoLines()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        house.remote.push({{u"type"_s, u"keepalive"_s}}, "keepalive");
        house.remote.push({{u"type"_s, u"keepalive"_s}});
        house.remote.write(u"r5"_s, line(u"three"_s));
        QVERIFY(follower.until(3));
        QVERIFY(follower.bytes.endsWith("two\nthree\n"));
    }

    void trapAnEventInPiecesIsOneLine()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        house.remote.logs[u"r5"_s].append(line(u"größer"_s));
        const QByteArray event =
            "id: 9-0\r\ndata: " + QJsonDocument(line(u"größer"_s)).toJson(QJsonDocument::Compact) + "\r\n\r\n";
        for (const char byte : event) { // also within a letter
            house.remote.server.push(QByteArray(1, byte));
            QTest::qWait(0);
        }
        QVERIFY(follower.until(3));
        QVERIFY(follower.bytes.endsWith("größer\n"));
    }

    void trapChunksAreStreamedAndNotKept()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        house.remote.push(chunk(u"Hel"_s));
        house.remote.push(chunk(u"lo"_s));
        house.remote.write(u"r5"_s, line(u"Hello"_s));
        QVERIFY(follower.until(3));
        QVERIFY2(follower.bytes.endsWith("two\nHello\n"), follower.bytes.constData());
        QCOMPARE(follower.position, u"2+1"_s);
    }

    void trapAServerWithoutAStreamIsLookedAtAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("no such route") << 404;
        QTest::newRow("not acceptable") << 406;
    }
    void trapAServerWithoutAStreamIsLookedAtAgain()
    {
        QFETCH(const int, status);
        PosthogHouse house;
        house.remote.server.route("GET", streamPath, [status](const test::Asked &) {
            return test::posthogError(status, u"invalid_request"_s, u"not_acceptable"_s, u"No."_s);
        });
        Follower follower(house);
        QVERIFY2(follower.until(2), qPrintable(follower.error.message()));
        QVERIFY(!follower.complete);
        QCOMPARE(house.remote.server.count("GET", streamPath), 1);
        house.remote.write(u"r5"_s, line(u"three"_s));
        QVERIFY(follower.until(3)); // within ten seconds
        house.remote.setRun(u"t1"_s, u"r5"_s, {{u"status"_s, u"completed"_s}});
        QVERIFY(follower.until(99));
        QVERIFY(follower.complete);
        QCOMPARE(house.remote.server.count("GET", streamPath), 1); // once told is enough
    }

    void trapAStreamThatIsNotAvailableIsTriedLater()
    {
        PosthogHouse house;
        Follower follower(house);
        QVERIFY(follower.until(2));
        house.remote.push({{u"error"_s, u"Stream not available"_s}}, "error");
        QVERIFY(QTest::qWaitFor([&] { return house.remote.server.count("GET", streamPath) == 2; }, 9000));
        house.remote.write(u"r5"_s, line(u"three"_s));
        QVERIFY(follower.until(3));
    }

    void trapAStreamThatIsDeniedIsNotTriedAgain()
    {
        PosthogHouse house;
        house.remote.server.fault("GET", streamPath, test::Fault::Forbidden);
        Follower follower(house);
        QVERIFY(!follower.until(1));
        QCOMPARE(follower.error.code, ErrorCode::Denied);
        QCOMPARE(house.remote.server.count("GET", streamPath), 1);
    }

    void aRunThatHasWrittenNothingYetHasAnEmptyLog()
    {
        PosthogHouse house;
        house.remote.addRun(u"t0"_s, u"new"_s, u"completed"_s);
        Follower follower(house, u"t0/new"_s);
        QVERIFY(follower.next());
        QVERIFY(follower.complete && follower.bytes.isEmpty());
        Follower gone(house, u"t0/none"_s);
        QVERIFY(!gone.next());
        QCOMPARE(gone.error.code, ErrorCode::NotFound);
    }
};

REGISTER_TEST(PosthogLogsTest);
#include "test_posthoglogs.moc"
