// SPDX-License-Identifier: Apache-2.0
#include "app/secrets/secretstore.h"

#include "app/base/answer.h"

using namespace Qt::StringLiterals;

namespace secrets {

namespace {

using base::Result;
using base::Status;
using How = KeychainReply::How;

constexpr auto trialKey = "trial"_L1;

QString called(const QString &name)
{
    // What is lent to one run has no name a person knows.
    const qsizetype slash = name.indexOf(u'/');
    return slash < 0 ? u"the secret %1"_s.arg(name) : u"the secret that %1 was given"_s.arg(name.left(slash));
}

base::Error missing(const QString &name)
{
    const bool lent = name.contains(u'/');
    return {.code = base::ErrorCode::NotFound,
            .context = {},
            .detail = lent ? u"%1 is gone; run it anew"_s.arg(called(name))
                           : u"%1 is not set; set it with: signalbox secret set %2"_s.arg(called(name), name),
            .field = {}};
}

base::Error lost(const QString &name)
{
    return {.code = base::ErrorCode::NotFound,
            .context = {},
            .detail = u"%1 was set, but the keyring does not have it any more; it was emptied or is another one. Set "
                      "the secret again"_s.arg(called(name)),
            .field = {}};
}

base::Error locked(const QString &name)
{
    return {.code = base::ErrorCode::Denied,
            .context = {},
            .detail = u"the keyring is locked, and %1 is in it; unlock the keyring and try again"_s.arg(called(name)),
            .field = {}};
}

base::Error unavailable(const QString &name, const QString &why)
{
    return base::unavailable({}, u"no keyring service answers, so %1 can't be had%2"_s.arg(
                                     called(name), why.isEmpty() ? QString() : u" (%1)"_s.arg(why)));
}

/// Of a reply that is none of Ok and NotFound.
base::Error refused(const KeychainReply &reply, const QString &name)
{
    return reply.how == How::Locked ? locked(name) : unavailable(name, reply.why);
}

} // namespace

SecretStore::SecretStore(std::unique_ptr<Keychain> keychain, Ledger ledger, QObject *parent)
    : QObject(parent), m_keychain(std::move(keychain)), m_ledger(std::move(ledger))
{
}

SecretStore::~SecretStore() = default;

template <typename T> QFuture<Result<T>> SecretStore::onMain(const std::function<void(const Then<T> &)> &work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const Then<T> answer = [promise](const Result<T> &result) {
        promise->addResult(result);
        promise->finish();
    };
    QMetaObject::invokeMethod(
        this,
        [this, work, answer] {
            withService([work, answer](const Status &known) { known ? work(answer) : answer(known.error()); });
        },
        Qt::QueuedConnection);
    return promise->future();
}

void SecretStore::withService(const Then<void> &then)
{
    if (m_serviceKnown) {
        then({});
        return;
    }
    base::onAnswer(this, m_ledger.service(), [this, then](const Result<QString> &service) {
        if (!service) {
            then(service.error());
            return;
        }
        m_keychain->setService(*service);
        m_serviceKnown = true;
        then({});
    });
}

QFuture<Result<void>> SecretStore::set(const QString &name, const QString &value, const domain::Actor &by)
{
    return onMain<void>([this, name, value, by](const Then<void> &then) {
        if (value.isEmpty() || value.contains(QChar()) || !value.isValidUtf16()) {
            then(base::invalid(u"value"_s, u"the value of a secret must be text, not empty, without a zero byte"_s));
            return;
        }
        m_keychain->write(name, value, [this, name, by, then](const KeychainReply &reply) {
            if (reply.how != How::Ok) {
                then(refused(reply, name));
                return;
            }
            base::onAnswer(this, m_ledger.noteWritten({name}, by), then);
        });
    });
}

QFuture<Result<void>> SecretStore::remove(const QString &name, const domain::Actor &by)
{
    return onMain<void>([this, name, by](const Then<void> &then) {
        const auto erased = [this, name, by, then](const Status &gone) {
            if (!gone) {
                then(gone);
                return;
            }
            base::onAnswer(this, m_ledger.noteRemoved({name}, by), then);
        };
        base::onAnswer(this, m_ledger.written({name}), [this, name, then, erased](const Result<QList<bool>> &written) {
            if (!written) {
                then(written.error());
            } else if (!written->value(0)) {
                then(missing(name));
            } else {
                erase(name, erased);
            }
        });
    });
}

QFuture<Result<Values>> SecretStore::read(const QStringList &names)
{
    return onMain<Values>([this, names](const Then<Values> &then) { readFrom(names, {}, then); });
}

void SecretStore::readFrom(QStringList names, const Values &got, const Then<Values> &then)
{
    if (names.isEmpty()) {
        then(got);
        return;
    }
    const QString name = names.takeFirst();
    const auto goOn = [this, names, got, name, then](const QString &value) {
        Values more = got;
        more.insert(name, value);
        readFrom(names, more, then);
    };
    if (m_lent.contains(name)) {
        goOn(m_lent.value(name));
        return;
    }
    m_keychain->read(name, [this, name, goOn, then](const KeychainReply &reply) {
        switch (reply.how) {
        case How::Ok:
            goOn(reply.value);
            return;
        case How::NotFound:
            explainMissing(name, [then](const Status &why) { then(why.error()); });
            return;
        case How::Locked:
        case How::Unavailable:
            then(refused(reply, name));
            return;
        }
    });
}

void SecretStore::explainMissing(const QString &name, const Then<void> &then)
{
    base::onAnswer(this, m_ledger.written({name}), [this, name, then](const Result<QList<bool>> &written) {
        if (!written) {
            then(written.error());
        } else if (!written->value(0)) {
            then(missing(name));
        } else {
            tryEntry(name, [name, then](const Status &open) { then(open ? Status(lost(name)) : open); });
        }
    });
}

void SecretStore::tryEntry(const QString &name, const Then<void> &then)
{
    m_keychain->write(trialKey, trialKey, [this, name, then](const KeychainReply &written) {
        if (written.how != How::Ok) {
            then(refused(written, name));
            return;
        }
        m_keychain->remove(trialKey, [then](const KeychainReply &) { then({}); });
    });
}

/// A locked keyring says of what it has that it was deleted, so that only what can be read is believed to be gone.
void SecretStore::erase(const QString &name, const Then<void> &then)
{
    m_keychain->read(name, [this, name, then](const KeychainReply &found) {
        if (found.how == How::NotFound) {
            tryEntry(name, then);
        } else if (found.how != How::Ok) {
            then(refused(found, name));
        } else {
            m_keychain->remove(name, [name, then](const KeychainReply &removed) {
                then(removed.how == How::Ok ? Status() : refused(removed, name));
            });
        }
    });
}

QFuture<Result<void>> SecretStore::lend(const QMap<QString, QString> &values, const domain::Actor &by)
{
    return onMain<void>([this, values, by](const Then<void> &then) {
        // Noted first: what is noted and not there is swept away, what is there and not noted would stay for ever.
        base::onAnswer(this, m_ledger.noteWritten(values.keys(), by),
                       [this, values, then](const Status &noted) { noted ? lendFrom(values, then) : then(noted); });
    });
}

void SecretStore::lendFrom(QMap<QString, QString> values, const Then<void> &then)
{
    if (values.isEmpty()) {
        then({});
        return;
    }
    const QString name = values.firstKey();
    const QString value = values.take(name);
    m_keychain->write(name, value, [this, name, value, values, then](const KeychainReply &reply) {
        if (reply.how == How::Locked) {
            then(locked(name));
            return;
        }
        if (reply.how != How::Ok) {
            m_lent.insert(name, value);
        }
        lendFrom(values, then);
    });
}

QFuture<Result<void>> SecretStore::takeBack(const QStringList &names)
{
    return onMain<void>([this, names](const Then<void> &then) { takeBackFrom(names, {}, then); });
}

void SecretStore::takeBackFrom(QStringList names, const QStringList &gone, const Then<void> &then)
{
    if (names.isEmpty()) {
        base::onAnswer(this, m_ledger.noteRemoved(gone, {}), then);
        return;
    }
    const QString name = names.takeFirst();
    if (m_lent.remove(name)) {
        takeBackFrom(names, gone + QStringList{name}, then);
        return;
    }
    erase(name, [this, name, names, gone, then](const Status &erased) {
        if (erased) {
            takeBackFrom(names, gone + QStringList{name}, then);
        } else {
            base::onAnswer(this, m_ledger.noteRemoved(gone, {}),
                           [then, erased](const Status &noted) { then(noted ? erased : noted); });
        }
    });
}

} // namespace secrets
