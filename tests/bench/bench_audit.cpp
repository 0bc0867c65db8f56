// SPDX-License-Identifier: Apache-2.0
// The chain of the audit: what a row costs, alone in a commit and among others, and what it takes to verify all of
// them, in the store and in an export. First argument: how many rows (default 1000000).
#include "app/store/store.h"
#include "app/store/tables/audittable.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

template <typename T> T must(const base::Result<T> &result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message()));
    }
    return *result;
}

void must(const base::Status &status)
{
    if (!status) {
        qFatal("%s", qPrintable(status.error().message()));
    }
}

double millisOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

store::AuditEntry someEntry(int number)
{
    return {.by = u"kim"_s,
            .action = u"edit"_s,
            .subject = u"auto_k3v7q0m2x9ab"_s,
            .detail = u"NAS Backup, version %1"_s.arg(number),
            .before = u"{\"timeout_s\":600}"_s,
            .after = u"{\"timeout_s\":%1}"_s.arg(number)};
}

/// Through the store's own function, all in one transaction.
double appendAll(const QString &path, int rows)
{
    const auto db = store::Connection::open(path, store::Connection::Mode::Write);
    if (!db) {
        qFatal("%s", qPrintable(db.error().message()));
    }
    return millisOf([&] {
        must((*db)->script("BEGIN IMMEDIATE"));
        store::Transaction transaction(db->get(), base::SystemClock().now());
        for (int i = 0; i < rows; ++i) {
            must(store::record(transaction, someEntry(i)));
        }
        must((*db)->script("COMMIT"));
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const base::SystemClock clock;
    QTemporaryDir folder;
    store::Store store(folder.path(), clock);
    const QFuture<base::Result<void>> opened = store.open();
    while (!opened.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // it is finished on this thread
    }
    must(opened.result());
    constexpr int commits = 200;
    const double alone = millisOf([&] {
        for (int i = 0; i < commits; ++i) {
            must(store.pauses().setAllPaused(i % 2 == 0 ? store::Pausing::On : store::Pausing::Off, u"kim"_s).result());
        }
    });
    std::printf("append, a commit each     %10.3f ms a row\n", alone / commits);
    const double together = appendAll(folder.filePath(u"signalbox.db"_s), rows);
    std::printf("append, one commit        %10.4f ms a row\n", together / rows);
    qint64 counted = 0;
    const double verify = millisOf([&] { counted = must(store.audit().verify().result()); });
    std::printf("verify the store          %10.0f ms for %lld rows\n", verify, static_cast<long long>(counted));
    store::AuditExport exported;
    const double write = millisOf([&] { exported = must(store.audit().exported({}).result()); });
    std::printf("export                    %10.0f ms, %lld MiB\n", write,
                static_cast<long long>(exported.text.size() >> 20));
    const double check = millisOf([&] { counted = must(domain::verifyExport(exported.text)); });
    std::printf("verify the export         %10.0f ms for %lld rows\n", check, static_cast<long long>(counted));
    store.close();
    return 0;
}
