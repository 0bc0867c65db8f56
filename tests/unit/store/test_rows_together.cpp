// SPDX-License-Identifier: Apache-2.0
// Many verbs at once, and several processes on one store.
#include "app/store/desk.h"
#include "app/store/share/changefeed.h"
#include "app/store/share/feedframe.h"
#include "app/store/share/feedholder.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/store/storeprocess.h"

#include <QLocalSocket>
#include <QSemaphore>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using store::Change;
using store::ChangeKind;
using store::Changes;
using store::Table;
using test::await;
using test::TempStore;

namespace {

class RowsTogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsThatEndTogetherShareOneCommit();
    void aFailingVerbLeavesTheOthersAlone();
    void aThousandChangesBecomeOne();
    void framesSurviveTheWire();
    void garbageIsNoFrame_data();
    void garbageIsNoFrame();
    void whoTalksGarbageIsDisconnected();
    void processesHearOfEachOther_data();
    void processesHearOfEachOther();
    void aSilentCommitIsNoticed();
    void whatIsCommittedJustBeforeClosingIsHeard();
    void guestsMayLeaveWhileTheirNewsIsSent();
    void theEngineIsHeldOnce();
    void theEnginePassesOnWhenItIsReleased();
    void theEnginePassesOnWhenItsHolderIsKilled();
    void ofManyStartsOneGetsTheEngine();
};

/// An open store beside others on the same folder, and what it heard.
class Neighbour
{
public:
    explicit Neighbour(const QString &directory) : m_store(directory, m_clock)
    {
        QObject::connect(&m_store, &store::Store::changed, &m_store,
                         [this](const Changes &changes) { m_heard += changes; });
        const base::Status opened = await(m_store.open());
        if (!opened) {
            qFatal("%s", qPrintable(opened.error().message()));
        }
    }
    store::Store *operator->() { return &m_store; }
    store::Store &store() { return m_store; }
    /// Waits for it; whether it came.
    bool hears(const Change &change)
    {
        return QTest::qWaitFor([this, &change] { return m_heard.contains(change); });
    }
    void forget() { m_heard.clear(); }

private:
    test::FakeClock m_clock{test::tempStoreStart};
    store::Store m_store;
    Changes m_heard;
};

/// A change made by one of them, as the others are told.
Change makeOne(store::Store &store)
{
    const auto created = await(store.automations().create({test::someAutomation()}, u"ann"_s));
    return {Table::Automations, ChangeKind::Inserted, created ? created->first().id.text() : QString()};
}

void RowsTogetherTest::runsThatEndTogetherShareOneCommit()
{
    constexpr int all = 100;
    const QTemporaryDir folder;
    const test::FakeClock clock(test::tempStoreStart);
    store::Desk desk(folder.path(), clock);
    QVERIFY(await(desk.open()));
    store::Runs runs(desk);
    const auto automation = await(store::Automations(desk).create({test::someAutomation()}, u"ann"_s));
    QList<base::RunId> ids;
    for (int i = 0; i < all; ++i) {
        ids.append(await(runs.request(automation->first().id, u"ann"_s))->id);
        QVERIFY(await(runs.start(ids.last(), 1)));
    }
    QSignalSpy announced(&desk, &store::Desk::committed);
    const qint64 before = desk.commits();
    QSemaphore begun;
    QSemaphore gate;
    const auto held = desk.write([&begun, &gate](store::Transaction &) -> base::Status {
        begun.release();
        gate.acquire();
        return {};
    });
    begun.acquire(); // so that none of the others is in the same transaction
    QList<QFuture<base::Result<domain::Run>>> ends;
    for (const base::RunId &id : ids) {
        ends.append(runs.finish(id, {.status = domain::RunStatus::Done}));
    }
    gate.release();
    for (const auto &end : ends) {
        QVERIFY(await(end));
    }
    QVERIFY(await(held));
    QCOMPARE(desk.commits() - before, 1);
    QTRY_COMPARE(announced.count(), 1);
    QCOMPARE(announced.at(0).at(0).value<Changes>().size(), all);
}

void RowsTogetherTest::aFailingVerbLeavesTheOthersAlone()
{
    const QTemporaryDir folder;
    const test::FakeClock clock(test::tempStoreStart);
    store::Desk desk(folder.path(), clock);
    QVERIFY(await(desk.open()));
    QSignalSpy announced(&desk, &store::Desk::committed);
    QSemaphore gate;
    const auto set = [](const QString &key, const base::Status &then) {
        return [key, then](store::Transaction &transaction) -> base::Status {
            CHECK(transaction.db().run("INSERT INTO setting (key, value) VALUES (?, '[1]')", {key}));
            transaction.note(Table::Settings, ChangeKind::Inserted, key);
            return then;
        };
    };
    const auto held = desk.write([&gate](store::Transaction &) -> base::Status {
        gate.acquire();
        return {};
    });
    const auto first = desk.write(set(u"a"_s, {}));
    const auto failing = desk.write(set(u"b"_s, base::conflict(u"no"_s)));
    const auto doubled = desk.write(set(u"a"_s, {}));
    const auto last = desk.write(set(u"c"_s, {}));
    gate.release();
    QVERIFY(await(first));
    QCOMPARE(await(failing).error().detail, u"no"_s);
    QCOMPARE(await(doubled).error().code, ErrorCode::Conflict);
    QVERIFY(await(last));
    QTRY_COMPARE(announced.count(), 1);
    QCOMPARE(announced.at(0).at(0).value<Changes>(), Changes({{Table::Settings, ChangeKind::Inserted, u"a"_s},
                                                              {Table::Settings, ChangeKind::Inserted, u"c"_s}}));
    const auto count = [](store::Transaction &t) { return t.db().number("SELECT count(*) FROM setting"); };
    QCOMPARE(await(desk.read(count)).value_or(-1), 2);
}

void RowsTogetherTest::aThousandChangesBecomeOne()
{
    Changes many;
    for (int i = 0; i < 1001; ++i) {
        many.append({Table::Runs, ChangeKind::Inserted, QString::number(i)});
    }
    many.append({Table::Settings, ChangeKind::Updated, u"a"_s});
    many.append({Table::Settings, ChangeKind::Updated, u"a"_s});
    const Changes expected{{Table::Runs, ChangeKind::Updated, {}}, {Table::Settings, ChangeKind::Updated, u"a"_s}};
    QCOMPARE(store::condensed(many), expected);
}

void RowsTogetherTest::framesSurviveTheWire()
{
    const Changes some{{Table::Runs, ChangeKind::Deleted, u"run_ü"_s}, {Table::Engine, ChangeKind::Inserted, {}}};
    const Changes huge{{Table::Runs, ChangeKind::Inserted, QString(2000000, u'x')}};
    const QByteArray wire = store::encodeFrame(some) + store::encodeFrame({}) + store::encodeFrame(huge);
    QByteArray buffer;
    QList<Changes> read;
    for (const char byte : wire) {
        buffer += byte;
        const auto frame = store::takeFrame(buffer);
        QVERIFY(frame);
        if (*frame) {
            read.append(**frame);
        }
    }
    QCOMPARE(read, QList<Changes>({some, {}, {{Table::Runs, ChangeKind::Updated, {}}}}));
}

void RowsTogetherTest::garbageIsNoFrame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto framed = [](const QByteArray &body) { return QByteArray(3, '\0') + char(body.size()) + body; };
    QTest::newRow("too long") << QByteArray("\x7f\xff\xff\xff", 4);
    QTest::newRow("one byte above the cap") << QByteArray("\x00\x10\x00\x01", 4);
    QTest::newRow("empty body") << framed({});
    QTest::newRow("text") << framed("hello");
    QTest::newRow("not an array") << framed("\x01");
    QTest::newRow("not a change") << framed(QByteArray("\x81\x01"));
    QTest::newRow("two parts") << framed(QByteArray("\x81\x82\x01\x01"));
    QTest::newRow("unknown table") << framed(QByteArray("\x81\x83\x18\x63\x01\x61x"));
    QTest::newRow("unknown kind") << framed(QByteArray("\x81\x83\x01\x09\x61x"));
    QTest::newRow("id not text") << framed(QByteArray("\x81\x83\x01\x01\x01"));
}

void RowsTogetherTest::garbageIsNoFrame()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(store::takeFrame(bytes).has_value(), false);
}

void RowsTogetherTest::whoTalksGarbageIsDisconnected()
{
    TempStore store;
    QVERIFY(store->takeEngine());
    QLocalSocket socket;
    socket.connectToServer(store::feedPath(store->runtimeDirectory()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QVERIFY(await(store->automations().list()));
}

void RowsTogetherTest::processesHearOfEachOther_data()
{
    QTest::addColumn<int>("extraLength");
    QTest::newRow("short folder") << 0;
    QTest::newRow("folder too long for a socket") << 150;
}

void RowsTogetherTest::processesHearOfEachOther()
{
    QFETCH(int, extraLength);
    const QTemporaryDir folder;
    const QString directory = folder.path() + u"/w"_s + QString(extraLength, u'x');
    Neighbour holder(directory);
    QVERIFY(holder->takeEngine());
    Neighbour guest(directory);
    Neighbour other(directory);
    const Change fromGuest = makeOne(guest.store());
    QVERIFY(holder.hears(fromGuest));
    QVERIFY(other.hears(fromGuest));
    const Change fromHolder = makeOne(holder.store());
    QVERIFY(guest.hears(fromHolder));
    QVERIFY(other.hears(fromHolder));
}

void RowsTogetherTest::aSilentCommitIsNoticed()
{
    TempStore store;
    const auto db = store::Connection::open(store.directory() + u"/signalbox.db"_s, store::Connection::Mode::Write);
    QVERIFY(db);
    QSignalSpy spy(&store.store(), &store::Store::changed);
    QVERIFY((*db)->script("INSERT INTO setting (key, value) VALUES ('k1', '[1]')")); // Before the first look.
    QVERIFY(spy.wait(2000));
    QCOMPARE(spy.at(0).at(0).value<Changes>(), store::everything());
}

void RowsTogetherTest::whatIsCommittedJustBeforeClosingIsHeard()
{
    const QTemporaryDir folder;
    Neighbour holder(folder.path());
    QVERIFY(holder->takeEngine());
    Change change;
    {
        test::FakeClock clock(test::tempStoreStart);
        store::Store brief(folder.path(), clock);
        QVERIFY(await(brief.open()));
        const auto created = brief.automations().create({test::someAutomation()}, u"ann"_s);
        brief.close();
        QVERIFY(created.isFinished() && created.result());
        change = {Table::Automations, ChangeKind::Inserted, created.result()->first().id.text()};
    }
    QVERIFY(holder.hears(change));
}

void RowsTogetherTest::guestsMayLeaveWhileTheirNewsIsSent()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"feed"_s);
    store::FeedHolder holder(path);
    QSignalSpy heard(&holder, &store::FeedHolder::heard);
    std::array<QLocalSocket, 3> guests;
    for (QLocalSocket &guest : guests) {
        guest.connectToServer(path);
        QVERIFY(guest.waitForConnected());
    }
    const Changes changes{{Table::Runs, ChangeKind::Inserted, u"run_1"_s}};
    const auto allHear = [&] {
        holder.send(changes);
        return std::all_of(guests.begin(), guests.end(),
                           [](QLocalSocket &guest) { return guest.bytesAvailable() > 0; });
    };
    QTRY_VERIFY(allHear());
    for (QLocalSocket &guest : guests) {
        guest.abort();
    }
    holder.send(changes);
    holder.flush();
    QTRY_VERIFY(heard.count() >= 3); // each left without a goodbye
}

void RowsTogetherTest::theEngineIsHeldOnce()
{
    const QTemporaryDir folder;
    Neighbour one(folder.path());
    Neighbour two(folder.path());
    QCOMPARE(await(one->registerEngine()).error().code, ErrorCode::Conflict);
    QVERIFY(one->takeEngine());
    QVERIFY(one->takeEngine());
    QVERIFY(!two->takeEngine());
    const auto first = await(one->registerEngine());
    const auto second = await(one->registerEngine());
    QVERIFY(first && second);
    QVERIFY(*second > *first);
    QFile lock(one->runtimeDirectory() + u"/engine.lock"_s);
    QVERIFY(lock.open(QIODevice::ReadOnly));
    QCOMPARE(lock.readAll().trimmed(), QByteArray::number(QCoreApplication::applicationPid()));
}

void RowsTogetherTest::theEnginePassesOnWhenItIsReleased()
{
    const QTemporaryDir folder;
    Neighbour one(folder.path());
    QVERIFY(one->takeEngine());
    Neighbour two(folder.path());
    const auto wait = [&two] { return QTest::qWaitFor([&two] { return two->takeEngine(); }); };
    QVERIFY(!two->takeEngine());
    one->releaseEngine();
    QVERIFY(wait());
    QVERIFY(!one->takeEngine());
    const Change change = makeOne(one.store());
    QVERIFY(two.hears(change));
}

void RowsTogetherTest::theEnginePassesOnWhenItsHolderIsKilled()
{
    const QTemporaryDir folder;
    test::StoreProcess holder(folder.path(), u"hold"_s);
    QVERIFY(holder.waitForLines(1));
    QCOMPARE(holder.lines().first(), u"held"_s);
    Neighbour guest(folder.path());
    QVERIFY(!guest->takeEngine());
    QSignalSpy released(&guest.store(), &store::Store::engineReleased);
    holder.kill();
    QVERIFY(released.count() > 0 || released.wait());
    QVERIFY(QTest::qWaitFor([&guest] { return guest->takeEngine(); }));
}

void RowsTogetherTest::ofManyStartsOneGetsTheEngine()
{
    constexpr int starts = 6;
    const QTemporaryDir folder;
    std::vector<std::unique_ptr<test::StoreProcess>> processes;
    for (int i = 0; i < starts; ++i) {
        processes.push_back(std::make_unique<test::StoreProcess>(folder.path(), u"hold"_s));
    }
    QStringList words;
    for (const auto &process : processes) {
        QVERIFY(process->waitForLines(1));
        words.append(process->lines().first());
    }
    QVERIFY2(words.count(u"held"_s) == 1, qPrintable(words.join(u'\n')));
    QVERIFY2(words.count(u"guest"_s) == starts - 1, qPrintable(words.join(u'\n')));
}

REGISTER_TEST(RowsTogetherTest);

} // namespace

#include "test_rows_together.moc"
