// SPDX-License-Identifier: Apache-2.0
// What masking costs: log text through the whole way into the store, with and without fifty secrets to look for, in
// alternate rounds; and the search alone. Processor time of all threads, the least of the rounds. Usage: bench_mask
// [rounds] [MiB]
#include "app/engine/logwriter.h"
#include "app/engine/masking/maskforms.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readSize = 64 << 10;
constexpr int secretCount = 50;

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Of rounds on a machine that others use too, the least disturbed one.
double least(const std::vector<double> &values)
{
    return *std::min_element(values.begin(), values.end());
}

QByteArray randomWord(std::mt19937 &random, qsizetype length)
{
    static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/_-";
    QByteArray word;
    for (qsizetype i = 0; i < length; ++i) {
        word += letters[random() % (sizeof letters - 1)];
    }
    return word;
}

/// Lines as services write them, 40 to 160 bytes, with numbers, paths, hexadecimal ids and words.
QByteArray logText(qsizetype size)
{
    std::mt19937 random(1);
    static const QByteArrayList words{"request", "finished", "GET",   "/api/v1/items/", "status=200", "took",   "ms",
                                      "user",    "session",  "id=",   "connection",     "closed",     "worker", "queue",
                                      "WARN",    "INFO",     "retry", "upstream",       "timeout",    "cache",  "miss"};
    QByteArray text;
    text.reserve(size + 256);
    while (text.size() < size) {
        text += "2026-10-25T03:" + QByteArray::number(10 + random() % 50) + ':' +
                QByteArray::number(10 + random() % 50) + ".123Z ";
        for (int i = 3 + int(random() % 10); i > 0; --i) {
            text += words[qsizetype(random() % size_t(words.size()))] + ' ';
            if (random() % 3 == 0) {
                text += QByteArray::number(quint64(random()), random() % 2 == 0 ? 10 : 16) + ' ';
            }
        }
        text += '\n';
    }
    text.truncate(size);
    return text;
}

std::shared_ptr<const engine::Matcher> matcher(qsizetype shortest)
{
    std::mt19937 random(2);
    QByteArrayList patterns;
    for (int i = 0; i < secretCount; ++i) {
        patterns += engine::maskForms(randomWord(random, shortest + i % 21));
    }
    return std::make_shared<const engine::Matcher>(patterns);
}

/// Processor seconds from the first byte to the sealed log.
double ingest(store::Store &store, const base::Clock &clock, const QByteArray &text,
              const std::shared_ptr<const engine::Matcher> &mask)
{
    const base::RunId run = base::RunId::make();
    engine::LogWriter log(store.logs(), clock, run);
    if (mask) {
        log.mask(mask);
    }
    bool held = false;
    QObject::connect(&log, &engine::LogWriter::heldBack, &log, [&held](bool now) { held = now; });
    bool closed = false;
    QObject::connect(&log, &engine::LogWriter::closed, &log, [&closed] { closed = true; });
    const double before = processorSeconds();
    for (qsizetype at = 0; at < text.size(); at += readSize) {
        log.write(store::Stream::Out, text.mid(at, readSize));
        do {
            QCoreApplication::processEvents(held ? QEventLoop::WaitForMoreEvents : QEventLoop::AllEvents);
        } while (held);
    }
    log.close();
    while (!closed) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return processorSeconds() - before;
}

/// Processor seconds of the search alone.
double searching(const QByteArray &text, const std::shared_ptr<const engine::Matcher> &mask)
{
    engine::MaskStream stream(mask);
    qsizetype size = 0;
    const double before = processorSeconds();
    for (qsizetype at = 0; at < text.size(); at += readSize) {
        const engine::MaskStream::Released released = stream.feed(text.mid(at, readSize));
        size += released.before.size() + released.fed;
    }
    size += stream.finish().size();
    const double spent = processorSeconds() - before;
    if (size != text.size()) {
        std::fprintf(stderr, "something was masked that was no secret\n");
        std::exit(1);
    }
    return spent;
}

/// Of `mid()` alone, which the search is fed with.
double copying(const QByteArray &text)
{
    qsizetype size = 0;
    const double before = processorSeconds();
    for (qsizetype at = 0; at < text.size(); at += readSize) {
        size += text.mid(at, readSize).size();
    }
    return size == text.size() ? processorSeconds() - before : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 7;
    const qsizetype size = qsizetype(argc > 2 ? std::atoi(argv[2]) : 128) << 20;
    const QTemporaryDir folder;
    const base::SystemClock clock;
    store::Store store(folder.filePath(u"workspace"_s), clock);
    QFuture<base::Result<void>> opened = store.open();
    while (!opened.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    }
    const QByteArray text = logText(size);
    const double gigabytes = double(size) / 1e9;
    for (const qsizetype shortest : {20, 12, 8, 4}) {
        const auto mask = matcher(shortest);
        std::vector<double> plain, masked, searched, copied;
        for (int i = 0; i < rounds; ++i) {
            plain.push_back(ingest(store, clock, text, nullptr));
            masked.push_back(ingest(store, clock, text, mask));
            searched.push_back(searching(text, mask));
            copied.push_back(copying(text));
        }
        const double alone = least(searched) - least(copied);
        const double cost = alone / gigabytes;
        std::printf("%d secrets of %2d to %2d bytes: store %.2f ns/B, with masking %.2f (+%.1f %%); the search alone "
                    "%.3f ns/B, %.1f %% of storing, %.1f %% of a core at 200 MB/s\n",
                    secretCount, int(shortest), int(shortest) + 20, least(plain) / gigabytes, least(masked) / gigabytes,
                    100 * (least(masked) / least(plain) - 1), cost, 100 * alone / least(plain), cost * 0.2 * 100);
        std::fflush(stdout);
    }
    store.close();
    return 0;
}
