// SPDX-License-Identifier: Apache-2.0
// How far this machine can hold a run to its limits. Whoever runs processes knows, and hands it to whoever shows it.
#pragma once

namespace domain {

enum class LimitHold {
    Together,    ///< All processes of the run together, as it is meant.
    EachProcess, ///< Each process by itself.
    Not,         ///< Not at all; the run starts without it and says so.
};

struct LimitMeans
{
    LimitHold memory = LimitHold::Together;
    LimitHold cpu = LimitHold::Together;
    LimitHold tasks = LimitHold::Together;

    friend bool operator==(const LimitMeans &, const LimitMeans &) = default;
};

} // namespace domain
