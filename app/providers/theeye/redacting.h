// SPDX-License-Identifier: Apache-2.0
// Every job comes with the key to itself, and with an environment that holds more of them: neither is stored, shown or
// logged. Pure.
#pragma once

#include <QJsonObject>

namespace providers::theeye {

inline constexpr auto redactedMark = "********";

/// The document without secrets, at any depth: values of `secret` and of variables become a mark.
QJsonValue redacted(const QJsonValue &value);
/// A text that came with a job, without that job's key.
QString redactedText(QString text, const QJsonObject &job);

} // namespace providers::theeye
