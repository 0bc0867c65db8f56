// SPDX-License-Identifier: Apache-2.0
// Makes the runs of `file` triggers: when what is at a path appeared or changed and then rested. What happened before
// it looked for the first time, and so while no engine ran, makes none.
#pragma once

#include "app/engine/book.h"
#include "app/engine/files/fingerprint.h"
#include "app/engine/files/pathwatch.h"
#include "app/engine/plan.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <memory>

namespace engine {

/// Lives on the engine thread.
class FileTriggers : public QObject
{
    Q_OBJECT

public:
    FileTriggers(const Book &book, const base::Clock &clock, QObject *parent = nullptr);
    ~FileTriggers() override;

    /// Looks at every path of the book, and from then on watches.
    void start();
    void stop();

Q_SIGNALS:
    void planned(const engine::Plan &plan);

private:
    /// One trigger of one automation.
    struct Entry
    {
        base::AutomationId automation;
        domain::FileChange trigger;
        QString path; ///< Absolute and clean.
        std::optional<Fingerprint> known;
        QTimer rest;
        int generation = 0; ///< Of the last look; an older one is of no interest.
    };
    using Entries = std::vector<std::shared_ptr<Entry>>;

    void follow(const base::AutomationId &id);
    void drop(const base::AutomationId &id);
    std::shared_ptr<Entry> makeEntry(const base::AutomationId &id, const domain::FileChange &trigger);
    void unwatch(const QString &path);
    void onTouched(const QSet<QString> &paths);
    void look(const std::shared_ptr<Entry> &entry);
    void fire(const Entry &entry);

    const Book &m_book;
    const base::Clock &m_clock;
    QThreadPool m_pool;
    PathWatch m_watch;
    std::map<base::AutomationId, Entries> m_entries;
    bool m_running = false;
};

} // namespace engine
