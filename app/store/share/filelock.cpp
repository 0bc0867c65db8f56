// SPDX-License-Identifier: Apache-2.0
#include "app/store/share/filelock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace store {

base::Status FileLock::open(const QString &path)
{
    release();
    m_fd = ::open(path.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_fd < 0) {
        return base::unavailable({}, u"can't make the file %1: %2"_s.arg(path, qt_error_string(errno)));
    }
    return {};
}

bool FileLock::tryLock(Kind kind)
{
    return m_fd >= 0 && ::flock(m_fd, (kind == Kind::Exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0;
}

void FileLock::unlock()
{
    if (m_fd >= 0) {
        ::flock(m_fd, LOCK_UN);
    }
}

void FileLock::release()
{
    if (m_fd >= 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

void FileLock::write(const QByteArray &text)
{
    if (::ftruncate(m_fd, 0) != 0 ||
        ::pwrite(m_fd, text.constData(), static_cast<size_t>(text.size()), 0) != text.size()) {
        qWarning("a lock file could not be written: %s", qPrintable(qt_error_string(errno)));
    }
}

} // namespace store
