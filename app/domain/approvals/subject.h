// SPDX-License-Identifier: Apache-2.0
// What an approval is about: the definition and the arguments that would run, as a digest that changes when they do,
// and as a document that people read. Values of secrets are in neither, only their names.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"

namespace domain {

/// SHA-256 in hex of everything that says what runs, by what rules and who has to agree. What only names it, or says
/// when it is due, who is told, or that it is paused, is left out.
QString definitionDigest(const Automation &automation);
/// The same together with the arguments of a run.
QString approvalDigest(const QString &definition, const ArgumentValues &arguments);

/// `{version, type, command, params, arguments, env, run_as, working_directory, timeout_s, trigger, planned_for}`;
/// `env` holds names, `command` is what a script runs, else empty.
QJsonObject approvalDetails(const Automation &automation, const Run &run);

} // namespace domain
