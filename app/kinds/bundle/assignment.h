// SPDX-License-Identifier: Apache-2.0
// What Node is told about one run of a bundle: where the code lies, the event of Defender's contract, where the outcome
// goes. Pure.
#pragma once

#include "app/engine/kind.h"

#include <QByteArray>

namespace kinds {

struct Assignment
{
    QString folder;  ///< Of the laid out bundle.
    QString outcome; ///< The file that Node writes.
    std::optional<domain::Run> previous;
};

/// A document for standard input; it holds the secrets.
QByteArray assignmentText(const engine::JobContext &context, const Assignment &assignment);

} // namespace kinds
