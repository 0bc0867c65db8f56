// SPDX-License-Identifier: Apache-2.0
// The keychain of the account as an outer wall: asynchronous, on the main thread, and never silent for ever.
#pragma once

#include <QString>

#include <functional>

namespace secrets {

struct KeychainReply
{
    enum class How {
        Ok,
        NotFound,    ///< Also said of everything while the keyring is locked.
        Locked,      ///< It refused, or waits for somebody to unlock it.
        Unavailable, ///< Nobody keeps secrets here.
    };
    How how = How::Ok;
    QString value; ///< Of a read.
    QString why;   ///< What the service said; for logs.
};

/// Every call is answered once, later or at once, on the main thread; not any more once it is destroyed.
class Keychain
{
public:
    using Take = std::function<void(const KeychainReply &)>;

    virtual ~Keychain() = default;
    /// Under which service the keys below are kept. Before anything else.
    virtual void setService(const QString &service) = 0;
    virtual void read(const QString &key, const Take &take) = 0;
    virtual void write(const QString &key, const QString &value, const Take &take) = 0;
    virtual void remove(const QString &key, const Take &take) = 0;
};

} // namespace secrets
