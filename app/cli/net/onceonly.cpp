// SPDX-License-Identifier: Apache-2.0
#include "app/cli/net/onceonly.h"

#include <algorithm>
#include <cstring>

namespace cli {

OnceOnly::OnceOnly(QByteArray bytes) : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceOnly::readData(char *into, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_bytes.size() - pos());
    if (count <= 0) {
        return most == 0 ? 0 : -1;
    }
    std::memcpy(into, m_bytes.constData() + pos(), static_cast<size_t>(count));
    return count;
}

} // namespace cli
