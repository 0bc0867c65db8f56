// SPDX-License-Identifier: Apache-2.0
#include "app/store/store.h"

#include "app/store/desk.h"
#include "app/store/share/filelock.h"
#include "app/store/storefile.h"

#include <QSysInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace store {

Store::Store(QString directory, const base::Clock &clock, QObject *parent)
    : QObject(parent),
      m_directory(std::move(directory)),
      m_desk(std::make_unique<Desk>(m_directory, clock)),
      m_engineLock(std::make_unique<FileLock>()),
      m_automations(*m_desk),
      m_runs(*m_desk),
      m_schedules(*m_desk),
      m_settings(*m_desk),
      m_logs(m_directory + u"/logs.db"_s)
{
    // Direct: whoever listens is told by the writer, however busy the main thread is.
    connect(m_desk.get(), &Desk::committed, this, &Store::changed, Qt::DirectConnection);
    connect(m_desk.get(), &Desk::troubled, this, &Store::troubled, Qt::DirectConnection);
}

Store::~Store()
{
    close();
}

QString Store::runtimeDirectory() const
{
    return runtimeFolder(m_directory);
}

QFuture<base::Result<void>> Store::open()
{
    return m_desk->open()
        .then(this,
              [this](const base::Status &opened) { return opened ? m_logs.open() : QtFuture::makeReadyFuture(opened); })
        .unwrap();
}

void Store::close()
{
    m_desk->close();
    m_logs.close();
    m_engineLock->release();
}

} // namespace store
