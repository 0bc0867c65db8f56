// SPDX-License-Identifier: Apache-2.0
#include "app/secrets/desktopkeychain.h"

#include <QTimer>

#include <memory>
#include <qt6keychain/keychain.h>

namespace secrets {

namespace {

KeychainReply::How howOf(QKeychain::Error error)
{
    using How = KeychainReply::How;
    switch (error) {
    case QKeychain::NoError:
        return How::Ok;
    case QKeychain::EntryNotFound:
        return How::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return How::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return How::Unavailable;
    }
    return How::Unavailable;
}

KeychainReply replyOf(const QKeychain::Job &job)
{
    const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    return {.how = howOf(job.error()),
            .value = reading && job.error() == QKeychain::NoError ? reading->textData() : QString(),
            .why = job.errorString()};
}

} // namespace

DesktopKeychain::DesktopKeychain(std::chrono::milliseconds deadline) : m_deadline(deadline) {}

/// The job deletes itself, also when its answer comes too late for anybody.
void DesktopKeychain::start(QKeychain::Job *job, const QString &key, const Take &take)
{
    const auto answered = std::make_shared<bool>(false);
    const auto once = [answered, take](const KeychainReply &reply) {
        if (!std::exchange(*answered, true)) {
            take(reply);
        }
    };
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [once](QKeychain::Job *done) { once(replyOf(*done)); });
    QTimer::singleShot(m_deadline, this, [once] {
        once({.how = KeychainReply::How::Locked,
              .value = {},
              .why = QStringLiteral("it did not answer; it may be waiting for somebody to unlock it")});
    });
    job->start();
}

void DesktopKeychain::read(const QString &key, const Take &take)
{
    start(new QKeychain::ReadPasswordJob(m_service), key, take);
}

void DesktopKeychain::write(const QString &key, const QString &value, const Take &take)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(value);
    start(job, key, take);
}

void DesktopKeychain::remove(const QString &key, const Take &take)
{
    start(new QKeychain::DeletePasswordJob(m_service), key, take);
}

} // namespace secrets
