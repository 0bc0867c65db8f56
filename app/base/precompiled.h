// SPDX-License-Identifier: Apache-2.0
// What nearly every file of the rooms below the window reads. Precompiled once, shared by all of them.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>
