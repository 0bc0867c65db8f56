// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/http/http.h"

#include "app/engine/withoutprocess.h"
#include "app/kinds/http/httpjob.h"
#include "app/kinds/http/requestplan.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

using domain::FieldSpec;
using domain::FieldType;

constexpr const char *requestGroup = QT_TRANSLATE_NOOP("catalog", "Request");
constexpr const char *answerGroup = QT_TRANSLATE_NOOP("catalog", "Answer");

QList<FieldSpec> requestFields()
{
    return {
        {.name = u"url"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Address"),
         .type = FieldType::Command,
         .group = requestGroup,
         .hint = "https://example.org/health",
         .required = true},
        {.name = u"method"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Method"),
         .type = FieldType::Choice,
         .fallback = u"GET"_s,
         .choices = {u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s},
         .group = requestGroup},
        {.name = u"auth"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Login"),
         .help = QT_TRANSLATE_NOOP("catalog", "Bearer ${secret:NAME} or Basic USER:${secret:NAME}; the secret stays "
                                              "in the keychain."),
         .type = FieldType::Command,
         .group = requestGroup,
         .hint = "Bearer ${secret:api}",
         .takesSecrets = true},
        {.name = u"headers"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Headers"),
         .help = QT_TRANSLATE_NOOP("catalog", "One a line: name, colon, value."),
         .type = FieldType::Pairs,
         .group = requestGroup,
         .hint = "Accept: application/json",
         .takesSecrets = true},
        {.name = u"body"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Body"),
         .help = QT_TRANSLATE_NOOP("catalog", "Sent as JSON if it is JSON, else as plain text, unless a header "
                                              "Content-Type says otherwise."),
         .type = FieldType::Script,
         .group = requestGroup,
         .takesSecrets = true}};
}

QList<FieldSpec> answerFields()
{
    return {{.name = u"expect_status"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Right status"),
             .help = QT_TRANSLATE_NOOP("catalog", "The run fails on every other one."),
             .type = FieldType::Ranges,
             .fallback = u"200-299"_s,
             .least = 100,
             .most = 599,
             .group = answerGroup,
             .hint = "200-299, 304"},
            {.name = u"follow_redirects"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Follow redirects"),
             .help = QT_TRANSLATE_NOOP("catalog", "To the same server only, at most three."),
             .type = FieldType::Flag,
             .fallback = true,
             .group = answerGroup},
            {.name = u"max_wait_s"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Longest silence"),
             .type = FieldType::Integer,
             .fallback = 30,
             .least = 1,
             .most = 3600,
             .group = answerGroup,
             .unit = QT_TRANSLATE_NOOP("catalog", " s")},
            {.name = u"max_body_bytes"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Longest body"),
             .type = FieldType::Integer,
             .fallback = mostBodyBytes,
             .least = 0,
             .most = mostBodyBytes,
             .group = answerGroup,
             .unit = QT_TRANSLATE_NOOP("catalog", " bytes")},
            {.name = u"ca_file"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Authorities"),
             .help = QT_TRANSLATE_NOOP("catalog", "A file of certificates (PEM) to trust besides the system's."),
             .type = FieldType::Command,
             .group = answerGroup,
             .hint = "/etc/ssl/our-ca.pem"}};
}

} // namespace

domain::KindInfo Http::info() const
{
    return {.type = u"http"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "HTTP request"),
            .icon = u"kind-http"_s,
            .fields = requestFields() + answerFields(),
            .oneOf = {},
            .check = checkRequest};
}

base::Status Http::check(const domain::Automation &automation) const
{
    const QString file = automation.params.value("ca_file"_L1).toString();
    if (!file.isEmpty() && !QFileInfo(file).isReadable()) {
        return base::invalid(u"params.ca_file"_s, u"%1 can't be read on this machine"_s.arg(file));
    }
    return engine::checkWithoutProcess(automation);
}

std::unique_ptr<engine::Job> Http::makeJob(const engine::JobContext &context) const
{
    return std::make_unique<HttpJob>(context);
}

} // namespace kinds
