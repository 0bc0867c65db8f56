// SPDX-License-Identifier: Apache-2.0
// Archives that strangers might send, each with the reason for which it must be refused.
#pragma once

#include <QByteArray>
#include <QList>

namespace test {

struct HostileArchive
{
    QByteArray name;
    QByteArray bytes;
    QByteArray reason;
};

QList<HostileArchive> hostileArchives();

} // namespace test
