// SPDX-License-Identifier: Apache-2.0
// The folder and file of a store: made, checked and brought up to date before anybody reads a row. Processes that use
// it hold a shared lock, so that whoever opens it alone knows that it is.
#pragma once

#include "app/store/share/filelock.h"
#include "app/store/sql/connection.h"

namespace store {

struct SchemaStep;

/// Used by one thread at a time. May block for a few seconds while another process opens the same store.
class StoreFile
{
public:
    explicit StoreFile(const QString &directory);

    const QString &path() const { return m_path; }

    /// See Store::open(); answers the writing connection.
    base::Result<std::unique_ptr<Connection>> open();
    /// Another writing connection to a file that open() has checked.
    base::Result<std::unique_ptr<Connection>> connect() const;
    /// Gives the shared lock up. All connections must be closed.
    void release() { m_users.release(); }

private:
    base::Status prepareFolders() const;
    base::Status openLocked(const QList<SchemaStep> &steps);
    base::Result<bool> openAlone(const QList<SchemaStep> &steps);
    base::Result<bool> openBesideOthers(int newest);

    QString m_directory;
    QString m_path;
    FileLock m_users;
};

/// `run/` of a store's folder.
QString runtimeFolder(const QString &directory);

} // namespace store
