// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/taskdeeds.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

using domain::FieldSpec;
using domain::FieldType;

QList<FieldSpec> entryFields()
{
    return {
        runField(),
        plainField(u"message"_s, QT_TRANSLATE_NOOP("catalog", "Message"),
                   QT_TRANSLATE_NOOP("catalog", "One line; or entries as they are")),
        chosen(plainField(u"level"_s, QT_TRANSLATE_NOOP("catalog", "Level")),
               {u"debug"_s, u"info"_s, u"warn"_s, u"error"_s}),
        typed(plainField(u"entries"_s, QT_TRANSLATE_NOOP("catalog", "Entries"),
                         QT_TRANSLATE_NOOP("catalog", "A JSON list of notifications")),
              FieldType::Script),
    };
}

QList<FieldSpec> sessionFields()
{
    return {
        runField(),
        plainField(u"after"_s, QT_TRANSLATE_NOOP("catalog", "After"),
                   QT_TRANSLATE_NOOP("catalog", "A time as ISO 8601")),
        plainField(u"event_types"_s, QT_TRANSLATE_NOOP("catalog", "Only"),
                   QT_TRANSLATE_NOOP("catalog", "Kinds of entries, with commas between")),
        plainField(u"exclude_types"_s, QT_TRANSLATE_NOOP("catalog", "Without"),
                   QT_TRANSLATE_NOOP("catalog", "Kinds of entries, with commas between")),
        numberField(u"limit"_s, QT_TRANSLATE_NOOP("catalog", "At most"),
                    QT_TRANSLATE_NOOP("catalog", "1000 where it is not given, and never more than 5000")),
        numberField(u"offset"_s, QT_TRANSLATE_NOOP("catalog", "From"),
                    QT_TRANSLATE_NOOP("catalog", "How many are left out at the begin")),
    };
}

QList<FieldSpec> uploadFields()
{
    return {
        runField(),
        plainField(u"path"_s, QT_TRANSLATE_NOOP("catalog", "Path"),
                   QT_TRANSLATE_NOOP("catalog", "A file on this machine, instead of the content")),
        plainField(u"name"_s, QT_TRANSLATE_NOOP("catalog", "Name"),
                   QT_TRANSLATE_NOOP("catalog",
                                     "A second file of the same name is kept beside the first; empty is that "
                                     "of the path")),
        chosen(plainField(u"type"_s, QT_TRANSLATE_NOOP("catalog", "Type")),
               {u"plan"_s, u"context"_s, u"reference"_s, u"output"_s, u"artifact"_s, u"tree_snapshot"_s,
                u"user_attachment"_s, u"skill_bundle"_s}),
        plainField(u"content"_s, QT_TRANSLATE_NOOP("catalog", "Content")),
        plainField(u"content_type"_s, QT_TRANSLATE_NOOP("catalog", "Content type"),
                   QT_TRANSLATE_NOOP("catalog", "Such as text/markdown")),
        chosen(plainField(u"content_encoding"_s, QT_TRANSLATE_NOOP("catalog", "Encoding"),
                          QT_TRANSLATE_NOOP("catalog", "Servers of early 2026 keep base64 as it is written")),
               {u"utf-8"_s, u"base64"_s}),
        plainField(u"source"_s, QT_TRANSLATE_NOOP("catalog", "Source"),
                   QT_TRANSLATE_NOOP("catalog", "Newer servers only")),
    };
}

FieldSpec fileField()
{
    return plainField(u"storage_path"_s, QT_TRANSLATE_NOOP("catalog", "File"),
                      QT_TRANSLATE_NOOP("catalog", "Its storage_path, which show-run tells"));
}

} // namespace

QList<Deed> logDeeds()
{
    return {
        {.action = {.name = u"append-log"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Write to a log"),
                    .help = QT_TRANSLATE_NOOP("catalog", "One request for each run at a time, so that no line is lost"),
                    .fields = entryFields(),
                    .changes = true}},
        {.action = {.name = u"logs"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Log"),
                    .help = QT_TRANSLATE_NOOP("catalog", "The whole log of a run as JSON lines"),
                    .fields = {runField(), chosen(plainField(u"source"_s, QT_TRANSLATE_NOOP("catalog", "Source")),
                                                  {u"server"_s, u"storage"_s})}}},
        {.action = {.name = u"session-logs"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Entries of a log"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Some of the log of a run, and how many there are"),
                    .fields = sessionFields()}},
        {.action = {.name = u"upload-artifact"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Upload a file"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Adds a file to a run; the answer lists all of them"),
                    .fields = uploadFields(),
                    .changes = true}},
        {.action = {.name = u"presign-artifact"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Address of a file"),
                    .help = QT_TRANSLATE_NOOP("catalog", "An address that anybody can load the file from for an hour"),
                    .fields = {runField(), needed(fileField())}},
         .method = "POST",
         .path = u"{run}/artifacts/presign"_s,
         .mayRepeat = true},
        {.action = {.name = u"download-artifact"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Download a file"),
                    .help = QT_TRANSLATE_NOOP("catalog", "The file as text, or in base64 where it is none"),
                    .fields = {runField(),
                               plainField(
                                   u"name"_s, QT_TRANSLATE_NOOP("catalog", "Name"),
                                   QT_TRANSLATE_NOOP("catalog", "The newest file of this name; give this or the next")),
                               fileField()}}},
    };
}

QList<Deed> agentDeeds()
{
    return {
        {.action =
             {.name = u"command"_s,
              .label = QT_TRANSLATE_NOOP("catalog", "Command"),
              .help = QT_TRANSLATE_NOOP(
                  "catalog", "A word to the agent of a run: user_message, cancel (its turn only), close; newer servers "
                             "also set_config_option"),
              .fields = {runField(), needed(plainField(u"method"_s, QT_TRANSLATE_NOOP("catalog", "Method"))),
                         typed(plainField(u"params"_s, QT_TRANSLATE_NOOP("catalog", "Parameters"),
                                          QT_TRANSLATE_NOOP("catalog", "A JSON object; user_message wants content")),
                               FieldType::Script)},
              .changes = true}},
        {.action = {.name = u"answer-permission"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Answer a question"),
                    .help = QT_TRANSLATE_NOOP("catalog",
                                              "With one of the options it offers; approvals choose between yes and no"),
                    .fields = {runField(), needed(plainField(u"request"_s, QT_TRANSLATE_NOOP("catalog", "Question"))),
                               needed(plainField(u"option"_s, QT_TRANSLATE_NOOP("catalog", "Option"))),
                               plainField(u"custom_input"_s, QT_TRANSLATE_NOOP("catalog", "In own words")),
                               typed(plainField(u"answers"_s, QT_TRANSLATE_NOOP("catalog", "Answers"),
                                                QT_TRANSLATE_NOOP("catalog", "A JSON object, where it asks for more")),
                                     FieldType::Script)},
                    .changes = true}},
        {.action = {.name = u"relay-message"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Relay a message"),
                    .help = QT_TRANSLATE_NOOP("catalog", "To where the task came from (newer servers only)"),
                    .fields = {runField(), needed(plainField(u"text"_s, QT_TRANSLATE_NOOP("catalog", "Message")))},
                    .changes = true},
         .method = "POST",
         .path = u"{run}/relay_message"_s,
         .answer = Form::Any},
        {.action = {.name = u"connection-token"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Token of a sandbox"),
                    .help = QT_TRANSLATE_NOOP("catalog",
                                              "Lets a program speak to the sandbox of a run for a day; keep it secret"),
                    .fields = {runField()},
                    .changes = true},
         .method = "GET",
         .path = u"{run}/connection_token"_s},
    };
}

} // namespace providers::posthog
