// SPDX-License-Identifier: Apache-2.0
#include "app/calendars/calendarreader.h"

#include "app/base/answer.h"
#include "app/base/logging.h"
#include "app/net/exchange.h"
#include "app/store/store.h"

#include <QFile>
#include <QPointer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace calendars {

namespace {

/// The clock may be set, and a timer counts what a sleeping machine does not.
constexpr base::Millis lookAtLeast = base::Seconds(600);

base::Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable({}, u"%1 can't be read: %2"_s.arg(path, file.errorString()));
    }
    const QByteArray bytes = file.read(domain::largestCalendar + 1);
    if (file.error() != QFile::NoError) {
        return base::unavailable({}, u"%1 can't be read: %2"_s.arg(path, file.errorString()));
    }
    return bytes;
}

base::Status judged(const net::Answer &answer)
{
    if (answer.status >= 200 && answer.status < 300) {
        return {};
    }
    return base::unavailable({}, u"%1 answered %2"_s.arg(answer.url.host()).arg(answer.status));
}

} // namespace

CalendarReader::CalendarReader(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    m_alarm.setSingleShot(true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_alarm, &QTimer::timeout, this, &CalendarReader::lookAtAll);
    connect(&m_soon, &QTimer::timeout, this, &CalendarReader::lookAtAll);
}

CalendarReader::~CalendarReader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void CalendarReader::start()
{
    connect(&m_store, &store::Store::changed, this, [this](const store::Changes &changes) {
        const bool ours = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
            return change.table == store::Table::Windows && (change.id.isEmpty() || change.id.startsWith("cal_"_L1));
        });
        if (ours) {
            m_soon.start();
        }
    });
    lookAtAll();
}

void CalendarReader::lookAtAll()
{
    using All = base::Result<QList<domain::CalendarSubscription>>;
    base::onAnswer(this, m_store.calendars().list(), [this](const All &all) {
        if (all) {
            consider(*all);
        } else {
            qCWarning(base::logBase, "calendars could not be looked at: %s", qUtf8Printable(all.error().message()));
            m_alarm.start(lookAtLeast);
        }
    });
}

void CalendarReader::consider(const QList<domain::CalendarSubscription> &all)
{
    const base::Instant now = m_clock.now();
    base::Millis wait = lookAtLeast;
    for (const domain::CalendarSubscription &one : all) {
        const base::Instant next = domain::nextReading(one);
        // Tried in the future: the clock was set back.
        if (next <= now || (one.triedAt && *one.triedAt > now)) {
            read(one);
        } else {
            wait = std::min(wait, next - now);
        }
    }
    if (all.isEmpty()) {
        m_alarm.stop();
    } else {
        m_alarm.start(wait);
    }
}

void CalendarReader::read(const domain::CalendarSubscription &subscription)
{
    if (m_reading.contains(subscription.id)) {
        return;
    }
    m_reading.insert(subscription.id);
    domain::isRemote(subscription) ? ask(subscription) : open(subscription);
}

void CalendarReader::ask(const domain::CalendarSubscription &subscription)
{
    net::Request request;
    request.url = QUrl(subscription.source, QUrl::StrictMode);
    request.headers = {{"Accept", "text/calendar"}};
    request.mostBytes = domain::largestCalendar;
    auto *exchange = new net::Exchange(request, this);
    const auto file = std::make_shared<QByteArray>();
    connect(exchange, &net::Exchange::body, this, [file](const QByteArray &bytes) { *file += bytes; });
    connect(exchange, &net::Exchange::finished, this, [this, exchange, file, subscription](const base::Status &status) {
        exchange->deleteLater();
        const base::Status fine = status ? judged(exchange->answer()) : status;
        take(subscription, fine ? base::Result<QByteArray>(*file) : base::Result<QByteArray>(fine.error()));
    });
    exchange->start();
}

void CalendarReader::open(const domain::CalendarSubscription &subscription)
{
    m_pool.start([self = QPointer<CalendarReader>(this), this, subscription] {
        const base::Result<QByteArray> file = contentsOf(subscription.source);
        // The pool is waited for before this is gone.
        QMetaObject::invokeMethod(
            this, [self, subscription, file] { self ? self->take(subscription, file) : void(); }, Qt::QueuedConnection);
    });
}

void CalendarReader::take(const domain::CalendarSubscription &subscription, const base::Result<QByteArray> &file)
{
    const auto calendar =
        file ? domain::windowsOf(subscription, *file) : base::Result<domain::ReadCalendar>(file.error());
    if (!calendar) {
        note(subscription.id, calendar.error().message());
        return;
    }
    for (const QString &line : calendar->leftOut) {
        qCInfo(base::logBase, "calendar %s: left out: %s", qUtf8Printable(subscription.name), qUtf8Printable(line));
    }
    base::onAnswer(this, m_store.calendars().took(subscription.id, calendar->windows),
                   [this, id = subscription.id](const base::Result<store::CalendarReading> &reading) {
                       if (!reading && reading.error().code != base::ErrorCode::NotFound) {
                           note(id, reading.error().message());
                           return;
                       }
                       m_reading.remove(id);
                       Q_EMIT looked(id);
                   });
}

void CalendarReader::note(const QString &calendar, const QString &why)
{
    base::onAnswer(this, m_store.calendars().failed(calendar, why), [this, calendar](const base::Status &noted) {
        if (!noted && noted.error().code != base::ErrorCode::NotFound) {
            qCWarning(base::logBase, "a calendar: %s", qUtf8Printable(noted.error().message()));
        }
        m_reading.remove(calendar);
        Q_EMIT looked(calendar);
    });
}

} // namespace calendars
