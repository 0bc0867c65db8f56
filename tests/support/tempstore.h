// SPDX-License-Identifier: Apache-2.0
// An opened store in a folder of its own, with a clock that stands still. The store is the real one.
#pragma once

#include "app/store/store.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

namespace test {

/// What the future answers, while events go on being worked on; Timeout where it does not within `limit`.
template <typename T>
base::Result<T> await(const QFuture<base::Result<T>> &future, base::Millis limit = base::Millis(10000))
{
    const bool finished = QTest::qWaitFor([&future] { return future.isFinished(); }, static_cast<int>(limit.count()));
    if (!finished || future.resultCount() == 0) {
        return base::Error{
            .code = base::ErrorCode::Timeout, .context = {}, .detail = QStringLiteral("no answer"), .field = {}};
    }
    return future.result();
}

/// 2026-10-25 00:00 UTC.
inline constexpr base::Instant tempStoreStart{std::chrono::sys_days(std::chrono::year(2026) / 10 / 25)};

class TempStore
{
public:
    TempStore() : m_store(std::make_unique<store::Store>(directory(), clock)) { open(); }

    QString directory() const { return m_folder.path() + QStringLiteral("/workspace"); }
    store::Store &store() { return *m_store; }
    store::Store *operator->() { return m_store.get(); }

    /// Closes it and opens what is on the disk.
    void reopen()
    {
        m_store->close();
        m_store = std::make_unique<store::Store>(directory(), clock);
        open();
    }

    FakeClock clock{tempStoreStart};

private:
    void open()
    {
        const base::Status opened = await(m_store->open());
        if (!opened) {
            qFatal("the store of the test can't be opened: %s", qPrintable(opened.error().message()));
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
};

/// A valid automation of the kind `script`, not stored yet.
inline domain::Automation someAutomation(const QString &name = QStringLiteral("Backup"))
{
    domain::Automation automation;
    automation.name = name;
    automation.type = QStringLiteral("script");
    automation.params = {{QStringLiteral("command"), QStringLiteral("true")}};
    return automation;
}

} // namespace test
