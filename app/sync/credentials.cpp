// SPDX-License-Identifier: Apache-2.0
#include "app/sync/credentials.h"

#include "app/base/answer.h"

namespace syncing {

namespace {

/// What nobody took up with its memory is overwritten before that is freed.
void wipe(Credential &credential)
{
    for (QString &value : credential) {
        if (value.isDetached()) {
            value.fill(u'\0');
        }
    }
}

/// With memory of its own.
QString copied(const QString &text)
{
    return QString(text.constData(), text.size());
}

} // namespace

Credentials::Credentials(secrets::SecretStore *secrets, QObject *parent) : QObject(parent), m_secrets(secrets) {}

void Credentials::read(const domain::Connection &connection, const QList<domain::FieldSpec> &fields)
{
    m_connection = connection;
    m_fields = m_secrets ? fields : QList<domain::FieldSpec>();
    m_found.clear();
    ++m_reading;
    readNext();
}

void Credentials::readNext()
{
    if (m_fields.isEmpty()) {
        Credential all = std::exchange(m_found, {});
        Q_EMIT found(all);
        wipe(all);
        return;
    }
    const domain::FieldSpec field = m_fields.takeFirst();
    const QString name = domain::credentialName(m_connection.id, field.name);
    base::onAnswer(this, m_secrets->read({name}),
                   [this, field, name, reading = m_reading](const base::Result<secrets::Values> &values) {
                       if (reading != m_reading) {
                           return;
                       }
                       if (values) {
                           m_found.insert(field.name, copied(values->value(name)));
                       } else if (field.required || values.error().code == base::ErrorCode::Denied) {
                           Q_EMIT missing(values.error());
                           return;
                       }
                       readNext();
                   });
}

void Credentials::keep(const domain::Connection &connection, const Credential &credential)
{
    if (!m_secrets) {
        return;
    }
    for (auto it = credential.constBegin(); it != credential.constEnd(); ++it) {
        const QString name = domain::credentialName(connection.id, it.key());
        base::onAnswer(this, m_secrets->set(name, it.value(), domain::Actor(domain::actorName(connection))),
                       [this](const base::Status &status) {
                           if (!status) {
                               Q_EMIT notKept(status.error());
                           }
                       });
    }
}

} // namespace syncing
