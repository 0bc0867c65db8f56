// SPDX-License-Identifier: Apache-2.0
// What only TheEye has, as data: an action, and what is asked where for it.
#pragma once

#include "app/domain/connections/providerinfo.h"
#include "app/providers/theeye/service.h"

namespace providers::theeye {

enum class Answers { Object, List, Text, Nothing };
enum class Who { Account, Key }; ///< Key: the address carries what lets it in, and ours is not sent.

/// `{x}` in the path stands for the field x, `{c}` for the organisation. Of the others the body is made.
struct Row
{
    domain::RemoteAction action;
    QByteArray method;
    QString path;
    Answers answers = Answers::Object;
    Host host = Host::Supervisor;
    Who who = Who::Account;
};

const QList<Row> &rows();
/// All of them, also those that are no single call: bringing a task home, and waiting for results.
QList<domain::RemoteAction> actions();

} // namespace providers::theeye
