// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/delay/delayjob.h"

#include "app/domain/reasons.h"

using namespace Qt::StringLiterals;

namespace kinds {

DelayJob::DelayJob(base::Seconds length) : m_length(length)
{
    connect(&m_timer, &engine::Timeout::reached, this, [this] { end(true); });
}

void DelayJob::start()
{
    Q_EMIT output(store::Stream::Out, "waits for " + QByteArray::number(qint64(m_length.count())) + " s\n");
    m_end = QDeadlineTimer(m_length);
    m_timer.start(m_length);
}

base::Millis DelayJob::passed() const
{
    return m_length - base::Millis(m_end.remainingTime());
}

void DelayJob::end(bool waited)
{
    if (std::exchange(m_over, true)) {
        return;
    }
    m_timer.stop();
    engine::JobEnd told;
    told.succeeded = waited;
    if (!waited) {
        told.reason = u"ended after %1 of %2 s"_s.arg(passed().count() / 1000).arg(m_length.count());
        Q_EMIT output(store::Stream::Out, told.reason.toUtf8() + '\n');
    }
    Q_EMIT finished(told);
}

void DelayJob::cancel()
{
    end(false);
}

} // namespace kinds
