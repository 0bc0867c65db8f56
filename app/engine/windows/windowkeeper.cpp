// SPDX-License-Identifier: Apache-2.0
#include "app/engine/windows/windowkeeper.h"

#include "app/base/answer.h"
#include "app/domain/reasons.h"
#include "app/engine/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace engine {

WindowKeeper::WindowKeeper(store::Store &store, const Book &book, const base::Clock &clock, Walls walls)
    : m_store(store), m_book(book), m_clock(clock), m_walls(std::move(walls))
{
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::start()
{
    connect(m_walls.alarm.get(), &Alarm::due, this, &WindowKeeper::look);
    connect(m_walls.alarm.get(), &Alarm::clockStepped, this, &WindowKeeper::look);
    connect(&m_book, &Book::windowsChanged, this, &WindowKeeper::look);
    look();
}

void WindowKeeper::look()
{
    const base::Instant now = m_clock.now();
    m_walls.alarm->arm(m_book.windows().nextEdge(now));
    const QList<domain::OpenSpan> &open = m_book.windows().openAt(now);
    const bool stops = std::any_of(open.begin(), open.end(), [this](const domain::OpenSpan &one) {
        return m_book.windows().window(one.window).inFlight == domain::InFlight::Stop;
    });
    if (stops) {
        stopRuns();
    }
    Q_EMIT edge();
}

void WindowKeeper::stopRuns()
{
    for (const auto &asked : {m_store.runs().running(), m_store.runs().waiting()}) {
        base::onAnswer(this, asked, [this](const base::Result<QList<domain::Run>> &runs) {
            if (!runs) {
                qCWarning(logEngine, "runs that a window ends could not be read: %s",
                          qUtf8Printable(runs.error().message()));
                return;
            }
            for (const domain::Run &run : *runs) {
                stopOne(run);
            }
        });
    }
}

void WindowKeeper::stopOne(const domain::Run &run)
{
    const domain::Automation *automation = m_book.find(run.automationId);
    const QString window = automation ? stopper(run, *automation) : QString();
    if (window.isEmpty()) {
        return;
    }
    const QString why = domain::reason::stoppedByWindow(window);
    if (run.status == domain::RunStatus::Running) {
        Q_EMIT cancelWanted(run.id, why);
    } else if (domain::isBetweenAttempts(run)) {
        m_store.runs().drop(run.id, domain::RunStatus::Cancelled, why);
    }
}

QString WindowKeeper::stopper(const domain::Run &run, const domain::Automation &automation) const
{
    const std::optional<base::Instant> began = run.startedAt;
    if (!began || !run.overrideReason.isEmpty()) {
        return {};
    }
    const domain::WindowStanding &windows = m_book.windows();
    for (const domain::OpenSpan &open : windows.openAt(m_clock.now())) {
        const domain::MaintenanceWindow &window = windows.window(open.window);
        if (window.inFlight == domain::InFlight::Stop && *began < open.span.from &&
            windows.includes(open.window, automation)) {
            return window.name;
        }
    }
    return {};
}

/// It may have been let through a moment before a window opened that the round of stops did not see it in.
void WindowKeeper::judge(const domain::Run &run, const domain::Automation &automation)
{
    const QString window = stopper(run, automation);
    if (!window.isEmpty()) {
        Q_EMIT cancelWanted(run.id, domain::reason::stoppedByWindow(window));
        return;
    }
    const domain::WindowStanding &windows = m_book.windows();
    const std::optional<domain::OpenSpan> open = windows.strictest(automation, m_clock.now());
    const bool tells = open && windows.window(open->window).effect() == domain::WindowEffect::Notify &&
                       run.trigger != domain::TriggerKind::Manual && run.attempt == 1;
    if (tells && m_walls.notify) {
        tellOf(run, windows.window(open->window).name);
    }
}

void WindowKeeper::tellOf(const domain::Run &run, const QString &window)
{
    domain::Notice notice;
    notice.id = base::newId(u"notice_"_s);
    notice.group = u"window:"_s + window;
    notice.title = u"%1 runs in the window %2"_s.arg(run.automationName, window).left(domain::longestNoticeTitle);
    notice.runs = {domain::noticeRunOf(run)};
    notice.ways = {domain::NoticeWay::Desktop};
    base::onAnswer(this, m_walls.notify(notice), [](const base::Status &told) {
        if (!told) {
            qCWarning(logEngine, "a run in a window could not be told of: %s", qUtf8Printable(told.error().message()));
        }
    });
}

} // namespace engine
