// SPDX-License-Identifier: Apache-2.0
// What PostHog can be asked for beside tasks and runs, as data: what it is called, its fields, and where most of it is
// asked. Pure.
#pragma once

#include "app/domain/connections/providerinfo.h"

namespace providers::posthog {

/// What an answer must be: the form of many is documented nowhere.
enum class Form { Object, Any };

struct Deed
{
    domain::RemoteAction action;
    QByteArray method = {}; ///< Empty where it takes more than one plain request; see ActionDesk.
    QString path = {};      ///< Below `root`; `{task}`, `{automation}` and `{run}` are the fields of these names.
    QString root = QStringLiteral("tasks"); ///< Below the project.
    bool mayRepeat = false;                 ///< A POST that changes nothing there.
    Form answer = Form::Object;
};

const QList<Deed> &deeds();

/// The deed of this name; null where there is none.
const Deed *deedNamed(const QString &name);

} // namespace providers::posthog
