// SPDX-License-Identifier: Apache-2.0
// The window while a remote system of many automations and runs is mirrored for the first time, and while it is looked
// at again without changes: how long nothing else could happen on the main thread, and how many rows the second look
// wrote. A frame is the time between two beats of a timer; the visible table is painted anew 60 times a second. The
// system is a process of its own. Usage: bench_mirror [automations] [runs] [provider] [folder]; the provider is
// signalbox or noba, which lists at most 500 runs.
#include "app/kinds/kinds.h"
#include "app/providers/providers.h"
#include "app/store/connections/connections.h"
#include "app/sync/syncloop.h"
#include "tests/bench/rowcompare.h"
#include "tests/bench/stallwatch.h"
#include "tests/support/memorykeychain.h"
#include "tests/support/nobadouble.h"
#include "tests/support/signalboxdouble.h"
#include "ui/look/look.h"
#include "ui/seat/seat.h"
#include "ui/shell/context.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/prompts.h"

#include <QProcess>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// -- The remote system.

QJsonObject automationAt(int index)
{
    QJsonObject automation{{u"id"_s, u"auto_%1"_s.arg(index)},
                           {u"name"_s, u"Automation %1"_s.arg(index)},
                           {u"description"_s, u"What it is for, in a line as people write it."_s},
                           {u"type"_s, u"script"_s},
                           {u"params"_s, QJsonObject{{u"command"_s, u"echo %1"_s.arg(index)}}},
                           {u"version"_s, 1}};
    if (index % 2 == 0) {
        const QString cron = u"%1 %2 * * *"_s.arg(index % 60).arg(index / 60 % 24);
        automation.insert("triggers"_L1, QJsonArray{QJsonObject{{u"type"_s, u"schedule"_s}, {u"cron"_s, cron}}});
    }
    return automation;
}

QJsonObject runAt(int index, int automations)
{
    static const base::Instant now = base::SystemClock().now();
    const base::Instant began = now - base::Seconds(10 * (index + 1));
    return {{u"id"_s, u"run_%1"_s.arg(index)},
            {u"automation_id"_s, u"auto_%1"_s.arg(index % automations)},
            {u"status"_s, index % 50 == 0 ? u"failed"_s : u"done"_s},
            {u"exit_code"_s, index % 50 == 0 ? 1 : 0},
            {u"queued_at"_s, base::isoUtc(began)},
            {u"started_at"_s, base::isoUtc(began)},
            {u"finished_at"_s, base::isoUtc(began + base::Millis(500))}};
}

/// The part behind the run that was told last.
test::Told runsAfter(const test::Asked &asked, int automations, int runs)
{
    const QString before = asked.value(u"before"_s);
    const int from = before.isEmpty() ? 0 : before.section(u'_', 1).toInt() + 1;
    QJsonArray page;
    for (int i = from; i < std::min(runs, from + asked.value(u"limit"_s).toInt()); ++i) {
        page.append(runAt(i, automations));
    }
    return test::toldList(page);
}

int listenAs(const test::FaultServer &server)
{
    std::printf("%s\n", qPrintable(server.url().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

int beNoba(int automations, int runs)
{
    test::NobaDouble system;
    system.credential = "ApiKey key";
    for (int i = 0; i < automations; ++i) {
        system.automations.append(
            QJsonObject{{u"id"_s, u"%1"_s.arg(i, 12, 16, QLatin1Char('0'))},
                        {u"name"_s, u"Automation %1"_s.arg(i)},
                        {u"type"_s, u"script"_s},
                        {u"config"_s, QJsonObject{{u"command"_s, u"echo %1"_s.arg(i)}}},
                        {u"schedule"_s, i % 2 == 0 ? QJsonValue(u"%1 3 * * *"_s.arg(i % 60)) : QJsonValue()},
                        {u"enabled"_s, true},
                        {u"updated_at"_s, i}});
    }
    const qint64 now = base::toMillis(base::SystemClock().now()) / 1000;
    for (int i = 0; i < runs; ++i) {
        system.runs.append(QJsonObject{{u"id"_s, runs - i},
                                       {u"automation_id"_s, u"%1"_s.arg(i % automations, 12, 16, QLatin1Char('0'))},
                                       {u"trigger"_s, u"schedule:0 3 * * *"_s},
                                       {u"status"_s, u"done"_s},
                                       {u"started_at"_s, now - 10LL * i},
                                       {u"finished_at"_s, now - 10LL * i + 1},
                                       {u"exit_code"_s, 0}});
    }
    return listenAs(system.server);
}

int beSignalbox(int automations, int runs)
{
    test::SignalboxDouble system;
    for (int i = 0; i < automations; ++i) {
        const QJsonObject automation = automationAt(i);
        system.automations.insert(automation.value("id"_L1).toString(), automation);
    }
    system.server.route("GET", "/api/automations/runs",
                        [=](const test::Asked &asked) { return runsAfter(asked, automations, runs); });
    return listenAs(system.server);
}

int beTheSystem(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList given = QCoreApplication::arguments();
    const auto be = given.at(4) == "noba"_L1 ? beNoba : beSignalbox;
    return be(given.at(2).toInt(), given.at(3).toInt());
}

// -- This side.

template <typename T> base::Result<T> got(const QFuture<base::Result<T>> &future)
{
    while (!future.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    if (!future.result()) {
        qFatal("%s", qPrintable(future.result().error().message()));
    }
    return future.result();
}

/// How long a schedule that fires would have waited at most: the longest time between two beats on the engine's thread.
class EngineBeat : public QObject
{
public:
    void start()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest.load(), m_since.restart()); });
        m_since.start();
        m_beat.start(beatMillis);
    }
    void stop() { m_beat.stop(); }
    /// Milliseconds since it was asked last.
    qint64 longest() { return m_longest.exchange(0); }

private:
    static constexpr int beatMillis = 2;

    QTimer m_beat{this};
    QElapsedTimer m_since;
    std::atomic<qint64> m_longest = 0;
};

/// A window over a store, and a loop over its connections on the engine's thread.
class House
{
public:
    House(QApplication &application, const QString &folder)
        : store(folder, clock),
          look(application, ui::Follow::Nothing),
          desk(folder + u"/desk.ini"_s, QSettings::IniFormat),
          seat(store, u"bench"_s, desk, clock),
          context{store, catalog, clock, look, prompts, desk, seat, {}},
          window(context)
    {
        (void)got(store.open());
        window.start();
        window.setEngine(ui::EngineState::Ours);
        window.resize(1280, 800);
        window.show();
        loop = new syncing::SyncLoop(store, providers::all(), clock, {.secrets = secrets.get()});
        loop->moveToThread(&m_engine);
        QObject::connect(&m_engine, &QThread::finished, loop, &QObject::deleteLater);
        engineBeat.moveToThread(&m_engine);
        m_engine.start();
        QMetaObject::invokeMethod(&engineBeat, &EngineBeat::start);
        QMetaObject::invokeMethod(loop, &syncing::SyncLoop::start);
    }
    ~House()
    {
        QMetaObject::invokeMethod(&engineBeat, &EngineBeat::stop, Qt::BlockingQueuedConnection);
        m_engine.quit();
        m_engine.wait();
        window.leave();
        store.close();
    }
    Q_DISABLE_COPY_MOVE(House)

    base::ConnectionId connect(const QUrl &system, const QString &provider)
    {
        domain::Connection office;
        office.id = base::ConnectionId::make();
        office.name = u"Office"_s;
        office.provider = provider;
        office.baseUrl = system;
        const bool isNoba = provider == "noba"_L1;
        const QString credential = domain::credentialName(office.id, isNoba ? u"api_key"_s : u"token"_s);
        const QString value = isNoba ? u"key"_s : QString::fromLatin1(test::SignalboxDouble::token);
        (void)got(secrets->set(credential, value, u"bench"_s));
        (void)got(store.connections().add(office, u"bench"_s));
        return office.id;
    }

    base::SystemClock clock;
    store::Store store;
    test::MemorySecrets secrets{store};
    ui::Look look;
    ui::DialogPrompts prompts;
    domain::Catalog catalog{kinds::catalog(kinds::all()).kinds(), providers::infos(providers::all())};
    QSettings desk;
    ui::Seat seat;
    ui::Context context;
    ui::MainWindow window;
    syncing::SyncLoop *loop = nullptr;
    EngineBeat engineBeat;

private:
    QThread m_engine;
};

class Bench
{
public:
    Bench(bench::WatchedApplication &application, const QString &folder)
        : m_house(application, folder), m_watch(application, m_house.window), m_folder(folder)
    {
        QObject::connect(
            &m_house.store, &store::Store::changed, &m_house.window,
            [this](const store::Changes &changes) { take(changes); }, Qt::QueuedConnection);
        QObject::connect(
            m_house.loop, &syncing::SyncLoop::passEnded, &m_house.window,
            [this](const base::ConnectionId &, const syncing::PassResult &result) {
                m_ended = m_ended || result.depth == syncing::Depth::Full;
                m_status = result.status;
            },
            Qt::QueuedConnection);
    }

    void first(const QUrl &system, const QString &provider, int rows)
    {
        m_house.window.choosePane(u"automations"_s);
        settle();
        (void)m_house.engineBeat.longest();
        m_watch.begin();
        m_id = m_house.connect(system, provider);
        const double took = waitForPass(u"first mirror, Automations and then Runs"_s);
        std::printf("  %.0f rows a second\n", rows / took);
    }

    void again(const QString &pane)
    {
        m_house.window.choosePane(pane);
        settle();
        const bench::RowCompare before(m_folder + u"/signalbox.db"_s);
        m_announced = 0;
        m_ended = false;
        m_watch.begin();
        QMetaObject::invokeMethod(m_house.loop, [this] { (void)m_house.loop->syncNow(m_id); });
        (void)waitForPass(u"second look, "_s + pane);
        std::printf("  rows that differ %d (goal 0), changes told %d, something was committed: %s\n",
                    before.differing(), m_announced, before.isUntouched() ? "no" : "yes");
    }

private:
    void take(const store::Changes &changes)
    {
        m_announced += int(changes.size());
        for (const store::Change &change : changes) {
            if (change.table == store::Table::Runs && !m_runsCame) {
                m_runsCame = true;
                m_house.window.choosePane(u"runs"_s);
            }
        }
    }

    /// Everything that was announced is on the screen.
    void settle()
    {
        QElapsedTimer rest;
        rest.start();
        while (rest.elapsed() < 2000) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }

    /// The seconds that it took.
    double waitForPass(const QString &title)
    {
        while (!m_ended) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        const double took = m_watch.seconds();
        settle();
        m_watch.end();
        if (!m_status) {
            qFatal("%s", qPrintable(m_status.error().message()));
        }
        std::printf("%s: %.2f s\n", qPrintable(title), took);
        m_watch.print();
        std::printf("  the engine's thread was busy for %lld ms at most\n", m_house.engineBeat.longest());
        return took;
    }

    House m_house;
    bench::StallWatch m_watch;
    const QString m_folder;
    base::ConnectionId m_id;
    base::Status m_status;
    int m_announced = 0;
    bool m_ended = false;
    bool m_runsCame = false;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--system") == 0) {
        return beTheSystem(argc, argv);
    }
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    bench::WatchedApplication application(argc, argv);
    const QStringList given = QCoreApplication::arguments();
    const QString automations = given.value(1, u"10000"_s);
    const QString runs = given.value(2, u"100000"_s);
    const QString provider = given.value(3, u"signalbox"_s);
    QProcess system;
    system.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    system.start(QCoreApplication::applicationFilePath(), {u"--system"_s, automations, runs, provider});
    system.waitForReadyRead();
    const QUrl url(QString::fromLatin1(system.readLine()).trimmed());
    const QTemporaryDir temporary;
    {
        Bench bench(application, given.value(4, temporary.filePath(u"workspace"_s)));
        bench.first(url, provider, automations.toInt() + runs.toInt());
        bench.again(u"automations"_s);
        bench.again(u"runs"_s);
        std::printf("memory at most %.0f MiB\n", bench::mostMebibytes());
    }
    system.kill();
    system.waitForFinished();
    return 0;
}
