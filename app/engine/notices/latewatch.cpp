// SPDX-License-Identifier: Apache-2.0
#include "app/engine/notices/latewatch.h"

#include "app/base/answer.h"
#include "app/domain/notices/lateness.h"
#include "app/engine/log.h"

#include <algorithm>

namespace engine {

namespace {

/// A flood of changes is looked at this often.
constexpr base::Millis together{250};

bool wantsLateness(const domain::Automation &automation)
{
    return automation.notify.ways.contains(domain::NoticeCause::Late);
}

store::RunQuery lastGood(const base::AutomationId &automation)
{
    return {.automation = automation,
            .statuses = {domain::RunStatus::Done},
            .words = {},
            .before = {},
            .limit = domain::mostDurations};
}

} // namespace

LateWatch::LateWatch(store::Store &store, const Book &book, const base::Clock &clock, std::unique_ptr<Alarm> alarm)
    : m_store(store), m_book(book), m_clock(clock), m_alarm(std::move(alarm))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(together);
    connect(&m_soon, &QTimer::timeout, this, &LateWatch::look);
    connect(m_alarm.get(), &Alarm::due, this, &LateWatch::look);
    connect(m_alarm.get(), &Alarm::clockStepped, this, &LateWatch::look);
}

LateWatch::~LateWatch() = default;

void LateWatch::start()
{
    connect(&m_store, &store::Store::changed, this, [this](const store::Changes &changes) {
        const auto isRun = [](const store::Change &change) { return change.table == store::Table::Runs; };
        if (std::any_of(changes.begin(), changes.end(), isRun)) {
            lookSoon();
        }
    });
    connect(&m_book, &Book::changed, this, &LateWatch::lookSoon);
    lookSoon();
}

void LateWatch::lookSoon()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

bool LateWatch::concerns(const domain::Run &run) const
{
    const domain::Automation *automation = m_book.find(run.automationId);
    return automation && wantsLateness(*automation) && !m_told.contains(run.id);
}

void LateWatch::look()
{
    if (std::none_of(m_book.all().begin(), m_book.all().end(), wantsLateness)) {
        m_alarm->arm(std::nullopt);
        return;
    }
    if (std::exchange(m_looking, true)) {
        lookSoon();
        return;
    }
    base::onAnswer(this, m_store.runs().waiting(), [this](const base::Result<QList<domain::Run>> &runs) {
        if (runs) {
            judgeWaiting(*runs);
        } else {
            m_looking = false;
        }
    });
}

void LateWatch::note(Look &look, const domain::Run &run, base::Instant lateAt, const QString &why) const
{
    if (lateAt <= m_clock.now()) {
        look.late.append({run.id, why});
    } else {
        look.next = std::min(look.next.value_or(lateAt), lateAt);
    }
}

void LateWatch::keepTold(Look &look, const QList<domain::Run> &runs) const
{
    for (const domain::Run &run : runs) {
        if (m_told.contains(run.id)) {
            look.told.insert(run.id);
        }
    }
}

void LateWatch::judgeWaiting(const QList<domain::Run> &runs)
{
    Look look;
    keepTold(look, runs);
    for (const domain::Run &run : runs) {
        const std::optional<base::Instant> lateAt = concerns(run) ? domain::lateStart(run) : std::nullopt;
        if (lateAt) {
            note(look, run, *lateAt, domain::lateStartReason(run));
        }
    }
    base::onAnswer(this, m_store.runs().running(), [this, look](const base::Result<QList<domain::Run>> &running) {
        m_looking = false;
        judgeRunning(look, running.value_or(QList<domain::Run>()));
    });
}

void LateWatch::judgeRunning(Look look, const QList<domain::Run> &runs)
{
    QSet<base::AutomationId> atWork;
    keepTold(look, runs);
    m_told = look.told;
    for (const domain::Run &run : runs) {
        if (!concerns(run) || !run.startedAt) {
            continue;
        }
        atWork.insert(run.automationId);
        if (!m_usual.contains(run.automationId)) {
            askForUsual(run.automationId);
        } else if (const std::optional<base::Millis> usual = m_usual.value(run.automationId)) {
            note(look, run, *run.startedAt + *usual + base::Millis(1), domain::lateEndReason(*usual));
        }
    }
    for (const base::AutomationId &known : m_usual.keys()) {
        if (!atWork.contains(known)) {
            m_usual.remove(known); // the next run is held against the newest ones
        }
    }
    conclude(look);
}

void LateWatch::askForUsual(const base::AutomationId &automation)
{
    if (m_asked.contains(automation)) {
        return;
    }
    m_asked.insert(automation);
    base::onAnswer(this, m_store.runs().page(lastGood(automation)),
                   [this, automation](const base::Result<QList<domain::Run>> &ended) {
                       m_asked.remove(automation);
                       if (ended) {
                           m_usual.insert(automation, domain::usualLongest(*ended));
                           look();
                       }
                   });
}

void LateWatch::conclude(const Look &look)
{
    m_alarm->arm(look.next);
    if (look.late.isEmpty()) {
        return;
    }
    base::onAnswer(this, m_store.notices().noteLate(look.late), [this, late = look.late](const base::Status &noted) {
        if (!noted) {
            qCWarning(logEngine, "late runs were not noted: %s", qUtf8Printable(noted.error().message()));
            return;
        }
        for (const store::LateRun &run : late) {
            m_told.insert(run.run);
        }
    });
}

} // namespace engine
