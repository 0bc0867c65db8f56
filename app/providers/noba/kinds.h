// SPDX-License-Identifier: Apache-2.0
// NOBA's types that no kind of ours is like, as kinds of automation: what each is called and what its config holds.
// Values.
#pragma once

#include "app/domain/input/kindinfo.h"

namespace providers::noba {

/// `noba_webhook` …; a type of ours whose config has no place here is not among them.
QList<domain::KindInfo> kinds();

} // namespace providers::noba
