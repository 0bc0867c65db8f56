// SPDX-License-Identifier: Apache-2.0
#include "app/engine/files/filetriggers.h"

#include "app/base/answer.h"
#include "app/engine/draft.h"
#include "app/engine/log.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr int lookers = 2; // one disk that does not answer must not keep the others waiting

QString absolutePath(const QString &path)
{
    const bool home = path == "~"_L1 || path.startsWith(u"~/"_s);
    return QDir::cleanPath(home ? QDir::homePath() + path.sliced(1) : path);
}

QList<domain::FileChange> fileTriggersOf(const domain::Automation &automation)
{
    QList<domain::FileChange> triggers;
    if (!automation.connectionId.isEmpty()) {
        return triggers; // where it lives, files are another machine's
    }
    for (const domain::Trigger &trigger : automation.triggers) {
        if (const auto *file = std::get_if<domain::FileChange>(&trigger); file && !triggers.contains(*file)) {
            triggers.append(*file);
        }
    }
    return triggers;
}

} // namespace

FileTriggers::FileTriggers(const Book &book, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_book(book), m_clock(clock)
{
    m_pool.setMaxThreadCount(lookers);
    connect(&m_watch, &PathWatch::touched, this, &FileTriggers::onTouched);
    connect(&m_book, &Book::changed, this, &FileTriggers::follow);
    connect(&m_book, &Book::removed, this, &FileTriggers::drop);
}

FileTriggers::~FileTriggers()
{
    m_pool.clear();
}

void FileTriggers::start()
{
    m_running = true;
    const QList<base::AutomationId> ids = m_book.all().keys();
    for (const base::AutomationId &id : ids) {
        follow(id);
    }
}

void FileTriggers::stop()
{
    m_running = false;
    while (!m_entries.empty()) {
        drop(m_entries.begin()->first);
    }
}

/// Triggers that stay as they are go on as they were: an edit of something else misses nothing.
void FileTriggers::follow(const base::AutomationId &id)
{
    const domain::Automation *automation = m_book.find(id);
    if (!m_running || !automation) {
        return;
    }
    const auto known = m_entries.find(id);
    Entries before = known == m_entries.end() ? Entries() : std::exchange(known->second, {});
    Entries now;
    for (const domain::FileChange &trigger : fileTriggersOf(*automation)) {
        const auto same = std::find_if(before.begin(), before.end(),
                                       [&](const std::shared_ptr<Entry> &entry) { return entry->trigger == trigger; });
        if (same == before.end()) {
            now.push_back(makeEntry(id, trigger));
        } else {
            now.push_back(*same);
            before.erase(same);
        }
    }
    m_entries.erase(id);
    if (!now.empty()) {
        m_entries.emplace(id, std::move(now));
    }
    for (const std::shared_ptr<Entry> &gone : before) {
        unwatch(gone->path);
    }
}

void FileTriggers::drop(const base::AutomationId &id)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end()) {
        return;
    }
    const Entries gone = std::move(known->second);
    m_entries.erase(known);
    for (const std::shared_ptr<Entry> &entry : gone) {
        unwatch(entry->path);
    }
}

std::shared_ptr<FileTriggers::Entry> FileTriggers::makeEntry(const base::AutomationId &id,
                                                             const domain::FileChange &trigger)
{
    auto entry = std::make_shared<Entry>();
    entry->automation = id;
    entry->trigger = trigger;
    entry->path = absolutePath(trigger.path);
    entry->rest.setSingleShot(true);
    entry->rest.setInterval(base::Millis(trigger.settleMs));
    connect(&entry->rest, &QTimer::timeout, this, [this, weak = std::weak_ptr(entry)] {
        if (const std::shared_ptr<Entry> rested = weak.lock()) {
            look(rested);
        }
    });
    if (const base::Status watched = m_watch.add(entry->path); !watched) {
        qCWarning(logEngine, "changes of files go unnoticed: %s", qUtf8Printable(watched.error().message()));
    }
    look(entry);
    return entry;
}

void FileTriggers::unwatch(const QString &path)
{
    for (const auto &[id, entries] : m_entries) {
        if (std::any_of(entries.begin(), entries.end(),
                        [&](const std::shared_ptr<Entry> &entry) { return entry->path == path; })) {
            return;
        }
    }
    m_watch.remove(path);
}

void FileTriggers::onTouched(const QSet<QString> &paths)
{
    for (const auto &[id, entries] : m_entries) {
        for (const std::shared_ptr<Entry> &entry : entries) {
            if (paths.contains(entry->path)) {
                entry->rest.start();
            }
        }
    }
}

void FileTriggers::look(const std::shared_ptr<Entry> &entry)
{
    const auto take = [this, weak = std::weak_ptr(entry),
                       generation = ++entry->generation](const base::Result<Fingerprint> &now) {
        const std::shared_ptr<Entry> looked = weak.lock();
        if (!looked || looked->generation != generation || !now || !m_running) {
            return;
        }
        const std::optional<Fingerprint> before = std::exchange(looked->known, *now);
        if (!before && !now->exists) {
            qCWarning(logEngine, "there is nothing at %s yet; a trigger waits for it", qUtf8Printable(looked->path));
        }
        // Touched again meanwhile: it has not rested, and what changed is seen when it has.
        if (looked->rest.isActive() && before) {
            looked->known = before;
        } else if (before && hasChanged(*before, *now)) {
            fire(*looked);
        }
    };
    base::onAnswer(this, takeFingerprint(m_pool, entry->path), take);
}

void FileTriggers::fire(const Entry &entry)
{
    if (const domain::Automation *automation = m_book.find(entry.automation)) {
        const Planning planning{m_clock.now(), m_book.allPaused().state};
        domain::Run run = triggeredRun(*automation, domain::TriggerKind::File, planning);
        run.triggerDetail = entry.path;
        Q_EMIT planned({.runs = {run}, .positions = {}});
    }
}

} // namespace engine
