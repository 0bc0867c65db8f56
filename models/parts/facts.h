// SPDX-License-Identifier: Apache-2.0
// What an inspector shows of one object, as values: facts under each other, and one banner if something is unusual.
#pragma once

#include "app/domain/run.h"

#include <QList>
#include <QString>

#include <optional>

namespace models {

enum class FactFont { Text, Fixed };

struct Fact
{
    QString key;   ///< `timeout`: for object names and tests.
    QString label; ///< Translated.
    QString text;
    QString quiet = {}; ///< A second text that steps back: what is usual.
    FactFont font = FactFont::Text;

    friend bool operator==(const Fact &, const Fact &) = default;
};

struct Banner
{
    QString statusKey; ///< Its colour and drawing.
    QString sentence;
    QString note = {}; ///< A second, smaller sentence, or empty.

    friend bool operator==(const Banner &, const Banner &) = default;
};

/// What there is to say of a run that needs a look; empty for one that is well. `earlier` are the runs of its
/// automation before it, newest first.
std::optional<Banner> bannerOf(const domain::Run &run, const QList<domain::Run> &earlier, base::Instant now);

} // namespace models
