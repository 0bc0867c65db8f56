// SPDX-License-Identifier: Apache-2.0
// Requests and documents that are wrong in every way that somebody thought of, always the same ones.
#pragma once

#include <QByteArray>
#include <QList>

namespace test {

/// Whole connections' worth of bytes, made from `sound`, a request that is fine. More than 2,000.
QList<QByteArray> malformedRequests(const QByteArray &sound);
/// Bodies for a route that takes JSON; a few are sound. More than 1,000.
QList<QByteArray> malformedJson();

} // namespace test
