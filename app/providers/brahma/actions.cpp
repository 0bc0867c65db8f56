// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/actions.h"

#include "app/sync/fields.h"

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

using domain::FieldSpec;
using domain::FieldType;
using domain::RemoteAction;
using syncing::field;
using syncing::helped;
using syncing::needed;

constexpr qint64 wholeInBps = 10'000;
constexpr qint64 largestNumber = 9'007'199'254'740'991; // what JSON holds exactly

FieldSpec number(FieldSpec made, qint64 fallback, qint64 most)
{
    made.type = FieldType::Integer;
    made.fallback = fallback;
    made.most = most;
    return made;
}

FieldSpec account()
{
    return needed(helped(field(u"account"_s, QT_TRANSLATE_NOOP("catalog", "Account")),
                         QT_TRANSLATE_NOOP("catalog", "The address of a subscriber's account")));
}

FieldSpec task()
{
    return needed(field(u"task_id"_s, QT_TRANSLATE_NOOP("catalog", "Task")));
}

FieldSpec signature()
{
    return helped(field(u"signature"_s, QT_TRANSLATE_NOOP("catalog", "Signature")),
                  QT_TRANSLATE_NOOP("catalog", "Made elsewhere; empty where the keychain has the executor's key"));
}

QList<FieldSpec> registrationFields()
{
    FieldSpec perExecution =
        helped(field(u"limit_per_execution"_s, QT_TRANSLATE_NOOP("catalog", "Limit each execution"), FieldType::Flag),
               QT_TRANSLATE_NOOP("catalog", "Else subscribers limit what is taken in a length of time"));
    perExecution.fallback = true;
    return {
        needed(field(u"client_id"_s, QT_TRANSLATE_NOOP("catalog", "Client id"))),
        field(u"name"_s, QT_TRANSLATE_NOOP("catalog", "Name")),
        helped(field(u"input_tokens"_s, QT_TRANSLATE_NOOP("catalog", "Tokens it takes"), FieldType::Texts),
               QT_TRANSLATE_NOOP("catalog", "Addresses; forty zeros are the chain's own coin")),
        helped(field(u"hop_addresses"_s, QT_TRANSLATE_NOOP("catalog", "Addresses in between"), FieldType::Texts),
               QT_TRANSLATE_NOOP("catalog", "Through which tokens may go")),
        helped(number(field(u"fee_bps"_s, QT_TRANSLATE_NOOP("catalog", "Fee")), 0, wholeInBps),
               QT_TRANSLATE_NOOP("catalog", "In hundredths of a percent")),
        field(u"fee_token"_s, QT_TRANSLATE_NOOP("catalog", "Token of the fee")),
        field(u"fee_receiver"_s, QT_TRANSLATE_NOOP("catalog", "Who gets the fee")),
        perExecution,
        field(u"logo"_s, QT_TRANSLATE_NOOP("catalog", "Logo")),
        helped(field(u"metadata"_s, QT_TRANSLATE_NOOP("catalog", "Metadata"), FieldType::Script),
               QT_TRANSLATE_NOOP("catalog", "A JSON object of what subscribers are asked for")),
        helped(number(field(u"timestamp"_s, QT_TRANSLATE_NOOP("catalog", "Timestamp")), 0, largestNumber),
               QT_TRANSLATE_NOOP("catalog", "The one that was signed; 0 is now")),
    };
}

QList<FieldSpec> executionFields()
{
    FieldSpec type = field(u"call_type"_s, QT_TRANSLATE_NOOP("catalog", "Call"), FieldType::Choice);
    type.choices = {u"call"_s, u"delegatecall"_s, u"staticcall"_s};
    type.fallback = type.choices.first();
    FieldSpec value = helped(field(u"value"_s, QT_TRANSLATE_NOOP("catalog", "Value")),
                             QT_TRANSLATE_NOOP("catalog", "In the smallest unit of the chain's coin"));
    value.fallback = u"0"_s;
    return {account(), needed(field(u"to"_s, QT_TRANSLATE_NOOP("catalog", "To"))), value,
            helped(field(u"data"_s, QT_TRANSLATE_NOOP("catalog", "Data")),
                   QT_TRANSLATE_NOOP("catalog", "What the contract is given, 0x and hexadecimal digits")),
            type};
}

QList<RemoteAction> registrationActions()
{
    return {
        {.name = u"register"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Register"),
         .help = QT_TRANSLATE_NOOP("catalog", "Registers an automation of this executor that others can subscribe to"),
         .fields = registrationFields() << signature(),
         .changes = true},
        {.name = u"registration-to-sign"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "What to sign to register"),
         .help = QT_TRANSLATE_NOOP("catalog", "What a signer elsewhere is given, with the timestamp that goes with it"),
         .fields = registrationFields()},
        {.name = u"registration"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Registration"),
         .help = QT_TRANSLATE_NOOP("catalog", "What this executor has registered on the chain")},
    };
}

QList<RemoteAction> subscriptionActions()
{
    return {
        {.name = u"subscriptions"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Subscriptions"),
         .help = QT_TRANSLATE_NOOP("catalog", "All of them, with their limits, also those that were replaced")},
        {.name = u"subscriptions-of-account"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Subscriptions of a console"),
         .help = QT_TRANSLATE_NOOP("catalog", "What one console account has subscribed to, whoever executes it"),
         .fields = {account()}},
        {.name = u"subscriptions-of-owner"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Subscriptions of an owner"),
         .help = QT_TRANSLATE_NOOP("catalog", "Those to this registration of one owner"),
         .fields = {needed(field(u"owner"_s, QT_TRANSLATE_NOOP("catalog", "Owner")))}},
    };
}

QList<RemoteAction> executionActions()
{
    return {
        {.name = u"validate"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Validate"),
         .help = QT_TRANSLATE_NOOP("catalog", "Whether the policy lets an execution pass, and for how long that holds"),
         .fields = executionFields() << signature()},
        {.name = u"execution-to-sign"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "What to sign to execute"),
         .help = QT_TRANSLATE_NOOP("catalog", "What a signer elsewhere is given, for the nonce that holds now"),
         .fields = executionFields()},
        {.name = u"nonce"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Nonce"),
         .help = QT_TRANSLATE_NOOP("catalog", "The nonce of an account, and how the chain itself is asked for it"),
         .fields = {account()}},
        {.name = u"task-status"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Status of a task"),
         .help = QT_TRANSLATE_NOOP("catalog", "What the relayer tells of any task"),
         .fields = {task()}},
    };
}

QList<RemoteAction> kernelActions()
{
    FieldSpec ttl = helped(field(u"ttl"_s, QT_TRANSLATE_NOOP("catalog", "Time to execute")),
                           QT_TRANSLATE_NOOP("catalog", "After which a task is not taken any more, such as 120s"));
    ttl.fallback = u"120s"_s;
    FieldSpec every = helped(field(u"every"_s, QT_TRANSLATE_NOOP("catalog", "Every")),
                             QT_TRANSLATE_NOOP("catalog", "Where a subscription does not say, such as 120s"));
    every.fallback = u"120s"_s;
    return {
        {.name = u"kernel-register"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Register at the kernel"),
         .help = QT_TRANSLATE_NOOP("catalog", "Has the kernel make tasks of subscriptions at intervals"),
         .fields = {every, ttl, signature()},
         .changes = true},
        {.name = u"kernel-to-sign"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "What to sign for the kernel"),
         .help = QT_TRANSLATE_NOOP("catalog", "What a signer elsewhere is given to register at the kernel"),
         .fields = {ttl}},
        {.name = u"kernel-registration"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Registration at the kernel"),
         .help = QT_TRANSLATE_NOOP("catalog", "What the kernel knows of this executor")},
        {.name = u"kernel-tasks"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Tasks of the kernel"),
         .help = QT_TRANSLATE_NOOP("catalog", "What waits to be answered; a run with the task's id answers it"),
         .fields = {number(field(u"cursor"_s, QT_TRANSLATE_NOOP("catalog", "Go on at")), 0, largestNumber),
                    number(field(u"limit"_s, QT_TRANSLATE_NOOP("catalog", "At most")), 10, 100)}},
        {.name = u"kernel-skip"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Skip a task of the kernel"),
         .help = QT_TRANSLATE_NOOP("catalog", "Answers a task by doing nothing, and says why"),
         .fields = {task(), account(), needed(field(u"reason"_s, QT_TRANSLATE_NOOP("catalog", "Reason")))},
         .changes = true},
        {.name = u"kernel-status"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Status at the kernel"),
         .help = QT_TRANSLATE_NOOP("catalog", "How far the workflow of a task of the kernel is"),
         .fields = {task()}},
        {.name = u"kernel-logs"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Logs of the kernel"),
         .help = QT_TRANSLATE_NOOP("catalog", "What the kernel noted of a subscription"),
         .fields = {needed(field(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Subscription")))}},
    };
}

} // namespace

QList<RemoteAction> actions()
{
    return registrationActions() + subscriptionActions() + executionActions() + kernelActions();
}

} // namespace providers::brahma
