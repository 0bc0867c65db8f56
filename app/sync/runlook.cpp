// SPDX-License-Identifier: Apache-2.0
#include "app/sync/runlook.h"

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr int runsAtATime = 100;

} // namespace

void RunLook::start()
{
    if (m_session.can(domain::Capability::Runs)) {
        askPage({});
    } else {
        lookAtOpen();
    }
}

void RunLook::askPage(const QString &cursor)
{
    if (m_cursors.contains(cursor)) {
        finish(base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"looking at the runs"_s,
                           .detail = u"the list leads back to itself"_s,
                           .field = {}});
        return;
    }
    m_cursors.insert(cursor);
    after(m_session.account->runs({.automationRemoteId = {}, .cursor = cursor, .atMost = runsAtATime}),
          [this](const Page<RemoteRun> &page) { see(page); });
}

void RunLook::see(const Page<RemoteRun> &page)
{
    for (const RemoteRun &run : page.items) {
        m_seen.insert(run.remoteId);
    }
    after(m_session.store.mirrors().seeRuns(m_session.id(), page.items),
          [this, next = page.next](const store::SeenRuns &seen) {
              note(seen);
              // Only who has seen all of them once can tell that what comes after known ones is known.
              const bool rest = seen.allKnown && m_session.connection.syncedAt;
              if (next.isEmpty() || rest) {
                  lookAtOpen();
              } else {
                  askPage(next);
              }
          });
}

void RunLook::note(const store::SeenRuns &seen)
{
    m_somethingNew = m_somethingNew || seen.added > 0 || seen.changed > 0 || seen.adopted > 0;
}

void RunLook::lookAtOpen()
{
    after(m_session.store.mirrors().openRuns(m_session.id()), [this](const QList<store::OpenThere> &open) {
        for (const store::OpenThere &run : open) {
            if (!m_seen.contains(run.remoteId)) {
                m_open.append(run);
            }
        }
        askNext();
    });
}

void RunLook::askNext()
{
    if (m_open.isEmpty()) {
        countOpen();
        return;
    }
    const QString remoteId = m_open.takeFirst().remoteId;
    either(m_session.account->readRun(remoteId), [this, remoteId](const base::Result<RemoteRun> &run) {
        if (run) {
            after(m_session.store.mirrors().seeRuns(m_session.id(), {*run}), [this](const store::SeenRuns &seen) {
                note(seen);
                askNext();
            });
        } else if (run.error().code == base::ErrorCode::NotFound) {
            after(m_session.store.mirrors().runGone(m_session.id(), remoteId), [this] { askNext(); });
        } else {
            finish(run.error());
        }
    });
}

void RunLook::countOpen()
{
    after(m_session.store.mirrors().openRuns(m_session.id()), [this](const QList<store::OpenThere> &open) {
        m_somethingRuns = !open.isEmpty();
        finish();
    });
}

} // namespace syncing
