// SPDX-License-Identifier: Apache-2.0
// TheEye's kinds of task as kinds of automation: what each is called, and the fields that are its own. Values.
#pragma once

#include "app/domain/input/kindinfo.h"

namespace providers::theeye {

/// `theeye_script` … Their fields are what a task has in `params` here.
const QList<domain::KindInfo> &kinds();

} // namespace providers::theeye
