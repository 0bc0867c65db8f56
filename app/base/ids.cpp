// SPDX-License-Identifier: Apache-2.0
#include "app/base/ids.h"

#include <QRandomGenerator>

namespace base {

QString newId(const QString &prefix)
{
    static constexpr char alphabet[] = "0123456789abcdefghijklmnopqrstuv";
    quint64 bits = QRandomGenerator::global()->generate64();
    QString id = prefix;
    for (int i = 0; i < 12; ++i) {
        id += QLatin1Char(alphabet[bits & 31]);
        bits >>= 5;
    }
    return id;
}

} // namespace base
