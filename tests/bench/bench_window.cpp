// SPDX-License-Identifier: Apache-2.0
// From the start of the program to the first rows on the screen, with many runs in the store; beside a bare Qt window
// with an empty table. Rounds alternate; prints medians, their ratio and the memory of both (PSS). Uses the display
// that is there (under Xvfb: `xvfb-run`), else none. Usage: bench_window [runs] [rounds] [signalbox]
#include "app/store/store.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QProcess>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int automations = 200;
constexpr const char *painted = "the first rows are painted";

template <typename T> T must(const QFuture<base::Result<T>> &future)
{
    const base::Result<T> result = future.result(); // waits; the verbs do not need this thread
    if (!result) {
        qFatal("%s", qPrintable(result.error().message()));
    }
    return *result;
}

QList<domain::Automation> someAutomations()
{
    QList<domain::Automation> made;
    for (int i = 0; i < automations; ++i) {
        domain::Automation automation;
        automation.name = u"Automation %1"_s.arg(i);
        automation.type = u"script"_s;
        automation.params = {{u"command"_s, u"true"_s}};
        made.append(automation);
    }
    return made;
}

void fill(const QString &folder, int runs)
{
    const base::SystemClock clock;
    store::Store store(folder, clock);
    const QFuture<base::Result<void>> opened = store.open();
    while (!opened.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    if (!opened.result()) {
        qFatal("the store does not open");
    }
    const QList<domain::Automation> owners = must(store.automations().create(someAutomations(), u"bench"_s));
    QList<domain::Run> batch;
    for (int i = 0; i < runs; ++i) {
        domain::Run run;
        run.automationId = owners[i % automations].id;
        run.automationName = owners[i % automations].name;
        run.automationVersion = 1;
        run.trigger = domain::TriggerKind::Schedule;
        run.plannedFor = base::fromMillis(60000LL * i);
        run.status = domain::RunStatus::Skipped;
        batch.append(run);
        if (batch.size() == 10000 || i + 1 == runs) {
            must(store.runs().plan(std::exchange(batch, {}), {}));
        }
    }
    store.close();
}

void tell(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(painted);
    }
}

/// Tells of its first paint in a file and waits to be ended.
class BareTable : public QTableView
{
public:
    explicit BareTable(QString tellIn) : m_tellIn(std::move(tellIn)) {}

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (!m_tellIn.isEmpty()) {
            tell(std::exchange(m_tellIn, {}));
        }
    }

private:
    QString m_tellIn;
};

int bareWindow(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStandardItemModel model(0, 6);
    QMainWindow window;
    auto *table = new BareTable(QApplication::arguments().at(2));
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}

struct Figures
{
    std::vector<double> millis;
    std::vector<double> mebibytes;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double pssOf(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("Pss:")) {
                return line.mid(4).simplified().split(' ').first().toDouble() / 1024;
            }
        }
    }
    return 0;
}

bool isTold(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(painted);
}

void measure(Figures &figures, const QString &program, const QStringList &arguments, const QString &tellsIn)
{
    QFile::remove(tellsIn);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    process.waitForStarted();
    while (!isTold(tellsIn)) {
        if (timer.hasExpired(20000)) {
            qFatal("%s never painted", qPrintable(program));
        }
        QThread::usleep(500);
    }
    figures.millis.push_back(double(timer.nsecsElapsed()) / 1e6);
    QThread::sleep(1); // memory is compared once both are at rest
    figures.mebibytes.push_back(pssOf(process.processId()));
    process.terminate();
    process.waitForFinished();
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    if (argc > 1 && qstrcmp(argv[1], "--bare") == 0) {
        return bareWindow(argc, argv);
    }
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int runs = arguments.value(1, u"100000"_s).toInt();
    const int rounds = std::max(1, arguments.value(2, u"7"_s).toInt());
    const QString program =
        arguments.value(3, QDir(QCoreApplication::applicationDirPath()).filePath(u"../bin/signalbox"_s));
    const QTemporaryDir folder;
    fill(folder.path(), runs);
    qputenv("QT_LOGGING_RULES", "signalbox.paint.debug=true");
    const QString bareTells = folder.filePath(u"bare"_s);
    Figures bare, signalbox;
    for (int i = 0; i < rounds; ++i) {
        measure(bare, QCoreApplication::applicationFilePath(), {u"--bare"_s, bareTells}, bareTells);
        measure(signalbox, program, {u"--store"_s, folder.path()}, folder.filePath(u"signalbox.log"_s));
    }
    std::printf("%d runs in the store, medians of %d rounds\n", runs, rounds);
    std::printf("  bare window, first paint    %7.1f ms  %6.1f MiB\n", median(bare.millis), median(bare.mebibytes));
    std::printf("  signalbox, first rows       %7.1f ms  %6.1f MiB\n", median(signalbox.millis),
                median(signalbox.mebibytes));
    std::printf("  ratio %.2f (goal 2.0), memory %.2f (goal 2.2)\n", median(signalbox.millis) / median(bare.millis),
                median(signalbox.mebibytes) / median(bare.mebibytes));
    return 0;
}
