// SPDX-License-Identifier: Apache-2.0
// The keychain of the desktop, by QtKeychain: the Secret Service, or KWallet under Plasma.
#pragma once

#include "app/secrets/keychain.h"

#include <QObject>

#include <chrono>

namespace QKeychain {
class Job;
}

namespace secrets {

/// Lives on the main thread.
class DesktopKeychain final : public QObject, public Keychain
{
    Q_OBJECT

public:
    explicit DesktopKeychain(std::chrono::milliseconds deadline = std::chrono::seconds(10));

    void setService(const QString &service) override { m_service = service; }
    void read(const QString &key, const Take &take) override;
    void write(const QString &key, const QString &value, const Take &take) override;
    void remove(const QString &key, const Take &take) override;

private:
    void start(QKeychain::Job *job, const QString &key, const Take &take);

    QString m_service;
    std::chrono::milliseconds m_deadline;
};

} // namespace secrets
