// SPDX-License-Identifier: Apache-2.0
#include "app/handover.h"

#include <QFileInfo>

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const QString unit = u"signalbox.service"_s;

bool isOneFolder(const QString &one, const QString &other)
{
    const QString path = QFileInfo(one).canonicalFilePath(); // empty where there is none
    return !path.isEmpty() && path == QFileInfo(other).canonicalFilePath();
}

} // namespace

Handover::Handover(QString program, QString store, const QString &serviceStore, QObject *parent)
    : QObject(parent),
      m_program(std::move(program)),
      m_store(std::move(store)),
      m_serviceFits(isOneFolder(m_store, serviceStore))
{
    connect(&m_lookUp, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        onUnitLooked(status == QProcess::NormalExit && code == 0);
    });
    connect(&m_lookUp, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            onUnitLooked(false);
        }
    });
}

void Handover::start()
{
    if (isAtWork()) {
        Q_EMIT started();
        return;
    }
    if (!m_serviceFits) {
        startOwn();
    } else if (m_lookUp.state() == QProcess::NotRunning) {
        m_lookUp.start(u"systemctl"_s, {u"--user"_s, u"start"_s, u"--no-block"_s, unit}, QIODevice::NotOpen);
    }
}

bool Handover::isAtWork() const
{
    pollfd ended{.fd = m_own.get(), .events = POLLIN, .revents = 0};
    return m_own && ::poll(&ended, 1, 0) == 0;
}

void Handover::onUnitLooked(bool exists)
{
    if (exists) {
        Q_EMIT started();
    } else {
        startOwn();
    }
}

void Handover::startOwn()
{
    QProcess service;
    service.setProgram(m_program);
    service.setArguments({u"--store"_s, m_store, u"serve"_s});
    service.setStandardInputFile(QProcess::nullDevice());
    service.setStandardOutputFile(QProcess::nullDevice());
    service.setStandardErrorFile(QProcess::nullDevice());
    qint64 pid = 0;
    if (service.startDetached(&pid)) {
        m_own.reset(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
        Q_EMIT started();
    } else {
        Q_EMIT failed(base::unavailable(u"keeping the schedules"_s, service.errorString()));
    }
}
