// SPDX-License-Identifier: Apache-2.0
// What an action answered, as a file: its bytes as they were there, whatever form they had on the way. Pure.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonValue>

namespace domain {

struct AnswerFile
{
    QString name; ///< What it could be called, without a folder; never empty.
    QByteArray bytes;
    QString hiddenIn = {}; ///< The field of the answer that holds them where nobody can read them (base64), or empty.
};

/// The file that the answer brings: `content` with its `encoding` (`utf-8` or `base64`), or `code`, a zip file in
/// base64. An answer that brings none is one itself: its text, or its JSON. Named by the answer's `name`, or else by
/// `action`. Corrupt where base64 is none.
base::Result<AnswerFile> fileOf(const QString &action, const QJsonValue &answer);

} // namespace domain
