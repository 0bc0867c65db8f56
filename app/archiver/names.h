// SPDX-License-Identifier: Apache-2.0
// What names a bundle may hold: relative, printable ASCII, each once on every file system.
#pragma once

#include <QByteArray>
#include <QHash>

namespace archiver {

class Names
{
public:
    /// Refuses a name that is wrong by itself or beside those added before. A folder's name ends with a slash.
    void add(const QByteArray &name);
    bool hasFile(const QByteArray &name) const;

private:
    enum class What { File, Folder, NamedFolder };
    struct Known
    {
        QByteArray name;
        What what;
    };

    void place(const QByteArray &name, What what);

    QHash<QByteArray, Known> m_known; ///< By name in lower case; folders that are only part of a name, too.
};

} // namespace archiver
