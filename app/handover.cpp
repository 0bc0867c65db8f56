// SPDX-License-Identifier: Apache-2.0
#include "app/handover.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const QString unit = u"signalbox.service"_s;

} // namespace

Handover::Handover(QString store, const QString &serviceStore, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_serviceFits(QFileInfo(m_store) == QFileInfo(serviceStore))
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
    if (m_pid > 0 && ::kill(pid_t(m_pid), 0) == 0) {
        Q_EMIT started();
        return;
    }
    if (!m_serviceFits) {
        startOwn();
    } else if (m_lookUp.state() == QProcess::NotRunning) {
        m_lookUp.start(u"systemctl"_s, {u"--user"_s, u"start"_s, u"--no-block"_s, unit}, QIODevice::NotOpen);
    }
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
    service.setProgram(QCoreApplication::applicationFilePath());
    service.setArguments({u"--store"_s, m_store, u"serve"_s});
    service.setStandardInputFile(QProcess::nullDevice());
    service.setStandardOutputFile(QProcess::nullDevice());
    service.setStandardErrorFile(QProcess::nullDevice());
    if (service.startDetached(&m_pid)) {
        Q_EMIT started();
    } else {
        Q_EMIT failed(base::unavailable(u"keeping the schedules"_s, service.errorString()));
    }
}
