// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/connectionform.h"

#include <QLineEdit>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leastPoll = 5;
constexpr qint64 mostPoll = 86'400;
constexpr qint64 usualPoll = 60;

QString inSettings(const QString &field)
{
    return u"settings."_s + field;
}

QString inCredential(const QString &field)
{
    return u"credential."_s + field;
}

QList<domain::FieldSpec> named(const QList<domain::FieldSpec> &fields, QString (*name)(const QString &))
{
    QList<domain::FieldSpec> all = fields;
    for (domain::FieldSpec &field : all)
        field.name = name(field.name);
    return all;
}

/// The fields of one part, under the names they have there.
QJsonObject partOf(const QJsonObject &form, QLatin1StringView prefix)
{
    QJsonObject part;
    for (auto it = form.constBegin(); it != form.constEnd(); ++it) {
        if (it.key().startsWith(prefix))
            part.insert(it.key().mid(prefix.size()), it.value());
    }
    return part;
}

QList<domain::FieldSpec> commonFields()
{
    return {{.name = u"name"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "&Name"),
             .help = QT_TRANSLATE_NOOP("catalog", "What this account is called here."),
             .required = true},
            {.name = u"base_url"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "&Address"),
             .hint = QT_TRANSLATE_NOOP("catalog", "https://automations.example.org")}};
}

domain::FieldSpec pollField()
{
    return {.name = u"poll_s"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "&Looked at every"),
            .help = QT_TRANSLATE_NOOP("catalog", "While nothing runs there; sooner while something does."),
            .type = domain::FieldType::Integer,
            .fallback = usualPoll,
            .least = leastPoll,
            .most = mostPoll,
            .unit = QT_TRANSLATE_NOOP("catalog", " s")};
}

} // namespace

FieldForm::Plan connectionPlan(const domain::ProviderInfo &info, SignIn signIn)
{
    FieldForm::Plan plan{.fields = commonFields(), .oneOf = {}, .dresses = {}};
    plan.fields += named(info.fields, inSettings);
    if (signIn == SignIn::Asked)
        plan.fields += named(info.credentials, inCredential);
    plan.fields.append(pollField());
    return plan;
}

void hideCredential(const FieldForm &form, const domain::ProviderInfo &info)
{
    for (const domain::FieldSpec &field : info.credentials) {
        if (auto *line = qobject_cast<QLineEdit *>(form.control(inCredential(field.name))))
            line->setEchoMode(QLineEdit::Password);
    }
}

QJsonObject formValues(const domain::Connection &connection)
{
    QJsonObject values{{u"name"_s, connection.name},
                       {u"base_url"_s, connection.baseUrl.toString(QUrl::FullyEncoded)},
                       {u"poll_s"_s, connection.pollSeconds}};
    for (auto it = connection.settings.constBegin(); it != connection.settings.constEnd(); ++it)
        values.insert(inSettings(it.key()), it.value());
    return values;
}

QJsonObject connectionValues(const QJsonObject &form)
{
    QJsonObject values{{u"settings"_s, partOf(form, "settings."_L1)}};
    for (const QLatin1StringView name : {"name"_L1, "base_url"_L1, "poll_s"_L1}) {
        if (form.contains(name))
            values.insert(name, name == "poll_s"_L1 ? form.value(name) : form.value(name).toString().trimmed());
    }
    return values;
}

base::Status checkConnection(const Context &context, const domain::Connection &connection)
{
    const domain::ProviderInfo *info = context.catalog.provider(connection.provider);
    if (info) {
        if (const base::Status fit = domain::checkFields(info->fields, connection.settings); !fit)
            return fit.error().inField(u"settings"_s);
    }
    return context.remote.check ? context.remote.check(connection) : base::Status();
}

base::Result<ConnectionDraft> draftOf(const Context &context, const domain::ProviderInfo &info, const QJsonObject &form)
{
    QJsonObject values = connectionValues(form);
    values.insert(u"provider"_s, info.provider);
    ConnectionDraft draft;
    TRY(draft.connection, domain::connectionFromJson(values));
    draft.connection.id = base::ConnectionId::make();
    CHECK(checkConnection(context, draft.connection));
    const QJsonObject credential = partOf(form, "credential."_L1);
    if (const base::Status given = domain::checkFields(info.credentials, credential); !given)
        return given.error().inField(u"credential"_s);
    for (auto it = credential.constBegin(); it != credential.constEnd(); ++it)
        draft.credential.insert(it.key(), it.value().toString());
    return draft;
}

} // namespace ui
