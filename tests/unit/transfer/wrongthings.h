// SPDX-License-Identifier: Apache-2.0
// Files that are nearly right, always the same ones: good files, changed a little.
#pragma once

#include "app/bundles/formats/format.h"
#include "tests/support/tempstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

namespace test {

inline bundles::Surroundings around(const QString &zone = QStringLiteral("Europe/Berlin"))
{
    return {.archiver = nullptr,
            .account = QStringLiteral("kim"),
            .users = {QStringLiteral("root"), QStringLiteral("kim"), QStringLiteral("backup")},
            .now = tempStoreStart,
            .zone = zone};
}

inline base::Result<bundles::ImportPlan> plan(const QByteArray &bytes, const QString &format, const QString &name = {})
{
    return bundles::planImport({.name = name, .bytes = bytes, .beside = {}}, format, around());
}

inline QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One of the good ones with up to four changes.
inline QByteArray spoilt(QRandomGenerator &random, const QList<QByteArray> &good, const QList<QByteArray> &pieces)
{
    QByteArray bytes = good.at(random.bounded(int(good.size())));
    for (int changes = random.bounded(1, 5); changes > 0; --changes) {
        const qsizetype at = random.bounded(int(bytes.size()) + 1);
        switch (random.bounded(4)) {
        case 0:
            bytes.insert(at, pieces.at(random.bounded(int(pieces.size()))));
            break;
        case 1:
            bytes.remove(at, random.bounded(1, 12));
            break;
        case 2:
            bytes.truncate(at);
            break;
        default:
            if (at < bytes.size()) {
                bytes[at] = char(random.bounded(1, 256));
            }
        }
    }
    return bytes;
}

/// Whether `work` is done in a second. A machine that is busy with other things is not busy three times.
template <typename Work> bool inASecond(Work work)
{
    for (int tries = 0; tries < 3; ++tries) {
        QElapsedTimer timer;
        timer.start();
        work();
        if (timer.elapsed() < 1000) {
            return true;
        }
    }
    return false;
}

/// What is wrong is told with its line or its field.
inline bool namesThePlace(const base::Error &error)
{
    return error.code == base::ErrorCode::Invalid && !error.message().isEmpty() &&
           (!error.field.isEmpty() || error.detail.contains(QStringLiteral("line ")));
}

} // namespace test
