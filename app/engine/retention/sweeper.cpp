// SPDX-License-Identifier: Apache-2.0
#include "app/engine/retention/sweeper.h"

#include "app/base/answer.h"
#include "app/engine/log.h"

#include <algorithm>

namespace engine {

namespace {

using namespace std::chrono_literals;

constexpr auto first = 1min;
constexpr auto usually = 1h;
constexpr auto afterChange = 5s;
/// Once the logs are too big they are made this much smaller than they may be, that it is not done for every line.
constexpr qint64 spareParts = 20;

} // namespace

Sweeper::Sweeper(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Sweeper::sweep);
    connect(&m_store, &store::Store::changed, this, &Sweeper::onChanged);
}

void Sweeper::start()
{
    m_timer.start(first);
}

void Sweeper::onChanged(const store::Changes &changes)
{
    const bool ours = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        return change.table == store::Table::Settings || change.table == store::Table::Automations;
    });
    if (ours && m_timer.isActive() && m_timer.remainingTimeAsDuration() > afterChange) {
        m_timer.start(afterChange);
    }
}

template <typename Value, typename Then> void Sweeper::follow(const QFuture<base::Result<Value>> &future, Then then)
{
    base::onAnswer(this, future, [this, then](const base::Result<Value> &answer) {
        if (!answer) {
            giveUpFor(answer.error());
        } else if constexpr (std::is_void_v<Value>) {
            then();
        } else {
            then(*answer);
        }
    });
}

void Sweeper::sweep()
{
    if (m_atWork) {
        return;
    }
    m_atWork = true;
    m_fitting = false;
    follow(m_store.retention().unfinished(), [this](const QList<base::RunId> &runs) {
        // Also where there are none: an earlier process may have left the lines of logs behind.
        removeLogs(runs, [this] { removeRuns({}); });
    });
}

void Sweeper::removeLogs(const QList<base::RunId> &runs, const std::function<void()> &then)
{
    follow(m_store.logs().remove(runs), [this, runs, then] {
        if (runs.isEmpty()) {
            then();
        } else {
            follow(m_store.retention().logsGone(runs), then);
        }
    });
}

void Sweeper::removeRuns(const store::SweepPlace &from)
{
    follow(m_store.retention().removeRuns(from), [this](const store::SweepStep &step) {
        const std::function<void()> onward = [this, next = step.next] {
            if (next.atEnd) {
                readTotal();
            } else {
                removeRuns(next);
            }
        };
        if (step.removed.isEmpty()) {
            onward();
        } else {
            removeLogs(step.removed, onward);
        }
    });
}

void Sweeper::readTotal()
{
    follow(m_store.settings().all(), [this](const QJsonObject &settings) {
        const qint64 most = settings.value(QLatin1StringView(store::setting::logsTotal)).toInteger() << 20;
        if (most > 0) {
            fitLogs(most);
        } else {
            end();
        }
    });
}

void Sweeper::fitLogs(qint64 most)
{
    follow(m_store.logs().usage(), [this, most](const store::LogUsage &usage) {
        m_fitting = m_fitting || usage.used > most;
        const qint64 over = usage.used - (most - most / spareParts);
        if (m_fitting && over > 0) {
            giveUp(over, most);
        } else {
            end();
        }
    });
}

void Sweeper::giveUp(qint64 bytes, qint64 most)
{
    // Lines are compressed: so many bytes of them take less room than that, so that never too many go.
    follow(m_store.retention().giveUpLogs(bytes), [this, most](const QList<base::RunId> &runs) {
        if (runs.isEmpty()) {
            end();
        } else {
            removeLogs(runs, [this, most] { fitLogs(most); });
        }
    });
}

void Sweeper::end()
{
    follow(m_store.retention().finish(), [this](const store::Swept &swept) {
        m_atWork = false;
        m_timer.start(usually);
        Q_EMIT finished(swept);
    });
}

void Sweeper::giveUpFor(const base::Error &error)
{
    qCWarning(logEngine, "what has been kept long enough could not be removed: %s", qUtf8Printable(error.message()));
    m_atWork = false;
    m_timer.start(usually);
    Q_EMIT finished({});
}

} // namespace engine
