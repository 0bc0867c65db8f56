// SPDX-License-Identifier: Apache-2.0
#include "app/engine/survival/spoolfiles.h"

#include <QFile>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace engine {

/// Shared memory: written in turn, so that one of them is always whole.
struct Ledger
{
    std::atomic<quint32> current = 0;
    std::array<LogPlace, 2> places;
};

namespace {

wire::Fd namelessFile(const QByteArray &folder)
{
    wire::Fd file(::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (!file.isOpen()) {
        // Not every file system can do without a name.
        QByteArray name = folder + "/spool-XXXXXX";
        file.reset(::mkostemp(name.data(), O_CLOEXEC));
        ::unlink(name.constData());
    }
    return file;
}

base::Error failed()
{
    return base::unavailable(u"making the spool of a run"_s, qt_error_string(errno));
}

} // namespace

void SpoolFiles::Unmap::operator()(Ledger *ledger) const
{
    ::munmap(ledger, sizeof(Ledger));
}

base::Result<SpoolFiles> SpoolFiles::create(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    wire::Fd output = namelessFile(path);
    wire::Fd error = namelessFile(path);
    wire::Fd ledger(::memfd_create("signalbox-ledger", MFD_CLOEXEC));
    if (!output.isOpen() || !error.isOpen() || !ledger.isOpen() || ::ftruncate(ledger.get(), sizeof(Ledger)) < 0) {
        return failed();
    }
    return of(std::move(output), std::move(error), std::move(ledger));
}

base::Result<SpoolFiles> SpoolFiles::of(wire::Fd output, wire::Fd error, wire::Fd ledger)
{
    struct stat info
    {
    };
    if (::fstat(ledger.get(), &info) < 0 || info.st_size != off_t{sizeof(Ledger)}) {
        return base::Error{
            .code = base::ErrorCode::Corrupt, .context = u"taking over a run"_s, .detail = u"its ledger is damaged"_s};
    }
    void *memory = ::mmap(nullptr, sizeof(Ledger), PROT_READ | PROT_WRITE, MAP_SHARED, ledger.get(), 0);
    if (memory == MAP_FAILED) {
        return failed();
    }
    SpoolFiles files;
    files.m_files = {std::move(output), std::move(error)};
    files.m_ledgerFile = std::move(ledger);
    files.m_ledger.reset(static_cast<Ledger *>(memory)); // all zero is an empty one
    return files;
}

base::Result<SurvivalSpec> SpoolFiles::lend() const
{
    std::array<wire::Fd, 3> copies;
    const std::array<int, 3> ours{m_files[0].get(), m_files[1].get(), m_ledgerFile.get()};
    for (size_t i = 0; i < copies.size(); ++i) {
        copies[i].reset(::fcntl(ours[i], F_DUPFD_CLOEXEC, 0));
        if (!copies[i].isOpen()) {
            return failed();
        }
    }
    SurvivalSpec spec;
    spec.output = copies[0].release();
    spec.error = copies[1].release();
    spec.ledger = copies[2].release();
    return spec;
}

std::array<qint64, 2> SpoolFiles::lengths() const
{
    std::array<qint64, 2> lengths{};
    for (size_t i = 0; i < lengths.size(); ++i) {
        struct stat info
        {
        };
        lengths[i] = ::fstat(m_files[i].get(), &info) == 0 ? info.st_size : 0;
    }
    return lengths;
}

QByteArray SpoolFiles::read(store::Stream stream, qint64 offset, qint64 atMost) const
{
    QByteArray bytes(atMost, Qt::Uninitialized);
    const ssize_t n =
        ::pread(m_files[static_cast<size_t>(stream)].get(), bytes.data(), static_cast<size_t>(atMost), offset);
    bytes.truncate(std::max<ssize_t>(n, 0));
    return bytes;
}

LogPlace SpoolFiles::place() const
{
    return m_ledger->places[m_ledger->current.load(std::memory_order_acquire) % 2];
}

void SpoolFiles::setPlace(const LogPlace &place)
{
    const quint32 next = (m_ledger->current.load(std::memory_order_relaxed) + 1) % 2;
    m_ledger->places[next] = place;
    m_ledger->current.store(next, std::memory_order_release);
}

} // namespace engine
