// SPDX-License-Identifier: Apache-2.0
#include "app/store/store.h"

#include "app/base/chained.h"
#include "app/store/connections/connections.h"
#include "app/store/desk.h"
#include "app/store/evidence.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/outbox.h"
#include "app/store/overview/overviews.h"
#include "app/store/retention/retention.h"
#include "app/store/share/changefeed.h"
#include "app/store/share/filelock.h"
#include "app/store/storefile.h"
#include "app/store/tables/enginetable.h"

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
      m_pauses(*m_desk),
      m_views(*m_desk),
      m_marks(*m_desk),
      m_templates(*m_desk),
      m_windows(*m_desk),
      m_webhooks(*m_desk),
      m_calendars(*m_desk),
      m_audit(*m_desk),
      m_approvals(*m_desk),
      m_operators(*m_desk),
      m_notices(*m_desk),
      m_secretRecords(*m_desk),
      m_logs(m_directory + u"/logs.db"_s),
      m_forecasts(*m_desk),
      m_connections(std::make_unique<Connections>(*m_desk)),
      m_mirrors(std::make_unique<Mirrors>(*m_desk, m_logs)),
      m_outbox(std::make_unique<Outbox>(*m_desk)),
      m_retention(std::make_unique<Retention>(*m_desk)),
      m_evidence(std::make_unique<Evidence>(*m_desk)),
      m_overviews(std::make_unique<Overviews>(*m_desk))
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
    const auto promise = std::make_shared<QPromise<base::Status>>();
    promise->start();
    const auto answer = [promise](const base::Status &opened) {
        promise->addResult(opened);
        promise->finish();
    };
    // The logs follow on the writer's thread, however busy this one is with building a window.
    const auto logs = std::make_shared<QFuture<base::Status>>();
    const auto rows = m_desk->open([this, logs] { *logs = m_logs.open(); });
    const auto opened = base::chained<void>(
        this, rows, [logs](const base::Status &status) { return status ? *logs : QtFuture::makeReadyFuture(status); });
    base::onAnswer(this, opened, [this, answer](const base::Status &all) {
        if (all) {
            startFeed();
        }
        answer(all);
    });
    return promise->future();
}

void Store::startFeed()
{
    m_feed = std::make_unique<ChangeFeed>(runtimeDirectory(), *m_desk);
    connect(m_desk.get(), &Desk::committed, m_feed.get(), &ChangeFeed::publish, Qt::DirectConnection);
    connect(m_feed.get(), &ChangeFeed::heard, this, &Store::changed);
    // Queued, for whoever takes the engine at once ends the guest that is telling.
    connect(m_feed.get(), &ChangeFeed::holderMissing, this, &Store::engineReleased, Qt::QueuedConnection);
    m_feed->start();
}

void Store::close()
{
    m_desk->close();
    m_logs.close();
    if (m_feed) {
        m_feed->flush();
        m_feed.reset();
    }
    m_engineHeld = false;
    m_engineLock->release();
}

bool Store::takeEngine()
{
    if (m_engineHeld || !m_feed) {
        return m_engineHeld;
    }
    if (!m_engineLock->open(runtimeDirectory() + u"/engine.lock"_s) ||
        !m_engineLock->tryLock(FileLock::Kind::Exclusive)) {
        m_engineLock->release();
        return false;
    }
    m_engineLock->write(QByteArray::number(::getpid()) + '\n');
    m_engineHeld = true;
    m_feed->becomeHolder();
    return true;
}

void Store::releaseEngine()
{
    if (m_engineHeld) {
        // The socket goes first: closed later, it would take the file of the next holder's socket with it.
        m_feed->becomeGuest();
        m_engineLock->release();
        m_engineHeld = false;
    }
}

QFuture<base::Result<qint64>> Store::registerEngine()
{
    if (!m_engineHeld) {
        return QtFuture::makeReadyFuture(
            base::Result<qint64>(base::conflict(u"the engine of this store is not held by this process"_s)));
    }
    return m_desk->write([](Transaction &transaction) -> base::Result<qint64> {
        TRY(const qint64 engine, insertEngine(transaction.db(), transaction.now()));
        transaction.note(Table::Engine, ChangeKind::Inserted, QString::number(engine));
        return engine;
    });
}

} // namespace store
