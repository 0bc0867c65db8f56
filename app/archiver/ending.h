// SPDX-License-Identifier: Apache-2.0
// The record at the end of a zip file that says where its directory lies.
#pragma once

#include "app/archiver/bytes.h"

namespace archiver {

struct Ending
{
    qint64 at = 0;
    qint64 directoryAt = 0;
    qint64 directorySize = 0;
    int entries = 0;
};

/// Refuses a file with no ending, with two that could be meant, with anything before, behind or beside what the ending
/// speaks of, in several volumes, or in the zip64 form, which nothing below 4 GiB needs.
Ending findEnding(const Bytes &file);

} // namespace archiver
